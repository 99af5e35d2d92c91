"""What every kind of YAML rule shares: needles to look for, zones to look in, and findings from hits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.base.errors import ConfigError
from newslint.base.lazy import pattern
from newslint.base.record import NamedTuple
from newslint.base.schema import Flag, ListOf, Shape, Text, Where
from newslint.base.text import Places, Span
from newslint.base.typed import Any, ClassVar, Self
from newslint.base.yamltext import Document
from newslint.matcher import Needle, Patience, compile_pattern, groups_at
from newslint.model.finding import Edit, Finding, Fix, Safety, deletion
from newslint.model.rule import Option, Rule
from newslint.model.story import Analysis, Story, Zone

WORDS = ListOf(Text(), single=True)
_GROUP = pattern(r"\{(\w+)\}")
LONGEST_TERM = 1000  # characters; each place where one may stand is compared whole
CASE = Flag().described("Whether capitals matter.")
EXCEPT = WORDS.described("Words that are fine although they hold something that is looked for.")
SEARCH: Mapping[str, Shape] = {
    "terms": WORDS.described("Words to look for, as they stand; straight and curly quotes are one."),
    "patterns": WORDS.described("Regular expressions to look for (Python's syntax, no back-references)."),
    "case": CASE,
    "except": EXCEPT,
}

AXIS: Mapping[str, Shape] = {
    "axis": Text().described("An axis of `style:` that switches this rule on."),
    "forms": WORDS.described("The values of that axis: this rule speaks where the house chose the first, or none."),
}

# The time that all patterns of all rules together have for a story.
patience = Analysis("patience", lambda story: Patience(len(story.source.text)))


class Hit(NamedTuple):
    """Needle number `needle` of a rule stands in a zone, at `start`-`end` of its prose."""

    needle: int
    zone: Zone
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words found."""
        return self.zone.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where they stand in the source."""
        return self.zone.to_source(self.start, self.end)


class KindRule(Rule):
    """A rule built from YAML. A kind says which keys it has and what the hits of its needles mean."""

    keys: ClassVar[Mapping[str, Shape]] = {}
    required: ClassVar[Sequence[str]] = ()
    adjustable: ClassVar[Sequence[str]] = ()  # keys that a configuration may set anew
    fills: ClassVar[Sequence[str]] = ()  # the words in braces that `say` is given; none: not known
    spec: Mapping[str, Any]
    fix: Mapping[str, str] | None

    @classmethod
    def build(cls, spec: Mapping[str, Any], common: Mapping[str, Any], where: Where) -> Self:
        """A rule from checked keys of its own (`spec`) and the keys every kind has (`common`)."""
        rule = cls().with_(spec=spec, kind=where.document.data["kind"], **common)
        if "axis" in spec:
            rule = rule.with_(axis=spec["axis"], forms=tuple(spec.get("forms", ())))
        if not where.trusted:  # to compile the patterns of all rules takes time
            rule.verify(where)
            rule._verify_needles(where)
        return rule

    def _verify_needles(self, where: Where) -> None:
        """Raise the error for what cannot be looked for."""
        for n, needle in enumerate(self.needles()):
            if not needle.text.strip():
                raise self.place_of(n, where).wrong(f"{self.id}: there is nothing to look for here")
            if not needle.pattern and len(needle.text) > LONGEST_TERM:
                said = f"{self.id}: this has {len(needle.text):,} characters; words to look for have at most"
                raise self.place_of(n, where).wrong(f"{said} {LONGEST_TERM:,}", "a few words of it are enough")
            if needle.pattern:
                try:
                    compile_pattern(needle)
                except ValueError as error:
                    raise self.place_of(n, where).wrong(f"{error}") from None

    def verify(self, where: Where) -> None:
        """Raise the error for keys that do not go together."""

    def place_of(self, needle: int, where: Where) -> Where:
        """Where the file gives a needle, for error messages."""
        listed = [("terms", n) for n, _ in enumerate(self.spec.get("terms", ()))]
        listed += [("patterns", n) for n, _ in enumerate(self.spec.get("patterns", ()))]
        return where.at(*listed[needle]) if needle < len(listed) else where

    def value(self, key: str, default: Any = None) -> Any:
        """A key of the rule's own, as the configuration or else its file gives it."""
        return self.settings.get(key, self.spec.get(key, default))

    def options(self) -> dict[str, Option[Any]]:
        """The keys that a configuration may set anew, with the file's values as defaults."""
        said = {key: self.keys[key].help or f"the rule's key `{key}`" for key in self.adjustable}
        return {
            key: Option(self.spec.get(key), text[:1].lower() + text[1:].rstrip(".")) for key, text in said.items()
        }

    def configure(self, settings: Mapping[str, object]) -> Self:
        """A copy with these settings; raises ConfigError naming the option that is unknown or wrong."""
        accepted = dict(self.settings)
        for key, value in settings.items():
            if key not in self.adjustable:
                return super().configure({key: value})  # raises, with what is known
            where = Where("", Document({key: value}, {}), ConfigError, (key,))
            accepted[key] = self.keys[key].accept(value, where)
        return self.with_(settings=accepted)

    def needles(self) -> Sequence[Needle]:
        """What the one scan must look for on behalf of this rule."""
        return ()

    @property
    def waits_for_hits(self) -> bool:
        """Whether this rule says nothing of a story in which none of its needles was found."""
        return type(self).check is Rule.check and type(self).check_zone is Rule.check_zone

    def judge(self, story: Story, hits: Sequence[Hit]) -> Iterator[Finding]:
        """Findings from hits (in order, in this rule's zones, quotations already left out as it asks)."""
        yield from ()

    def searched(self) -> list[Needle]:
        """The needles of the keys `terms`, `patterns` and, last, `except`."""
        case = bool(self.value("case", False))
        found = [Needle(term, case=case) for term in self.spec.get("terms", ())]
        found += [Needle(pattern, pattern=True, case=case) for pattern in self.spec.get("patterns", ())]
        found += [Needle(term, case=case) for term in self.spec.get("except", ())]
        return found

    def without_overlaps(self, hits: Iterable[Hit], needles: int | None = None) -> Iterator[Hit]:
        """Hits that no exception overlaps; of overlapping ones the first, then the longest.

        The needles from number `needles` on are the exceptions (those after terms and patterns, if not given).
        """
        found = list(hits)
        if needles is None:
            needles = len(self.spec.get("terms", ())) + len(self.spec.get("patterns", ()))
        fine: dict[Zone, list[Span]] = {}
        for hit in found:
            if hit.needle >= needles:
                fine.setdefault(hit.zone, []).append(Span(hit.start, hit.end))
        spared = {zone: Places(spans) for zone, spans in fine.items()}
        zone, end = None, 0
        for hit in found:
            if hit.needle >= needles:
                continue
            if hit.zone in spared and spared[hit.zone].meet(Span(hit.start, hit.end)):
                continue
            if hit.zone is zone and hit.start < end:
                continue
            zone, end = hit.zone, hit.end
            yield hit

    def speaks_of(self, story: Story) -> bool:
        """Whether the house's choice for a story lets this rule speak: the first of its axis, or none."""
        return not self.axis or self.house(story) in ("", *self.spec.get("forms", ())[:1])

    @property
    def safety(self) -> Safety:
        """Whether this rule's fixes may be applied unattended."""
        return "safe" if (self.fix or {}).get("safety") == "safe" else "offer"

    def say(self, **words: object) -> str:
        """The rule's message with `{match}` and its like filled in; quoted words are cut where long."""
        said = self.message
        for key, value in words.items():
            said = said.replace("{" + key + "}", clipped(str(value)))
        return said

    @property
    def deletes_lines(self) -> bool:
        """Whether the fix for a finding takes the lines out that it is about."""
        return (self.fix or {}).get("delete") == "line"

    def _filled(self, story: Story, hit: Hit, new: str) -> str:
        """What replaces a hit: `{n}` in it stands for what the pattern's group `n` found."""
        if "{" not in new:
            return new
        found = groups_at(self.needles()[hit.needle], hit.zone.text, hit.start, story.get(patience))
        groups = found[1] if found else {}
        return _GROUP.sub(lambda m: groups.get(m[1]) or "", new)

    def replacement(self, story: Story, hit: Hit) -> str:
        """What the file's fix puts in the place of a hit: the named groups of its pattern may stand in braces."""
        return keep_case(self._filled(story, hit, (self.fix or {}).get("replace", "")), hit.text)

    def fixes_for(self, story: Story, hit: Hit) -> tuple[Fix, ...]:
        """The fix that the file gives for a hit, if any."""
        fix = self.fix
        if not fix:
            return ()
        safety = self.safety
        if fix.get("delete") == "line":
            return (Fix(fix.get("title", "Delete this line"), (deletion(story.source, hit.zone.span),), safety),)
        if fix.get("delete") == "match":
            return (Fix(fix.get("title", f"Delete “{clipped(hit.text)}”"), (Edit(hit.span, ""),), safety),)
        new = self.replacement(story, hit)
        return (Fix(fix.get("title", f"Write “{new}”"), (Edit(hit.span, new),), safety),)


def clipped(text: str, width: int = 60) -> str:
    """A text short enough for a message, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"


def keep_case(new: str, old: str) -> str:
    """A replacement in the case of what it replaces: capitals stay, a sentence start stays one."""
    letters = [c for c in old if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters) and any(c.islower() for c in new):
        return new.upper()
    if letters and old[0].isupper() and new[:1].islower():
        return new[0].upper() + new[1:]
    return new
