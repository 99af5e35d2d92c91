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
        # Rounded, since the last digits of a sum go by the order of its parts, and a set's order by the process.
        return round(self.base + sum([of[trait] for trait in traits if trait in of]), 6)


_OF: dict[str, float] = {
    "no word of speech, of nothing": 1.18,
    "no word of speech, of a person": 0.83,
    "the quotation names whom it follows": 0.82,
    "subject: trade": 0.73,
    "subject: people": 0.68,
    "occasion, late, of a person": 0.67,
    "subject: thing": 0.62,
    "next: he or she says": 0.61,
    "many are quoted": 0.6,
    "address, of some": 0.59,
    "occasion, of nothing": 0.59,
    "no word of speech, of some": 0.56,
    "before: a paragraph past others": 0.5,
    "stance, of a person": 0.46,
    "few are quoted": 0.42,
    "before: nothing": 0.38,
    "first speech, of some": 0.37,
    "last speech, of a person": 0.37,
    "next: somebody named says": 0.32,
    "noun of speech, of nothing": 0.31,
    "occasion, of a person": 0.3,
    "denied, of a person": 0.25,
    "stance, of some": 0.22,
    "figurative, of some": 0.17,
    "mind, of nothing": 0.14,
    "who is named often": 0.09,
    "last speech, of some": 0.08,
    "occasion, late, of nothing": 0.08,
    "subject: name": 0.08,
    "noun of speech, of some": -0.08,
    "said, of nothing": -0.08,
    "sentence: asks": -0.08,
    "before: a paragraph": -0.1,
    "last said, of a person": -0.17,
    "subject: they": -0.17,
    "who is quoted elsewhere": -0.19,
    "told: the speaker of the paragraph before goes on": -0.2,
    "address, of a person": -0.21,
    "first said, of some": -0.21,
    "last said, of some": -0.24,
    "no whole sentence": -0.26,
    "noun of speech, late, of nothing": -0.26,
    "says we": -0.28,
    "first said, of a person": -0.31,
    "first speech, of a person": -0.34,
    "speech, of nothing": -0.34,
    "speech, of a person": -0.36,
    "quotes, of some": -0.4,
    "said, of some": -0.4,
    "subject: owner": -0.43,
    "says you": -0.44,
    "occasion, late, of some": -0.45,
    "speech, of some": -0.48,
    "next: he or she": -0.5,
    "told: the paragraph before leads up to it, then another": -0.53,
    "said, of a person": -0.57,
    "told: the paragraph before leads up to it": -0.57,
    "noun of speech, of a person": -0.59,
    "next: a quotation of somebody named": -0.6,
    "says I": -0.63,
    "behind: more": -0.72,
    "before: a sentence": -0.76,
    "figurative, of a person": -0.79,
    "subject: he or she": -0.82,
    "nobody else is quoted": -0.99,
    "subject: person": -1.05,
    "quotes, of a person": -1.14,
    "noun of speech, late, of some": -1.26,
    "not closed": -1.31,
    "mind, of somebody": -1.32,
    "noun of speech, late, of a person": -1.37,
    "attitude, of somebody": -1.39,
    "quotes, of nothing": -1.44,
    "somebody's words, of somebody": -1.46,
    "declining, of somebody": -1.58,
    "phase, of somebody": -1.6,
    "told: the speaker of the paragraph before goes on, then another": -1.6,
    "leading verb, of somebody": -1.64,
    "not closed, with a word of saying": -3.0,
}

LEARNT = Weights(0.61, _OF)
