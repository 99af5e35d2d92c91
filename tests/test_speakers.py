"""Each quotation belongs to a person of the story, pronouns and surnames resolved, and says how sure that is."""

import pytest
from helpers import fragment

from newslint.analyses.people.speakers import speakers, tallies

QUAY = (
    "Ana Silva runs the ferry at Saltmere. Her brother-in-law, Ben Roth, keeps the books.\n"
    "“The wall was never going to hold,” Ms. Silva said. “We told them so.”\n"
    "Roth was out on the water that night. “I saw the lights go,” he said.\n"
    "She put it more bluntly: “They were asleep.”\n"
    "“It is much too early to say,” a spokesman for the harbour board said.\n"
)


def people(text):
    return [found and (found.name, found.confidence) for found in fragment(text).get(speakers)]


def test_names_and_pronouns_stand_for_people():
    names = [found and found[0] for found in people(QUAY)]
    assert names == ["Ana Silva", "Ana Silva", "Ben Roth", "Ana Silva", None]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ana Silva, 61, shut the mill. “It is over,” she said.", ("Ana Silva", "high")),
        ("“It is over,” said former mayor Ana Silva.", ("Ana Silva", "high")),
        ("Ana Silva met Ben Roth at noon. “It is over,” she said.", ("Ana Silva", "high")),
        ("Ana Silva met Ben Roth at noon. “It is over,” he said.", ("Ben Roth", "high")),
        ("Ana Silva met Eva Roth at noon. “It is over,” she said.", ("Ana Silva", "medium")),
        ("Mayor Ana Silva shut the mill. “It is over,” the mayor said.", ("Ana Silva", "medium")),
        ("Ana Silva shut the mill. “It is over,” Silva's lawyer said.", None),
        ("Ana Silva shut the mill. “It is over,” a spokesman for Ana Silva said.", None),
        ("Ana Silva shut the mill. “It is over,” a report from the council said.", None),
        ("Ana Silva shut the mill. “It is over,” they said.", None),
        ("“It is over,” he said.", None),
    ],
)
def test_how_sure_it_is_who_is_meant(text, person):
    assert people(text) == [person]


def test_a_surname_that_two_share_goes_by_the_title():
    text = "Ana Silva and Ben Silva run the mill.\n“It is over,” Mrs. Silva said.\n“It is not,” Mr. Silva said."
    assert [found and found[0] for found in people(text)] == ["Ana Silva", "Ben Silva"]


def test_a_story_tells_how_much_it_quotes_whom():
    found = [(tally.name, tally.quotes, tally.words) for tally in tallies(fragment(QUAY))]
    assert found == [
        ("Ana Silva", 3, 14),
        ("a spokesman for the harbour board", 1, 7),
        ("Ben Roth", 1, 5),
    ]


def test_show_gives_person_and_counts_for_programs_and_for_people(newsroom, newslint):
    (newsroom / "a.txt").write_text(QUAY, encoding="utf-8")
    shown = newslint("show", "a.txt", "--format", "json").report["stories"][0]
    assert shown["speakers"][0] == {"name": "Ana Silva", "person": 0, "quotes": 3, "words": 14}
    person = shown["quotes"][3]["person"]
    assert (person["name"], person["number"]) == ("Ana Silva", 0)
    assert QUAY[person["start"]["offset"] : person["end"]["offset"]].endswith("Silva")
    assert shown["quotes"][4]["person"] is None
    lines = newslint("show", "a.txt").out.splitlines()
    assert any("he = Ben Roth, “said”: “I saw the lights go,”" in line for line in lines)
    assert any(line.startswith("quoted: Ana Silva 3× (14 words); ") for line in lines)
