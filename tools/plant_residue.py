"""Sets lines that pages left behind into edited stories, and counts how many are found there, rule by rule.

    python tools/plant_residue.py --pages PAGES --stories STORIES

PAGES is a file of JSON lines with labelled pages, STORIES one with edited stories (as for `fit_roles.py`). The lines
are those that people labelled as left over and that a rule knows on their page, if only at low confidence; two at a
time stand above, in and below a story. A line counts as found where any rule on residue says so by default.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sets import Record, rows, text_of_lines

import newslint

MOST = 60  # lines of a rule


def known(pages: Iterable[Record]) -> dict[str, list[str]]:
    """Left-over lines by the rule that knows them on their page, each once."""
    lines: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for page in pages:
        text, spans = text_of_lines(page)
        for finding in newslint.check(text, select="chrome", min_confidence="low"):
            for (line, label, _), (start, end) in zip(page["lines"], spans, strict=True):
                if label == "chrome" and start < finding.span.end and finding.span.start < end:
                    lines[finding.rule][line] = None
    return {rule: list(texts) for rule, texts in lines.items()}


def set_into(story: str, lines: Sequence[str]) -> Iterator[str]:
    """A story with lines above it, in its middle and below it, a paragraph each."""
    paragraphs = [line for line in story.split("\n") if line.strip()]
    for at in (0, (len(paragraphs) + 1) // 2, len(paragraphs)):
        yield "\n\n".join([*paragraphs[:at], *lines, *paragraphs[at:]]) + "\n"


def found(text: str, line: str) -> bool:
    """Whether a line of a text is said to be left over."""
    start = text.index(f"{line}\n")
    flags = newslint.check(text, select="chrome")
    return any(flag.span.start < start + len(line) and start < flag.span.end for flag in flags)


def planted(lines: Sequence[str], stories: Sequence[str], rng: random.Random) -> Counter[bool]:
    """How often lines of one rule are found and are not, two at a time in three places of a story."""
    some = rng.sample(lines, min(MOST, len(lines)))
    count: Counter[bool] = Counter()
    for pair in pairwise([*some, some[0]]):
        for text in set_into(rng.choice(stories), pair):
            count[found(text, pair[0])] += 1
    return count


def main() -> None:
    """Read, plant, count."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--pages", required=True)
    arguments.add_argument("--stories", required=True)
    given = arguments.parse_args()
    pages = [page for page in rows(given.pages) if page["view"] == "window"]
    stories = [record["text"] for record in rows(given.stories)]
    rng = random.Random(1)
    for rule, lines in sorted(known(pages).items()):
        count = planted(lines, stories, rng)
        print(f"{rule}: {count[True]} of {count.total()} found ({len(lines)} lines)", flush=True)


if __name__ == "__main__":
    main()
