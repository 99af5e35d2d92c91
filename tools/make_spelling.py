"""Makes `newslint/words/en/spelling.{bits,txt}`: English words, how common each is, and what misspellings meant.

    python tools/make_spelling.py --scowl FOLDER --misspelt FILE --programs FILE

`--scowl` is the folder of SCOWL's lists by size (`final/` of its release; Debian's package scowl has it),
`--misspelt` codespell's `dictionary.txt` (`wrong->right, right`), `--programs` names of programs, a word or several
a line (what `apt-cache pkgnames` prints): what is written about programs names them in small letters. It needs
wordfreq, which newslint does not. Nothing in the files is learnt from stories.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import re
import struct
from binascii import crc32
from collections.abc import Collection, Iterator, Mapping

from wordfreq import iter_wordlist, zipf_frequency

import newslint
from newslint.words.spelling import SHORTEST, SLOTS, SORTS, SPREAD, filters_of, one_slip_from, slot_of

OUT = pathlib.Path(newslint.__file__).parent / "words" / "en"
USUAL, LARGEST, COMMON_UP_TO = 70, 80, 60  # SCOWL's sizes: 95 takes in what nobody writes
SELDOM = 1.3  # of a billion words one in so many, as a power of ten: rarer ones are kept only beside a common one
PLAIN = (
    6.0  # of the shortest misspellings only those of “the”, “and” and their like: the rest are short for something
)
BLOCK, BITS, SET = 64, 20, 5  # bits of a block, bits for each word, bits that a word sets
OTHERS = ("de", "es", "fr", "it", "nl", "pt", "sv")
FOREIGN = 4.0  # a word that is so frequent elsewhere is no misspelling here
SPOKEN = re.compile("in$"), re.compile("ing$")  # “nothin”: spoken so, not misspelt
HEAD = """\
# Common English words, and words as they are misspelt; tools/make_spelling.py writes this file.
# From SCOWL by Kevin Atkinson and others (their notice: LICENSES.md beside this file), wordfreq by Robyn Speer
# (CC BY-SA 4.0) and codespell's dictionary by its authors (CC BY-SA 3.0), selected and merged here. This file is
# under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/).
# A line has words that begin with its letter, by what follows it, the shorter first: a common word (“=” and a digit:
# how common it is, 7 most), or a misspelling, “>” and what was meant. Which of the 1,024 lines of a letter has a
# word is reckoned from its letters (words/spelling.py). Where each line begins stands before them all, in seven
# digits each, so that no line is read that nobody asks for.
"""


def main() -> None:
    """Read the lists, merge them, write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("--scowl", "--misspelt", "--programs"):
        parser.add_argument(name, required=True, type=pathlib.Path)
    given = parser.parse_args()
    scowl = {size: {word.lower() for word in _scowl(given.scowl, size, "")} for size in (USUAL, LARGEST)}
    words = {word: zipf_frequency(word, "en", "large") for word in iter_wordlist("en", "large")}
    common = {
        word.encode()
        for word in _scowl(given.scowl, COMMON_UP_TO, "words")
        if _is_plain(word) and words.get(word, 0) >= SELDOM
    }
    stems = {part for word in scowl[USUAL] for part in word.split("'")}  # of “couldn't”
    wrong = dict(_misspelt(given.misspelt, scowl[USUAL] | stems))
    usual = {*scowl[USUAL], *(word for word, often in words.items() if often >= SELDOM)}
    usual.update(stems)
    usual.update(re.findall("[a-z]+", given.programs.read_text("utf-8")))
    seldom = {word.encode() for word in {*scowl[LARGEST], *words} - usual if _is_plain(word)}
    near = {slip.decode() for word in common for slip in seldom.intersection(one_slip_from(word))}
    known = {word.encode() for word in (usual | near) - wrong.keys() if _is_plain(word)}
    levels = {word: max(1, int(words.get(word.decode(), 0))) for word in common}
    misspelt = {word.encode() for word in wrong}
    sorts = {"known": known | levels.keys(), "common": levels.keys(), "misspelt": misspelt}
    bits = bits_of({sort: sorts[sort] for sort in SORTS})
    (OUT / "spelling.bits").write_bytes(bits)
    said = {word: b"=%d" % level for word, level in levels.items()}
    for word, meant in wrong.items():
        said[word.encode()] = b">" + meant.encode()
    (OUT / "spelling.txt").write_bytes(HEAD.encode() + b"\n" + indexed(said))
    print({sort: len(words) for sort, words in sorts.items()}, OUT)


def bits_of(sorts: Mapping[str, Collection[bytes]]) -> bytes:
    """Filters as `filters_of` reads them."""
    chance = random.Random(1)
    masks = [sum(1 << bit for bit in chance.sample(range(BLOCK), SET)) for _ in range(256)]
    head, numbers = [], list(masks)
    for sort, words in sorts.items():
        size = BITS * len(words) // BLOCK | 1
        blocks = [0] * size
        for found in map(crc32, words):
            blocks[found % size] |= masks[found >> 24]
        head.append(f"{sort}={size}")
        numbers += blocks
    body = struct.pack(f"<{len(numbers)}Q", *numbers)
    known, _ = filters_of(" ".join(head).encode() + b"\n\n" + body)
    seeming = b" ".join(sorted(known["known"].there(sorts["misspelt"])))
    return b"%b\n%b\n%b" % (" ".join(head).encode(), seeming, body)


def indexed(words: Mapping[bytes, bytes]) -> bytes:
    """Words, each with what is said of it, in lines by their first letter, behind a table of where each begins."""
    lines: dict[int, list[bytes]] = {}
    for word, said in sorted(words.items(), key=lambda item: (len(item[0]), item[0])):
        lines.setdefault(slot_of(word), []).append(word[1:] + said)
    parts, places = [], [0]
    for slot in range(SLOTS):
        if slot in lines:
            parts.append(b"%c %b \n" % (ord("a") + slot // SPREAD, b" ".join(lines[slot])))
        places.append(places[-1] + (len(parts[-1]) if slot in lines else 0))
    return b"".join([b"%07d" % place for place in places]) + b"\n" + b"".join(parts)


def _is_plain(word: str) -> bool:
    return len(word) >= SHORTEST and word.isascii() and word.isalpha() and word.islower()


def _scowl(folder: pathlib.Path, largest: int, sort: str) -> Iterator[str]:
    """The words of SCOWL's lists up to a size, of one sort or of all."""
    for path in sorted(folder.iterdir()):
        name, _, size = path.name.rpartition(".")
        if size.isdigit() and int(size) <= largest and name.endswith(sort):
            yield from path.read_text("latin-1").split()


def _misspelt(path: pathlib.Path, scowl: set[str]) -> Iterator[tuple[str, str]]:
    """Misspellings that are no words, with what was meant (several parted by commas; `_` for a space)."""
    for line in path.read_text("utf-8").splitlines():
        wrong, _, meant = line.partition("->")
        rights = [right.strip() for right in meant.split(",") if right.strip()]
        if _is_plain(wrong) and wrong not in scowl and not _is_used(wrong, rights):
            rights = [right for right in rights if re.fullmatch("[a-z' -]+", right)]
            if rights and (len(wrong) > SHORTEST or zipf_frequency(rights[0], "en", "large") >= PLAIN):
                yield wrong, ",".join(rights).replace(" ", "_")


def _is_used(wrong: str, rights: list[str]) -> bool:
    """Whether a word is written so on purpose: in another language, or as it is spoken."""
    if SPOKEN[0].search(wrong) and any(SPOKEN[1].search(right) for right in rights):
        return True
    here = zipf_frequency(wrong, "en", "large")
    return any(zipf_frequency(wrong, each) >= max(FOREIGN, here) for each in OTHERS)


if __name__ == "__main__":
    main()
