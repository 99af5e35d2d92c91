"""For plugin authors and for us: run rules' examples as tests, and hold formats to their contract.

In a plugin's tests one line runs every example of every rule it brings:

    test_examples = newslint.testing.examples("acme")
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from newslint.base.environment import Plugin
from newslint.base.errors import near_miss
from newslint.base.record import NamedTuple
from newslint.base.text import Source, Span, decode
from newslint.config.profile import Profile
from newslint.engine import fixing
from newslint.engine.corpus import Ledger, facts_of
from newslint.engine.engine import Engine
from newslint.formats import Format, Reading, read_stories, read_story
from newslint.kinds.base import KindRule
from newslint.model.cleaned import Prose, judged
from newslint.model.finding import Edit, Finding
from newslint.model.rule import CorpusRule, Example, Rule
from newslint.model.story import ROLES, Story
from newslint.rulebook import pack as packs
from newslint.rulebook.pack import Pack
from newslint.rulebook.plugins import Plugins
from newslint.rulebook.plugins import load as load_plugins
from newslint.rulebook.waiting import Rules
from newslint.words.languages import code_of

_MARK = re.compile(r"\[\[|\]\]|\(\(|\)\)")
_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")
NOBODY: Mapping[str, Plugin] = {}
NEXT_STORY = "\n=====\n"  # in an example of a rule over several stories


class Marked(NamedTuple):
    """An example's text without its marks, and what they marked."""

    text: str
    found: list[Span]
    related: list[Span]


def unmark(text: str) -> Marked:
    """Take the marks `[[…]]` and `((…))` out of an example."""
    plain: list[str] = []
    opened: list[tuple[str, int]] = []
    spans: dict[str, list[Span]] = {"[[": [], "((": []}
    at = length = 0
    for m in _MARK.finditer(text):
        plain.append(text[at : m.start()])
        length += m.start() - at
        at = m.end()
        if m[0] in spans:
            opened.append((m[0], length))
        else:
            if not opened:
                raise AssertionError(f"{m[0]} closes nothing in the example: {text!r}")
            mark, start = opened.pop()
            spans[mark].append(Span(start, length))
    if opened:
        raise AssertionError(f"{opened[0][0]} is never closed in the example: {text!r}")
    return Marked("".join((*plain, text[at:])), sorted(spans["[["]), sorted(spans["(("]))


def check_text(
    rule: Rule, text: str, example: Example, formats: Mapping[str, Format], owners: Mapping[str, Plugin] = NOBODY
) -> tuple[Story, list[Finding]]:
    """A rule's findings in an example's text, read and configured as the example says."""
    configured = rule.configure(example.options).with_(style=dict(example.style), asked=True)
    reading = Reading(genre=example.kind, language=code_of(example.language))
    assert reading.language, f"{rule.id}: in an example, “{example.language}” is no language"
    profile = Profile(
        Rules([configured]), reading, example.style, "low", "warning", "story", owners, {rule.id: rule.id}
    )
    story_format = _format_of(rule, example, formats)
    ending = (story_format.extensions or (".txt",))[0]
    story = read_story(
        story_format, Source(example.file or f"example{ending}", text, example.encoding), profile.reading
    )
    return story, Engine(profile).check(story)


def _format_of(rule: Rule, example: Example, formats: Mapping[str, Format]) -> Format:
    """The format an example is written in."""
    known = near_miss(example.format, formats)
    assert example.format in formats, f"{rule.id}: an example has an unknown format “{example.format}”: {known}"
    return formats[example.format]


def check_corpus(
    rule: CorpusRule,
    text: str,
    example: Example,
    formats: Mapping[str, Format],
    owners: Mapping[str, Plugin] = NOBODY,
) -> list[Finding]:
    """A corpus rule's findings in the first story of a run: of several that all say `text`, or of those in it."""
    configured = rule.configure(example.options)
    ledger = Ledger(configured, owners, "low")
    parts = text.split(NEXT_STORY)
    for n, part in enumerate(parts * example.stories if len(parts) == 1 else parts, 1):
        story = read_story(
            _format_of(rule, example, formats), Source(f"story-{n}.txt", part), Reading(genre=example.kind)
        )
        for key, fact in facts_of(configured, owners, story):
            ledger.add(key, fact)
    return [
        Finding(e.rule, e.topic, e.severity, e.confidence, e.message, Span(e.place.start.offset, e.place.end.offset))
        for e in ledger.entries()
        if e.place.path == "story-1.txt"
    ]


def check_message(rule: Rule) -> None:
    """Raise AssertionError where a rule's message has a `{word}` that its kind does not fill in."""
    if isinstance(rule, KindRule) and rule.fills:
        for word in _PLACEHOLDER.findall(rule.message):
            if word not in rule.fills:
                meant = near_miss(word, rule.fills)
                raise AssertionError(f"{rule.id}: nothing fills in “{{{word}}}” in its message: {meant}")


def run_example(
    rule: Rule, example: Example, formats: Mapping[str, Format], owners: Mapping[str, Plugin] = NOBODY
) -> None:
    """Raise AssertionError, saying what was found, where an example does not hold, and RuleError where a rule breaks.

    `owners` says which plugin a rule is from, by its id.
    """
    check_message(rule)
    good = example.verdict == "good"
    text, wanted, related = Marked(example.text, [], []) if good else unmark(example.text)
    if isinstance(rule, CorpusRule):
        findings = check_corpus(rule, text, example, formats, owners)
    else:
        _, findings = check_text(rule, text, example, formats, owners)
    spans = sorted(f.span for f in findings)
    if spans != wanted:
        raise AssertionError(
            f"{rule.id}: {example.verdict} example {text!r}\n  expected {_quoted(text, wanted)}"
            f"\n  found    {_quoted(text, spans)}"
        )
    if related:
        got = sorted(r.span for f in findings for r in f.related)
        if got != related:
            raise AssertionError(
                f"{rule.id}: related places in {text!r}\n  expected {_quoted(text, related)}"
                f"\n  found    {_quoted(text, got)}"
            )
    if example.message and example.message not in [f.message for f in findings]:
        raise AssertionError(
            f"{rule.id}: expected the message {example.message!r}, found {[f.message for f in findings]}"
        )
    for word in () if rule.by_configuration else _PLACEHOLDER.findall(rule.message):
        if any(f"{{{word}}}" in f.message and word not in text for f in findings):
            raise AssertionError(f"{rule.id}: nothing fills in “{{{word}}}” in its message")
    if example.fixed is not None:
        _check_fix(rule, example, text, formats)


def _check_fix(rule: Rule, example: Example, text: str, formats: Mapping[str, Format]) -> None:
    fixed = fix_text(rule, text, example, formats)
    if fixed != example.fixed:
        raise AssertionError(f"{rule.id}: fixing {text!r}\n  expected {example.fixed!r}\n  found    {fixed!r}")
    _, left = check_text(rule, fixed, example, formats)
    if left:
        raise AssertionError(f"{rule.id}: the fixed text {fixed!r} is not clean: {[f.message for f in left]}")


def fix_text(rule: Rule, text: str, example: Example, formats: Mapping[str, Format]) -> str:
    """An example's text after every fix of the rule, offered ones too."""
    return fixing.fix_text(text, lambda now: check_text(rule, now, example, formats)[1], offers=True).text


def _quoted(text: str, spans: list[Span]) -> list[str]:
    return [f"{a}-{b} {text[a:b]!r}" for a, b in spans]


def example_cases(pack: Pack, owner: str = "") -> Iterator[tuple[str, Rule, Example]]:
    """(name, rule, example) for each example of all rules, or of one plugin's."""
    for rule in pack.rules.values():
        belongs = pack.owners.get(rule.id)
        if not owner or (belongs and belongs.name == owner):
            for n, example in enumerate(rule.examples, 1):
                yield f"{rule.id}-{n}-{example.verdict}", rule, example


def examples(owner: str = "") -> Callable[..., None]:
    """A pytest test that runs every example of the rules of one plugin (or of all that are installed)."""
    import pytest

    plugins = load_plugins()
    pack = packs.load(plugins)
    cases = list(example_cases(pack, owner))
    assert cases, f"no rule of plugin “{owner}” has an example: is it installed?"

    @pytest.mark.parametrize(("rule", "example"), [c[1:] for c in cases], ids=[c[0] for c in cases])
    def test_examples(rule: Rule, example: Example) -> None:
        run_example(rule, example, plugins.formats, pack.owners)

    return test_examples  # type: ignore[no-any-return]


def rules_in(path: str | os.PathLike[str], plugins: Plugins | None = None) -> list[Rule]:
    """The rules in a YAML file or folder, for a team that keeps them beside its stories."""
    kinds = (plugins or load_plugins()).kinds
    return [rule for file in packs.files_below(os.fspath(path)) for rule in packs.read_rules(file, kinds)]


def check_format(story_format: Format, text: str | bytes, name: str = "story") -> Story:
    """Read a text, or the bytes of a file, and raise AssertionError where a story breaks the contract of formats.

    Every story in it is held to that; the first is returned. Whatever rules find in it must stand in prose, and safe
    fixes must give a file that reads as the fixed prose. Raises UnreadableStory where the format reads no story.
    """
    path = name + (story_format.extensions or ("",))[0]
    source = _source(story_format, text, path)
    stories = _as_given(story_format, source)
    assert stories, "there is no story in it, and the format has not said so: raise NoStory"
    for story in stories:
        _check_story(story, source)
    _check_fixing(story_format, source, stories)
    return stories[0]


def _as_given(story_format: Format, source: Source) -> list[Story]:
    """The stories of a source as the format itself gives them."""
    several = getattr(story_format, "stories", None)
    found = several(source, Reading()) if several else [story_format.parse(source, Reading())]
    return [each for each in found if isinstance(each, Story)]


def _source(story_format: Format, text: str | bytes, path: str) -> Source:
    if isinstance(text, str):
        return Source(path, text)
    opener = getattr(story_format, "open", None)
    source: Source = opener(text, path) if opener else decode(text, path)
    return source


def _check_story(story: Story, source: Source) -> None:
    text = source.text
    assert story.source is source, "the story has another source than the one it was read from"
    said = story.language
    assert said, "the story has no language: give the one it is written in where the reading gives none"
    assert said == code_of(said), f"the story’s language is “{said}”: give “{code_of(said) or 'a code such as en'}”"
    end = 0
    for zone in story.zones:
        assert zone.span.start >= end, f"{zone!r} begins before the zone before it ends"
        assert zone.span.end <= len(text), f"{zone!r} ends after the source"
        assert zone.role in ROLES, f"{zone!r} has an unknown role: {near_miss(zone.role, ROLES)}"
        end = zone.span.end
        at = 0
        for segment in zone.segments or ():
            inside = Span(segment.source_start, segment.source_start + segment.source_length)
            assert zone.span.holds(inside), f"a segment of {zone!r} lies outside it: {segment}"
            assert segment.start == at, f"the segments of {zone!r} leave prose out before {segment}"
            at += segment.length
            if segment.length == segment.source_length:
                prose = zone.text[segment.start : segment.start + segment.length]
                original = text[inside.start : inside.end]
                assert _same(prose, original), f"{zone!r}: prose {prose!r} stands for {original!r}"
        if zone.segments is None:
            assert zone.text == text[zone.span.start : zone.span.end], f"{zone!r} without segments must be its source"
        else:
            assert at == len(zone.text), f"the segments of {zone!r} end before its prose does"


def _same(prose: str, original: str) -> bool:
    """Whether prose is its source, but for signs that read as a space, such as line ends."""
    return all(a == b or a.isspace() for a, b in zip(prose, original, strict=True))


def _check_fixing(story_format: Format, source: Source, stories: Sequence[Story]) -> None:
    """Hold what a change of a word comes to in the file: it reads as the prose so changed, and nothing else moved."""
    for n, story in enumerate(stories):
        if not story.markup:
            continue
        prose = judged(story).source
        for span, new in _changes(story):
            edits = prose.edits(Edit(span, new)) if isinstance(prose, Prose) else None
            if edits is None:
                continue
            fixed = source.with_text(fixing.apply(source.text, sorted(edits)))
            again = [e for e in read_stories(story_format, fixed, Reading()) if isinstance(e, Story)]
            wanted = prose.text[: span.start] + new + prose.text[span.end :]
            found = judged(again[n]).source.text if n < len(again) else None
            assert found == wanted, f"after the fix {new!r} at {span} the file reads {found!r}, not {wanted!r}"


def _changes(story: Story) -> Iterator[tuple[Span, str]]:
    """A few changes to a story's prose that a rule might make: a word replaced, a word inserted, a sign replaced."""
    starts = story.prose.starts
    copy = [(at, zone) for at, zone in zip(starts, story.zones, strict=True) if zone.role in _COPY and not zone.field]
    for at, zone in copy[:_TRIED]:
        for m in [*_LETTERS.finditer(zone.text)][:_TRIED]:
            span = Span(at + m.start(), at + m.end())
            yield span, 'fish & <chips> "too"'
            yield span, m[0].swapcase()


_LETTERS = re.compile(r"[^\W\d_]{3,}")
_COPY = ("body", "list", "quote-block", "caption", "table", "note")  # of others their words may tell what they are
_TRIED = 3  # zones of a story, and words of a zone
