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
    "the quotation names whom it follows": 0.9,
    "occasion, late, of a person": 0.89,
    "no word of speech, of a person": 0.85,
    "subject: trade": 0.77,
    "subject: people": 0.73,
    "next: he or she says": 0.62,
    "no word of speech, of some": 0.62,
    "occasion, of nothing": 0.58,
    "address, of some": 0.56,
    "subject: thing": 0.52,
    "first speech, of some": 0.51,
    "no word of speech, of nothing": 0.51,
    "before: nothing": 0.49,
    "stance, of a person": 0.48,
    "many are quoted": 0.47,
    "few are quoted": 0.36,
    "last speech, of a person": 0.36,
    "noun of speech, of nothing": 0.35,
    "occasion, of a person": 0.31,
    "figurative, of some": 0.29,
    "denied, of a person": 0.25,
    "before: a paragraph past others": 0.24,
    "stance, of some": 0.24,
    "next: somebody named says": 0.23,
    "mind, of nothing": 0.17,
    "who is named often": 0.17,
    "attitude, of nothing": 0.15,
    "occasion, late, of nothing": 0.09,
    "subject: name": 0.09,
    "said, of nothing": -0.06,
    "sentence: asks": -0.06,
    "before: a paragraph": -0.09,
    "first said, of some": -0.12,
    "last speech, of some": -0.14,
    "speech, of nothing": -0.16,
    "subject: they": -0.17,
    "who is quoted elsewhere": -0.17,
    "noun of speech, of some": -0.18,
    "address, of a person": -0.21,
    "noun of speech, late, of nothing": -0.22,
    "first said, of a person": -0.25,
    "first speech, of a person": -0.26,
    "said, of some": -0.26,
    "says we": -0.27,
    "no whole sentence": -0.33,
    "speech, of a person": -0.34,
    "short, with a word of speech, of a person": -0.35,
    "short, with a word of speech, of some": -0.37,
    "occasion, late, of some": -0.38,
    "told: the paragraph before leads up to it, then another": -0.42,
    "says you": -0.46,
    "next: a quotation of somebody named": -0.48,
    "subject: owner": -0.48,
    "next: he or she": -0.49,
    "says I": -0.51,
    "speech, of some": -0.51,
    "quotes, of some": -0.55,
    "last said, of a person": -0.56,
    "told: the paragraph before leads up to it": -0.56,
    "before: a sentence": -0.58,
    "said, of a person": -0.58,
    "last said, of some": -0.6,
    "noun of speech, of a person": -0.64,
    "behind: more": -0.73,
    "a few words": -0.76,
    "figurative, of a person": -0.76,
    "nobody else is quoted": -0.76,
    "phase, of somebody": -0.88,
    "subject: he or she": -0.89,
    "attitude, of somebody": -0.95,
    "subject: person": -1.0,
    "told: the speaker of the paragraph before goes on": -1.0,
    "declining, of somebody": -1.01,
    "mind, of somebody": -1.03,
    "not closed": -1.32,
    "quotes, of a person": -1.33,
    "noun of speech, late, of a person": -1.34,
    "noun of speech, late, of some": -1.36,
    "leading verb, of somebody": -1.57,
    "quotes, of nothing": -1.87,
    "told: the speaker of the paragraph before goes on, then another": -1.96,
    "not closed, with a word of saying": -3.0,
}

LEARNT = Weights(0.71, _OF)
