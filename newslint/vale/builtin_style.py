"""The style `Vale`, which Vale has built in: spelling, words twice in a row, what vocabularies accept and reject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.base.schema import Where
from newslint.base.typed import Any
from newslint.vale.extensions.base import House, Spec, scoped
from newslint.vale.style_files import BUILT_IN
from newslint.vale.vocabulary import is_pattern


def specs(house: House, where: Where) -> Iterator[Spec]:
    """Its rules under a configuration's vocabularies; `where` is where the configuration names the style.

    Terms and Avoid are there, and can be switched off, where no vocabulary is.
    """
    found: dict[str, Mapping[str, Any]] = {
        "Spelling": {
            "extends": "spelling",
            "message": "Did you really mean '%s'?",
            "description": "A word that no dictionary has, and no vocabulary: one more is a line of its accept.txt",
            "action": {"name": "suggest", "params": ["spellings"]},
        },
        "Repetition": {
            "extends": "repetition",
            "message": "'%s' is repeated!",
            "description": "A word that stands twice in a row",
            "tokens": [r"[^\s.!?]+"],
            "ignorecase": True,
            "alpha": True,
            "action": {"name": "edit", "params": ["truncate", " "]},
        },
        "Terms": {
            "extends": "substitution",
            "message": "Use '%s' instead of '%s'.",
            "description": "A word of a vocabulary's accept.txt that is written otherwise here",
            "swap": _terms(house),
            "ignorecase": True,
            "vocab": False,
        },
        "Avoid": {
            "extends": "existence",
            "message": "Avoid using '%s'.",
            "description": "What a vocabulary's reject.txt has",
            "tokens": [*map(scoped, house.rejected)],
        },
    }
    for name, data in found.items():
        yield Spec(BUILT_IN, name, {"level": "error", "scope": "text", **data}, where)


def _terms(house: House) -> dict[str, str]:
    """What is accepted, by itself in small letters: in whatever case it stands, it is to stand as accepted.

    An entry that is no pattern any more in small letters (\\p{Lu}) says nothing of how to write a word.
    """
    return {small: term for term in house.accepted if is_pattern(small := term.lower())}
