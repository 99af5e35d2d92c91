"""What languages are called: a code, a tag or a name of one becomes the code that newslint compares.

“EN”, “en-GB” and “English” are all `en`: whoever takes a language in asks here, so that it is compared in one form.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache

from newslint.base.errors import NewslintError, near_miss
from newslint.base.schema import Text, Where, documents
from newslint.base.typed import Any

ENGLISH = "en"
UNDETERMINED = "und"  # of a text that is in none of those that newslint tells
_TABLE = os.path.join(os.path.dirname(__file__), "languages.yaml")
_TAG = r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*"  # the form of BCP 47, with underscores as POSIX has them
_HINT = "give its code, such as en, de or pt-BR, or its English name"


def code_of(text: str) -> str:
    """The code of the language that a code, a tag or a name stands for; nothing where it stands for none."""
    if text == ENGLISH:  # by far the most: no need to read a table
        return ENGLISH
    said = text.strip().casefold()
    tag = re.fullmatch(_TAG, said)
    return _codes().get(tag[1] if tag else said) or _codes().get(said, "")


def hint_for(text: str) -> str:
    """What to write in the place of a text that is no language."""
    known = [word for code, names in listed().items() for word in (code, *names)]
    return near_miss(text, known, otherwise=_HINT)


@cache
def listed() -> Mapping[str, tuple[str, ...]]:
    """Every language newslint knows the name of: its code, and its names and other codes, the English name first."""
    with open(_TABLE, encoding="utf-8") as file:
        (document,) = documents(file.read(), _TABLE, NewslintError)
    return {code: (names,) if isinstance(names, str) else tuple(names) for code, names in document.data.items()}


@cache
def _codes() -> Mapping[str, str]:
    """The code for each code and name, in small letters."""
    return {word.casefold(): code for code, names in listed().items() for word in (code, *names)}


class LanguageCode(Text):
    """A language in a YAML file, given by code, tag or name; accepted as its code."""

    def __init__(self) -> None:
        super().__init__(expected="a language, such as en, pt-BR or Portuguese")

    def accept(self, value: Any, where: Where) -> str:
        code = code_of(super().accept(value, where))
        if not code:
            raise self.refuse(value, where, hint_for(value))
        return code
