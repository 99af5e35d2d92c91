"""The tool that cuts who speaks out of stories: what it cuts, where the quotation stands then, and what is kept."""

import json
import random

import plant_quotes
import pytest
import sets
import speech_examples

STORY = (
    "Mill shuts after flood\n\n"
    "The river rose over its banks on Monday and flooded the hall.\n\n"
    "“We lost all that we had in an hour,” said Ana Silva.\n\n"
    "“Nobody came to look for us for two days.”\n\n"
    "Otto Lang said: “The pumps were never made for so much water.”\n\n"
    "Work starts again in May.\n"
)


def cut(kind):
    return next(each for each in plant_quotes.cuts(plant_quotes.read(STORY, ".txt")) if each.kind == kind)


@pytest.mark.parametrize(
    ("kind", "gone", "words"),
    [
        ("behind", "said Ana Silva", "“We lost all that we had in an hour.”"),
        ("before", "Otto Lang said", "“The pumps were never made for so much water.”"),
        ("above", "“We lost all", "“Nobody came to look for us for two days.”"),
    ],
)
def test_each_way_of_cutting_leaves_the_quotation_where_it_is_told(kind, gone, words):
    each = cut(kind)
    text = each.text(STORY)
    assert gone not in text
    assert text[slice(*each.target())] == words
    assert "\n\n" + words in text


def test_what_newslint_weighs_is_drawn_and_nothing_that_is_known():
    record = {"id": "gazette/1", "text": STORY}
    some = list(plant_quotes.drawn([record], 5, random.Random(1)))
    assert some
    assert all(plant_quotes.is_weighed(each.text(STORY), ".txt", each.target()) for _, each in some)
    known = {("gazette/1", each.target()[0]) for _, each in some}
    assert not {each.target() for _, each in plant_quotes.drawn([record], 5, random.Random(1), known)} & {
        each.target() for _, each in some
    }


def test_what_is_kept_has_no_text_and_gives_the_story_back(tmp_path):
    record, each = {"id": "gazette/1", "text": STORY}, cut("behind")
    kept = tmp_path / "kept.json"
    kept.write_text(plant_quotes.written([plant_quotes.as_kept(record, each) | {"verdict": "yes"}]), encoding="utf-8")
    assert "lost" not in kept.read_text(encoding="utf-8")
    (back,) = sets.planted(kept, [record])
    assert (back.house, back.text, back.target, back.verdict) == ("gazette", each.text(STORY), each.target(), "yes")
    assert list(sets.planted(kept, [{"id": "other", "text": ""}])) == []


def test_verdicts_come_back_by_number(tmp_path):
    path = tmp_path / "verdicts"
    path.write_text("0 yes\n2 unsure\n", encoding="utf-8")
    assert plant_quotes.verdicts(path) == {0: "yes", 2: "unsure"}


def test_a_reader_sees_the_quotation_marked_and_nothing_that_newslint_thinks():
    each = cut("behind")
    shown = plant_quotes.shown(7, sets.Planted("gazette", each.text(STORY), ".txt", each.target(), ""))
    assert shown.startswith("#7 [Mill shuts after flood]")
    assert "⟦“We lost all that we had in an hour.”⟧" in shown
    assert json.loads(plant_quotes.written([])) == []


def test_what_is_learnt_from_does_not_go_by_what_was_learnt_before():
    """Of two paragraphs that nobody speaks newslint weighs the first; both are learnt from, whatever it made of it."""
    text = (
        "The river rose overnight.\n\n“The water came through the floor.”\n\n“Then the lights went out.”\n\n"
        "Rain is forecast for Sunday.\n"
    )
    weighed = [quote.text for quote, _ in speech_examples.doubts(plant_quotes.read(text, ".txt"))]
    assert weighed == ["“The water came through the floor.”", "“Then the lights went out.”"]
