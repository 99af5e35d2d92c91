"""Whether a line is residue: what speaks for its being left over from a page, weighed and added.

The weights of traits are log odds (`_weights`), learnt from labelled pages; what stands round a line counts too.
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.analyses.roles._company import in_list
from newslint.analyses.roles._lines import WRAPPED, LineTraits
from newslint.analyses.roles._rows import Row, headline_rows
from newslint.analyses.roles.genres import PLAIN_FORMS, belongs
from newslint.analyses.roles.in_place import INNER
from newslint.base.weights import Weights

RESIDUE = 1.4  # log odds from which a line is taken for residue
SUSPECT = -0.2  # and from which it is suspected: it stays copy, but of low confidence
PAGE_LISTS = ("related", "menu", "tag", "ad", "share")  # below such words a page lists what it has
LISTED = frozenset(("in order", "led", "below farewell"))  # traits of company that other stories' headlines lack
_PAGED = ("half", "paged")  # of the neighbours have words of a page
CROSSHEAD = 7  # words; a crosshead has fewer
TELLING = 7  # words, on average; rows of so long lines in sentence case are headlines, whatever stands round them
PAGE = "said page 6"  # that so many other lines of the text are a page's
PARAGRAPH = 20  # words; what is longer may hold a paragraph of copy
LEAST_SENTENCE = 3  # words
LONE = -1.0  # log odds from which a single headline under a page's "Read more" is another story's
SHARED = 0.4  # of what the lines round a line come to counts for it too
REACH = 2  # lines above and below, the next of which count twice
EDGE = 1.0  # what stands for lines beyond the text's ends, where pages have most of theirs
LEAST_NEAR, MOST_NEAR = -1.0, 3.0  # between which a line counts for its neighbours
OF_STORY = frozenset(("words some", "words own"))
SPARED = -2.0  # a line that belongs to the story's genre is far from residue


def is_residue(line: LineTraits, score: float, traits: Sequence[str]) -> bool:
    """Whether a line below the head of a story is taken for residue; a first line that tells the story is not."""
    return score >= RESIDUE and not ("title own" in traits and "line 1" in traits) and not is_note(line)


def weighed(lines: Sequence[LineTraits], traits: Sequence[Sequence[str]], weights: Weights) -> list[float]:
    """How much speaks for each line being residue, what stands round it taken in."""
    rows = headline_rows(lines)
    inner = weights.score(INNER)
    scores = [inner if mine is INNER else weights.score(mine) for mine in traits]
    _raise_rows(rows, lines, traits, scores)
    scores = _in_company(lines, traits, scores)
    _doubt_shapes(lines, traits, scores)
    _raise_rows(rows, lines, traits, scores)
    _raise_between(lines, scores)
    _spare_leads(lines, scores)
    _spare_paragraphs(lines, scores)
    _spare_lists(lines, traits, scores)
    _spare_crossheads(lines, scores)
    return scores


def _in_company(lines: Sequence[LineTraits], traits: Sequence[Sequence[str]], scores: Sequence[float]) -> list[float]:
    """What speaks for each line once more, with a share of what speaks for the lines round it.

    Residue stands in blocks: a line between a menu and a sign-up is the page's, whatever it says. That copy stands
    round a line says less, for pages set their words between paragraphs, and nothing of a line that has such words
    where few others have; and nothing that stands many times in a text is a neighbour, for a page puts it everywhere.
    """
    told = [n for n, mine in enumerate(traits) if "often" not in mine]
    edge = [EDGE] * REACH
    near = [*edge, *[min(max(scores[n], LEAST_NEAR), MOST_NEAR) for n in told], *edge]
    out = list(scores)
    for k, n in enumerate(told):
        mine = traits[n]
        if mine is INNER:
            continue
        two = near[k : k + 2 * REACH + 1]
        more = (two[0] + 2 * two[1] + 2 * two[3] + two[4]) / 6
        line = lines[n]
        if _is_of_story(line, mine) if more > 0 else ("sure" in line.traits or (line.sorts and PAGE not in mine)):
            continue
        out[n] = round(scores[n] + SHARED * more, 6)
    return out


def _is_of_story(line: LineTraits, traits: Sequence[str]) -> bool:
    """Whether a line speaks of what the story speaks of, or is a sentence that is long or has no word of a page."""
    if "title own" in traits:
        return True
    if line.words < LEAST_SENTENCE or line.end not in ("full", "quoted"):
        return False
    return line.words >= PARAGRAPH or not OF_STORY.isdisjoint(traits) or not (line.sorts or line.credit)


def _spare_crossheads(lines: Sequence[LineTraits], scores: list[float]) -> None:
    """A few words without any of a page, with a full sentence above and below, head the part of a story."""
    for n in range(1, len(lines) - 1):
        line = lines[n]
        if scores[n] < RESIDUE or line.core or line.sorts or line.known or line.credit or line.end != "none":
            continue
        if not 1 < line.words < CROSSHEAD or "sure" in line.traits:
            continue
        named = "name like" in line.traits
        between = all(_is_sentence(other) for other in (lines[n - 1], lines[n + 1]))
        if (between and not named) or (named and _is_of_series(lines, n)):
            scores[n] = RESIDUE - 0.1


def _is_of_series(lines: Sequence[LineTraits], n: int) -> bool:
    """Whether a name heads a paragraph as other names with the same last word do ("Ruiz County", "Mill County")."""
    if not _is_sentence(lines[n + 1]):
        return False
    plain, last = lines[n].plain, lines[n].tokens[-1:]
    return any(line.words < CROSSHEAD and line.tokens[-1:] == last and line.plain != plain for line in lines)


def _is_sentence(line: LineTraits) -> bool:
    return line.end in ("full", "quoted", "ask") and line.words >= CROSSHEAD


def _spare_lists(lines: Sequence[LineTraits], traits: Sequence[Sequence[str]], scores: list[float]) -> None:
    """Items below a lead with a colon, in the order of the alphabet or below a letter's farewell are the story's."""
    for n, mine in enumerate(traits):
        if scores[n] < SUSPECT or LISTED.isdisjoint(mine) or "sure" in lines[n].traits:
            continue
        if not any(trait.startswith("near ") and trait.endswith(_PAGED) for trait in mine):
            scores[n] = SUSPECT - 0.1


def _spare_leads(lines: Sequence[LineTraits], scores: list[float]) -> None:
    """A line with a colon right above a paragraph leads up to it ("More from the order:"), whatever words it has."""
    for n, line in enumerate(lines[:-1]):
        if line.end == "colon" and line.words > 3 and not line.known:
            below = lines[n + 1]
            if below.words > 7 and below.end in ("full", "ask", "quoted") and "sure" not in below.traits:
                scores[n] = min(scores[n], SPARED)


def _spare_paragraphs(lines: Sequence[LineTraits], scores: list[float]) -> None:
    """A line that opens as a page's does and ends as a sentence may hold a paragraph that was wrapped into it."""
    for n, line in enumerate(lines):
        long = line.words >= PARAGRAPH and line.end in ("full", "quoted")
        linked = long and "opens:related" in line.traits and "sure" not in line.traits
        if scores[n] >= RESIDUE and (linked or WRAPPED in line.traits):
            scores[n] = RESIDUE - 0.1


def _raise_rows(
    rows: Sequence[Row], lines: Sequence[LineTraits], traits: Sequence[Sequence[str]], scores: list[float]
) -> None:
    """Headlines that stand in a row below the story, or under a page's "Read more", are those of other stories.

    Items of a list are not, nor is the line that leads up to them; and where a text has no word of a page at all,
    nothing says that other stories stood round it.
    """
    for row in rows:
        if row.listed:
            for n in (row.lines[0] - 1, *row.lines):
                if n >= 0 and "sure" not in lines[n].traits and row.above not in PAGE_LISTS:
                    scores[n] = min(scores[n], SUSPECT)
        elif any(not LISTED.isdisjoint(traits[n]) for n in row.lines) or _could_be_names(lines, traits, row.lines):
            continue
        elif row.closing or (row.above == "related" and (len(row.lines) > 1 or scores[row.lines[0]] > LONE)):
            for n in row.lines:
                scores[n] = max(scores[n], RESIDUE)


def _doubt_shapes(lines: Sequence[LineTraits], traits: Sequence[Sequence[str]], scores: list[float]) -> None:
    """Where no line says anything that only pages say, shape and place alone make a line suspect, no more.

    Nor does a word of a page in one item of a list ("Donate Blood Wales").
    """
    for n, score in enumerate(scores):
        line = lines[n]
        if score < RESIDUE or line.credit or line.known or "sure" in line.traits:
            continue
        if "at head" in traits[n] and not _is_clean(traits[n]):
            continue  # above the first paragraph, a single word of a menu has others beside it
        if "page 0" in traits[n] or ("said page 0" in traits[n] and in_list(lines, n)):
            scores[n] = RESIDUE - 0.1


def _is_clean(traits: Sequence[str]) -> bool:
    """Whether no neighbour of a line has words of a page."""
    return not any(trait.startswith("near ") and trait.endswith((*_PAGED, "little")) for trait in traits)


def _could_be_names(lines: Sequence[LineTraits], traits: Sequence[Sequence[str]], row: Sequence[int]) -> bool:
    """Whether lines may be names of bodies or works, and no word of a page in the text says that they are not."""
    if "page 0" not in traits[row[0]]:
        return False
    if sum(lines[n].words for n in row) < TELLING * len(row):
        return True
    return 2 * sum("title case" in lines[n].traits for n in row) > len(row)


def _raise_between(lines: Sequence[LineTraits], scores: list[float]) -> None:
    """A word of a page with residue above and below it is residue too."""
    for n, line in enumerate(lines):
        if scores[n] < RESIDUE and (line.known or (line.sorts and line.words <= 4)):
            above, below = scores[max(0, n - 2) : n], scores[n + 1 : n + 3]
            if above and below and max(above) >= RESIDUE and max(below) >= RESIDUE:
                scores[n] = RESIDUE


def spare(lines: Sequence[LineTraits], scores: list[float], genre: str, bounds: tuple[int, int]) -> None:
    """Lines in a form that the story's genre has (score lines, turns, verses) are copy unless they speak of a page.

    So is a label of a few words above such a line.
    """
    first, last = 0, len(lines)
    if genre not in PLAIN_FORMS and bounds[0] >= 0:  # round the story a page has names and questions of its own
        first, last = bounds[0] - 3, max(n for n, line in enumerate(lines) if line.core) + 4
    mine = False
    for n in range(min(len(lines), last) - 1, max(0, first) - 1, -1):
        line = lines[n]
        label = mine and line.words <= 3 and line.end in ("none", "colon")
        mine = belongs(genre, line.text)
        if (mine or label) and not (line.core or line.sorts or line.known or "sure" in line.traits):
            scores[n] = min(scores[n], SPARED)


def is_note(line: LineTraits) -> bool:
    """Whether a line is set apart by an editor: in brackets throughout, or a rule between story and credits."""
    if line.sorts or line.credit or "sure" in line.traits:
        return False
    if line.text[0] in "([" and line.text[-1] in ")]":
        return line.words > 1
    return line.text.startswith("___") and not line.text.strip("_ ")
