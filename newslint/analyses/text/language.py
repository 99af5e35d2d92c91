"""Which language a story is written in, by the small words it uses."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.base.lazy import pattern
from newslint.words.languages import ENGLISH

_WORD = pattern(r"[^\W\d_]+")
_LONGEST = 3000  # code points that are looked at
_SAMPLE = 500  # code points from the middle of those, which settle it where they are plainly English
_LEAST = 8  # small words without which the text says too little
_SMALL_WORDS = {
    ENGLISH: "the of and to in that is was for it with as his on be at by had not are but from have an they which",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "fr": "le la les de des et à un une du en est que dans qui pour sur pas au il par ne se avec ce sont elle",
    "es": "el la los las de y que en un una del por con se no para su al lo como más fue este han sus",
    "it": "il la di che e un una per in non del della le i con si da sono al gli nel ha dei alla",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als hij bij door maar uit",
    "pt": "o a os as de e que em um uma do da no na por com não para se mais ao dos das foi",
}
_LANGUAGES: dict[str, tuple[str, ...]] = {}
for _name, _words in _SMALL_WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES[_word] = (*_LANGUAGES.get(_word, ()), _name)
_MINE = frozenset(word for word, names in _LANGUAGES.items() if ENGLISH in names)
_OTHERS = frozenset(word for word, names in _LANGUAGES.items() if names != (ENGLISH,))


def guess(text: str) -> str:
    """The language of a text (ISO 639-1): English unless another's small words are clearly more."""
    middle = max(0, min(len(text), _LONGEST) - _SAMPLE) // 2
    if _is_plainly_english(text[middle : middle + _SAMPLE].lower().split()):
        return ENGLISH
    counts = _counts(_WORD.findall(text[:_LONGEST].lower()))
    best = max(counts, key=counts.__getitem__, default=ENGLISH)
    return best if counts.get(best, 0) >= max(_LEAST, 2 * counts.get(ENGLISH, 0)) else ENGLISH


def _is_plainly_english(words: Iterable[str]) -> bool:
    """Whether no language has more small words among these than English, which has enough of them."""
    small = [*filter(_LANGUAGES.__contains__, words)]
    mine = len([*filter(_MINE.__contains__, small)])
    if mine < _LEAST:
        return False
    # Where all others together have no more, none has, and each need not be counted for itself.
    return len([*filter(_OTHERS.__contains__, small)]) <= mine or max(_counts(small).values()) == mine


def _counts(words: Iterable[str]) -> dict[str, int]:
    """How many small words of each language are among these."""
    counts: dict[str, int] = {}
    for word in words:
        if word in _LANGUAGES:
            for name in _LANGUAGES[word]:
                counts[name] = counts.get(name, 0) + 1
    return counts
