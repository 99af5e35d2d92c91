"""What each trait of a quotation that stands alone adds to, or takes from, the case for nobody having said it.

`tools/fit_speech.py` learns them (log odds) from edited stories, as they are and with the words that name a speaker
cut out, and writes this file; traits that it does not name say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Weights(NamedTuple):
    """Log odds: the base, and what each trait adds."""

    base: float
    of: Mapping[str, float]

    def score(self, traits: Iterable[str]) -> float:
        """How much speaks for nobody being named, in all."""
        of = self.of
        return self.base + sum([of[trait] for trait in traits if trait in of])


_OF: dict[str, float] = {
    "no word of speech, of nothing": 1.23,
    "the quotation names whom it follows": 1.02,
    "no word of speech, of a person": 0.92,
    "subject: people": 0.67,
    "occasion, late, of a person": 0.66,
    "subject: trade": 0.65,
    "next: he or she says": 0.63,
    "no word of speech, of some": 0.6,
    "address, of some": 0.59,
    "occasion, of nothing": 0.54,
    "subject: thing": 0.53,
    "stance, of a person": 0.46,
    "before: nothing": 0.43,
    "first speech, of some": 0.41,
    "noun of speech, of nothing": 0.34,
    "many are quoted": 0.32,
    "occasion, of a person": 0.32,
    "last speech, of a person": 0.27,
    "stance, of some": 0.24,
    "few are quoted": 0.23,
    "who is named often": 0.2,
    "before: a paragraph past others": 0.19,
    "denied, of a person": 0.18,
    "next: somebody named says": 0.16,
    "figurative, of some": 0.15,
    "mind, of nothing": 0.15,
    "occasion, late, of nothing": 0.08,
    "subject: name": 0.08,
    "last speech, of some": 0.07,
    "address, of a person": -0.06,
    "said, of nothing": -0.06,
    "sentence: asks": -0.1,
    "noun of speech, of some": -0.11,
    "before: a paragraph": -0.14,
    "who is quoted elsewhere": -0.14,
    "subject: they": -0.16,
    "first said, of some": -0.18,
    "last said, of a person": -0.18,
    "no whole sentence": -0.22,
    "says we": -0.25,
    "first speech, of a person": -0.28,
    "last said, of some": -0.31,
    "speech, of nothing": -0.32,
    "said, of some": -0.33,
    "noun of speech, late, of nothing": -0.34,
    "quotes, of some": -0.35,
    "says you": -0.36,
    "noun of speech, of a person": -0.38,
    "told: the paragraph before leads up to it, then another": -0.4,
    "subject: owner": -0.41,
    "speech, of a person": -0.42,
    "occasion, late, of some": -0.45,
    "told: the speaker of the paragraph before goes on": -0.46,
    "before: a sentence": -0.47,
    "next: he or she": -0.49,
    "speech, of some": -0.5,
    "next: a quotation of somebody named": -0.52,
    "nobody else is quoted": -0.54,
    "said, of a person": -0.56,
    "says I": -0.58,
    "told: the paragraph before leads up to it": -0.61,
    "subject: he or she": -0.62,
    "a few words": -0.72,
    "behind: more": -0.79,
    "quotes, of a person": -0.8,
    "figurative, of a person": -0.84,
    "subject: person": -1.15,
    "noun of speech, late, of a person": -1.28,
    "not closed": -1.29,
    "noun of speech, late, of some": -1.31,
    "quotes, of nothing": -1.33,
    "mind, of somebody": -1.36,
    "attitude, of somebody": -1.38,
    "somebody's words, of somebody": -1.47,
    "declining, of somebody": -1.58,
    "leading verb, of somebody": -1.6,
    "phase, of somebody": -1.6,
    "told: the speaker of the paragraph before goes on, then another": -1.86,
    "not closed, with a word of saying": -3.0,
}

LEARNT = Weights(0.95, _OF)
