"""What all kinds of Vale's rules share: the keys of their files, and alerts about a block of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from newslint.base import kept_patterns
from newslint.base.errors import RuleError
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.schema import Where, show
from newslint.base.typed import Any, ClassVar
from newslint.matcher.heads import Found, Source
from newslint.model.rule_source import Beside
from newslint.vale.blocks import Block, Memory
from newslint.vale.dotnet import NotTaken, written
from newslint.vale.messages import filled
from newslint.vale.stand_ins import stood_in

TRUE = frozenset(("1", "t", "true", "yes", "on"))  # what sets a key that is true or false
NOT_COMPILED = (re.error, RecursionError, OverflowError)
_MEANT = pattern(r"[^\w \-]")  # what may be more than a word
_CAPTURES = pattern(r"(?<!\\)\((?!\?)")
WORD = r"(?m)\b(?:%s)\b"  # Vale's template round tokens that are words
NO_WORD = "(?m)(?:%s)"


class House(NamedTuple):
    """What rules of a style are given besides their file: the words of its vocabularies, and where its files lie."""

    accepted: Sequence[str] = ()
    rejected: Sequence[str] = ()
    styles_path: str = ""
    word_template: str = ""
    beside: Beside | None = None  # the configuration's folder; None where all is allowed


class Alert(NamedTuple):
    """What a rule says of a block: where in it (code points), the words it is about, and what they may become."""

    start: int
    end: int
    match: str
    message: str
    instead: tuple[str, ...] = ()


class Extension:
    """A rule's behaviour. `keys` are those of its file besides what every rule has; one that is `idle` says nothing
    of a block in which none of its `sources` matches, and is not asked. One that is `apart` says of each match
    something that hangs on no other and on no block; one that `remembers` is told what it has seen in the story.
    """

    name: ClassVar[str] = ""
    keys: ClassVar[Mapping[str, type]] = {}  # str, bool, int, float, list or dict (of texts), by key: `vale.keys`
    nested: ClassVar[frozenset[str]] = frozenset()  # of them, lists of keys with values, which it checks itself
    scope: ClassVar[str] = ""  # which blocks it is for, whatever its file says
    idle: ClassVar[bool] = True
    apart: ClassVar[bool] = False
    remembers: ClassVar[bool] = False
    counts: ClassVar[bool] = False  # of most blocks it asks only how often its one pattern matches there

    def __init__(self, spec: Spec, house: House) -> None:
        """Raises RuleError for what cannot be used."""
        self.spec = spec
        self.house = house
        self.sources: Sequence[Source] = self.patterns()
        self._check_exceptions()

    def patterns(self) -> Sequence[Source]:
        """The patterns that are looked for in every block of the rule's scope."""
        return ()

    def may_tell(self, text: str) -> bool:
        """Whether there may be an alert on a text or a part of it: asked before a pattern is tried."""
        return True

    def make_ready(self) -> None:
        """Load what the rule needs besides its file, once it is known to be on; raises NewslintError."""

    def alerts(self, block: Block, found: Sequence[Sequence[Found]], memory: Memory) -> Iterator[Alert]:
        """Alerts on a block; `found` has the matches of each of `sources` in it, with places in the block."""
        yield from ()

    @cached_property
    def exceptions(self) -> re.Pattern[str] | None:
        """What no alert may be about: the rule's own exceptions, and the words of vocabularies that are accepted."""
        listed = [*self.spec.texts("exceptions"), *(self.house.accepted if self.spec.flag("vocab", True) else ())]
        if not listed:
            return None
        listed.sort(key=lambda term: -len(term.encode()))
        return self.compiled(WORD % "|".join(map(scoped, listed)), "exceptions")

    @cached_property
    def phrases(self) -> re.Pattern[str] | None:
        """Exceptions of several words: no alert may be about a part of one."""
        listed = [*self.spec.texts("exceptions"), *(self.house.accepted if self.spec.flag("vocab", True) else ())]
        several = [term for term in listed if " " in term or "\t" in term or "\\s" in term]
        return (
            self.compiled(r"(?i)\b(?:" + "|".join(map(scoped, several)) + r")\b", "exceptions") if several else None
        )

    def is_exception(self, words: str) -> bool:
        """Whether some words have an exception in them."""
        return self.exceptions is not None and self.exceptions.search(words) is not None

    def is_in_phrase(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of a text lies in an exception of several words."""
        if self.phrases is None:
            return False
        return any(m.start() <= start and end <= m.end() for m in self.phrases.finditer(text))

    def match_at(self, source: int, text: str, start: int) -> Any:
        """The match of one of `sources` that begins at a place, with the places of its groups."""
        asked = self.sources[source]
        return compiled_by_hand(asked).match(stood_in(text) if asked.plain else text, start)

    def say(self, *words: str | int) -> str:
        """The rule's message with these words in it."""
        return filled(self.spec.message, words)

    def written(self, text: str, key: str) -> Source:
        """A pattern of Vale's as Python writes it; raises RuleError at the key that it was made of."""
        try:
            found = Source(*written(text))
            compiled_by_hand(found)
        except (*NOT_COMPILED, NotTaken) as error:
            raise self.spec.wrong(key, f"{self.spec.id}: a pattern of `{key}` cannot be used: {error}") from None
        return found

    def _check_exceptions(self) -> None:
        """Look at the rule's own exceptions now: they are compiled when something is found."""
        listed = self.spec.data.get("exceptions")
        for n, text in enumerate(self.spec.texts("exceptions")):
            if fault := fault_in(text):
                said = f"{self.spec.id}: the exception {show(text)} cannot be used: {fault}"
                raise self.spec.wrong("exceptions", said, steps=(n,) * isinstance(listed, list))

    def compiled(self, text: str, key: str) -> re.Pattern[str]:
        """The same for a pattern that the rule itself asks for what it has found."""
        found: re.Pattern[str] = compiled_by_hand(self.written(text, key))
        return found


@lru_cache(maxsize=4096)
def compiled_by_hand(source: Source) -> Any:
    """A pattern compiled by what can have it; raises what its package does."""
    if source.plain:
        return kept_patterns.compiled(source.text, source.flags)
    import regex  # here, because few patterns need it

    try:
        return regex.compile(source.text, source.flags & (re.I | re.M | re.S | re.X) | regex.VERSION0)
    except regex.error as error:
        raise re.error(str(error)) from None


def fault_in(text: str) -> str:
    """Why a pattern of Vale's cannot be used; nothing for one that can."""
    if _MEANT.search(text):
        try:
            compiled_by_hand(Source(*written(text)))
        except (*NOT_COMPILED, NotTaken) as error:
            return str(error)
    return ""


class Spec:
    """A rule file of a Vale style: what it says, and where."""

    def __init__(self, style: str, name: str, data: Mapping[str, Any], where: Where) -> None:
        self.style = style
        self.name = name
        self.data = data
        self.where = where

    @property
    def id(self) -> str:
        """The rule's name in newslint."""
        return f"vale/{self.style}.{self.name}"

    @property
    def message(self) -> str:
        """What the rule says, with Vale's signs for words that are filled in."""
        return str(self.data.get("message", ""))

    @property
    def action(self) -> tuple[str, tuple[str, ...]]:
        """The name of the rule's action and its parameters; two of nothing where it has none."""
        said = self.data.get("action")
        if not isinstance(said, Mapping):
            return "", ()
        params = said.get("params") or []
        return str(said.get("name") or ""), tuple(map(plain, params if isinstance(params, list) else [params]))

    def text(self, key: str) -> str:
        """The text of a key, or nothing."""
        value = self.data.get(key)
        return "" if value is None else plain(value)

    def texts(self, key: str) -> list[str]:
        """The texts of a list, which may be given as one text."""
        value = self.data.get(key)
        if value is None:
            return []
        return [plain(each) for each in (value if isinstance(value, list) else [value])]

    def pairs(self, key: str) -> dict[str, str]:
        """The texts of a map."""
        value = self.data.get(key)
        parts = value if isinstance(value, list) else [value]
        return {plain(k): plain(v) for part in parts if isinstance(part, Mapping) for k, v in part.items()}

    def flag(self, key: str, default: bool = False) -> bool:
        """Whether a key is set."""
        value = self.data.get(key)
        return default if value is None else value is True or plain(value).lower() in TRUE

    def number(self, key: str, default: float = 0) -> float:
        """The number of a key."""
        value = self.data.get(key)
        return default if value is None else float(value)

    def wrong(
        self, key: str, message: str, hint: str = "", *, at_key: bool = False, steps: Sequence[str | int] = ()
    ) -> RuleError:
        """An error at a key of the file, or at a part of its value."""
        return self.where.at(key, *steps).wrong(message, hint, key=at_key)  # type: ignore[return-value]


def plain(value: Any) -> str:
    """A value of YAML as the text that Vale takes it for."""
    if value is True or value is False:
        return "1" if value else "0"
    return "" if value is None else str(value)


def scoped(term: str) -> str:
    """An entry of a list as a part of a pattern: what it says of case is not for those behind it."""
    return f"(?:{term})" if "(?" in term else term


def without_captures(text: str) -> str:
    """A pattern whose groups capture nothing."""
    return _CAPTURES.sub("(?:", text)
