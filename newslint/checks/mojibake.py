"""Characters garbled by reading a file in the wrong encoding: “GuantÃ¡namo”, “donâ€™t”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from newslint.analyses.text.scanning import COPY, ScanHit, placed
from newslint.base.lazy import pattern
from newslint.model.finding import Edit, Finding, Fix, Related
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story

# UTF-8 bytes read as Windows-1252 give a lead (Ã, â…) and signs from 80 to BF; some of these are quotation
# marks and dashes that may rightly follow a capital (“CAFÃ”), so each lead takes only what makes sense.
_SIGNS = "\u0080-\u009f¡-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ"
_ANY = f"[{_SIGNS}\u00a0‘’“”…–—]"


def _second(encoding: str) -> str:
    """What an encoding makes of the second byte of a letter in UTF-8, blanks and the lines of tables left out."""
    signs = bytes(range(0x80, 0xC0)).decode(encoding)
    return "".join([re.escape(sign) for sign in signs if not (sign.isspace() or "─" <= sign <= "▟")])


_BOXES = "│║┤╣╝╗┐└┴┬░▒▓"


@cache
def _garbled() -> re.Pattern[str]:
    """What garbled letters look like; made when a story first has some, for the tables of DOS are slow to load."""
    letters_of_dos = _second("cp437") + _second("cp850")
    return re.compile(
        "(?:"
        + "|".join(
            (
                f"Ã[{_SIGNS}\u00a0]",
                "Ã [\u0301\u0304\u0308\u0327]",  # what normalising makes of Ã´, Ã¯, Ã¨, Ã¸
                "(?<![A-Z])Ã[‘’“”…–—]",
                "Â[\u0080-\u00bf]",
                f"â€(?:{_ANY}|[śťžź])?",
                f"â(?:‚¬|[„†ˆ‰–—œ˜]{_ANY}|[{_SIGNS}][{_SIGNS}]|\u0080[\u0080-\u00bf])",
                f"ð[Ÿ\u009f]{_ANY}{{2}}",
                "ï»¿",
                f"[ÄÅ][{_SIGNS}]",
                f"(?:[ÐÑ]{_ANY}){{2,}}",
                f"(?:[ÎÏ]{_ANY}){{2,}}",
                f"(?:[ØÙ]{_ANY}){{2,}}",
                f"(?:×{_ANY}){{2,}}",
                # the same bytes read as old Macs and as Windows in Eastern Europe have them
                "‚Ä[ôòúùìî¶¢ó†]",
                "√[©®°±º∂§ß≠≥¥¢™†£´¨∏∫Å]",
                "[ĂĹ][¤¦§©«¬®°±¶»¨¸˘ˇ˝łşĽ‚„…›‡]",
                "ÄŤ|Ă[Żźż]|Ĺ[™ˇ]",
                f"[√≈ƒ][{_second('mac_roman')}]",
                # as DOS has them; the lines of a table are none
                f"[├┼─][{letters_of_dos}]|[├┼](?:[{_BOXES}](?=\\w)|(?<=\\w[├┼])[{_BOXES}])",
                f"(?:Γ(?:Ç[{_second('cp437')}]?|é¼))|(?:Ô(?:Ç[{_second('cp850')}]?|é¼))",
                "[\u0080-\u009f\ufffd]",
            )
        )
        + r")+|(?<![^\W\d_])Â(?= |$)",
        re.MULTILINE,
    )


_LEADS = "ÃÂâðÄÅÐÑÎÏØÙ×√≈ƒĂĹ├┼─ΓÔ¿\ufffd\u0080\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0099"
_FIRST = pattern(f"[{_LEADS}ï‚\u0080-\u009f]")  # what a garbled run may begin with: a set of signs is found fast
_ASCII = bytes(range(128))
_SPACED = {" \u0301": "´", " \u0304": "¯", " \u0308": "¨", " \u0327": "¸"}
_WORD = pattern(r"[^\s\u00a0“”\"()\[\],;]+")
ENOUGH = 200  # a file garbled so often needs no further places
ROUNDS = 3  # a text may have been garbled more than once
OTHER_ENCODINGS = ("mac_roman", "cp1250", "cp437", "cp850")  # beside Windows-1252, which is by far the most frequent


class Mojibake(Rule):
    """Garbled characters show that nobody looked at the finished story, and hide the names in it from search."""

    id = "mojibake"
    topic = "integrity"
    finds = "Garbled characters, such as “â€™” for an apostrophe"
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
        Bad("They don[[‚Äô]]t know caf[[√©]]s.", fixed="They don’t know cafés.", note="by an old Mac"),
        Bad("Lech Wa[[Ĺ‚Ä™]]sa and Herr M[[ĂĽ]]ller.", fixed="Lech Wałęsa and Herr Müller."),
        Bad("A na[[Ã\u00af]]vet((Ã©)) of his.", fixed="A naïveté of his.", note="one word, one finding"),
        Bad("A fee of [[\ufffd]]15.8m.", message="“\ufffd15.8m”: a character was lost here"),
        Bad("It[[\u0092]]s over.", fixed="It’s over."),
        Bad("It ended.[[Â]] Then rain fell.", fixed="It ended. Then rain fell."),
        Bad(
            "Een offici[[âš´]]le snackbar.",
            message="“officiâš´le”: some of these characters are garbled",
            note="no fix: ⚴ is wrong",
        ),
        Good("François, Wałęsa, Ærø, “CAFÉ”, ‘BEYONCÉ’S’ and São Paulo’s £5 are well."),
        Good("He wrote “IRMÔ and “VISÃO” on the wall, and “ILHÃ” below.", note="capitals before a closing mark"),
        Good("Øystein stayed in Å… and Ångström was Swedish."),
        KnownFalse("The text, read wrongly, shows [[â€™]] for an apostrophe.", note="a story about garbling"),
    )
    evidence = Evidence(
        stories=2662, hits=10, wrong=0, cases=80, found=80, on="one character of an edited story garbled"
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each garbled run of characters."""
        text = story.prose.text
        if text.isascii():
            return
        # Without the letters of ASCII, few are left, in which each sign is soon looked for.
        odd = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
        if not any(map(odd.__contains__, _LEADS)):
            return
        for word in _words(islice(placed(story, _runs(text), self.zones), ENOUGH)):
            yield self._found(word)

    def _found(self, hits: Sequence[ScanHit]) -> Finding:
        """What is wrong with one word, and how it should read where that is sure."""
        places = [_whole(hit) for hit in hits]
        before, _ = _word_round(hits[0])
        _, after = _word_round(hits[-1])
        word = before + hits[0].zone.text[hits[0].start : hits[-1].end] + after
        related = [Related(hit.span, "and here") for hit, _ in places[1:]]
        if any(right is None for _, right in places):
            lost = any("\ufffd" in hit.text for hit in hits)
            said = "a character was lost here" if lost else "some of these characters are garbled"
            return self.finding(places[0][0].span, f"“{word}”: {said}", related=related)
        import unicodedata  # a library of its own, which most stories need not load (2 ms)

        edits = tuple(Edit(hit.span, right or "") for hit, right in places)
        whole = unicodedata.normalize("NFC", _garbled().sub(lambda m: repaired(m[0]) or "", word))
        title = f"Change to “{whole}”" if len(edits) > 1 else f"Change to “{edits[0].text}”"
        fix = Fix(title if edits[0].text else "Delete it", edits)
        said = f"“{word}” is garbled: it should read “{whole}”"
        return self.finding(places[0][0].span, said, related=related, fixes=(fix,))


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The garbled runs of a text."""
    garbled, end = _garbled(), 0
    for first in _FIRST.finditer(text):
        if first.start() >= end and (run := garbled.match(text, first.start())):
            end = run.end()
            yield run


def _words(hits: Iterable[ScanHit]) -> Iterator[list[ScanHit]]:
    """The garbled runs of one word together."""
    word: list[ScanHit] = []
    for hit in hits:
        if word and (word[-1].zone is not hit.zone or any(map(str.isspace, hit.zone.text[word[-1].end : hit.start]))):
            yield word
            word = []
        word.append(hit)
    if word:
        yield word


def _whole(hit: ScanHit) -> tuple[ScanHit, str | None]:
    """A garbled run and what it was meant to be; where that is an accent, the letter before it is taken in."""
    import unicodedata

    right = repaired(hit.text)
    text = hit.zone.text
    inside = text[hit.start - 1 : hit.start].isalpha() and text[hit.end : hit.end + 1].isalpha()
    if right and inside and unicodedata.category(right[0])[0] == "S":
        return hit, None  # no sign stands inside a word: it was garbled in some other way
    if right and unicodedata.combining(right[0]):
        hit = hit._replace(start=max(0, hit.start - 1))
        right = unicodedata.normalize("NFC", hit.text[0] + right)
    return hit, right


def repaired(text: str) -> str | None:
    """What a garbled run was meant to be; None where that is not sure."""
    if text in ("ï»¿", "Â"):
        return ""
    for spaced, sign in _SPACED.items():
        text = text.replace(spaced, sign)
    for encoding in ("", *OTHER_ENCODINGS):
        right = _read_anew(text, encoding)
        if right is not None:
            return right
    return _repaired_elsewhere(text)


def _repaired_elsewhere(text: str) -> str | None:
    """What ftfy, which knows more encodings and what was garbled twice over, makes of a run; None without it."""
    try:
        from ftfy import fix_encoding  # the extra newslint[repair]; half as dear as all the rest, so only for these
    except ImportError:
        return None
    right = fix_encoding(text)
    return right if right != text and right.isprintable() and not _garbled().search(right) else None


def _read_anew(text: str, encoding: str) -> str | None:
    """The text whose bytes were misread in an encoding, as often as that happened; None where it was not so."""
    for _ in range(ROUNDS):
        try:
            text = (text.encode(encoding) if encoding else _bytes(text)).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError):
            return _of_controls(text) if not encoding else None
        if not _garbled().search(text):
            return text if text.isprintable() or text == "\u00a0" else None
    return None


def _of_controls(text: str) -> str | None:
    """The signs of Windows-1252 that stand for control characters of Latin-1."""
    try:
        return _bytes(text).decode("cp1252") if re.fullmatch("[\u0080-\u009f]+", text) else None
    except UnicodeDecodeError:
        return None


def _bytes(text: str) -> bytes:
    """The bytes that were misread: each sign as Windows-1252 has it, or else as Latin-1."""
    return b"".join(c.encode("latin-1" if ord(c) < 256 else "cp1252") for c in text)


def _word_round(hit: ScanHit) -> tuple[str, str]:
    """The rest of the word before and after a garbled run."""
    text = hit.zone.text
    after = _WORD.match(text, hit.end)
    before = ""
    for m in _WORD.finditer(text, max(0, hit.start - 30), hit.start):
        before = m[0] if m.end() == hit.start else ""
    return before, after[0][:30].rstrip(".:!?") if after else ""
