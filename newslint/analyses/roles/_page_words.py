"""Words that pages carry round a story, by what they are for: read from `rules/residue/` and made ready for lookup.

The tables are built once for a state of those files and kept in the cache, so that a start reads one file of JSON.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache as remembered

from newslint.base import cache
from newslint.base.environment import rules_folder
from newslint.base.errors import RuleError
from newslint.base.record import NamedTuple
from newslint.base.schema import documents
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.words.tables import Pages, in_order, phrases

_FOLDER = os.path.join(rules_folder(), "residue")
# Where two files hold the same line, the first says its sort.
LANGUAGES = in_order([name[:-5] for name in os.listdir(_FOLDER) if name.endswith(".yaml")])

# What each sort of words is for, as `newslint show` says it.
SORTS = {
    "menu": "a page's menu",
    "tag": "a list of topics",
    "section": "a section's name",
    "share": "a share or follow button",
    "glued": "share buttons run together",
    "contact": "an invitation to write to the desk",
    "scroll": "a prompt to scroll or read on",
    "ad": "an advertisement",
    "related": "a link to other stories",
    "popular": "a list of most-read or latest stories",
    "headlines": "another story's headline",
    "newsletter": "a newsletter prompt",
    "app": "an app prompt",
    "subscribe": "a subscription prompt",
    "account": "a sign-in prompt or paywall",
    "cookie": "a cookie or consent notice",
    "legal": "a legal or copyright notice",
    "player": "a video player or picture gallery",
    "live": "a live blog's page",
    "comments": "a comment form",
    "time": "a page's time stamp",
    "writer": "a page's author line",
    "author": "an author's biography",
    "picture": "a picture credit",
    "scene": "a picture caption",
    "post": "a post from a social network",
}
# Sorts that a trait of a line tells by a wider name, so that each has enough lines to be weighed by.
COARSE = {
    "scroll": "ad", "popular": "related", "subscribe": "account", "cookie": "legal", "live": "player",
    "app": "newsletter", "contact": "share",
}  # fmt: skip
_FORMS = ("lines", "openings", "phrases")
_REST = ("sure-openings", "sure-words", "sentences-too", "sections", "notices")
_COMMON = Pages.of().common
# One byte a letter: signs become spaces, what Latin-1 does not know too; © stays a word of its own.
_TOKENS = bytes(c if chr(c).isalnum() or chr(c) in "_'-\n©" or c > 191 else 32 for c in range(256))

Pairs = Sequence[Sequence[str]]  # a sort and what belongs to it


class Tables(NamedTuple):
    """All words of all languages, ready for lookup; `openings` by first word, `phrases` by a word they need.

    These two hold texts that `pairs` takes apart, for one story needs few of 3,000.
    """

    lines: Mapping[str, str]
    openings: Mapping[str, str]
    prefixes: Pairs
    phrases: Mapping[str, str]
    numbered: Pairs
    sure_openings: Sequence[str]
    sure_words: Sequence[str]
    sentences_too: Sequence[str]
    sections: Sequence[str]
    notices: Sequence[str]


def tokenised(folded: str) -> str:
    """A text in lower case with spaces for signs, so that it splits into words."""
    return tokens_of(in_bytes(folded))


def in_bytes(folded: str) -> bytes:
    """A text with one byte a letter, and ? for letters that Latin-1 does not know."""
    return folded.encode("latin-1", "replace")


def tokens_of(data: bytes) -> str:
    """A text in such bytes with spaces for signs."""
    return data.translate(_TOKENS).decode("latin-1").replace("©", " © ")


def _tables() -> Tables:
    texts = {}
    for language in LANGUAGES:
        file = os.path.join(_FOLDER, f"{language}.yaml")
        with open(file, encoding="utf-8") as opened:
            texts[file] = opened.read()
    key = cache.key_of("residue words", __version__, *texts.values())
    kept = cache.load(key)
    if isinstance(kept, list) and len(kept) == len(Tables._fields):
        return Tables(_sorts_by_line(kept[0]), *kept[1:])
    made = _built([_checked(documents(text, file, RuleError)[0].data, file) for file, text in texts.items()])
    cache.save(key, [_lines_by_sort(made.lines), *made[1:]])
    return made


def sort_of(line: str) -> str:
    """What a line that is a page's words and no more is for, by the wider name of its sort; empty for any other."""
    sort = TABLES.lines.get(line)
    return COARSE.get(sort, sort) if sort else ""


def _lines_by_sort(lines: Mapping[str, str]) -> dict[str, str]:
    """The lines of each sort as one text, which is read from the cache in a quarter of the time."""
    groups: dict[str, list[str]] = {}
    for line, sort in lines.items():
        groups.setdefault(sort, []).append(line)
    return {sort: "|".join(group) for sort, group in groups.items()}


def _sorts_by_line(groups: Mapping[str, str]) -> dict[str, str]:
    lines: dict[str, str] = {}
    for sort, group in groups.items():
        lines.update(dict.fromkeys(group.split("|"), sort))
    return lines


@remembered
def pairs(group: str) -> Pairs:
    """The sorts and words of a group of openings or phrases."""
    return [each.split(" ", 1) for each in group.split("|")]


def _checked(data: Any, file: str) -> dict[str, Any]:
    """A file's data, its texts parted into phrases; raises RuleError for a sort or key that nobody knows."""
    sorts: dict[str, dict[str, Sequence[str]]] = {}
    for sort, forms in data.get("sorts", {}).items():
        unknown = ([] if sort in SORTS else [sort]) + [form for form in forms if form not in _FORMS]
        if unknown:
            raise RuleError(f"“{unknown[0]}” is neither a sort of residue nor a form of its words", file)
        sorts[sort] = {form: phrases(text) for form, text in forms.items()}
    return {"sorts": sorts, **{key: phrases(data.get(key, "")) for key in _REST}}


def _built(files: Sequence[Mapping[str, Any]]) -> Tables:
    lines: dict[str, str] = {}
    openings: list[tuple[str, str]] = []
    held: list[tuple[str, str]] = []
    for file in files:
        for sort, forms in file["sorts"].items():
            for line in forms.get("lines", ()):
                lines.setdefault(line, sort)
            openings += [(sort, _opening(each)) for each in forms.get("openings", ())]
            held += [(sort, each.replace("_", " ")) for each in forms.get("phrases", ())]
    sure, words, sentences, sections, notices = ([each for file in files for each in file[key]] for key in _REST)
    return Tables(
        lines=lines,
        openings=_grouped((opening.split(" ", 1)[0], sort, opening) for sort, opening in openings if " " in opening),
        prefixes=[pair for pair in openings if " " not in pair[1]],
        phrases=_grouped((key, sort, each) for sort, each in held if "0" not in each for key in _keys(each)),
        numbered=[pair for pair in held if "0" in pair[1]],
        sure_openings=[*map(_opening, sure)],
        sure_words=words,
        sentences_too=[*map(_opening, sentences)],
        sections=sections,
        notices=notices,
    )


def _opening(written: str) -> str:
    """An opening as it is looked for: with a space at its end, but where `~` says that the word may go on."""
    return written[:-1] if written.endswith("~") else written + " "


def _grouped(found: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Sorts and words by key, each group as one text for `pairs`; words hold no `|`: it parts them in the files."""
    groups: dict[str, list[str]] = {}
    for key, sort, words in found:
        groups.setdefault(key, []).append(f"{sort} {words}")
    return {key: "|".join(group) for key, group in groups.items()}


def _keys(phrase: str) -> Iterator[str]:
    """The words of which a line must have one to hold a phrase: one that is rare in copy, in every ending."""
    words = tokenised(phrase).split()
    whole = words if phrase[-1] in " :)/" else words[:-1]
    rare = [word for word in whole if word not in _COMMON]
    if rare:
        yield max(rare, key=len)
    elif words[-1] in _COMMON:
        yield max(words, key=len)
    else:
        yield from (words[-1] + ending for ending in ("", "s", "ed", "d", "ing", "'s", "r", "rs"))


TABLES = _tables()
SURE_LETTERS = min(map(len, TABLES.sure_openings), default=0)


def _by_first_letters(openings: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Openings by the first letters that each has, so that a line is held against few of 400."""
    groups: dict[str, tuple[str, ...]] = {}
    for opening in openings:
        first = opening[:SURE_LETTERS]
        groups[first] = (*groups.get(first, ()), opening)
    return groups


OPENERS_SURE = _by_first_letters(TABLES.sure_openings)
SECTIONS = frozenset(TABLES.sections)
SURE_WORDS = frozenset(TABLES.sure_words)
FULL_SENTENCES_TOO = tuple(TABLES.sentences_too)
NOTICES = tuple(TABLES.notices)
