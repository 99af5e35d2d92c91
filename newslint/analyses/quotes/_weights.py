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
    "no word of speech, of a person": 0.92,
    "the quotation names whom it follows": 0.79,
    "occasion, late, of a person": 0.68,
    "subject: people": 0.68,
    "subject: trade": 0.68,
    "next: he or she says": 0.63,
    "address, of some": 0.61,
    "occasion, of nothing": 0.58,
    "subject: thing": 0.53,
    "many are quoted": 0.52,
    "no word of speech, of some": 0.47,
    "before: nothing": 0.46,
    "stance, of a person": 0.46,
    "few are quoted": 0.43,
    "first speech, of some": 0.4,
    "no word of speech, of nothing": 0.38,
    "noun of speech, of nothing": 0.34,
    "before: a paragraph past others": 0.3,
    "occasion, of a person": 0.29,
    "last speech, of a person": 0.27,
    "next: somebody named says": 0.25,
    "stance, of some": 0.25,
    "figurative, of some": 0.21,
    "denied, of a person": 0.19,
    "who is named often": 0.16,
    "mind, of nothing": 0.14,
    "occasion, late, of nothing": 0.08,
    "last speech, of some": 0.07,
    "said, of nothing": -0.06,
    "address, of a person": -0.08,
    "noun of speech, of some": -0.1,
    "sentence: asks": -0.1,
    "subject: they": -0.17,
    "no whole sentence": -0.18,
    "last said, of a person": -0.19,
    "who is quoted elsewhere": -0.19,
    "first said, of some": -0.2,
    "speech, of nothing": -0.25,
    "says we": -0.27,
    "told: the speaker of the paragraph before goes on": -0.29,
    "first speech, of a person": -0.3,
    "noun of speech, late, of nothing": -0.3,
    "last said, of some": -0.34,
    "quotes, of some": -0.36,
    "said, of some": -0.37,
    "says you": -0.38,
    "noun of speech, of a person": -0.4,
    "subject: owner": -0.42,
    "told: the paragraph before leads up to it, then another": -0.42,
    "occasion, late, of some": -0.43,
    "speech, of a person": -0.44,
    "next: he or she": -0.47,
    "speech, of some": -0.49,
    "next: a quotation of somebody named": -0.5,
    "told: the paragraph before leads up to it": -0.53,
    "said, of a person": -0.59,
    "subject: he or she": -0.63,
    "behind: more": -0.64,
    "says I": -0.64,
    "before: a sentence": -0.68,
    "a few words": -0.75,
    "figurative, of a person": -0.81,
    "quotes, of a person": -0.86,
    "nobody else is quoted": -0.9,
    "subject: person": -1.12,
    "noun of speech, late, of some": -1.23,
    "noun of speech, late, of a person": -1.31,
    "mind, of somebody": -1.36,
    "not closed": -1.36,
    "attitude, of somebody": -1.4,
    "somebody's words, of somebody": -1.51,
    "declining, of somebody": -1.54,
    "phase, of somebody": -1.6,
    "leading verb, of somebody": -1.61,
    "told: the speaker of the paragraph before goes on, then another": -1.84,
    "quotes, of nothing": -1.9,
    "not closed, with a word of saying": -3.0,
}

LEARNT = Weights(0.73, _OF)
