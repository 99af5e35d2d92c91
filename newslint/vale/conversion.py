"""Vale's rules as rules of newslint's own: those of which nothing is lost, and why the others stay what they are.

A rule is converted if its findings stay where they are. Words become `terms`, which are as blind to kinds of space as
to kinds of hyphen; what has a quotation mark becomes a pattern, because terms take all of these for one. All else is
one pattern, the very one that Vale would look for, unless it could reach over the end of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.kinds.base import LONGEST_TERM, keep_case
from newslint.matcher import fold, is_word
from newslint.model.story import ROLES
from newslint.vale.convertible import Refused, check_pattern, check_taken
from newslint.vale.dotnet import written
from newslint.vale.extensions.base import Spec, without_captures
from newslint.vale.extensions.substitution import is_as
from newslint.vale.literals import Endless, samples, words_of
from newslint.vale.messages import either, filled, unquoted
from newslint.vale.rules import SEVERITIES, ValeRule

ZONES = tuple(role for role in ROLES if role != "metadata")  # Vale's text
_MOST_WORDS = 3000  # of one rule
_BRACES = pattern(r"[{}]")
_QUOTES = frozenset("'\"‘’‛“”„")
_OPERATORS = frozenset(r"\.^$*+?{}[]|()")
_OF_KINDS = {
    "occurrence": "it counts in another way than newslint's `occurrence`, and tells of another place",
    "repetition": "newslint finds repeated words by itself (repeated-word), and by other rules",
    "consistency": "it tells of each place but the first form, newslint's `choice` of one for a story",
    "conditional": "it looks only at what stands before, newslint's `conditional` at all of a story",
    "capitalization": "newslint has no kind of rule for it",
    "metric": "it sees all of a story's prose, and its formula is Vale's",
    "readability": "its measures and what they count are Vale's",
    "spelling": "it asks a dictionary of its own",
    "sequence": "it goes by parts of speech",
    "script": "it is a script in Tengo",
}


class Converted(NamedTuple):
    """A rule of newslint's: its keys in their order (but for examples), and words that it finds."""

    keys: Mapping[str, Any]
    finds: Sequence[str]
    rights: Sequence[str] = ()  # words that are as it wants them


def converted(spec: Spec, rule: ValeRule, accepted: Sequence[str] = ()) -> Converted:
    """A rule of Vale's as one of newslint's; `accepted` are the words of vocabularies. Raises Refused."""
    kind = spec.text("extends")
    if kind not in ("existence", "substitution"):
        raise Refused(f"kind {kind}", _OF_KINDS.get(kind, "newslint has no such kind of rule"))
    _check_common(spec, accepted)
    own, finds, rights = _existence(spec, rule) if kind == "existence" else _substitution(spec)
    keys = {
        "id": id_of(spec),
        "kind": kind,
        "topic": slug(spec.style),
        "severity": SEVERITIES[spec.text("level") or "warning"],
        "message": _message(spec, kind),
        "why": spec.text("description") or f"The style {spec.style} has this rule, {spec.name}.",
    }
    if spec.text("link"):
        keys["source"] = spec.text("link")
    return Converted({**keys, "zones": list(ZONES), "in-quotes": "both", **own}, finds, rights)


def _check_common(spec: Spec, accepted: Sequence[str]) -> None:
    """Raise Refused for what rules of newslint's have not."""
    if spec.texts("scope") not in ([], ["text"]):
        scopes = ", ".join(spec.texts("scope"))
        raise Refused("scope", f"it is for a scope ({scopes}) that is cut otherwise than newslint's zones")
    if spec.texts("exceptions"):
        raise Refused("exceptions", "its exceptions hold by other rules than those of newslint's `except`")
    if accepted and spec.flag("vocab", True):
        raise Refused("vocabulary", "the words that a vocabulary accepts are exceptions to it")
    if spec.number("limit") > 0:
        raise Refused("limit", "it tells of so many places at most")
    if spec.text("pos"):
        raise Refused("parts of speech", "it goes by parts of speech")


def _existence(spec: Spec, rule: ValeRule) -> tuple[dict[str, Any], list[str], list[str]]:
    if not rule.extension.sources:
        raise Refused("nothing to find", "it looks for nothing")
    found = rule.extension.sources[0]
    own: dict[str, Any] = {}
    finds: list[str] = []
    words = _listed(spec)
    if words is not None:
        terms = [word for word in words if not _QUOTES.intersection(word)]
        others = [
            rf"\b{re.escape(word).replace(chr(92) + ' ', ' ')}\b" for word in words if _QUOTES.intersection(word)
        ]
        own = {key: value for key, value in (("terms", terms), ("patterns", others)) if value}
        finds = words
    else:
        check_pattern(found.text, found.flags, plain=found.plain)
        own = {"patterns": [found.text]}
        finds = samples(found.text, found.flags)
    if not found.flags & re.IGNORECASE:
        own["case"] = True
    for text in own.get("patterns", ()):
        check_taken(text, case=own.get("case", False))
    return {**own, **_fix(spec)}, finds, []


def _alone(word: str) -> str:
    """The pattern for a word with quotation marks."""
    escaped = re.escape(word).replace("\\ ", " ").replace("\\-", "-")
    return rf"\b{escaped}\b"


def _listed(spec: Spec) -> list[str] | None:
    """The words that a rule's tokens stand for, those that it never finds left out; None where they are no words."""
    if spec.texts("raw") or spec.flag("nonword"):
        return None
    found: list[str] = []
    for token in spec.texts("tokens"):
        if token.strip():
            words = _words(token)
            if words is None:
                return None
            found += words
    return None if len(found) > _MOST_WORDS else [*_living(found, small=spec.flag("ignorecase"))]


def _words(token: str) -> list[str] | None:
    """The words that a token stands for; None where it stands for others, or for such as begin or end with a sign."""
    try:
        found = words_of(written(token).text)
    except (Endless, ValueError):
        return None
    return found if found and all(map(_is_term, found)) else None


def _is_term(word: str) -> bool:
    """Whether a word is found as a term as a pattern with `\\b` round it finds it, but for kinds of sign."""
    if not word or not (is_word(word[0]) and is_word(word[-1])) or len(word) > LONGEST_TERM:
        return False
    others = "".join(sign for sign in word if sign not in _QUOTES)
    return others == fold(others) and word.isprintable() and "  " not in word


def _living(words: Sequence[str], *, small: bool) -> Iterator[str]:
    """Words without those that are never found, because one that is tried before stands at their beginning."""
    seen: set[str] = set()
    for word in words:
        key = word.lower() if small else word
        ends = [n for n in range(1, len(key)) if is_word(key[n - 1]) and not is_word(key[n])]
        if key not in seen and not any(key[:n] in seen for n in ends):
            yield word
        seen.add(key)


def _substitution(spec: Spec) -> tuple[dict[str, Any], list[str], list[str]]:
    swap, small = spec.pairs("swap"), spec.flag("ignorecase")
    if spec.flag("nonword"):
        raise Refused("word boundaries", "its words need not stand alone (nonword), those of a `swap` do")
    goods: dict[str, list[str]] = {}
    pairs: list[tuple[str, str]] = []
    for observed in sorted(swap, key=lambda text: -len(text.encode())):  # as Vale tries them
        words = _words(without_captures(observed))
        if words is None or any(_QUOTES.intersection(word) for word in words):
            raise Refused("patterns in swap", f"“{_short(observed)}” is no list of words: a `swap` takes words alone")
        pairs += [(word, swap[observed]) for word in words]
        if len(pairs) > _MOST_WORDS:
            raise Refused("patterns in swap", "its patterns stand for too many words")
    alive = set(_living([word for word, _ in pairs], small=small))
    expected: dict[str, str] = {}
    for word, good in pairs:
        if word in alive:
            expected.setdefault(word, good)
    order = {good: n for n, good in reversed([*enumerate(swap.values())])}
    for word, good in sorted(expected.items(), key=lambda pair: order[pair[1]]):
        _check_pair(word, good, small=small, replaces=spec.action[0] == "replace")
        goods.setdefault(good, []).append(word)
    if not goods:
        raise Refused("nothing to find", "it looks for nothing")
    own: dict[str, Any] = {"swap": goods}
    if not small:
        own["case"] = True
    return own, [word for words in goods.values() for word in words], list(goods)


def _check_pair(word: str, good: str, *, small: bool, replaces: bool) -> None:
    """Raise Refused where newslint would be silent about a word, or propose something else."""
    if "|" in good or not good.strip():
        raise Refused("several suggestions", f"it has several suggestions for “{_short(word)}”, or none")
    if "$" in good:
        raise Refused("patterns in swap", f"what it wants for “{_short(word)}” is put together of groups")
    if good == word or keep_case(good, word) == word or (small and good.casefold() == word.casefold()):
        raise Refused(
            "capitals", f"“{_short(word)}” and “{_short(good)}” differ in capitals alone, which newslint keeps"
        )
    if not replaces and _OPERATORS.intersection(good):
        raise Refused("patterns in swap", f"what it wants for “{_short(word)}” may be a pattern: “{_short(good)}”")
    if not replaces and is_as(good, word):
        raise Refused("patterns in swap", f"“{_short(word)}” is as it wants it already")


def _fix(spec: Spec) -> dict[str, Any]:
    """The fix of an existence rule."""
    name, params = spec.action
    if not name:
        return {}
    if name == "remove":
        return {"fix": {"delete": "match"}}
    if name == "replace" and len(params) == 1 and params[0].strip() and not _BRACES.search(params[0]):
        return {"fix": {"replace": params[0]}}
    said = (
        "it has several suggestions" if name == "replace" else f"newslint has no fix like its action “{_short(name)}”"
    )
    raise Refused("action", said)


def _message(spec: Spec, kind: str) -> str:
    """What a rule says, with newslint's words in braces."""
    said = spec.message
    if _BRACES.search(said):
        raise Refused("message", "its message has braces, which stand for words in newslint's")
    name, params = spec.action
    if kind == "existence":
        shown = "{replacement}" if name in ("replace", "remove") else "{match}"
        return filled(said, ("{match}", shown))
    if name == "replace" and not params:
        return filled(unquoted(said), (either(("{replacement}",)), "{match}"))
    if name:
        raise Refused("action", f"newslint has no fix like its action “{_short(name)}”")
    return filled(said, ("{replacement}", "{match}"))


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


_CAPITAL = pattern(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NO_NAME = pattern(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name of Vale's as ids are written: TooWordy is too-wordy."""
    found = _NO_NAME.sub("-", _CAPITAL.sub("-", name).lower()).strip("-")
    return found if found[:1].isalpha() else f"rule-{found}".rstrip("-")


def id_of(spec: Spec) -> str:
    """The id of a rule in newslint: its style is its topic too."""
    return f"{slug(spec.style)}/{slug(spec.name)}"
