"""The door for programs: a text is a text, a path a file; findings, fixes and analyses of what was handed in."""

import ast
import inspect
import os
import typing
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslint
from newslint import api
from newslint.base import typed

# Rounds of edits that no rule would make are followed, too.
from newslint.engine._trace import Trace
from newslint.engine.fixing import apply
from newslint.model.finding import Edit
from newslint.rulebook import hookspecs

STORY = """\
Council closes the old bridge

By Ana Ruiz

OSTERVIK (AP) — The council voted on Monday, March 3, 2025, to close the bridge to lorries.

“It is old,” said Mayor Maria Lund. “It cannot carry them.”

Lund said 40 percent of the traffic would go by the ring road, which Otto Berg of the hauliers called “a mad plan”.

READ MORE: Ten bridges to see before you die
"""
KEPT = api._workspace  # what is made once is kept here, which programs cannot see
HOUSE = "rules: {all: off, percent-form: error}\nstyle: {percent-form: sign}\n"


@pytest.fixture(autouse=True)
def bare(newsroom):
    """Every test in an empty folder, without the plugins of this environment."""
    return newsroom


def rules_of(findings):
    return [finding.rule for finding in findings]


def words(story, spans):
    return [story.source.text[span.start : span.end] for span in spans]


# What is handed in


def test_a_text_that_is_the_name_of_a_file_is_a_text(newsroom):
    (newsroom / "story.txt").write_text(STORY, encoding="utf-8")
    for name in ("story.txt", str(newsroom / "story.txt"), ".", ""):
        assert newslint.read(name).source.text == name
        assert newslint.fix(name).text == name


def test_a_path_is_a_file(newsroom):
    file = newsroom / "story.txt"
    file.write_bytes(STORY.encode("cp1252"))
    story = newslint.read(file)
    assert (story.source.text, story.source.encoding, story.path) == (STORY, "cp1252", str(file))
    assert newslint.check(file, ignore="legacy-encoding") == newslint.check(STORY) != []
    assert newslint.fix(file).text == newslint.fix(STORY).text
    assert file.read_bytes() == STORY.encode("cp1252")


def test_a_story_is_checked_as_it_was_read():
    assert newslint.check(newslint.read(STORY)) == newslint.check(STORY) != []
    with pytest.raises(TypeError, match=r"newslint\.read"):
        newslint.check(newslint.read(STORY), format="markdown")


@pytest.mark.parametrize("thing", [None, 3.5, b"bytes", ["a", "list"]])
def test_what_is_no_story_is_refused(thing):
    with pytest.raises(TypeError, match="a story is a str"):
        newslint.check(thing)


def test_the_ending_of_a_path_or_the_format_says_how_to_read(newsroom):
    text = "# A *new* bridge\n\nThe bridge is new.\n"
    (newsroom / "story.md").write_text(text, encoding="utf-8")
    read = [
        newslint.read(newsroom / "story.md"),
        newslint.read(text, path="story.md"),
        newslint.read(text, format="markdown"),
    ]
    assert [story.format for story in read] == ["markdown"] * 3
    assert [story.zones[0].text for story in read] == ["A new bridge"] * 3
    assert newslint.read(text).format == "plain"
    assert newslint.read(newsroom / "story.md", format="plain").format == "plain"


def test_what_is_known_beforehand_holds():
    story = newslint.read(STORY, genre="opinion", language="de", date=date(2025, 3, 3))
    assert (story.genre, story.language, story.date) == ("opinion", "de", date(2025, 3, 3))
    assert (newslint.read(STORY).genre, newslint.read(STORY).language) == ("news", "en")
    assert newslint.read(STORY, language="German").language == "de"
    with pytest.raises(newslint.NewslintError, match="“Germn” is no language") as caught:
        newslint.read(STORY, language="Germn")
    assert "“German”" in caught.value.hint


# Which rules


def test_a_style_is_a_name_or_axes():
    assert "percent-form" not in rules_of(newslint.check(STORY))
    for style in ("ap", {"percent-form": "sign"}):
        assert "percent-form" in rules_of(newslint.check(STORY, style=style))
    assert "percent-form" not in rules_of(newslint.check(STORY, style={"percent-form": "percent"}))


def test_rules_and_topics_are_selected_by_one_name_or_several():
    everything = set(rules_of(newslint.check(STORY)))
    assert "read-more-line" in everything
    assert set(rules_of(newslint.check(STORY, select="read-more-line"))) == {"read-more-line"}
    assert set(rules_of(newslint.check(STORY, select=["chrome", "quotes"]))) >= {"read-more-line"}
    assert "read-more-line" not in rules_of(newslint.check(STORY, ignore="chrome"))


def test_findings_may_be_asked_to_be_sure():
    sure = newslint.check(STORY, min_confidence="high")
    assert {finding.confidence for finding in sure} <= {"high"}
    assert len(newslint.check(STORY, min_confidence="low")) >= len(newslint.check(STORY)) >= len(sure)


def test_a_text_never_makes_newslint_look_for_a_configuration(newsroom):
    before = newslint.check(STORY)
    (newsroom / "newslint.yaml").write_text("rules: {all: off}\n", encoding="utf-8")
    assert newslint.check(STORY) == newslint.check(STORY, path="story.txt") == before != []


def test_a_path_goes_by_the_nearest_configuration_above_it(newsroom):
    (newsroom / "desk").mkdir()
    file = newsroom / "desk" / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text(HOUSE, encoding="utf-8")
    assert rules_of(newslint.check(file)) == ["percent-form"]
    (newsroom / "desk" / "newslint.yaml").write_text("rules: {all: off}\n", encoding="utf-8")
    assert newslint.check(file) == []
    assert rules_of(newslint.check(file, config=newsroom / "newslint.yaml")) == ["percent-form"]


def test_a_configuration_holds_for_a_text_and_is_read_again_once_it_is_saved(newsroom):
    config = newsroom / "newslint.yaml"
    config.write_text(HOUSE, encoding="utf-8")
    assert rules_of(newslint.check(STORY, config=config)) == ["percent-form"]
    assert newslint.check(STORY, config=str(config), style={"percent-form": "percent"}) == []
    config.write_text("rules: {all: off}\n", encoding="utf-8")
    assert newslint.check(STORY, config=config) == []


def test_overrides_hold_by_the_path_that_a_text_is_given(newsroom):
    config = newsroom / "newslint.yaml"
    config.write_text(f"{HOUSE}overrides: [{{files: sport/**, rules: {{percent-form: off}}}}]\n", encoding="utf-8")
    assert newslint.check(STORY, config=config, path="sport/story.txt") == []
    assert rules_of(newslint.check(STORY, config=config, path="news/story.txt")) == ["percent-form"]
    assert rules_of(newslint.check(STORY, config=config)) == ["percent-form"]


# Findings and fixes


def test_a_finding_stands_where_its_span_says():
    text = STORY.replace("\n", "\r\n").replace("Council", "\N{BRIDGE AT NIGHT} Council")
    [finding] = newslint.check(text, style="ap", select="percent-form")
    assert text[finding.span.start : finding.span.end] == "40 percent"
    for story in (text, newslint.read(text), newslint.Source("", text)):
        place = newslint.locate(finding, story).place
        assert (place.start.line, place.start.column, place.match) == (9, 11, "40 percent")


def test_edits_are_of_the_text_before_and_lead_to_the_text_after():
    text = STORY + "\n" + STORY.replace("old", "OLD").replace("“", '"').replace("”", '"')
    fixed = newslint.fix(text, style="ap", offers=True)
    assert fixed.text != text
    assert applied(text, fixed.edits) == apply(text, fixed.edits) == fixed.text
    assert all(a.span.end < b.span.start for a, b in pairwise(fixed.edits))
    assert newslint.fix(fixed.text, style="ap", offers=True) == (fixed.text, ())


def applied(text, edits):
    """As the docs say: from the last to the first."""
    for span, new in reversed(edits):
        text = text[: span.start] + new + text[span.end :]
    return text


def test_only_safe_fixes_are_made_unless_others_are_asked_for():
    copy = "The mayor said 40 percent would go.\n"
    assert newslint.fix(copy, style="ap").edits == ()
    assert newslint.fix(copy, style="ap", offers=True).edits == (Edit(newslint.Span(15, 25), "40%"),)
    # Beside a page's button, the pointer to another story above it may go unread too.
    assert newslint.fix(STORY + "\nShare on Facebook\n").edits == (Edit(newslint.Span(314, 379), ""),)


@pytest.mark.parametrize("marks", ["“”", '""', "‘’"])
def test_nothing_inside_a_quotation_is_changed(marks):
    spoken = marks[0] + "It carries 40 percent of the  traffic ,and the the rest," + marks[1]
    text = f"{spoken} said Maria Lund. It carries 40 percent.\n"
    fixed = newslint.fix(text, style="ap", ignore="quote-marks", offers=True)  # whose marks they are is not said
    assert fixed.text.startswith(spoken)
    assert fixed.text != text


@given(st.text("ab\n", max_size=12), st.lists(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 4), st.text("xy", max_size=2)), max_size=3), max_size=4))  # fmt: skip
def test_rounds_of_edits_are_told_as_edits_of_the_text_before_them(text, rounds):
    now, trace = text, Trace(text)
    for wanted in rounds:
        edits, at = [], 0
        for start, length, new in sorted(wanted):
            if at <= start <= len(now):
                at = min(len(now), start + length)
                edits.append(Edit(newslint.Span(start, at), new))
                at += 1
        trace.follow(edits)
        now = applied(now, edits)
    found = trace.edits()
    assert applied(text, found) == now
    assert all(a.span.end < b.span.start for a, b in pairwise(found))


# Mistakes


@pytest.mark.parametrize(
    ("keywords", "error", "message", "hint"),
    [
        ({"style": "app"}, newslint.ConfigError, "unknown style “app”", "did you mean “ap”?"),
        ({"style": {"percent-frm": "sign"}}, newslint.ConfigError, "unknown style axis", "“percent-form”"),
        ({"style": {"percent-form": "sing"}}, newslint.ConfigError, "expected one of", "“sign”"),
        ({"style": {"percent-form": 3}}, newslint.ConfigError, "expected a text", ""),
        ({"select": "quots"}, newslint.ConfigError, "unknown rule or topic “quots”", "“quotes”"),
        ({"ignore": ["quots"]}, newslint.ConfigError, "unknown rule or topic “quots”", "“quotes”"),
        ({"format": "markdwn"}, newslint.NewslintError, "unknown story format “markdwn”", "“markdown”"),
        ({"min_confidence": "hgh"}, newslint.NewslintError, "unknown confidence “hgh”", "“high”"),
        ({"config": "nowhere.yaml"}, newslint.NewslintError, "there is no such configuration file", ""),
    ],
)
def test_a_name_that_nobody_knows_is_met_with_the_nearest_one(keywords, error, message, hint):
    with pytest.raises(error) as raised:
        newslint.check(STORY, **keywords)
    assert message in raised.value.message
    assert hint in raised.value.hint
    assert not str(raised.value).startswith("1:1")


def test_a_mistake_in_a_configuration_has_its_line(newsroom):
    (newsroom / "newslint.yaml").write_text("rules:\n  percent-frm: error\n", encoding="utf-8")
    with pytest.raises(newslint.ConfigError) as raised:
        newslint.check(STORY, config=newsroom / "newslint.yaml")
    assert (Path(raised.value.path).name, raised.value.line) == ("newslint.yaml", 2)
    assert "“percent-form”" in raised.value.hint


def test_a_file_that_cannot_be_read_is_named(newsroom):
    (newsroom / "picture.txt").write_bytes(b"\0\1\2")
    for name, reason in (("picture.txt", "binary"), ("nowhere.txt", "cannot be opened")):
        for call in (newslint.check, newslint.fix, newslint.read):
            with pytest.raises(newslint.NewslintError, match=reason) as raised:
                call(newsroom / name)
            assert raised.value.path == str(newsroom / name)


# Analyses


def test_who_is_quoted_is_known_by_person():
    story = newslint.read(STORY)
    people = {person.name: person for person in story.get(newslint.people)}
    mayor = people["Maria Lund"]
    assert (mayor.title, mayor.words_quoted) == ("Mayor", 7)
    assert [quote.words for quote in mayor.quotes] == ["It is old,", "It cannot carry them."]
    assert words(story, (mention.span for mention in mayor.mentions)) == ["Maria Lund", "Lund"]
    assert {mention.person for mention in mayor.mentions} == {mayor.number}
    assert people["Otto Berg"].words_quoted == 3
    assert "Ana Ruiz" not in people, "who writes is not in the story"
    assert [person.mentions[0].span for person in people.values()] == sorted(
        p.mentions[0].span for p in people.values()
    )


def test_the_other_analyses_say_what_they_are_documented_to_say():
    story = newslint.read(STORY)
    assert words(story, (quote.content for quote in story.get(newslint.quotes)))[0] == "It is old,"
    speakers = story.get(newslint.speakers)
    assert len(speakers) == len(story.get(newslint.quotes))
    assert [speaker and speaker.name for speaker in speakers][:2] == ["Maria Lund", "Maria Lund"]
    named = [mention.span for mention in story.get(newslint.mentions) if mention.entity == "person"]
    assert words(story, named) == ["Maria Lund", "Lund", "Otto Berg"]
    dateline = story.get(newslint.dateline)
    assert (dateline.city, dateline.agency) == ("OSTERVIK", "AP")
    assert story.source.text[dateline.span.end :].startswith("The council voted")
    [moment] = story.get(newslint.dates)
    assert (moment.text, moment.readings) == ("Monday, March 3, 2025", ((2025, 3, 3),))
    assert [s.text[:12] for s in story.get(newslint.sentences)][2:4] == ["“It is old,”", "“It cannot c"]


def test_dates_come_in_the_order_of_the_text():
    story = newslint.read("It began on 2025-03-03 and ended on March 5, 2025, says the council.", format="fragment")
    assert [moment.readings[0].day for moment in story.get(newslint.dates)] == [3, 5]


ANALYSES = {
    name: thing for name in newslint.__all__ if isinstance(thing := getattr(newslint, name), newslint.Analysis)
}


@pytest.mark.parametrize("name", ANALYSES)
def test_an_analysis_bears_its_public_name_and_says_what_it_gives(name):
    assert ANALYSES[name].name == name
    assert inspect.getdoc(ANALYSES[name].run)
    assert "return" in ANALYSES[name].run.__annotations__


def test_a_plugins_analysis_stands_in_for_ours(monkeypatch):
    class Replacing:
        found, analyses = (), {"quotes": newslint.Analysis("quotes", lambda story: ())}

        def __getattr__(self, name):
            return getattr(api.load(), name)

    monkeypatch.setattr(api, "_plugins", lambda wanted: Replacing())
    KEPT.cache_clear()
    try:
        by_hand = newslint.Story(newslint.Source("", STORY), newslint.read(STORY).zones)
        assert newslint.read(STORY).get(newslint.quotes) == ()
        assert newslint.read(STORY).get(newslint.people)[-1].quotes == ()
        newslint.check(by_hand)
        assert by_hand.get(newslint.quotes) == ()
    finally:
        KEPT.cache_clear()


# State


def test_many_threads_find_what_one_does():
    texts = [STORY.replace("bridge", f"bridge {n}") for n in range(40)]
    alone = [newslint.check(text, style="ap") for text in texts]
    KEPT.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: newslint.check(text, style="ap"), texts)) == alone


def test_what_is_made_once_is_kept_and_not_without_end():
    newslint.check(STORY)
    made = KEPT.cache_info()
    for _ in range(5):
        newslint.check(STORY)
    assert KEPT.cache_info().misses == made.misses
    assert made.maxsize == 16


# What is exported


def exports():
    """Where `newslint` says that each public name is from, to programs that check types."""
    tree = ast.parse(Path(newslint.__file__).read_text(encoding="utf-8"))
    [guarded] = [node for node in tree.body if isinstance(node, ast.If)]
    return {alias.name: node.module for node in guarded.body for alias in node.names}


def test_every_public_name_is_the_same_to_people_programs_and_type_checkers():
    # the table by which names are imported when they are first asked for: what it says must hold
    homes = {name: f"newslint.{module}" for module, names in newslint._HOMES.items() for name in names}
    assert exports() == homes
    assert sorted(newslint.__all__) == newslint.__all__
    assert set(newslint.__all__) == {*homes, "__version__"} <= {*dir(newslint)}
    for name, module in homes.items():
        assert getattr(newslint, name) is getattr(__import__(module, fromlist=[name]), name)


@pytest.mark.parametrize("name", [name for name in newslint.__all__ if name != "__version__"])
def test_every_public_name_says_what_it_is(name):
    thing = getattr(newslint, name)
    said = inspect.getdoc(thing.run if isinstance(thing, newslint.Analysis) else thing)
    assert said
    assert not said.startswith(f"{name}(")  # what NamedTuple says of itself


def test_names_for_types_stand_for_those_of_typing():
    tree = ast.parse(inspect.getsource(typed))
    checked = {name.asname for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}
    assert checked - {None} == set(FOR_TYPES) - {"T", "PathLike"} | {"cast", "overload"}
    assert checked - {None} <= set(vars(typed)) & set(typing.__all__)
    assert typed.cast("int", "x") == "x"
    assert typed.IO[str] is typed.IO
    assert isinstance(typed.TypeVar("T", bound=int), type)
    assert typed.overload(len) is len


def named_in(thing, public):
    """Every class of newslint's that the annotations of a function, or of a class and its methods, name."""
    hints = list(get_type_hints(thing, localns=public).values())
    if isinstance(thing, type):
        for name, member in vars(thing).items():
            called = getattr(member, "fget", None) or getattr(member, "__func__", member)
            if inspect.isfunction(called) and (not name.startswith("_") or name == "__init__"):
                hints += get_type_hints(called, localns=public).values()
    while hints:
        hint = hints.pop()
        hints += get_args(hint) if not isinstance(hint, list) else hint
        if isinstance(hint, type) and hint.__module__.startswith("newslint.") and hint is not typed.Any:
            yield hint


# Imported by modules for type checkers only, or as names without content.
FOR_TYPES = {
    name: getattr(typing, name)
    for name in vars(typed)
    if name[0].isupper() and name in typing.__all__ and name != "TYPE_CHECKING"
}
FOR_TYPES |= {"PathLike": os.PathLike, "T": typing.TypeVar("T")}
HOOKS = {name: hook for name, hook in vars(hookspecs).items() if name.startswith("register_")}


def test_every_type_that_a_hook_or_a_public_name_takes_or_gives_is_public():
    public = {name: getattr(newslint, name) for name in newslint.__all__}
    for name, thing in {**HOOKS, **public}.items():
        thing = thing.run if isinstance(thing, newslint.Analysis) else thing
        if inspect.isclass(thing) or inspect.isfunction(thing):
            for found in named_in(thing, {**public, **vars(inspect.getmodule(thing)), **FOR_TYPES}):
                assert public.get(found.__name__) is found, f"{name} names {found.__name__}, which is not exported"
