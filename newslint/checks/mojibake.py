"""Characters garbled by reading a file in the wrong encoding: “GuantÃ¡namo”, “donâ€™t”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import combining, normalize

from newslint.analyses.scanning import COPY, Hit, scan
from newslint.finding import Edit, Finding, Fix
from newslint.lazy import pattern
from newslint.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.story import Story

# UTF-8 bytes read as Windows-1252 give a lead (Ã, â…) and signs from 80 to BF; some of these are quotation
# marks and dashes that may rightly follow a capital (“CAFÃ”), so each lead takes only what makes sense.
_SIGNS = "\u0080-\u009f¡-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ"
_ANY = f"[{_SIGNS}\u00a0‘’“”…–—]"
_GARBLED = pattern(
    "(?:"
    + "|".join(
        (
            f"Ã[{_SIGNS}\u00a0]",
            "Ã [\u0301\u0304\u0308\u0327]",  # what normalising makes of Ã´, Ã¯, Ã¨, Ã¸
            "(?<![A-Z])Ã[‘’“”…–—]",
            "Â[\u0080-\u00bf]",
            f"â€{_ANY}?",
            f"â(?:‚¬|[„†ˆ‰–—œ˜]{_ANY}|\u0080[\u0080-\u00bf])",
            f"ð[Ÿ\u009f]{_ANY}{{2}}",
            "ï»¿",
            f"[ÄÅ][{_SIGNS}]",
            f"(?:[ÐÑ]{_ANY}){{2,}}",
            f"(?:[ÎÏ]{_ANY}){{2,}}",
            f"(?:[ØÙ]{_ANY}){{2,}}",
            f"(?:×{_ANY}){{2,}}",
            "[\u0080-\u009f\ufffd]",
        )
    )
    + r")+|(?<![^\W\d_])Â(?= |$)",
    re.MULTILINE,
)
_LEADS = "ÃÂâðÄÅÐÑÎÏØÙ×¿\ufffd\u0080\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0099"
_SPACED = {" \u0301": "´", " \u0304": "¯", " \u0308": "¨", " \u0327": "¸"}
_WORD = pattern(r"[^\s\u00a0“”\"()\[\],;]+")
ENOUGH = 200  # a file garbled so often needs no further places
ROUNDS = 3  # a text may have been garbled more than once


class Mojibake(Rule):
    """Garbled characters show readers that nobody looked at the finished story, and hide names from search."""

    id = "mojibake"
    topic = "integrity"
    severity = "error"
    confidence = "high"
    message = "these characters are garbled"
    zones = COPY
    in_quotes = "both"
    examples = (
        Bad(
            "He was held at Guant[[Ã¡]]namo.",
            fixed="He was held at Guantánamo.",
            message="“GuantÃ¡namo” is garbled: it should read “Guantánamo”",
        ),
        Bad("They don[[â€™]]t pay [[Â£]]5 more.", fixed="They don’t pay £5 more."),
        Bad("It was na[[Ã\u00af]]ve.", fixed="It was naïve."),
        Bad("Na[[Ã \u0304]]ve indeed.", fixed="Naïve indeed."),
        Bad("Lech Wa[[Å‚Ä™]]sa spoke.", fixed="Lech Wałęsa spoke."),
        Bad("President Fran[[Ã\u0083Â§]]ois.", fixed="President François.", note="garbled twice"),
        Bad("The word [[ÐœÐ¸Ñ€]] means peace.", fixed="The word Мир means peace."),
        Bad("A fee of [[\ufffd]]15.8m.", message="“\ufffd15.8m”: a character was lost here"),
        Bad("It[[\u0092]]s over.", fixed="It’s over."),
        Bad("It ended.[[Â]] Then rain fell.", fixed="It ended. Then rain fell."),
        Good("François, Wałęsa, Ærø, “CAFÉ”, ‘BEYONCÉ’S’ and São Paulo’s £5 are well."),
        Good("He wrote “IRMÔ and “VISÃO” on the wall, and “ILHÃ” below.", note="capitals before a closing mark"),
        Good("Øystein stayed in Å… and Ångström was Swedish."),
        KnownFalse("The text, read wrongly, shows [[â€™]] for an apostrophe.", note="a story about garbling"),
    )
    evidence = Evidence(
        stories=1922, hits=11, wrong=0, cases=80, found=80, on="one character of an edited story garbled"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each garbled run of characters."""
        text = story.prose.text
        if text.isascii() or not any(lead in text for lead in _LEADS):
            return
        for hit in islice(scan(story, _GARBLED, self.zones), ENOUGH):
            right = repaired(hit.text)
            if right and combining(right[0]):  # it belongs to the letter before it
                hit = hit._replace(start=max(0, hit.start - 1))
                right = normalize("NFC", hit.text[0] + right)
            before, after = _word_round(hit)
            word = before + hit.text + after
            if right is None:
                lost = "\ufffd" in hit.text
                said = "a character was lost here" if lost else "some of these characters are garbled"
                yield self.finding(hit.span, f"“{word}”: {said}")
                continue
            fix = Fix(f"Change to “{right}”" if right else "Take it out", (Edit(hit.span, right),))
            whole = normalize("NFC", _GARBLED.sub(lambda m: repaired(m[0]) or m[0], word))
            said = f"“{word}” is garbled: it should read “{whole}”"
            yield self.finding(hit.span, said, fixes=(fix,))


def repaired(text: str) -> str | None:
    """What a garbled run was meant to be; None where that is not sure."""
    if text in ("ï»¿", "Â"):
        return ""
    for spaced, sign in _SPACED.items():
        text = text.replace(spaced, sign)
    for _ in range(ROUNDS):
        try:
            text = _bytes(text).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            try:
                return _bytes(text).decode("cp1252") if re.fullmatch("[\u0080-\u009f]+", text) else None
            except UnicodeDecodeError:
                return None
        if not _GARBLED.search(text):
            return text if text.isprintable() or text == "\u00a0" else None
    return None


def _bytes(text: str) -> bytes:
    """The bytes that were misread: each sign as Windows-1252 has it, or else as Latin-1."""
    return b"".join(c.encode("latin-1" if ord(c) < 256 else "cp1252") for c in text)


def _word_round(hit: Hit) -> tuple[str, str]:
    """The rest of the word before and after a garbled run."""
    text = hit.zone.text
    after = _WORD.match(text, hit.end)
    before = ""
    for m in _WORD.finditer(text, max(0, hit.start - 30), hit.start):
        before = m[0] if m.end() == hit.start else ""
    return before, after[0][:30].rstrip(".:!?") if after else ""
