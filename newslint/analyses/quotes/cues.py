"""Word tables for attribution, of English: verbs of speech in all their forms, and what the verbs are told from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.words.languages import ENGLISH
from newslint.words.tables import Calendar, Language, Speech

_speech = Speech.of()


def forms(base: str, irregular: Mapping[str, str] = _speech.irregular) -> list[str]:
    """A verb's forms: base, third person, past, participle; of `irregular` ones, those that stand there."""
    written = irregular.get(base, _speech.irregular.get(base))
    if written is not None or base in _speech.irregular:
        return [base, *(written or "").split()]
    if base.endswith("e"):
        return [base, base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    s = "es" if base.endswith(("s", "x", "ch", "sh", "z")) else "s"
    return [base, base + s, base + "ed", base + "ing"]


def _all_forms(bases: Iterable[str]) -> frozenset[str]:
    return frozenset([form for base in bases for form in forms(base)])


SAYING = _all_forms((*_speech.verbs, "say", "put", "speak"))
BASES = _speech.verbs | {"say", "speak"}
WEAK = _all_forms(_speech.weak)
NAMING = _all_forms(_speech.naming) | _speech.naming_too
ALWAYS_NAMING = _speech.always_naming
NOUNS = _speech.nouns
PLAIN_SAYING = SAYING - WEAK - NOUNS - _all_forms(_speech.not_plain)  # tell of speech without a quotation beside them
REPORTING = _speech.reporting

DETERMINERS = _speech.determiners
BETWEEN = _speech.between
PRONOUNS = _speech.pronouns
PERSONAL = frozenset(("he", "she", "they", "i", "we"))
BE = frozenset(("is", "was", "are", "were", "be", "been", "being"))
OBJECTS = frozenset(("him", "her", "them", "me", "us", "himself", "herself"))
PREPOSITIONS = _speech.prepositions
JOINS_NOUNS = _speech.joins_nouns

SPEAKING_NOUNS = _speech.speaking_nouns
CONTENT_NOUNS = _speech.content_nouns
PEOPLE = _speech.people
ATTITUDE = _speech.attitude
LEADING_NOUNS = _speech.leading_nouns
LEADING_VERBS = {verb: follows for verb, _, follows in (each.partition(" ") for each in _speech.leading_verbs)}
TITLE_WORDS = _speech.title_words
LABELS = _speech.labels

_calendar = Calendar.of()
WEEKDAYS = frozenset([day.lower() for day in _calendar.weekday_names])
DAYS = frozenset([day.lower() for day in (*_calendar.weekday_names, *_calendar.month_names, *_calendar.short_months)])

SUBORDINATE = _speech.subordinate
BEFORE_BASE = _speech.before_base
STARTERS = _speech.starters
# Small words of other languages, which a sentence may begin with: En un caso, …
OTHER_LANGUAGES = frozenset(
    [word for language, held in Language.all().items() if language != ENGLISH for word in held.small_words]
)
