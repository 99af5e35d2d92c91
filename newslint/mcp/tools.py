"""The tools that an assistant may use: what each is for, what it takes, what it tells, and how it comes to that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from newslint.base.errors import NewslintError, near_miss
from newslint.base.record import NamedTuple
from newslint.base.showing import showable, showable_lines
from newslint.base.time_limit import TimeLimit, TimeSpent
from newslint.mcp import told
from newslint.mcp.asked import Asked, AskedOfRule, AskedOfRules, AskedOfStory, AskedToCheck, AskedToFix
from newslint.mcp.stories import story_of
from newslint.model.rule import Rule
from newslint.reporters.human import count
from newslint.reporters.json import finding as finding_data
from newslint.rulebook import rule_pages
from newslint.service.service import Changed, Choices, Found, Service, Text

_MOST_FINDINGS = 200  # listed; an assistant that has mended these asks again
_UNNAMED = "story.txt"

Told = tuple[str, BaseModel]  # a short text for people and simple clients, and the same as data


class Tool(NamedTuple):
    """A tool: `does` gives the answer to a call, and raises NewslintError for what is wrong with it."""

    name: str
    title: str
    description: str
    takes: type[Asked]
    tells: type[BaseModel]
    does: Callable[[Service, Any], Told]


def check(service: Service, asked: AskedToCheck) -> Told:
    """What is found in a story."""
    answer = service.check(story_of(service, asked), _choices(asked))
    path = asked.path or _UNNAMED
    listed = answer.found[:_MOST_FINDINGS]
    left_out = len(answer.found) - len(listed)
    data = told.ToldCheck(
        path=path,
        stories=len(answer.stories),
        findings=[told.ToldFinding.model_validate(finding_data(each.entry, each.fingerprint)) for each in listed],
        left_out=left_out,
        known=answer.known,
        broken=list(answer.broken),
    )
    lines = [_found_line(path, each) for each in listed]
    lines += [f"and {left_out:,} more"] if left_out else []
    lines += [f"{path}: could not be read: {why}" for why in answer.broken]
    total = len(answer.found)
    lines.append(f"{count(total, 'finding', 'findings')}." if total else "Nothing found.")
    lines += [f"{answer.known:,} more that newslint-baseline.json knows."] if answer.known else []
    return _text(lines), data


def _found_line(path: str, found: Found) -> str:
    entry = found.entry
    star = "[*]" if entry.fixes else ""
    at = entry.place.start
    place = f"{showable(path)}:{at.line}:{at.column}"
    return f"{place}: {entry.severity}[{entry.rule}]{star} {entry.message} ({entry.confidence} confidence)"


def fix(service: Service, asked: AskedToFix) -> Told:
    """A story after its fixes."""
    if asked.offers and asked.fingerprints:
        raise NewslintError("“offers” and “fingerprints” do not go together: single findings are fixed either way")
    story = story_of(service, asked)
    if story.file and story.file.taken_out:
        said = "this file is no text (a word processor’s, perhaps packed): “newslint fix” mends it in place"
        raise NewslintError(said, asked.path)
    choices = _choices(asked)
    if asked.fingerprints:
        done = service.accept(story, asked.fingerprints, choices)
    else:
        done = service.fix(story, choices, offers=asked.offers)
    path = asked.path or _UNNAMED
    shown = _diff(path, story, done)
    data = told.ToldMended(
        path=path,
        changed=done.text != story.text,
        text=done.text,
        diff=shown,
        made=[told.ToldMade(rule=rule, times=times) for rule, times in done.made],
        left=list(done.left),
    )
    lines = [", ".join(f"{rule} {times}×" for rule, times in done.made) or _nothing_made(asked)]
    lines += [f"Nothing could be done for {count(len(done.left), 'finding', 'findings')}."] if done.left else []
    return _text(lines) + (f"\n{shown}" if shown else ""), data


def _nothing_made(asked: AskedToFix) -> str:
    if asked.offers or asked.fingerprints:
        return "Nothing was changed."
    return "Nothing was changed: nothing here is safe to mend unread (`offers` makes what is only proposed)."


def _diff(path: str, story: Text, done: Changed) -> str:
    """What changed as a unified diff; none where to find out how lines match takes too long."""
    if done.text == story.text:
        return ""
    from newslint.run.fix_stories import FixedStory, diff

    old, new = story.text.encode(), done.text.encode()
    try:
        with TimeLimit(len(old)):
            return "".join(diff([FixedStory(path, story.text, done.text, done.made, old, new)]))
    except TimeSpent:
        return ""


def show(service: Service, asked: AskedOfStory) -> Told:
    """How newslint reads a story."""
    from newslint.service.seen import as_data

    story = story_of(service, asked)
    answer = service.read(story)
    path = asked.path or _UNNAMED
    try:
        with TimeLimit(len(story.text)):  # what is shown is worked out only here
            stories = [{**as_data(each), "path": path} for each in answer.stories]
    except TimeSpent as error:
        raise NewslintError(f"{error}, and was stopped", path) from None
    lines = [line for each in stories for line in _shown_lines(each)]
    lines += [f"could not be read: {why}" for why in answer.broken]
    return _text(lines), told.ToldShown(path=path, stories=stories, broken=list(answer.broken))


def _shown_lines(story: dict[str, Any]) -> Iterator[str]:
    """A story in a few lines."""
    dated = f", {story['date']}" if story["date"] else ""
    yield f"{story['path']}: {story['kind']}{dated}; {count(len(story['zones']), 'zone', 'zones')}"
    for zone in story["zones"]:
        if zone["kind"] not in ("body", "metadata"):
            words = " ".join(zone["text"].split())
            yield f"{zone['start']['line']}: {zone['kind']}: {words[:80]}{'…' if len(words) > 80 else ''}"
    for each in story["speakers"]:
        quoted = f"{each['quotes']}× ({each['words']} words)"
        yield f"quoted: {each['name'] or 'nobody named'} {quoted}"
    nobody = sum(quote["speaker"] is None for quote in story["quotes"])
    if nobody:
        yield f"{count(nobody, 'quotation', 'quotations')} without a speaker"


def explain(service: Service, asked: AskedOfRule) -> Told:
    """A rule's page."""
    pack = service.workspace().config_of(service.place("")).pack
    rule = pack.rules.get(pack.aliases.get(asked.rule, asked.rule))
    if rule is None:
        hint = near_miss(asked.rule, pack.rules, "the tool “rules” lists them")
        raise NewslintError(f"there is no rule “{asked.rule}”", hint=hint)
    page = {**rule_pages.as_data(rule), "source": rule.source}
    examples = [{"verdict": each.verdict, "text": each.text} for each in rule.examples]
    data = told.ToldExplained.model_validate({**page, "examples": examples})
    return _text(rule_pages.rule_page(rule, pack.owners.get(rule.id))), data


def rules(service: Service, asked: AskedOfRules) -> Told:
    """The rules there are, as they are configured."""
    place = service.place(asked.path)
    config = service.workspace().config_of(place)
    active = {rule.id: rule for rule in config.profile(place).rules}
    pack = config.pack
    if asked.topic and asked.topic not in pack.topics:
        raise NewslintError(f"there is no topic “{asked.topic}”", hint=near_miss(asked.topic, pack.topics))
    found: list[tuple[Rule, bool]] = [
        (active.get(rule.id, rule), rule.id in active)
        for rule in sorted(pack.rules.values(), key=lambda rule: (rule.topic, rule.id))
        if asked.topic in ("", rule.topic)
    ]
    listed = [told.ToldRule.model_validate(rule_pages.as_data(rule, on)) for rule, on in found]
    return _text(rule_pages.rule_list(found)), told.ToldRules(rules=listed)


def styles(service: Service, asked: Asked) -> Told:
    """The house styles there are."""
    from newslint.config.layers import read_layer

    found = []
    for name, path in sorted(service.workspace().plugins.styles.items()):
        picked = read_layer(path).data.get("style", {})
        picks = {axis: [each.value for each in values] for axis, values in sorted(picked.items())}
        found.append(told.ToldStyle(name=name, picks=picks))
    lines = (f"{each.name}: {_picked(each.picks)}" for each in found)
    return _text(lines), told.ToldStyles(styles=found)


def _picked(picks: dict[str, list[str]]) -> str:
    return ", ".join(f"{axis} {' or '.join(values)}" for axis, values in picks.items())


def _choices(asked: AskedToCheck) -> Choices:
    return Choices(
        style=asked.style,
        select=tuple(asked.select),
        ignore=tuple(asked.ignore),
        min_confidence=asked.min_confidence,
    )


def _text(lines: Iterable[str]) -> str:
    """Lines as one text, in which nothing of a stranger's stands that a terminal would obey."""
    return "\n".join(showable_lines(line) for line in lines)


_STORY = "Give the story as `text`, or the `path` of a file below the folder that is served. No file is changed."
TOOLS = (
    Tool(
        "check",
        "Check a news story",
        "Check a news story for what an editor would stop at: quotations without a speaker, names spelled two ways,"
        " figures and dates that contradict one another, lines a web page left behind, missing datelines, house"
        " style. It judges form, not whether the story is true. Findings may be wrong: `confidence` tells how sure"
        " the rule is, and `explain` why it says so; treat them as questions to the writer. Nothing inside a"
        f" quotation should be changed because of one. {_STORY}",
        AskedToCheck,
        told.ToldCheck,
        check,
    ),
    Tool(
        "fix",
        "Mend a news story",
        "Make newslint's safe fixes in a news story and return the whole text and a diff. Nothing inside a quotation"
        " is ever changed, and no sentence is rewritten. With `fingerprints` only the findings chosen are fixed, with"
        " `offers` all that is proposed, which may be wrong: a person has to read the result. Present the diff to the"
        f" writer before you put the text anywhere. {_STORY}",
        AskedToFix,
        told.ToldMended,
        fix,
    ),
    Tool(
        "explain",
        "Explain a rule",
        "Tell what a rule of newslint finds, why, what it would and would not find (examples), how often it was wrong"
        " in real stories, and how to switch it off. Use it before you argue for or against a finding.",
        AskedOfRule,
        told.ToldExplained,
        explain,
    ),
    Tool(
        "show",
        "Show how a story is read",
        "Show how newslint reads a news story: what is headline, byline, dateline, caption, body and what a page left"
        " behind; every quotation and who is taken to have said it; who is quoted how often; names of people, places"
        " and bodies. Speakers are worked out and may be wrong (`confidence`). It judges nothing."
        f" {_STORY}",
        AskedOfStory,
        told.ToldShown,
        show,
    ),
    Tool(
        "rules",
        "List the rules",
        "List newslint's rules with their topic, severity and confidence, and whether they run here.",
        AskedOfRules,
        told.ToldRules,
        rules,
    ),
    Tool(
        "styles",
        "List the house styles",
        "List the house styles that `check` and `fix` take as `style`, and what each picks.",
        Asked,
        told.ToldStyles,
        styles,
    ),
)
