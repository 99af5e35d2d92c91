"""What is printed of a wrong finding: a page in Markdown, to be pasted into an issue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.base.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.commands._false_alarm import Seen, Shown

_MOST_MARKED = 120  # code points of the words that a finding marks: the paragraph stands below


def page(seen: Seen, said: Shown, *, keep_words: bool) -> Iterator[str]:
    """The report, line by line, in Markdown."""
    import platform

    from newslint.base.environment import chosen
    from newslint.base.version import __version__

    rule, finding, story = seen.rule, said.again or seen.finding, seen.story
    plugins = "".join(f", plugin {plugin.name} {plugin.version}" for plugin in chosen())
    message = finding.message if said.again or keep_words else rule.message
    yield f"### False alarm: {rule.id}"
    yield ""
    yield f"* newslint {__version__}, Python {platform.python_version()} on {platform.system()}{plugins}"
    yield f"* rule: `{rule.id}` ({finding.severity}, confidence {finding.confidence})"
    yield f"* it says: {_text(message)}"
    if marked := _marked(seen, said, keep_words=keep_words):
        yield f"* of: {_code(marked)}"
    yield f"* format: {story.format}; kind: {_text(story.genre)}; language: {_text(story.language)}" + (
        f"; date: {story.date}" if story.date else ""
    )
    yield from (f"* settings: {_code(setting)}" for setting in _settings(seen))
    yield ""
    yield "The whole story as newslint reads it:" if said.whole else "The paragraphs as newslint reads them:"
    yield ""
    yield from _roles(said)
    yield ""
    yield from _fenced(said)
    yield ""
    yield from _told(said, keep_words=keep_words)
    yield ""
    yield "Why it is no fault: (please say; if the reason is in a word that was replaced, name it)"


def _marked(seen: Seen, said: Shown, *, keep_words: bool) -> str:
    """The words that the finding marks, where they can be shown."""
    text, span = (said.text, said.again.span) if said.again else (seen.base.source.text, seen.finding.span)
    marked = " ".join(text[span.start : span.end].split()) if said.again or keep_words else ""
    return marked if len(marked) <= _MOST_MARKED else marked[: _MOST_MARKED - 1].rstrip() + "…"


def _settings(seen: Seen) -> list[str]:
    """The settings that bear on a rule, as newslint.yaml would have them."""
    rule, profile = seen.rule, seen.engine.profile
    said: list[str] = []
    if rule.severity_set:
        said.append(f"rules: {{{rule.id}: {rule.severity}}}")
    if rule.settings:
        options = ", ".join(f"{name}: {_value(value)}" for name, value in sorted(rule.settings.items()))
        said.append(f"rules: {{{rule.id}: {{{options}}}}}")
    if rule.axis and profile.style.get(rule.axis):
        said.append(f"style: {{{rule.axis}: {profile.style[rule.axis]}}}")
    if rule.names and "name" in rule.id:
        said.append("names: (a list of this house's)")
    return said or ["newslint's own"]


def _value(value: object) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return f"[{', '.join(map(str, value))}]"
    return str(value)


def _roles(said: Shown) -> Iterator[str]:
    """A table of the paragraphs: line, role, and why that."""
    yield "| line | role | why |"
    yield "|---|---|---|"
    for piece in said.pieces:
        mark = " (the finding)" if piece.of_finding else ""
        why = "; ".join(_hidden(each, piece.text, said) for each in piece.zone.why)
        yield f"| {piece.line}{mark} | {piece.zone.role} | {_text(why)} |"


def _hidden(why: str, text: str, said: Shown) -> str:
    """A reason, in which words of the paragraph are replaced as they are there."""
    words = said.words
    if words is None:
        return why
    return re.sub(r"“([^”]*)”", lambda found: words.text(found[0]) if found[1] in text else found[0], why)


def _fenced(said: Shown) -> Iterator[str]:
    """The text, in a fence that none of its lines can close."""
    longest = max(map(len, re.findall("`+", said.text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}text"
    yield said.text.rstrip("\n")
    yield fence


def _told(said: Shown, *, keep_words: bool) -> Iterator[str]:
    """What was done to the words, and whether the finding is there all the same."""
    if keep_words:
        yield "These are the story's own words."
    else:
        left = f"; left as they are: {said.left}" if said.left else ""
        yield f"The words are replaced, but for those that newslint goes by{left}."
    if said.again:
        yield f"Checked again: newslint finds the same in this text alone, read as {said.format}."
    elif keep_words:
        yield "In these paragraphs alone newslint does not find it: it needs the story's file itself."
    else:
        yield (
            "Checked again: the finding does not occur in this text, so this case needs the original."
            " If you may show it, send the file, or what --keep-words prints."
        )


def _text(text: str) -> str:
    """Words in which nothing is markup, on one line."""
    return re.sub(r"([\\`*_\[\]<>|~&$#@])", r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    return f"`` {' '.join(text.split())} ``" if "`" in text else f"`{' '.join(text.split())}`"
