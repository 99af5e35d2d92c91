"""The languages that a client of LanguageTool may name, with their regions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.server.replies import Refused
from newslint.words.languages import ENGLISH, listed
from newslint.words.tables import Language

AUTO = "auto"
# The regions of each language, as LanguageTool calls them; the first is taken where a client leaves it open.
_REGIONS = {
    "en": {
        "US": "US", "GB": "GB", "AU": "Australian", "CA": "Canadian", "NZ": "New Zealand", "ZA": "South African",
        "IE": "Ireland", "IN": "India",
    },
    "de": {"DE": "Germany", "AT": "Austria", "CH": "Swiss"},
    "fr": {"FR": "France", "BE": "Belgium", "CA": "Canada", "CH": "Switzerland"},
    "es": {"ES": "Spain", "AR": "voseo"},
    "nl": {"NL": "Netherlands", "BE": "Belgium"},
    "pt": {"PT": "Portugal", "BR": "Brazil"},
}  # fmt: skip
_SURE = 0.99


class Chosen(NamedTuple):
    """The language of a text: its code with a region, its name, and how sure that is where it was told by its words.

    `code` is what newslint goes by.
    """

    code: str
    long_code: str
    name: str
    confidence: float = _SURE

    def as_data(self) -> dict[str, Any]:
        """As replies have it, within `language`."""
        return {"name": self.name, "code": self.long_code}


@cache
def known() -> dict[str, Chosen]:
    """Each language by its code in small letters, with a region and without."""
    found: dict[str, Chosen] = {}
    for code in Language.all():
        name = listed()[code][0] if code in listed() else code
        found[code] = Chosen(code, code, name)
        for region, said in _REGIONS.get(code, {}).items():
            found[f"{code}-{region}".lower()] = Chosen(code, f"{code}-{region}", f"{name} ({said})")
    return found


@cache
def as_list() -> list[dict[str, str]]:
    """The reply to /v2/languages."""
    return [{"name": each.name, "code": each.code, "longCode": each.long_code} for each in known().values()]


def named(code: str) -> Chosen:
    """The language of a code; one of a region that is not listed is that language. Raises Refused for any other."""
    said = code.strip().replace("_", "-").lower()
    found = known().get(said) or known().get(said.partition("-")[0])
    if found is None:
        codes = ", ".join(each.long_code for each in known().values())
        raise Refused(
            400, f"'{code[:40]}' is not a language code known to LanguageTool. Supported language codes are: {codes}"
        )
    return found


def preferred(codes: Sequence[str]) -> tuple[Chosen, ...]:
    """The regions that a client prefers; raises Refused as LanguageTool does."""
    for code in codes:
        if "-" not in code:
            raise Refused(
                400, f"Invalid format for 'preferredVariants', expected a dash as in 'en-GB': '{code[:40]}'"
            )
    return tuple(named(code) for code in codes)


def told(guessed: str, variants: Sequence[Chosen] = ()) -> Chosen:
    """A language that a text's words tell, in the region that the client prefers; English where they tell none."""
    code = guessed if guessed in known() else ENGLISH
    chosen = next((each for each in variants if each.code == code), None)
    if chosen is None:
        region = next(iter(_REGIONS.get(code, {})), "")
        chosen = known()[f"{code}-{region}".lower() if region else code]
    return chosen if guessed == code else chosen._replace(confidence=0.0)
