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
    "the quotation names whom it follows": 1.2,
    "occasion, late, of a person": 1.11,
    "no word of speech, of a person": 0.97,
    "subject: trade": 0.94,
    "subject: thing": 0.89,
    "before: nothing": 0.73,
    "next: he or she says": 0.71,
    "address, of some": 0.64,
    "no word of speech, of nothing": 0.61,
    "occasion, of nothing": 0.61,
    "stance, of a person": 0.57,
    "no word of speech, of some": 0.5,
    "last speech, of a person": 0.49,
    "first speech, of some": 0.47,
    "occasion, of a person": 0.47,
    "many are quoted": 0.45,
    "stance, of some": 0.43,
    "noun of speech, of nothing": 0.41,
    "subject: people": 0.38,
    "figurative, of some": 0.33,
    "before: a paragraph past others": 0.26,
    "few are quoted": 0.24,
    "denied, of a person": 0.2,
    "next: somebody named says": 0.17,
    "last speech, of nothing": 0.12,
    "last speech, of some": 0.11,
    "occasion, late, of nothing": 0.11,
    "sentence: asks": 0.1,
    "who is named often": 0.07,
    "next: a quotation of him or her": -0.05,
    "said, of nothing": -0.05,
    "first said, of some": -0.11,
    "behind: he or she": -0.12,
    "noun of speech, late, of nothing": -0.16,
    "speech, of nothing": -0.2,
    "short, with a word of speech, of a person": -0.21,
    "who is quoted elsewhere": -0.22,
    "told: in a sentence beside it, then another": -0.25,
    "said, of some": -0.26,
    "noun of speech, of some": -0.28,
    "before: a paragraph": -0.29,
    "told: the paragraph before leads up to it": -0.3,
    "says we": -0.34,
    "quotes, of some": -0.36,
    "short, with a word of speech, of some": -0.37,
    "last said, of a person": -0.43,
    "says you": -0.44,
    "next: he or she": -0.45,
    "subject: owner": -0.45,
    "says I": -0.49,
    "speech, of some": -0.52,
    "first said, of a person": -0.54,
    "no whole sentence": -0.54,
    "first speech, of a person": -0.58,
    "next: a quotation of somebody named": -0.58,
    "figurative, of a person": -0.59,
    "behind: more": -0.61,
    "occasion, late, of some": -0.64,
    "told: the paragraph before leads up to it, then another": -0.64,
    "said, of a person": -0.65,
    "speech, of a person": -0.66,
    "nobody else is quoted": -0.69,
    "before: a sentence": -0.7,
    "mind, of somebody": -0.71,
    "told: the speaker of the paragraph before goes on": -0.79,
    "last said, of some": -0.82,
    "phase, of somebody": -0.82,
    "a few words": -0.89,
    "noun of speech, of a person": -0.9,
    "declining, of somebody": -0.99,
    "attitude, of somebody": -1.0,
    "subject: he or she": -1.12,
    "quotes, of a person": -1.32,
    "subject: person": -1.33,
    "not closed": -1.39,
    "told: the speaker of the paragraph before goes on, then another": -1.49,
    "noun of speech, late, of a person": -1.53,
    "noun of speech, late, of some": -1.8,
    "leading verb, of somebody": -1.97,
    "quotes, of nothing": -1.97,
    "not closed, with a word of saying": -3.0,
}

LEARNT = Weights(1.31, _OF)
