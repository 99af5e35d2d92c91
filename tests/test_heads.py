"""Many patterns over one text: each has the matches that `re.finditer` gives it, wherever it is looked for."""

import random
import re
from functools import partial

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.matcher import TooSlow
from newslint.matcher._heads import readings_of  # private: what is read off a pattern shows nowhere else
from newslint.matcher._patterns import Patience  # private: a story makes one for itself
from newslint.matcher.heads import Patterns, Source

both_roads = pytest.mark.parametrize("plain", [False, True], ids=["wheel", "plain"])

SIGNS = [*"aabcsik ı.,-'\n", "İ", "ß", "ſ", "\u212a", "ﬁ", "é", "e\u0301", "ä", "Å", "\u212b", "😀", "𝐀", "½", "\u00a0", "’", "3", "ł", "ǅ"]
WORDS = ["as", "bass", "is", "Kai", "ab", "a", "İs", "straße", "STRASSE", "ﬁn", "cafe\u0301", "3 a", "can't", "ba-a", "s", "ſi"]
ATOMS = [
    *WORDS, "(?:as|is|ab)", "(bass|ba)", r"\bas\b", r"\b", r"\B", r"\w", r"\w+", r"\s", r"\s+", r"[ab]", "[^a]", ".", "^", "$",
    r"\d", "(?=s)", "(?!s)", "(?<=a)", "(?<!b)", "a?", "(?:is)?", "s{1,2}", r"(?i:Kai|as)", "[İi]s", r"\W", "'", "(?:a|ab)(?:s|ss)",
    r"(\w)\1", "(?>as|a)", "(?s:.)", "\\A", r"\Z", "-", " ", r"(a)?(?(1)s|b)", "[A-Z]", "[à-ö]", r"[^\W\d_]",
]  # fmt: skip


def compiles(pattern: str, flags: int) -> bool:
    try:
        re.compile(pattern, flags)
    except re.error:
        return False
    return True


sequences = st.lists(st.sampled_from(ATOMS), min_size=1, max_size=4).map("".join)
grouped = st.lists(sequences, min_size=1, max_size=4).map("|".join)
patterns = st.builds(
    "{}(?:{}){}".format, st.sampled_from(["", r"\b", "(?<!a)", "^"]), grouped, st.sampled_from(["", r"\b", "s", r"\w*"])
) | grouped
sources = st.builds(Source, patterns, st.sampled_from([re.M, re.M | re.I]), st.just(True)).filter(lambda each: compiles(*each[:2]))
texts = st.lists(st.sampled_from(SIGNS + WORDS + [" ", " "]), max_size=14).map("".join)


def found_by_re(source: Source, text: str) -> list[tuple[int, int, int | None]]:
    return [(*m.span(), m.lastindex) for m in re.finditer(source.text, text, source.flags)]


@both_roads
@given(st.lists(sources, min_size=1, max_size=4), texts, st.data())
@settings(max_examples=400)
def test_matches_are_those_of_finditer_in_all_of_a_text_and_in_part_of_it(plain, made, text, data):
    found = Patterns(made, plain=plain).over(text, Patience(len(text)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for n, source in enumerate(made):
        assert found.everywhere(n) == found_by_re(source, text), source
        inside = [(a + start, b + start, group) for a, b, group in found_by_re(source, text[start:end])]
        assert found.within(n, start, end) == inside, source
