"""What languages say, by table: each class is a file that a language's folder may hold, each attribute a table in it.

`Speech.of().verbs` are English verbs of speech, `Calendar.all()` the calendars of all languages that have one. The
tables of a file are made when first asked for; those that it lacks are empty. The texts of all are kept in the cache
together, so that a start reads one file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache as remembered

from newslint.base import cache
from newslint.base.environment import files_below
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.base.version import __version__
from newslint.words.languages import ENGLISH

if TYPE_CHECKING:
    from typing import Self

FOLDER = os.path.dirname(__file__)
FIRST = (ENGLISH, "de", "fr", "es")  # where languages have the same word, the earlier one counts
_IN_PATTERN = {ord(sign): "\\" + sign for sign in ".*+?^$()[]{}\\"} | {ord("~"): r"\w*"}

Words = frozenset[str]  # written as running text
Phrases = tuple[str, ...]  # parted by `|`
Rows = tuple[tuple[str, ...], ...]  # parted by `|`, each several words that belong together, in an order that counts
Pairs = Mapping[str, str]  # keys, each with what is to be known of it


class _Family:
    """The tables of one file."""

    def __init__(self, texts: Mapping[str, Any]) -> None:
        for name, form in type(self).__annotations__.items():
            text = texts.get(name)
            setattr(self, name, _MAKERS[form](text) if text else _EMPTY[form])

    @classmethod
    @remembered
    def of(cls, language: str = ENGLISH) -> Self:
        """This family's tables in a language; empty ones where its folder has no such file."""
        return cls(_kept().get(language, {}).get(cls.__name__.lower(), {}))

    @classmethod
    def all(cls) -> dict[str, Self]:
        """This family's tables in each language that has any, by language."""
        return {language: cls.of(language) for language, held in _kept().items() if cls.__name__.lower() in held}


def in_order(languages: Iterable[str]) -> list[str]:
    """Languages in the order in which they count: those of `FIRST`, then others by name."""
    return sorted(languages, key=lambda each: (FIRST.index(each) if each in FIRST else len(FIRST), each))


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text, in order: `|` parts them."""
    return tuple([phrase.strip() for phrase in text.split("|") if phrase.strip()])


def any_of(entries: Iterable[str]) -> str:
    """The alternatives of a pattern for words or phrases, the longest first; `~` stands for any further letters."""
    joined = "|".join(sorted(sorted(entries), key=len, reverse=True))
    return joined if joined.isascii() and joined.replace("|", "").isalnum() else joined.translate(_IN_PATTERN)


def every(tables: Iterable[Iterable[str]]) -> Words:
    """The entries of several tables, such as those of all languages."""
    return frozenset().union(*tables)


_MAKERS = {
    "Words": lambda text: frozenset(text.split()),
    "Phrases": lambda text: tuple(text.split(" | ")),
    "Rows": lambda text: tuple([tuple(row.split()) for row in text.split(" | ")]),
    "Pairs": dict,
}
_EMPTY: Mapping[str, Any] = {"Words": frozenset(), "Phrases": (), "Rows": (), "Pairs": {}}


@remembered
def _kept() -> dict[str, dict[str, dict[str, Any]]]:
    return read(FOLDER)


def read(folder: str) -> dict[str, dict[str, dict[str, Any]]]:
    """The texts of tables below a folder, by language and family; raises RuleError with file, line and column."""
    key = cache.key_of("words", __version__, *files_below(folder))
    kept = cache.load(key)
    if _is_whole(kept):
        found: dict[str, dict[str, dict[str, Any]]] = kept
        return found
    from newslint.words import _reading  # after a change only

    languages = in_order([entry.name for entry in os.scandir(folder) if "_" not in entry.name and entry.is_dir()])
    made = _reading.read(folder, languages, families())
    cache.save(key, made, ascii_only=True)  # which is read fastest: nearly all of it is ASCII
    return made


def _is_whole(kept: Any) -> bool:
    """Whether what the cache gives are tables by language and family: a damaged file counts as none."""
    if not (isinstance(kept, dict) and kept):
        return False
    return all(isinstance(held, dict) and all(type(each) is dict for each in held.values()) for held in kept.values())


def families() -> dict[str, dict[str, str]]:
    """The tables that a file may hold, with the form of each, by the file's name."""
    return {
        family.__name__.lower(): {name.replace("_", "-"): form for name, form in family.__annotations__.items()}
        for family in _Family.__subclasses__()
    }


class Speech(_Family):
    """Who speaks: verbs of speech, nouns that introduce it, the small words round both."""

    verbs: Words
    irregular: Pairs
    weak: Words
    not_plain: Words
    naming: Words
    naming_too: Words
    always_naming: Words
    nouns: Words
    reporting: Words
    determiners: Words
    between: Words
    pronouns: Words
    prepositions: Words
    joins_nouns: Words
    speaking_nouns: Words
    content_nouns: Words
    people: Words
    attitude: Words
    leading_nouns: Words
    leading_verbs: Phrases
    title_words: Words
    labels: Words
    small_in_titles: Words
    subordinate: Words
    before_base: Words
    starters: Words


class Attributions(_Family):
    """Verbs right beside a quotation, in the forms in which they stand there."""

    usual: Words
    once_only: Words
    loaded: Words
    inserted: Words


class Announcing(_Family):
    """What shows that somebody is about to speak, though no verb of speech does."""

    mind: Words
    stance: Words
    phase: Words
    address: Words
    figurative: Words
    declining: Words
    occasions: Words
    irregular: Pairs


class Names(_Family):
    """What names of people are made of."""

    men: Words
    women: Words
    either: Words
    men_in_full: Words
    women_in_full: Words
    surnames: Words
    family_first: Words
    particles: Words
    articles: Words
    suffixes: Words
    endings: Words

    @property
    def first_names(self) -> Words:
        """First names that are a sign of a name wherever they stand."""
        return self.men.union(self.women, self.either)


class Surnames(_Family):
    """Family names, in small letters without accents and marks."""

    families: Words


class Gazetteer(_Family):
    """Towns, provinces and regions, in small letters without accents and marks."""

    towns: Words


class Familiar(_Family):
    """Familiar words, in small letters: those that children know, and more that nearly everybody does."""

    words: Words
    more: Words


class Titles(_Family):
    """Titles and offices, each with what is to be known of it."""

    titles: Pairs

    def __init__(self, texts: Mapping[str, Any]) -> None:
        super().__init__(texts)
        self._having: dict[str, list[str]] = {}
        for title, traits in self.titles.items():
            for trait in traits.split() if traits else ():
                self._having.setdefault(trait, []).append(title)

    def having(self, trait: str) -> list[str]:
        """Those of which one thing is known, such as `courtesy`."""
        return self._having.get(trait, [])

    @property
    def before_names(self) -> Words:
        """Words that stand before a name and are no part of it."""
        return frozenset([title for title in self.titles if " " not in title])


class Vocabulary(_Family):
    """Ordinary words that bear a capital and are no names for it."""

    function: Words
    plain: Words


class Articles(_Family):
    """What “a” and “an” go by."""

    sounds_otherwise: Words
    silent: Words
    small: Words
    an_before: Words
    a_before: Words


class Selfcheck(_Family):
    """What tells that a post speaks of its own number or its own time."""

    announces: Phrases
    labels: Phrases
    looks_back: Words
    not_done: Words
    not_to_come: Words
    of_another: Words
    small: Words
    to_come: Phrases


class Compounds(_Family):
    """What words of no list are made of."""

    prefixes: Words
    glue: Words


class Lists(_Family):
    """What shows whether words beside each other are a list."""

    behind: Phrases
    no_items: Words
    opens_clauses: Words


class Acronyms(_Family):
    """Short forms of letters that readers know, and such as do not follow the order of their words."""

    known: Words
    other_order: Words
    small: Words


class Openers(_Family):
    """How sentences begin."""

    sentences: Phrases


class Ledes(_Family):
    """How first paragraphs begin that an editor would have begun otherwise."""

    hackneyed: Phrases
    slow: Phrases


class Courts(_Family):
    """What courts find."""

    guilty: Phrases
    not_guilty: Phrases
    convicted: Words
    cleared: Words


class Brands(_Family):
    """Names of makers and things with a capital of their own."""

    capitals: Words
    written_small: Words


class Persons(_Family):
    """What shows that somebody is spoken of."""

    after_names: Phrases
    before_names: Words
    subject_verbs: Words
    kin: Words
    persons: Words
    things: Phrases
    explains_form: Words


class Places(_Family):
    """Places, and what their names are made of."""

    states: Pairs
    countries: Phrases
    rarer_countries: Phrases
    cities: Phrases
    other_cities: Phrases
    peoples_and_towns: Words
    bodies: Words
    place_words: Words
    place_starts: Words
    peoples_endings: Words

    @property
    def in_datelines(self) -> dict[str, str]:
        """Each state's form for a dateline."""
        return {state: forms.partition(" |")[0] for state, forms in self.states.items()}

    @property
    def state_forms(self) -> dict[str, tuple[str, ...]]:
        """All of a state's forms: the one for a dateline, its postal code, and others that are wrong there."""
        return {state: tuple(forms.split(" | ")) for state, forms in self.states.items()}

    @property
    def capitals(self) -> Words:
        """Words that name a place or a people wherever they bear a capital."""
        return self.peoples_and_towns.union(self.countries, [state for state in self.states if " " not in state])


class Datelines(_Family):
    """Words of datelines."""

    agencies: Pairs
    without_dateline: Phrases
    in_capitals: Words
    of_releases: Phrases
    between: Phrases
    before_places: Words
    leads: Phrases


class Calendar(_Family):
    """Months and weekdays, each with its short forms."""

    months: Rows
    weekdays: Rows
    in_datelines: Words
    after_dates: Words

    @property
    def month_names(self) -> tuple[str, ...]:
        """The months in full."""
        return tuple([month[0] for month in self.months])

    @property
    def short_months(self) -> tuple[str, ...]:
        """The short forms of months."""
        return tuple([form for month in self.months for form in month[1:]])

    @property
    def weekday_names(self) -> tuple[str, ...]:
        """The weekdays in full."""
        return tuple([weekday[0] for weekday in self.weekdays])

    @property
    def short_weekdays(self) -> tuple[str, ...]:
        """The short forms of weekdays."""
        return tuple([form for weekday in self.weekdays for form in weekday[1:]])


class Abbreviations(_Family):
    """Abbreviations that are no titles, months or states."""

    in_names: Words
    stops: Words
    stops_of_copy: Words
    stops_of_speech: Words
    elided: Words
    elided_words: Words


class Breaks(_Family):
    """What tells the end of a sentence from an abbreviation, as Vale does; all in small letters."""

    abbreviations: Words  # their full stop ends no sentence by itself
    starters: Words  # with a capital they begin one more often than not
    short: Words  # of one or two letters, usual in small letters


class Casing(_Family):
    """What titles write small, as Vale tells it; all in small letters."""

    small: Words  # in every style
    prepositions: Words  # in Chicago's


class Clitics(_Family):
    """Where one written word is two; all in small letters."""

    endings: Words
    joined: Rows  # the two of each


class Parts(_Family):
    """Parts of speech as Penn's treebank names them."""

    penn: Pairs  # for each of those of the British National Corpus
    words: Pairs  # told apart by Penn alone: both names, and the words
    signs: Pairs  # by Penn's name


class Syllables(_Family):
    """How many syllables English words have, as Vale counts them."""

    known: Pairs  # words, by their number of syllables
    beginnings: Pairs  # counted by themselves, by their number
    endings: Pairs
    silent: Pairs  # the consonants after which an ending is no syllable, by ending
    fewer: Phrases  # patterns of spellings with one less than they have groups of vowels
    more: Pairs  # patterns of spellings with one more


class Language(_Family):
    """What tells a language from others."""

    small_words: Words


class Pages(_Family):
    """What lines of a page are told by, beside the words in `rules/residue`."""

    trades: Words
    trades_of_authors: Words
    trades_of_signers: Words
    employers: Words
    bylines: Phrases
    by: Words
    in_bylines: Words
    picture_words: Words
    picture_agencies: Words
    sentence_words: Words
    asks: Words
    common: Words
    notes: Phrases
    amounts: Phrases
    refusals: Phrases


class Honorifics(_Family):
    """What stands before names out of courtesy or by office."""

    courtesy: Phrases
    nobodies: Phrases
    acts: Phrases
    legislators: Phrases
    offices: Pairs
    small_in_titles: Words


class Links(_Family):
    """What is said of links."""

    saying_nothing: Phrases
    pictures: Phrases
    file_pictures: Phrases
    no_alts: Phrases


class Genres(_Family):
    """What tells letters, interviews and recipes."""

    greetings: Phrases
    farewells: Phrases
    self: Words
    recipe_parts: Words
    recipe_amounts: Phrases
    ones: Words
    of_ones: Words


class Sources(_Family):
    """What is said of sources who are not named."""

    how_many: Words
    verbs: Words
    how_they_know: Phrases
    reasons: Phrases
    plain_reasons: Phrases


class Placeholders(_Family):
    """Words of notes to the desk."""

    units: Phrases
    bracketed: Phrases
    to_do: Phrases
    writethru: Words
    template: Words


class Style(_Family):
    """What house style on numbers goes by."""

    numbered: Words
    measured: Words
    sayings: Phrases


class Figures(_Family):
    """How figures are written: number words, scales, hedges, currencies, units of measure."""

    ones: Rows
    tens: Rows
    scales: Pairs
    shares: Pairs
    hedges: Pairs
    currencies: Pairs
    units: Pairs


class Changes(_Family):
    """How a change of a figure is told: what rises, falls and doubles, and the words round the figures."""

    cues: Pairs
    going: Words
    between: Words
    done_to: Words
    minus: Words
    ranked: Words
    ranking: Words
    parting: Words
    undone: Words
    regular: Phrases
    margins: Words
    whole: Words
    amounts: Words
    earned: Words
    upward: Words
    downward: Words
    comparing: Words
    timely: Words
    placing: Words
    portions: Words
    multiples: Pairs
    nouns: Words
    parts: Words
    peaks: Phrases
    next: Phrases
    referring: Phrases
    amounting: Phrases
    figures: Words


class Wholes(_Family):
    """Wholes and their parts, and one measure told in two ways."""

    measures: Pairs
    rates: Pairs
    no_count: Phrases
    other_times: Words
    no_items: Words
    no_list: Words
    plurals: Words
    no_item: Words
    clause_verbs: Words
    relatives: Words
    more: Phrases
    explaining: Words
    closing: Phrases
    rest: Phrases
    of_a_vote: Phrases
    of_change: Phrases
    of_two_groups: Phrases
    beats: Phrases
    undecided: Phrases
    counted: Words
    sexes: Phrases
    makes_up: Phrases
    sexes_apart: Words
    totalling: Phrases
    some_only: Phrases
    totals: Phrases
    together: Phrases
    persons: Words
    people: Words
    of_several: Phrases
    not_counted_behind: Words


class Ages(_Family):
    """What shows that an age is that of another day, or of another person."""

    birthdays: Words
    of_another_day: Words
    death_of: Phrases
    died: Phrases
    said_now: Phrases
    then_before: Words


class Headlines(_Family):
    """What headlines say in other words than the story below."""

    before_ages: Phrases
    before_nouns: Phrases
    meanings: Pairs
    one_more: Phrases
    other_days: Words
    seats: Words


class Doubles(_Family):
    """Words that stand twice by mistake, and where they do so by right."""

    words: Words
    before: Words
    verbs: Words
    echoes: Words
    joining: Words


class Spans(_Family):
    """How spans of time are told, and what else two years or days beside each other may be."""

    joints: Phrases
    opening: Phrases
    changes: Words
    compared: Words
    backwards: Words
    over_years: Words
    not_whole: Words
    from_a_moment: Words
    between: Words
    lasting: Words
    to_come: Words
    ran: Phrases
    ends: Phrases
    held: Words
    up_to: Phrases
    in_other_words: Phrases
    before_decades: Phrases
    next_clause: Phrases
    not_of_clause: Phrases


class Contests(_Family):
    """Votes and matches: who wins, and what else two numbers may be."""

    carried: Words
    decided: Words
    not_carried: Words
    members: Words
    bodies: Words
    electorates: Words
    ballots: Words
    beat: Words
    won: Words
    wins: Words
    wins_over: Words
    draws: Words
    drew: Words
    passive: Words
    parting: Words
    behind: Words
    other_games: Words
    at_home: Words
    behind_votes: Words
    casting: Words
    racing: Words
    went: Words
    lost: Words
    unfinished: Words
    earlier: Words


class Margins(_Family):
    """Leads, margins and majorities: words round two figures and how far they are said to stand apart."""

    ahead: Words
    gaps: Words
    beside_leads: Words
    of_shares: Words
    support: Phrases
    moved: Words
    between: Words
    another_vote: Words


def stops_no_sentence(*, speech: bool) -> Words:
    """English abbreviations whose full stop ends no sentence; with `speech`, beside quotations, in small letters."""
    own = Abbreviations.of()
    found = own.stops.union(Titles.of().having("stop"), Calendar.of().short_months)
    if not speech:
        return found | own.stops_of_copy
    states = [form[:-1] for form in Places.of().in_datelines.values() if form.find(".") == len(form) - 1]
    return own.stops_of_speech.union(" ".join((*found, *states)).lower().split())
