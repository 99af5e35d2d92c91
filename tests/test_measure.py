"""The tools that measure: whose house a story is, what is left out together, and how hits and misses are counted."""

import measure
import pytest
import sets

STORY = "The mill shut in May.\n\n“We lost it all,” said Ana Silva.\n\n“Nobody came.”\n\nRain is due on Sunday.\n"
SAID = (STORY.index("“We"), STORY.index(" said"))
BARE = (STORY.index("“Nobody"), STORY.index("\n\nRain"))
ANA = (STORY.index("Ana"), STORY.index(".\n\n“Nobody"))


def label(at, kind="attributed", speaker=ANA):
    return {"start": at[0], "end": at[1], "label": kind, "speaker_spans_all": [speaker]}


@pytest.mark.parametrize(
    ("record", "whose"),
    [
        ({"id": "gazette_2016-09-12_mill"}, "gazette"),
        ({"id": "weekly/mill.md"}, "weekly"),
        ({"id": "x1", "site": "mill.example"}, "mill.example"),
        ({"id": "x1", "group": "weeklies"}, "weeklies"),
    ],
)
def test_a_record_names_its_house(record, whose):
    assert sets.house_of(record) == whose


def test_each_outlet_is_left_out_alone_and_every_site_once():
    sites = [f"site{n}.example" for n in range(20)]
    out = sets.folds(["gazette", "weekly"], [*sites, "weekly"])
    assert out[:2] == [{"gazette"}, {"weekly"}]
    assert sorted(site for part in out[2:] for site in part) == sorted(sites)
    assert len(out) == 2 + sets.FOLDS


def test_a_quotation_with_its_speaker_counts_as_found_and_right():
    count = measure.quotes([{"id": "a", "text": STORY, "quotes": [label(SAID)]}])
    assert (count["gold"], count["hit"], count["attributed"], count["speaker"]) == (1, 1, 1, 1)
    wrong = measure.quotes([{"id": "a", "text": STORY, "quotes": [label(SAID, speaker=(0, 8))]}])
    assert wrong["speaker"] == 0


def test_a_plant_counts_by_what_a_reader_said_of_it():
    text = STORY.replace(",” said Ana Silva.", ".”")
    at = (text.index("“We"), text.index("\n\n“Nobody"))
    plants = [{"id": "a", "text": text, "target": at, "verdict": verdict} for verdict in ("yes", "no", "unsure")]
    assert dict(measure.plants(plants)) == {"cut": 1, "cut, flagged": 1, "cued": 1, "cued, flagged": 1}


def test_a_name_flag_is_judged_by_its_label_or_by_who_read_it():
    text = "Mayor Lena Pereira spoke.\n\nPereira left.\n\n“No,” said Perreira.\n"
    story = {"id": "a", "text": text, "name_pairs": [["Pereira", "Perreira", "variant"]]}
    count = measure.names([story], {})
    assert (count["real"], count["published"], count["published, found"]) == (1, 1, 1)
    unlabelled = story | {"name_pairs": []}
    assert measure.names([unlabelled], {})["unread"] == 1
    assert measure.names([unlabelled], {"a | Perreira": "false"})["false"] == 1


def test_a_planted_name_is_found_where_a_finding_shows_it():
    text = "Mayor Lena Pereira spoke.\n\nPereira left.\n\n“No,” said Perreira.\n"
    plant = {"id": "a", "text": text, "variant": "Perreira", "kind": "typo"}
    count = measure.name_plants([plant, plant | {"variant": "Pereyra"}])
    assert (count["typo"], count["typo, found"]) == (2, 1)


def test_lines_of_a_page_count_by_their_label_and_by_how_sure_newslint_is():
    lines = [
        ["Ferry strike enters a second week", "headline", False],
        ["The ferries stayed in port on Monday, the eighth day of a strike over pay that has cut off the islands.", "body", True],
        ["ADVERTISEMENT", "chrome", True],
        ["Talks between the union and the owners are due to begin again in the town hall on Wednesday morning.", "body", True],
    ]  # fmt: skip
    count = measure.residue([{"id": "p", "lines": lines}], frozenset())
    assert (count["title"], count["body"], count["chrome"]) == (1, 2, 1)
    assert count["chrome at medium"] == 1
    assert not count["body at low"]
    assert measure.residue([{"id": "p", "lines": lines}], frozenset({("p", 3)}))["chrome"] == 0


def test_a_finding_that_was_read_counts_as_still_said_or_not():
    verdict = {"rule": "unattributed-quote", "line": 5, "verdict": "WRONG", "fix": ""}
    count = measure.findings([{"id": "a", "text": STORY.replace("Ana Silva.", "Ana Silva. It is cold."), "verdicts": [verdict]}])  # fmt: skip
    assert (count["stories"], count["WRONG"]) == (1, 1)
    assert count["WRONG, said"] == count["WRONG at medium"] + count["WRONG at high"]


def test_figures_add_the_houses_up_and_leave_out_what_was_not_measured():
    one, other = measure.Counter({"cut": 4, "cut, flagged": 4}), measure.Counter({"cut": 6, "cut, flagged": 5})
    assert measure.figures([{"plants": one}, {"plants": other}]) == {"speaker cut out, found": 0.9}
