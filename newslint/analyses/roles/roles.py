"""Roles in plain text: which paragraph is caption, headline, deck, byline, body or page residue.

Every line is read for its traits, and these are weighed (`score`). Lines that much speaks against are residue; the
others get their part in the story from their shape and from where they stand to its headline and its first plain
paragraph.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newslint.analyses.roles._grounds import is_grounded
from newslint.analyses.roles._heads import (
    BYLINE_REACH,
    SENTENCE_END,
    head_end,
    headline_of,
    is_time,
    names_writer_or_day,
    numbered,
    opens_dated,
    own_headlines,
    times_alone,
)
from newslint.analyses.roles._line_words import TRADES
from newslint.analyses.roles._lines import LineTraits, bare, read_lines, says_only_what_pages_say
from newslint.analyses.roles._page_words import SECTIONS
from newslint.analyses.roles._reasons import OTHER, OTHER_HEADLINE, page_sort, reasons, sort_in_place
from newslint.analyses.roles._weights import LEARNT
from newslint.analyses.roles.genres import belongs
from newslint.analyses.roles.in_place import story_bounds, traits_in_place
from newslint.analyses.roles.posts import is_told, mark_posts
from newslint.analyses.roles.score import RESIDUE, SUSPECT, is_note, is_residue, spare, weighed
from newslint.base.lazy import pattern
from newslint.base.typed import Literal
from newslint.base.weights import Weights
from newslint.model.story import Zone
from newslint.words.tables import Pages

__all__ = ["OTHER", "OTHER_HEADLINE", "assign_roles", "page_sort", "says_only_what_pages_say"]

CERTAIN = 2.0  # log odds from which a line may be deleted unread, if its words and its place both speak against it
_EMPLOYS = TRADES | Pages.of().employers
_COMMON = Pages.of().common  # small words, which a crosshead in capitals may have and a name has not
_LONGEST_DECK = 60  # words
_SHORT_PARAGRAPH = 5  # words; a full sentence of so many below a short line makes that a crosshead
_PROMPT = 12  # words of a note by which it is told for a prompt
_CAPTION_WORDS = (9, 60)
_LEAST_QUOTED = 7  # words of a caption in quotation marks with a label ("‘Rope trick: Ana Ruiz, nine, on the pier’")
_MARKS_OPEN = pattern(r"^[^“\"]*”|“[^”]*$")  # a line of a quotation that runs over several
NEWS = frozenset(("words new", "words few"))  # a line between paragraphs that is all news to the story
NAMED_IN = 3  # paragraphs that would not name their own writer
_DECK_SENTENCES = 2  # a paragraph has more
_MOST_DECKS = 2  # lines of a sentence's length between headline and story; where more stand there, they are the story
_SENTENCE = 12  # words
_CREDIT_ALONE = pattern(r"\((?:[A-ZÀ-Þ][\w.’'-]+ ?){2,4}/ ?(?:The )?[A-ZÀ-Þ][^()\d]{1,40}\)$")


def assign_roles(text: str, zones: list[Zone], genre: str = "", weights: Weights = LEARNT) -> list[Zone]:
    """Give each paragraph its role, with reasons and how sure they make it; `genre` is the story's."""
    if not zones:
        return zones
    lines = read_lines([zone.text for zone in zones])
    pasted = mark_posts(zones) if is_told(text) else frozenset()
    bounds = story_bounds(lines)
    traits = traits_in_place(lines, bounds)
    scores = weighed(lines, traits, weights)
    if genre:
        spare(lines, scores, genre, bounds)
    head = _head_of(lines, bounds[0], genre, pasted)
    headline = headline_of(lines, scores, traits, head)
    own = [*own_headlines(lines[:head], traits, headline)]
    listed = bool(times_alone(lines) or numbered(lines))
    credited = head > 0 and (genre == "live" or listed or names_writer_or_day(lines[head - 1]))
    for n, (zone, line) in enumerate(zip(zones, lines, strict=True)):
        zone.words = line.tokens
        if n in pasted:
            continue
        certain = scores[n] >= CERTAIN and is_grounded(n, lines, traits[n])
        if n == headline:
            _set(zone, "headline", "stands above the first paragraph", "has a headline's length")
        elif scores[n] >= SUSPECT and _repeats_headline(line, own):
            continue
        elif n < head:
            _in_head(zone, line, scores[n], traits[n], headline is None or n < headline, credited, certain)
        elif is_residue(line, scores[n], traits[n]):
            _residue(zone, line, traits[n], certain)
        elif genre == "live" and not line.core and line.words <= 12 and belongs("live", line.text):
            _set(zone, "subhead", "heads an entry of the live report")
            zone.level = 2
        else:
            _in_story(zone, n, lines, scores[n], traits[n])
    _believe_paragraphs(zones[:head], lines)
    _caption_above_credits(zones, lines)
    if headline is not None:
        _sign(zones[headline + 1 : head], lines[headline + 1 : head], lines[head:])
        _date(zones, headline + 1, head, text)
    return zones


def _head_of(lines: Sequence[LineTraits], first: int, genre: str, pasted: Collection[int]) -> int:
    """Where the head ends, which in a live report or a poem, and where a post was pasted in, is sooner."""
    head = head_end(lines, first)
    if genre == "live":
        head = min(head, next((n for n in range(1, head) if belongs("live", lines[n].text)), head))
    elif (entries := times_alone(lines)) or (entries := numbered(lines)):
        head = min(head, max(1, entries[0]))
    elif genre == "poem":
        head = min(head, next((n + 1 for n in range(1, min(head, BYLINE_REACH)) if lines[n].byline), 1))
    if pasted:
        head = min(head, *pasted)
    return head


def _in_story(zone: Zone, n: int, lines: Sequence[LineTraits], score: float, traits: Sequence[str]) -> None:
    """A line that is no residue, though it may be suspected."""
    if zone.text.startswith(_NOTES):
        if _is_prompt(zone.text):
            _residue(zone, lines[n], traits, False)
            return
        _set(zone, "note", "tells readers of a correction, or is the editor's own word to them")
        return
    if not lines[n].core and bare(lines[n].plain):
        _in_body(zone, lines[n], n, lines, traits)
    if score >= SUSPECT and not zone.sort and zone.role in ("body", "subhead", "list"):
        zone.sort, zone.confidence = sort_in_place(lines[n], traits), "low"


_NOTES = tuple([opening.replace("_", " ") for opening in Pages.of().notes])


def _is_prompt(note: str) -> bool:
    """Whether what calls itself a note asks readers to sign up or to read on ("Editor's Note: Sign up for…")."""
    return says_only_what_pages_say(" ".join(note.partition(": ")[2].split()[:_PROMPT]))


def _sign(zones: Sequence[Zone], lines: Sequence[LineTraits], story: Sequence[LineTraits]) -> None:
    """Bylines without a "By" between headline and story: a name alone, and below a writer the job or agency.

    Whom the next lines speak of is no writer but somebody in a picture.
    """
    signed = False
    for n, (zone, line) in enumerate(zip(zones, lines, strict=True)):
        if zone.role == "byline":
            signed = True
        elif (
            zone.role == "subhead"
            or line.known
            or line.end != "none"
            or "sure" in line.traits
            or line.sorts - {"author", "writer"}
        ):
            continue
        elif signed and line.words <= 5 and line.tokens and line.tokens[-1] in _EMPLOYS:
            _set(zone, "byline", "stands below the writer's name")
        elif "name like" in line.traits and not signed:
            if any(line.plain in below.plain for below in (*lines[n + 1 :], *story[:NAMED_IN])):
                continue
            _set(zone, "byline", "is a name alone between headline and story")
            signed = True


def _date(zones: Sequence[Zone], first: int, head: int, text: str) -> None:
    """The dateline on a line of its own, in capitals, right above the first paragraph."""
    n = head - 1
    if first <= n < len(zones) - 1 and zones[n].text.isupper() and zones[n].role not in ("chrome", "timestamp"):
        from newslint.analyses.dates.datelines import place_alone  # few stories have such a line

        if place_alone(zones[n].text, zones[n + 1].text, text):
            _set(zones[n], "dateline", "is a place alone, in capitals, above the first paragraph")


def _set(zone: Zone, role: str, *why: str, confidence: Literal["low", "medium", "high"] = "medium") -> None:
    zone.role, zone.why, zone.confidence, zone.sort = role, why, confidence, ""


def _in_head(
    zone: Zone, line: LineTraits, score: float, traits: Sequence[str], above: bool, credited: bool, certain: bool
) -> None:
    """A line of the head that is not the headline."""
    pictured = line.words > 5 and "name last" in line.traits and "holds:picture" in line.traits
    if line.credit or pictured or _CREDIT_ALONE.match(line.text):
        _caption(zone, line, certain)
    elif line.byline:
        _set(zone, "byline", "names a writer or an agency and stands above the first paragraph")
    elif names_writer_or_day(line) and "sure" not in traits:
        _set(zone, "timestamp", "gives a date and stands above the first paragraph")
    elif above and line.words <= 3 and bare(line.plain) in SECTIONS and line.end != "full":
        _set(zone, "section", "is the name of a section, alone above the headline", confidence="high")
    elif score >= RESIDUE:
        _residue(zone, line, traits, certain)
    elif not above and line.words <= 6 and "capitals" in line.traits and not _COMMON.isdisjoint(line.tokens):
        _set(zone, "subhead", "is in capitals, short, and stands above the first paragraph")
        zone.level = 2
    elif opens_dated(line):
        return
    elif (
        not above
        and 4 <= line.words <= _LONGEST_DECK
        and (credited or line.end not in ("full", "quoted"))
        and len(SENTENCE_END.split(line.text)) <= _DECK_SENTENCES
    ):
        _set(zone, "deck", "stands between the headline and the first paragraph")


def _caption_above_credits(zones: Sequence[Zone], lines: Sequence[LineTraits]) -> None:
    for n in range(1, len(zones)):
        shows = lines[n - 1].sorts & {"scene", "picture"}
        if shows and zones[n].role == "credit" and zones[n - 1].role in ("body", "deck"):
            _set(zones[n - 1], "caption", "stands right above a picture's credit")


def _believe_paragraphs(head: Sequence[Zone], lines: Sequence[LineTraits]) -> None:
    """Many lines of a sentence's length below a headline are the story, whose full stops are missing."""
    decks = [zone for zone, line in zip(head, lines, strict=False) if zone.role == "deck" and line.words >= _SENTENCE]
    if len(decks) > _MOST_DECKS:
        for zone in decks:
            zone.role, zone.why = "body", ()


def _repeats_headline(line: LineTraits, own: Sequence[str]) -> bool:
    """Whether a line holds the story's own headline once more, which is spared wherever it stands."""
    if not own or line.words > 30:
        return False
    return any(title in line.plain and (len(title) > 30 or title == bare(line.plain)) for title in own)


def _residue(zone: Zone, line: LineTraits, traits: Sequence[str], certain: bool) -> None:
    """Page residue, or a caption that was left in the text."""
    if line.credit and line.words > 4 and "sure" not in traits:
        _caption(zone, line, certain)
        return
    sort = sort_in_place(line, traits)
    _set(zone, "chrome", *reasons(traits, sort), confidence="high" if certain else "medium")
    zone.sort = sort


def _caption(zone: Zone, line: LineTraits, certain: bool) -> None:
    if line.words <= 5:
        _set(zone, "credit", "is a picture's credit")
    else:
        _set(zone, "caption", "ends in a picture's credit", confidence="high" if certain else "medium")


def _in_body(zone: Zone, line: LineTraits, n: int, lines: Sequence[LineTraits], traits: Sequence[str]) -> None:
    """A line of the story proper that is no plain paragraph: subhead, list item, byline at the foot or body."""
    if zone.text[0] in "•*·▪-–" and line.words > 1:
        _set(zone, "list", "opens with a bullet")
    elif zone.text[0] in "([" and is_note(line):
        _set(zone, "note", "stands in brackets")
    elif line.credit and line.words > 5 and (line.sorts & {"scene", "picture"} or "date last" in line.traits):
        _caption(zone, line, False)
    elif line.byline and line.words <= 8 and n + 1 == len(lines):
        _set(zone, "byline", "names a writer at the foot of the story")
    elif _is_uncredited_caption(n, lines):
        other = not NEWS.isdisjoint(traits) and "quote first" not in line.traits
        zone.sort, zone.confidence = "headlines" if other else "scene", "low"
    elif line.words <= 10 and line.end == "none" and 0 < n < len(lines) - 1:
        after, before = lines[n + 1], lines[n - 1]
        below = after.core or (after.end == "full" and after.words >= _SHORT_PARAGRAPH)
        above = before.core or before.end in ("full", "ask", "quoted") or is_time(before)
        if below and above and zone.text[0] not in "\"“'‘":
            _set(zone, "subhead", "is short, has no end mark and stands between paragraphs")
            zone.level = 2


def _is_uncredited_caption(n: int, lines: Sequence[LineTraits]) -> bool:
    """Whether a sentence without an end mark stands alone between paragraphs, as a picture's caption does."""
    line = lines[n]
    if not 0 < n < len(lines) - 1 or _MARKS_OPEN.search(line.text):
        return False
    labelled = "quote first" in line.traits and "label" in line.traits and "verb" not in line.traits
    least = _LEAST_QUOTED if labelled else _CAPTION_WORDS[0]
    if (
        line.end not in (("none", "quoted") if labelled else ("none",))
        or not least <= line.words <= _CAPTION_WORDS[1]
    ):
        return False
    if line.sorts - {"scene", "picture"} or "title case" in line.traits or ("label" in line.traits and not labelled):
        return False
    return all(other.core or other.end in ("full", "quoted") for other in (lines[n - 1], lines[n + 1]))
