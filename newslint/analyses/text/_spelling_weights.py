"""What each trait of an unknown word adds to, or takes from, the case for its being a misspelling (log odds).

`tools/fit_spelling.py` learns them and writes this file.
"""

from __future__ import annotations

BASE = -0.79
OF: dict[str, float] = {
    "ends as English": 1.4,
    "level 6": 1.14,
    "swapped": 1.09,
    "0 unknown near": 0.99,
    "stands in the story": 0.97,
    "long": 0.92,
    "letter less": 0.9,
    "once": 0.81,
    "level 5": 0.8,
    "few unknown": 0.67,
    "not doubled": 0.66,
    "8 to 9 letters": 0.59,
    "level 7": 0.48,
    "level 4": 0.44,
    "one word near": 0.31,
    "doubled": 0.17,
    "behind a small word": 0.11,
    "1 unknown near": 0.05,
    "doubled, last letter": 0.05,
    "level 3": -0.03,
    "many unknown": -0.18,
    "hard to say": -0.26,
    "other like letter, last letter": -0.39,
    "letter more, last letter": -0.42,
    "some unknown": -0.49,
    "ends as in Spanish": -0.49,
    "6 to 7 letters": -0.57,
    "letter more": -0.67,
    "letter less, last letter": -0.77,
    "beside a hyphen": -0.78,
    "short": -0.93,
    "other letter": -0.94,
    "2 unknown near": -1.05,
    "opens its paragraph": -1.21,
    "other like letter": -1.21,
    "level 1": -1.23,
    "other letter, last letter": -1.23,
    "marked up": -1.45,
    "level 2": -1.59,
    "letter more, first letter": -1.72,
}
LOW, MEDIUM = 0.00, 1.10
