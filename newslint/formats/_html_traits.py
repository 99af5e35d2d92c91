"""What speaks for each block of the element that holds a story being its copy, or something set into it: traits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newslint.analyses.roles.of_pages import Line, left_over, read_lines
from newslint.formats._html_layout import Layout
from newslint.formats._html_text import Text
from newslint.formats._html_tree import Element

_TELLING = frozenset((
    "aside", "nav", "footer", "header", "form", "figure", "figcaption", "section", "ul", "ol", "table", "blockquote",
    "article", "dl", "main", "address", "details", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "p", "pre",
))  # fmt: skip
_SIZES = (1, 2, 4, 7, 12, 20, 35, 60, 120)
_LEFT_OVER = ((-4.0, "never"), (-2.0, "hardly"), (-0.5, "maybe"), (1.0, "likely"), (2.5, "probably"))
_MOST_DOWN = 5  # elements between a block and the main one


def traits_of(layout: Layout) -> tuple[list[Line], list[list[str]]]:
    """The lines of the main element's blocks, and their traits."""
    inside = [layout.texts[n] for n in layout.inside]
    if not inside:
        return [], []
    lines = read_lines([text.prose for text in inside])
    good = [n in layout.paragraphs and not _is_set_apart(layout, layout.texts[n]) for n in layout.inside]
    first = good.index(True) if True in good else 0
    last = len(good) - 1 - good[::-1].index(True) if True in good else len(good)
    kin = _kinship(layout, inside, good)
    counts = Counter(text.prose for text in inside)
    scores = left_over(lines)
    found = []
    for n, (text, line) in enumerate(zip(inside, lines, strict=True)):
        where = "before" if n < first else "after" if n > last else "in"
        above = good[n - 1] if n else False
        below = good[n + 1] if n + 1 < len(good) else False
        own = _own(text)
        traits = [*own, *_parts(layout, text), f"at {where}", *[f"at {where} {trait}" for trait in own[:2]]]
        traits.append(f"near {'copy' if above else 'other'} {'copy' if below else 'other'}")
        traits += [
            f"kin {kin[n]}",
            f"kin {kin[n]} {own[0]}",
            f"{'good' if good[n] else 'apart'} kin {kin[n]} {where}",
        ]
        left = next((name for limit, name in _LEFT_OVER if scores[n] < limit), "surely")
        traits += [f"left over {left}", f"left over {left} {'good' if good[n] else 'apart'}"]
        traits += [f"says {sort}" for sort in line.sorts]
        traits += [f"says {'much' if len(line.sorts) > 1 else 'some' if line.sorts else 'nothing'} {own[2]}"]
        if text.words > 3 and counts[text.prose] > 1:
            traits += ["often", f"often {where}"]
        if line.credit:
            traits.append("credit")
        if line.byline:
            traits.append("byline")
        found.append(traits)
    return lines, found


def _kinship(layout: Layout, inside: Sequence[Text], good: Sequence[bool]) -> list[str]:
    """How many words of the story's paragraphs stand in elements that are called as those round each block."""
    marks = [layout.mark(text.block.element) for text in inside]
    counts: dict[tuple[str, ...], int] = {}
    for mark, text, is_good in zip(marks, inside, good, strict=True):
        if is_good:
            counts[mark] = counts.get(mark, 0) + text.words
    whole = sum(counts.values()) or 1
    shares = [counts.get(mark, 0) / whole for mark in marks]
    return ["most" if share > 0.5 else "many" if share > 0.15 else "few" if share else "none" for share in shares]


def _is_set_apart(layout: Layout, text: Text) -> bool:
    return any(map(layout.is_other, layout.within(text.block.element)))


def _own(text: Text) -> list[str]:
    """Its tag, its length, its end and its links."""
    tag = text.block.element.name if text.block.element.name in _TELLING else "div"
    size = next((limit for limit in _SIZES if text.words <= limit), "long")
    linked = text.linked
    link = "none" if linked < 0.02 else "some" if linked < 0.35 else "half" if linked < 0.8 else "all"
    end = "full" if text.end else "open"
    return [f"{tag} {size} {end}", f"{tag} link {link}", f"size {size} {end}", f"link {link} {size}"]


def _parts(layout: Layout, text: Text) -> Sequence[str]:
    """What the elements between it and the main one are called, and how many there are."""
    found: dict[str, None] = {}
    chain: list[Element] = layout.within(text.block.element)
    for element in chain:
        for name in layout.names(element):
            found[f"in {name}"] = None
        if element.name in _TELLING:
            found[f"in <{element.name}>"] = None
    return [*found, f"down {min(len(chain), _MOST_DOWN)}"]
