"""A letter of another script that looks like one of ours: a Cyrillic “а” in a Latin word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.analyses.text.scanning import COPY, ScanHit, scan
from newslint.base.lazy import pattern, source_of
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Bad, Evidence, Good, Rule
from newslint.model.story import Story

_TWINS = {
    **dict(zip("АВЕКМНОРСТУХаеорсухіјѕ", "ABEKMHOPCTYXaeopcyxijs", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True)),
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
}
_TWIN = "".join(_TWINS)
_AMONG = pattern(rf"[{_TWIN}](?:(?<=[A-Za-z][{_TWIN}])|(?=[A-Za-z]))")
_WORD = pattern(r"[^\W\d_]{2,40}")
_AROUND = 40


class LookAlikeLetter(Rule):
    """It cannot be seen, but no search finds the word, no spelling checker knows it, and a screen reader stumbles."""

    id = "look-alike-letter"
    topic = "integrity"
    finds = "A letter of another script, or a ligature, inside a word: a Cyrillic “а” for “a”"
    severity = "warning"
    confidence = "high"
    message = "a letter of another script"
    zones = COPY
    in_quotes = "both"
    examples = (
        Bad("The bridg[[е]] burned.", fixed="The bridge burned.", message="“е” in “bridgе” is no Latin letter: “e”"),
        Bad("The [[ﬁ]]re was out.", fixed="The fire was out.", message="“ﬁ” in “ﬁre” is a ligature: write “fi”"),
        Bad("“The [[С]]ity burned,” she said."),
        Good("The paper is called Правда, the unit is kΩ, and “µm” is a micrometre; α-helix, Δx."),
    )

    evidence = Evidence(
        stories=3849,
        hits=0,
        wrong=0,
        cases=60,
        found=60,
        on="letters of edited stories changed for their Cyrillic twins",
    )

    @classmethod
    def gate(cls) -> Sequence[str]:
        """Such a letter beside a Latin one."""
        return (source_of(_AMONG),)

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each letter."""
        prose = story.prose.text
        if prose.isascii() or not _AMONG.search(prose):
            return
        for hit in scan(story, _AMONG, self.zones):
            word = _word_round(hit)
            if sum(c.isascii() for c in word) * 2 < len(word):
                continue  # a word of another script with a Latin letter in it
            new = _TWINS[hit.text]
            kind = "is a ligature: write" if len(new) > 1 else "is no Latin letter:"
            fix = Fix(f"Write “{new}”", (Edit(hit.span, new),), "safe")
            yield self.finding(hit.span, f"“{hit.text}” in “{word}” {kind} “{new}”", fixes=(fix,))


def _word_round(hit: ScanHit) -> str:
    text = hit.zone.text
    for found in _WORD.finditer(text, max(0, hit.start - _AROUND), hit.end + _AROUND):
        if found.start() <= hit.start < found.end():
            return found[0]
    return hit.text
