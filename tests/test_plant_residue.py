"""The tool that sets left-over lines into stories: where it sets them, and what counts as found."""

import plant_residue

STORY = (
    "Mill shuts after flood\n\n"
    "The mill shut on Monday after the river rose over its banks and flooded the hall.\n\n"
    "“We lost it all,” said Ana Silva, who has run the mill for twenty years.\n"
)
AD = "ADVERTISEMENT"


def test_lines_stand_above_in_and_below_a_story():
    texts = [text.split("\n\n") for text in plant_residue.set_into(STORY, [AD, "Share this"])]
    assert [text.index(AD) for text in texts] == [0, 2, 3]
    assert all(len(text) == 5 for text in texts)


def test_a_line_counts_as_found_where_a_rule_says_so():
    planted = next(text for text in plant_residue.set_into(STORY, [AD]) if not text.startswith(AD))
    assert plant_residue.found(planted, AD)
    assert not plant_residue.found(STORY, "Mill shuts after flood")


def test_known_lines_are_those_that_people_called_left_over():
    lines = [[line, "body", True] for line in STORY.strip().split("\n\n")]
    assert plant_residue.known([{"id": "p", "lines": [*lines, [AD, "chrome", True]]}]) == {"ad-label": [AD]}
    assert plant_residue.known([{"id": "p", "lines": [*lines, [AD, "body", True]]}]) == {}
