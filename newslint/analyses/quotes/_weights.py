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
    "the quotation names whom it follows": 1.01,
    "no word of speech, of a person": 0.92,
    "subject: people": 0.67,
    "occasion, late, of a person": 0.66,
    "subject: trade": 0.66,
    "next: he or she says": 0.63,
    "no word of speech, of some": 0.6,
    "address, of some": 0.58,
    "occasion, of nothing": 0.53,
    "subject: thing": 0.53,
    "no word of speech, of nothing": 0.52,
    "stance, of a person": 0.48,
    "before: nothing": 0.42,
    "first speech, of some": 0.41,
    "noun of speech, of nothing": 0.34,
    "many are quoted": 0.31,
    "occasion, of a person": 0.3,
    "last speech, of a person": 0.27,
    "few are quoted": 0.24,
    "stance, of some": 0.24,
    "who is named often": 0.23,
    "denied, of a person": 0.19,
    "before: a paragraph past others": 0.18,
    "figurative, of some": 0.17,
    "mind, of nothing": 0.16,
    "next: somebody named says": 0.16,
    "occasion, late, of nothing": 0.08,
    "subject: name": 0.08,
    "first said, of a person": 0.07,
    "last speech, of some": 0.07,
    "address, of a person": -0.08,
    "sentence: asks": -0.1,
    "noun of speech, of some": -0.12,
    "who is quoted elsewhere": -0.13,
    "before: a paragraph": -0.16,
    "subject: they": -0.16,
    "last said, of a person": -0.19,
    "first said, of some": -0.21,
    "no whole sentence": -0.22,
    "says we": -0.26,
    "first speech, of a person": -0.3,
    "last said, of some": -0.31,
    "speech, of nothing": -0.31,
    "said, of some": -0.34,
    "noun of speech, late, of nothing": -0.35,
    "quotes, of some": -0.36,
    "says you": -0.36,
    "told: the paragraph before leads up to it, then another": -0.4,
    "noun of speech, of a person": -0.41,
    "subject: owner": -0.41,
    "occasion, late, of some": -0.42,
    "speech, of a person": -0.42,
    "before: a sentence": -0.44,
    "told: the speaker of the paragraph before goes on": -0.48,
    "next: he or she": -0.49,
    "speech, of some": -0.49,
    "next: a quotation of somebody named": -0.54,
    "nobody else is quoted": -0.54,
    "says I": -0.58,
    "said, of a person": -0.59,
    "told: the paragraph before leads up to it": -0.6,
    "subject: he or she": -0.64,
    "phase, of somebody": -0.7,
    "a few words": -0.73,
    "behind: more": -0.78,
    "figurative, of a person": -0.83,
    "quotes, of a person": -0.83,
    "attitude, of somebody": -0.97,
    "mind, of somebody": -1.06,
    "declining, of somebody": -1.09,
    "subject: person": -1.14,
    "noun of speech, late, of a person": -1.27,
    "not closed": -1.3,
    "noun of speech, late, of some": -1.31,
    "quotes, of nothing": -1.32,
    "somebody's words, of somebody": -1.47,
    "leading verb, of somebody": -1.59,
    "told: the speaker of the paragraph before goes on, then another": -1.88,
    "not closed, with a word of saying": -3.0,
}

LEARNT = Weights(0.98, _OF)
