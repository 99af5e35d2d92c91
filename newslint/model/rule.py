"""What a rule is: its id, reason, options, examples and evidence, and the check itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date as Date

from newslint.base.errors import ConfigError, near_miss
from newslint.base.record import NamedTuple
from newslint.base.text import Span
from newslint.base.typed import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, cast, overload
from newslint.model.finding import Confidence, Entry, Finding, Fix, Place, Related, Severity
from newslint.model.story import Analysis, Story, Zone

if TYPE_CHECKING:
    from typing import Self

    from newslint.model.names import HouseNames

T = TypeVar("T")

TOPICS = (
    "chrome", "structure", "quotes", "names", "numbers", "dates", "facts", "places", "punctuation", "duplication",
    "integrity", "metadata", "ethics", "language", "readability",
)  # fmt: skip
_SHOWN = 60  # code points of a value in a message
STATUSES = ("preview", "stable", "deprecated")


class Option(Generic[T]):
    """A setting of a rule: its default gives the type, and `minimum` or `choices` its limits."""

    def __init__(
        self,
        default: T,
        help: str,
        *,
        minimum: float | None = None,
        choices: Sequence[T] = (),
    ) -> None:
        self.default = default
        self.help = help
        self.minimum = minimum
        self.choices = tuple(choices)
        self.name = ""  # as the configuration writes it (kebab-case)

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name.replace("_", "-")

    @overload
    def __get__(self, rule: None, owner: type) -> Self: ...
    @overload
    def __get__(self, rule: Rule, owner: type) -> T: ...
    def __get__(self, rule: Rule | None, owner: type) -> Self | T:
        if rule is None:
            return self
        return cast("T", rule.settings.get(self.name, self.default))

    def __set__(self, rule: Rule, value: T) -> None:
        raise AttributeError(f"a rule is frozen: use configure({{{self.name!r}: …}})")

    def accept(self, value: object) -> T:
        """The value in the option's type; raises ValueError saying what was expected."""
        default = self.default
        wrong = isinstance(value, bool) != isinstance(default, bool)
        if isinstance(default, float) and isinstance(value, int) and not wrong:
            value = float(value)
        if isinstance(default, tuple) and isinstance(value, list):
            value = tuple(value)
            wrong = not all(isinstance(item, str) for item in value)
        wrong = wrong or (isinstance(value, float) and not abs(value) < float("inf"))
        if wrong or not isinstance(value, type(default)):
            raise ValueError(f"expected {_type_name(default)}, found {_shown(value)}")
        if self.minimum is not None and isinstance(value, (int, float)) and value < self.minimum:
            raise ValueError(f"expected at least {self.minimum:g}, found {_shown(value)}")
        if self.choices and value not in self.choices:
            known = ", ".join(str(choice) for choice in self.choices)
            raise ValueError(f"expected one of {known}, found {_shown(value)}")
        return value


def _shown(value: object) -> str:
    """A value as a message shows it."""
    said = repr(value)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"


def _type_name(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a whole number",
        float: "a number",
        str: "a text",
        tuple: "a list of texts",
    }
    return names.get(type(value), type(value).__name__)


PLACES = ("head", "middle", "foot")  # of a host story: above the headline, halfway down, below the last paragraph


class SetIn(NamedTuple):
    """What an example sets into a host story: the host's name, the lines, and where they stand there.

    `fixed` are the lines that stand there after the fix, or None where no fix is told.
    """

    host: str
    at: str
    lines: str
    fixed: str | None = None


class Example(NamedTuple):
    """A test of a rule and a page of its documentation.

    In `text`, `[[…]]` marks exactly the span to be found and `((…))` a related place. `verdict` is `bad`,
    `good` or `known-false`. A `fragment` is copy whose every paragraph is body; any other `format` is read
    as a whole file of that format. A corpus rule reads the text as that of so many
    `stories` of one run, or as several, where lines of `=====` part them: what it finds in the first is marked.
    `file` is the name of its file, where that counts.
    Where a rule file sets lines into a host story, `text` and `fixed` are whole stories, and `set_in` tells of what.
    """

    verdict: str
    text: str
    fixed: str | None = None
    format: str = "fragment"
    style: Mapping[str, str] = {}
    options: Mapping[str, Any] = {}
    kind: str = ""
    message: str = ""
    note: str = ""
    stories: int = 1
    language: str = "en"
    encoding: str = "utf-8"
    set_in: SetIn | None = None
    file: str = ""


def Bad(text: str, fixed: str | None = None, **keys: Any) -> Example:  # noqa: N802 - reads as a label
    """An example in which the rule must find exactly what `[[…]]` marks."""
    return Example("bad", text, fixed, **keys)


def Good(text: str, **keys: Any) -> Example:  # noqa: N802
    """An example in which the rule must find nothing."""
    return Example("good", text, None, **keys)


def KnownFalse(text: str, **keys: Any) -> Example:  # noqa: N802
    """A known false alarm: the rule finds what is marked, and should not."""
    return Example("known-false", text, None, **keys)


class Evidence(NamedTuple):
    """What a rule did on real stories: hits on edited copy and how many were wrong; faults and how many it found.

    Rules on what a page leaves behind also count the lines hit on whole news pages, which people have labelled.
    """

    stories: int = 0
    hits: int = 0
    wrong: int = 0
    cases: int = 0
    found: int = 0
    on: str = ""
    pages: int = 0
    page_hits: int = 0
    page_wrong: int = 0


def day_of(story: Story, as_of: str, today: Date | None = None) -> Date:
    """Return the day that rules use for a story: its own, today (also for a story without one) or a given one."""
    now = today or Date.today()
    if as_of == "today":
        return now
    if as_of == "story":
        return story.date or now
    return Date.fromisoformat(as_of)


class Ensemble(Protocol):
    """What rules have in common that look at a story together, because each alone would do the same work again."""

    def ready(self, rules: Sequence[Rule]) -> Callable[[Story], Iterable[Finding]]:
        """What checks a story by some of these rules; it may raise Broken to name the one that broke."""
        ...


class Broken(Exception):
    """One of several rules that look at a story together broke; the cause is what it raised."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule.id)
        self.rule = rule


class Rule:
    """A check of one story: a pure function of the story and its settings, frozen once made.

    Define `check` or `check_zone`, and describe the rule in class attributes.
    The docstring is its reason (`why`).
    """

    id: str = ""
    topic: str = ""
    severity: Severity = "warning"
    severity_set: bool = False  # by the house's own configuration: then no finding is more or less severe by itself
    confidence: Confidence = "medium"
    status: str = "stable"
    default: bool = True
    finds: str = ""  # what it finds, in at most 90 characters: “A quotation that nobody is named as saying”
    message: str = ""
    why: str = ""
    zones: tuple[str, ...] = ("body",)
    in_quotes: str = "skip"
    when: Mapping[str, Sequence[str]] = {}
    unless: Mapping[str, Sequence[str]] = {}
    since: Date | None = None
    until: Date | None = None
    aliases: tuple[str, ...] = ()
    examples: Sequence[Example] = ()
    evidence: Evidence | None = None
    source: str = ""
    axis: str = ""  # the house-style axis this rule reads, if any
    kind: str = "python"
    origin: str = ""  # the file that defines it
    yields_to: tuple[str, ...] = ()  # rules whose findings replace its own where both report one place
    dated: bool = False  # its findings may depend on the day of the story
    style_changes: Mapping[str, Sequence[tuple[Date, str]]] = {}  # axes whose value hangs on the day: from when which
    as_of: str = "story"  # which day that is, as the configuration says
    about_names: bool = False  # a file of names switches it on
    names: HouseNames | None = None  # how this house writes names
    house_words: frozenset[str] = frozenset()  # that this house writes so, as `words.word_files.plain` gives them
    family: ClassVar[str] = "story"
    # Its fixes turn the shape of marks, never a word: if asked for by name they may do so inside quotations too.
    turns_glyphs: ClassVar[bool] = False
    asked: bool = False  # by name, in this run
    by_configuration: bool = False  # a key of the configuration asks for it: “all: off” is of all others
    style_name: str = ""  # the style it is one of, for rules that come by the style
    ensemble: Ensemble | None = None  # the rules that it looks at stories with
    # Set where `check` finds nothing if this analysis finds nothing: the rule is then not run.
    needs: ClassVar[Analysis[Any] | None] = None

    def __init__(self, settings: Mapping[str, Any] | None = None, style: Mapping[str, str] | None = None) -> None:
        self.__dict__["settings"] = dict(settings or {})
        self.__dict__["style"] = dict(style or {})

    settings: Mapping[str, Any]
    style: Mapping[str, str]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a rule is frozen: cannot set {name}")

    @classmethod
    def gate(cls) -> Sequence[str]:
        """Patterns, for newslint's own rules: where none matches in a story's prose, the rule says nothing of it."""
        return ()

    @classmethod
    def declared_options(cls) -> dict[str, Option[Any]]:
        """The options this rule declares, by the names the configuration uses."""
        found: dict[str, Option[Any]] = {}
        for base in reversed(cls.__mro__):
            found.update({o.name: o for o in vars(base).values() if isinstance(o, Option)})
        return found

    def options(self) -> dict[str, Option[Any]]:
        """The options of this rule, by the names the configuration uses."""
        return self.declared_options()

    def with_(self, **attributes: Any) -> Self:
        """A copy with other attributes (severity, settings, style…)."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy.__dict__.update(attributes)
        return copy

    def configure(self, settings: Mapping[str, object]) -> Self:
        """A copy with these settings; raises ConfigError naming the option that is unknown or wrong."""
        known = self.options() if settings else {}
        accepted: dict[str, Any] = dict(self.settings)
        for name, value in settings.items():
            if name not in known:
                hint = near_miss(name, [*known, "severity"]) if known else "this rule has no options"
                raise ConfigError(f"{self.id} has no option “{name}”", hint=hint)
            try:
                accepted[name] = known[name].accept(value)
            except ValueError as error:
                raise ConfigError(f"{self.id}: {name}: {error}") from None
        return self.with_(settings=accepted)

    def is_the_houses(self, word: str) -> bool:
        """Return whether this house lists a word, or a name of which it is part: it is written so on purpose."""
        small = word.lower()
        return small in self.house_words or (self.names is not None and small in self.names.words)

    def uses(self, story: Story) -> Iterator[tuple[str, Span]]:
        """Yield each value of this rule's axis that a story uses, and where, quotations included.

        A place has the one value under which the rule does not tell of it.
        """
        told: dict[str, set[Span]] = {}
        for form in getattr(self, "forms", ()):
            chosen = self.with_(style={self.axis: form}, style_changes={})
            told[form] = {
                span for each in chosen.check(story) for span in (each.span, *[other.span for other in each.related])
            }
        for span in sorted(set().union(*told.values())):
            forms = [form for form, spans in told.items() if span not in spans]
            if len(forms) == 1:
                yield forms[0], span

    def house(self, story: Story, axis: str = "") -> str:
        """Return what the house chose on an axis (default: this rule's own) by the day of a story; none: empty."""
        axis = axis or self.axis
        changes = self.style_changes.get(axis)
        if not changes:
            return self.style.get(axis, "")
        day = self.day_of(story)
        return next((value for since, value in reversed(changes) if since <= day), "")

    def day_of(self, story: Story) -> Date:
        """Return the day that this rule uses for a story."""
        return day_of(story, self.as_of)

    def check(self, story: Story) -> Iterator[Finding]:
        """Yield findings in a story."""
        for zone in story.of(*self.zones):
            yield from self.check_zone(story, zone)

    def check_zone(self, story: Story, zone: Zone) -> Iterator[Finding]:
        """Yield findings in one zone of the roles in `zones`."""
        yield from ()

    def finding(
        self,
        span: Span,
        message: str = "",
        *,
        related: Iterable[Related] = (),
        fixes: Iterable[Fix] = (),
        label: str = "",
        severity: Severity | None = None,
        confidence: Confidence | None = None,
    ) -> Finding:
        """Return a finding of this rule, with its severity and confidence unless others are given."""
        return Finding(
            self.id,
            self.topic,
            severity or self.severity,
            confidence or self.confidence,
            message or self.message,
            span,
            tuple(related),
            tuple(fixes),
            label,
        )

    def __repr__(self) -> str:
        return f"<rule {self.id}>"


Facts = Iterable[tuple[str, Any]]


class CorpusRule(Rule):
    """A check that needs several stories: collect facts from each, merge them, judge the sums.

    Facts are JSON values, bounded in size. `merge` is associative and commutative.
    """

    family: ClassVar[str] = "corpus"
    once: ClassVar[bool] = False  # whether what one key stands for is one finding of a run, its other places related

    def collect(self, story: Story) -> Facts:
        """Yield facts of one story, as (key, fact)."""
        raise NotImplementedError

    def merge(self, a: Any, b: Any) -> Any:
        """Return two facts of one key, merged."""
        raise NotImplementedError

    def judge(self, key: str, fact: Any) -> Iterator[Entry]:
        """Yield report entries for one key, at every place they concern."""
        raise NotImplementedError

    def entry(self, at: Place, message: str = "", *, related: Iterable[Place] = (), label: str = "") -> Entry:
        """A report entry of this rule at a place of any story."""
        return Entry(
            self.id,
            self.topic,
            self.severity,
            self.confidence,
            message or self.message,
            at,
            tuple(related),
            label=label,
        )
