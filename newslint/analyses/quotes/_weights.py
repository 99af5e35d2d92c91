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
    "subject: trade": 1.21,
    "occasion, late, of a person": 1.14,
    "no word of speech, of a person": 1.09,
    "before: nothing": 1.01,
    "the quotation names whom it follows": 0.92,
    "no word of speech, of nothing": 0.89,
    "occasion, of nothing": 0.84,
    "address, of some": 0.76,
    "next: he or she says": 0.73,
    "occasion, of a person": 0.65,
    "no word of speech, of some": 0.62,
    "stance, of a person": 0.61,
    "first speech, of some": 0.57,
    "subject: people": 0.49,
    "last speech, of a person": 0.47,
    "many are quoted": 0.33,
    "short, with a word of speech, of a person": 0.3,
    "stance, of some": 0.28,
    "who is named often": 0.19,
    "last speech, of some": 0.18,
    "before: a paragraph past others": 0.16,
    "subject: thing": 0.12,
    "few are quoted": 0.11,
    "last speech, of nothing": 0.11,
    "subject: name": 0.11,
    "figurative, of some": 0.1,
    "next: a quotation of him or her": 0.1,
    "occasion, of some": 0.06,
    "behind: he or she": -0.07,
    "said, of some": -0.15,
    "short, with a word of speech, of some": -0.18,
    "occasion, late, of nothing": -0.22,
    "noun of speech, of some": -0.24,
    "said, of nothing": -0.24,
    "told: in a sentence beside it, then another": -0.24,
    "mind, of nothing": -0.25,
    "who is quoted elsewhere": -0.27,
    "short, with a word of speech, of nothing": -0.3,
    "told: the paragraph before leads up to it": -0.3,
    "last said, of a person": -0.31,
    "nobody else is quoted": -0.32,
    "speech, of some": -0.35,
    "told: the speaker of the paragraph before goes on": -0.35,
    "first said, of a person": -0.39,
    "next: he or she": -0.4,
    "says I": -0.41,
    "says you": -0.42,
    "before: a paragraph": -0.44,
    "says we": -0.44,
    "subject: they": -0.48,
    "told: the paragraph before leads up to it, then another": -0.48,
    "behind: more": -0.52,
    "next: a quotation of somebody named": -0.53,
    "speech, of a person": -0.54,
    "first speech, of a person": -0.56,
    "mind, of somebody": -0.56,
    "subject: owner": -0.6,
    "noun of speech, of a person": -0.61,
    "occasion, late, of some": -0.61,
    "before: a sentence": -0.62,
    "last said, of some": -0.73,
    "no whole sentence": -0.73,
    "first said, of some": -0.74,
    "subject: he or she": -0.79,
    "said, of a person": -0.85,
    "phase, of somebody": -0.86,
    "a few words": -0.88,
    "figurative, of a person": -0.9,
    "subject: person": -0.96,
    "declining, of somebody": -0.97,
    "figurative, of nothing": -0.99,
    "quotes, of a person": -1.01,
    "not closed": -1.23,
    "quotes, of nothing": -1.5,
    "noun of speech, late, of a person": -1.54,
    "told: the speaker of the paragraph before goes on, then another": -1.65,
    "attitude, of somebody": -1.7,
    "noun of speech, late, of some": -1.72,
    "leading verb, of somebody": -2.07,
    "not closed, with a word of saying": -3.0,
}

LEARNT = Weights(1.02, _OF)
