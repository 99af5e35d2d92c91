"""The comma before the “and” of a list: “red, white, and blue”, as the style does not write it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.analyses.quotes.quotes import quoted
from newslint.analyses.text.scanning import ScanHit, scan
from newslint.base.lazy import pattern
from newslint.base.text import Span
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Good, Rule
from newslint.model.story import Story
from newslint.words.tables import Lists, any_of

# Lists of single words: longer items may hold an “and” of their own, or be clauses.
_LIST = pattern(
    lambda: (
        r",(?<=[a-z]{3},) (?P<second>[a-z-]{3,20})(?P<comma>,?) (?:and|or) (?P<third>[a-z-]{3,20})(?=[.;:!?)]|,? (?:"
        rf"{any_of(Lists.of().behind)})\b|$)"
    )
)
_FIRST = pattern(r"(?P<first>[A-Za-z-]{3,20})$")
MOST_PLACES = 12  # of one story that are told


class SerialComma(Rule):
    """Some houses set the comma always, most only where the list would be misread; none does both.

    Only lists of single words are told, where no reader would be misled either way.
    """

    id = "serial-comma"
    topic = "punctuation"
    finds = "A comma before the “and” of a plain list, or none, as the style does not write it"
    severity = "note"
    status = "preview"
    default = False
    message = "a list's last comma"
    axis = "serial-comma"
    forms = ("serial", "none")
    zones = ("deck", "caption", "body", "list", "note")
    when = {"language": ("en",)}
    examples = (
        Bad(
            "They sell bread, cakes[[,]] and tea. They paint it red, white((,)) and blue.",
            style={"serial-comma": "none"},
            fixed="They sell bread, cakes and tea. They paint it red, white and blue.",
            message="no comma before “and tea” in a plain list, in 2 places",
        ),
        Bad(
            "They sell bread, [[cakes]] and tea.",
            style={"serial-comma": "serial"},
            fixed="They sell bread, cakes, and tea.",
            message="a comma before “and tea” in a list",
        ),
        Bad(
            "They sell bread, cakes and tea. They saw wood, iron and tin. It is red, white[[,]] and blue.",
            fixed="They sell bread, cakes and tea. They saw wood, iron and tin. It is red, white and blue.",
        ),
        Good(
            "The mayor, however, and others left. When it rained, cats and dogs left.", style={"serial-comma": "none"}
        ),
        Good("She ate bread, ham and eggs, and tea.", style={"serial-comma": "none"}),
        Good("“Bread, cakes, and tea,” she said.", style={"serial-comma": "none"}),
        Good("Ana, Otto, and Eva came.", style={"serial-comma": "none"}, note="names: one may explain another"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for the story, at the first list of another form."""
        found = [hit for hit in scan(story, _LIST, self.zones) if _is_list(story, hit)]
        with_comma = [hit for hit in found if hit.match["comma"]]
        without = [hit for hit in found if not hit.match["comma"]]
        right = self.house(story) or ("serial" if len(with_comma) > len(without) else "none")
        odd = with_comma if right == "none" else without
        if not odd or (not self.house(story) and len(odd) >= len(found) - len(odd)):
            return
        spans = [_place(hit) for hit in odd]
        third = odd[0].match["third"]
        joined = f"or {third}" if f" or {third}" in odd[0].text else f"and {third}"
        said = f"no comma before “{joined}” in a plain list"
        if right == "serial":
            said = f"a comma before “{joined}” in a list"
        places = f", in {len(odd)} places" if len(odd) > 1 else ""
        edits = tuple([Edit(s, "") if right == "none" else Edit(Span(s.end, s.end), ",") for s in spans])
        related = [Related(span, "here too") for span in spans[1:MOST_PLACES]]
        yield self.finding(spans[0], said + places, related=related, fixes=(Fix("Change the comma", edits, "offer"),))


def _place(hit: ScanHit) -> Span:
    """The comma, or the word that lacks one."""
    at = hit.match.start()
    name = "comma" if hit.match["comma"] else "second"
    first, last = hit.match.span(name)
    return hit.zone.to_source(hit.start + first - at, hit.start + last - at)


def _is_list(story: Story, hit: ScanHit) -> bool:
    """Whether three words beside each other are a list: all of one sort, and none that parts sentences."""
    if not hit.is_typed_so(story) or story.get(quoted).meet(hit.span):
        return False
    first = _FIRST.search(hit.zone.text, max(0, hit.start - 20), hit.start)
    if first is None:
        return False
    lists = Lists.of()
    words = (first["first"].lower(), hit.match["second"], hit.match["third"])
    if any(word in lists.no_items or word.endswith("ly") for word in words):
        return False
    before = hit.zone.text[: hit.start]
    clause = max(before.rfind("."), before.rfind(";"), before.rfind(":"), before.rfind("—"))
    opening = before[clause + 1 :].split()
    return not (opening and opening[0].lower() in lists.opens_clauses and "," not in before[clause + 1 :])
