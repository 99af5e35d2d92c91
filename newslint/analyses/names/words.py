"""Words that tell names from other capitals: titles, ordinary words, places, peoples and first names."""

from __future__ import annotations

from newslint.words.tables import Names, Places, Titles, Vocabulary

_names = Names.of()
_titles = Titles.of()

FUNCTION = Vocabulary.of().function
PLAIN = Vocabulary.of().plain
PLACES = Places.of().capitals

TITLES = _titles.before_names
SHORT_TITLES = _titles.having("short")
COURTESY = frozenset(_titles.having("courtesy"))

FIRST_NAMES = _names.first_names
MEN = _names.men | _names.men_in_full
WOMEN = _names.women | _names.women_in_full
SURNAMES = _names.surnames
FAMILY_FIRST = _names.family_first
PARTICLES = _names.particles
ARTICLES = _names.articles
SUFFIXES = _names.suffixes
ENDINGS = _names.endings
