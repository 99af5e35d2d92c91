r"""Patterns of .NET's engine are written for Python so that they match the same, or are refused with what to do."""

import re
import unicodedata

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.vale.dotnet import DEEPEST, NotTaken, dotnet_order, written
from newslint.vale.stand_ins import stood_in


def compiled(pattern):
    found = written(pattern)
    return (re if found.plain else regex).compile(found.text, found.flags)


def matched(pattern, text):
    return [m[0] for m in compiled(pattern).finditer(text)]


# Each with a text, and what regexp2 finds in it by its documentation and its source.
CASES = [
    # flags
    ("(?i)AB", "ab Ab", ["ab", "Ab"]),
    ("a(?i)b|c", "aB C c ab", ["aB", "C", "c", "ab"]),
    ("(?:a(?i)b)c", "aBc aBC", ["aBc"]),
    ("(?i)a(?-i)b|c", "Ab aB C c", ["Ab", "c"]),
    ("(?i:a)b", "Ab AB", ["Ab"]),
    ("(?i-i:a)b", "Ab ab", ["ab"]),
    ("(?-i:a)b", "Ab ab", ["ab"]),
    ("(?i)(?-i:a)b", "AB aB", ["aB"]),
    ("(?m)^a$", "a\na", ["a", "a"]),
    ("^a$", "a\na", ["a", "a"]),  # Vale looks at lines always
    ("(?-m)^a$", "a\na", []),
    ("(?-m:a$)", "a\na\n", ["a"]),
    ("^a$", "a\r\na", ["a"]),  # a line ends before \n, and \r is a sign like others
    ("a.", "a\na\ra\u2028", ["a\r", "a\u2028"]),
    ("(?s)a.", "a\nab", ["a\n", "ab"]),
    ("(?s:a.)a.", "a\na\n", []),
    ("(?n)(a)(?<b>b)\\1", "abb aba", ["abb"]),
    ("(?x) a b # no (\n c", "abc", ["abc"]),
    ("(?x)a\\ b[ #]\\#", "a b # a b##", ["a b #", "a b##"]),
    ("(?x: a b)c d", "abc d", ["abc d"]),
    ("(?x) a + ?", "aaa", ["a", "a", "a"]),
    ("(?x)(a)\\1 2", "aa2", ["aa2"]),
    # groups and what refers to them
    ("(?<n>a)\\k<n>", "aa a", ["aa"]),
    ("(?'n'a)\\k'n'", "aa a", ["aa"]),
    ("(?P<n>a)(?P=n)", "aa", ["aa"]),
    ("(?<n>a)(b)\\1", "abb aba", ["abb"]),  # groups without a name are counted first
    ("(?<n>a)(b)\\2", "abb aba", ["aba"]),
    ("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10", "abcdefghijj", ["abcdefghijj"]),
    ("(a)\\10", "a\x08 aa0", ["a\x08"]),
    ("(a)\\k<1>", "aa", ["aa"]),
    ("(?<a>x)|(?<a>y)\\k<a>", "x yy", ["x", "yy"]),
    ("(?:\\2b|(a)(c))+", "acc accb", ["ac", "accb"]),
    ("(a)?(?(1)b|c)", "ab c b", ["ab", "c"]),
    ("(?<n>a)?(?(n)b|c)", "ab c", ["ab", "c"]),
    ("(a)?(?(1)b)d", "abd d", ["abd", "d"]),
    ("(?(?=ab)abc|a)", "abc a", ["abc", "a"]),
    ("(?(ab)abc|a)", "abc a", ["abc", "a"]),
    ("(?(?<=x)a|b)", "xa a b xb", ["a", "b"]),
    ("(?>a+)ab|b", "aab", ["b"]),
    ("a(?#no) (c)b", "a cb", ["a cb"]),
    ("a(?#(no)+", "aaa", ["aaa"]),
    ("(?<=a+)b", "aab b", ["b"]),
    ("(?<!\\d{1,3})x", "1x x", ["x"]),
    ("(?<=(?:ab|c))d", "abd cd d", ["d", "d"]),
    # repeats
    ("a{,3}", "a{,3} aaa", ["a{,3}"]),
    ("a{2}b{1,}c{1,2}", "aabbcc", ["aabbcc"]),
    ("a{x}{", "a{x}{", ["a{x}{"]),
    ("a{2,3}?", "aaaa", ["aa", "aa"]),
    ("(?:^)*a", "a", ["a"]),
    ("\\b?a$?", "a", ["a"]),
    ("}a]", "}a]", ["}a]"]),
    # escapes
    ("\\e\\a\\cA\\ca\\f\\v", "\x1b\x07\x01\x01\x0c\x0b", ["\x1b\x07\x01\x01\x0c\x0b"]),
    ("\\x41\\x{1F600}\\u2019\\0\\101\\501", "A😀’\0AA", ["A😀’\0AA"]),
    ("\\<b\\>\\'s\\/\\-\\#\\&\\~", "<b>'s/-#&~", ["<b>'s/-#&~"]),
    ("a\\Z", "a\n", ["a"]),
    ("a\\z", "a\n", []),
    ("\\Aa", "a\na", ["a"]),
    ("\\Ba", "ba a", ["a"]),
    # classes
    ("[]a]+", "]a", ["]a"]),
    ("[^]a]+", "]ab", ["b"]),
    ("[a-z-[aeiou]]+", "abcde", ["bcd"]),
    ("[a-z-[aeiou-[e]]]+", "abcde", ["bcde"]),
    ("[^a-z-[0-9]]+", "a1-2", ["-"]),
    ("[\\w-[a]]+", "abc", ["bc"]),
    ("[a-[b]]+", "a-[b]", ["a"]),
    ("[-[a]]", "-] a] []", ["-]", "a]", "[]"]),
    ("(?<=[a-z-[b]])x", "ax bx", ["x"]),
    ("[a-]+", "a-b", ["a-"]),
    ("[\\d-z]+", "1-z a", ["1-z"]),
    ("[a\\-z]+", "a-zb", ["a-z"]),
    ("[\\b]", "\b", ["\b"]),
    ("[&&~|[]+", "&~|[", ["&~|["]),
    ("[[:alpha:]]+", "[a", ["["]),
    ("[+--]+", "+,-", ["+,-"]),
    ("(?x)[a b]+", "a b", ["a b"]),
    ("[\\x41-\\u0043]+", "ABCD", ["ABC"]),
    # Unicode
    ("\\p{Lu}+", "ABcÉ", ["AB", "É"]),
    ("(?i)\\p{Lu}+", "ABcÉ1", ["ABcÉ"]),
    ("\\P{Lu}+", "ABc1", ["c1"]),
    ("[\\p{L}-[a-z]]+", "abÉC", ["ÉC"]),
    ("[^\\p{L}\\s]+", "a 1-2", ["1-2"]),
    ("[\\P{L}a]+", "ba1", ["a1"]),
    ("\\p{IsGreek}+", "aβγ", ["βγ"]),
    ("\\p{Greek}+", "aβγ", ["βγ"]),
    ("\\pL+", "ab1", ["ab"]),
    ("\\p{L}\\W", "a\u00b2", ["a\u00b2"]),  # ² is no word in .NET
    ("\\p{L}[\\W]", "a\u00b2", ["a\u00b2"]),
    ("\\p{L}[^\\W]", "ae", ["ae"]),
    ("\\p{L}\\b", "e\u0301a", ["a"]),  # an accent of its own is part of the word
    ("\\p{L}\\w", "e\u0301", ["e\u0301"]),
    ("\\p{L}\\s", "a\u00a0b\u2028c\u001cd\u0085", ["a\u00a0", "b\u2028", "d\u0085"]),
    ("\\p{L}\\d\\D\\S", "a٣bc", ["a٣bc"]),
    ("(?i)straße|K", "STRASSE straße k \u212a", ["straße", "k", "\u212a"]),
]


@pytest.mark.parametrize(("pattern", "text", "found"), CASES, ids=[case[0] for case in CASES])
def test_a_pattern_matches_as_it_does_for_vale(pattern, text, found):
    assert matched(pattern, text) == found


REFUSED = [
    ("(a", "opened that is never closed: write \\("),
    ("(?:a", "opened that is never closed"),
    ("(?(1)a)", "asks for a group “1”"),
    ("a)", "closed that was never opened: write \\)"),
    ("[a", "is never closed: write \\["),
    ("[", "is never closed"),
    ("a\\", "ends in a backslash"),
    ("[\\", "ends in a backslash"),
    ("*a", "nothing that “*” could repeat: write \\*"),
    ("a**", "nothing that “*” could repeat"),
    ("C++", "“++” repeats what repeats already: write \\+"),
    ("a{2}{3}", "nothing that “{” could repeat"),
    ("a|+", "nothing that “+” could repeat"),
    ("(?i)*", "nothing that “*” could repeat"),
    ("a{3,2}", "goes backwards"),
    ("a{99999999999}", "too often"),
    ("[z-a]", "goes backwards"),
    ("[a-\\d]", "a range of a class ends in “\\d”"),
    ("[a-z-[b]c]", "must stand last"),
    ("\\h", "“\\h” is no escape that Vale knows: write h"),
    ("\\y\\_", "no escape"),
    ("[\\B]", "no escape"),
    ("\\Qa\\E", "no escape"),
    ("\\8", "refers back to a group “8”"),
    ("\\xg", "no escape"),
    ("\\x{110000}", "no character of Unicode"),
    ("\\x{" + "1" * 5000 + "}", "no character of Unicode"),
    ("\\k", "write \\k<name>"),
    ("\\k<a>", "refers back to a group “a”"),
    ("\\1", "refers back to a group “1”"),
    ("\\'a'", "refers back to a group “a”"),
    ("\\G", "\\G"),
    ("(a\\1)", "refers back to that group"),
    ("\\p{Nope}", "no property “Nope”"),
    ("\\p", "names no property"),
    ("[\\p{IsNope}]", "no property “IsNope”"),
    ("(?<a-b>c)", "balancing group"),
    ("(?<1>a)", "begin its name with a letter"),
    ("(?<>a)", "opens no group"),
    ("(?Pa)", "opens no group"),
    ("(?R)", "opens no group"),
    ("(?)", "opens no group"),
    ("(?", "opens no group"),
    ("(?#a", "never closed"),
    ("(?(a(b))c|d)", "has a group in it"),
    ("(?(?=a)b|c|d)", "more than two alternatives"),
    ("(" * 70 + ")" * 70, f"nested more than {DEEPEST} deep"),
    ("[a-[b-[c-[d-[e-[f-[g-[h-[i-[j-[k-[l]]]]]]]]]]]]", "too often"),
    ("a" * 2_000_001, "longer than 2,000,000"),
]


@pytest.mark.parametrize(("pattern", "said"), REFUSED, ids=[pattern[:20] for pattern, _ in REFUSED])
def test_what_cannot_be_written_is_refused_with_what_to_do(pattern, said):
    with pytest.raises(NotTaken, match=re.escape(said)):
        written(pattern)


def test_what_re_can_have_is_for_re():
    for pattern in ("(?<=ab|cd)e", "[a-z-[b]]", "(?<n>a)\\k<n>", "(?x) a", "\\x41"):
        assert written(pattern).plain
    for pattern in ("(?<=a+)b", "\\p{L}", "(?<a>x)|(?<a>y)"):
        assert not written(pattern).plain


def test_groups_are_counted_as_dotnet_does():
    found = compiled("(?<x>a)(b)(?<y>c)(d)")
    m = found.match("abcd")
    assert [m[n] for n in dotnet_order(found)] == ["b", "d", "a", "c"]


# --- what is a word to .NET and not to `re`, and the other way round


def found_by_rule(newsroom, newslint, keys, text):
    (newsroom / "styles" / "Desk").mkdir(parents=True, exist_ok=True)
    (newsroom / "styles" / "Desk" / "Odd.yml").write_text(f"message: m\n{keys}\n", encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("vale: {styles-path: styles, based-on: Desk}\nrules: {all: off}\n")
    (newsroom / "s.txt").write_text(f"Head\n\n{text}\n", encoding="utf-8")
    done = newslint("check", "--no-cache", "--format", "json", "s.txt")
    assert done.code in (0, 1), done.err
    return [finding["match"] for finding in done.report["findings"]]


WORDS = [
    ("tokens: [m]", "It is 5 m\u00b2 of cafe\u0301m or m.", ["m", "m"]),
    ("tokens: [cafe]", "A cafe\u0301 and a cafe.", ["cafe"]),
    ("tokens: ['\\w+ bar']", "A cafe\u0301 bar.", ["cafe\u0301 bar"]),
    ("tokens: ['5']", "It is 5\u00bd and 5\u203f6 and 5.", ["5", "5"]),
    ("nonword: true\ntokens: ['\u00bd', '\\u00b2']", "It is 5\u00bd m\u00b2.", ["\u00bd", "\u00b2"]),
    ("nonword: true\ntokens: ['[\u00bc-\u00be]+']", "It is 5\u00bd.", ["\u00bd"]),
    ("nonword: true\ntokens: ['[^\\x00-\\x7f]+']", "It is 5\u00bd.", ["\u00bd"]),
    ("nonword: true\ntokens: ['\\p{No}+']", "It is 5\u00bd.", ["\u00bd"]),
]


@pytest.mark.parametrize(("keys", "text", "found"), WORDS, ids=[ascii(keys) for keys, _, _ in WORDS])
def test_a_word_is_what_it_is_to_dotnet(newsroom, newslint, keys, text, found):
    assert found_by_rule(newsroom, newslint, f"extends: existence\n{keys}", text) == found


def test_groups_of_a_condition_are_those_of_the_text(newsroom, newslint):
    keys = "extends: conditional\nfirst: '\\b[A-Z]{3}\\w?\\b'\nsecond: '\\(([A-Z]{3}\\w)\\)'"
    text = "The body (ABC\u0301) said so. So ABC\u0301 and CDE say."
    assert found_by_rule(newsroom, newslint, keys, text) == ["CDE"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_stands_in_has_the_length_of_the_text_and_its_words(text):
    shown = stood_in(text)
    assert len(shown) == len(text)
    for sign, other in zip(text, shown, strict=True):
        is_word = unicodedata.category(sign) in ("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Nd", "Pc")
        assert bool(re.match(r"\w", other)) == is_word


# --- patterns of a grammar, in .NET's words and in those of the package `regex`, whose second version reads flags alike

SIGNS = ["a", "b", "c", "é", "1", " ", "-", "_", "A", "B", "\n"]
texts = st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)
same = st.sampled_from([
    "a", "b", "é", "A", "1", " ", "\\-", ".", "^", "$", "\\b", "\\B", "\\w", "\\W", "\\d", "\\s", "\\S", "[ab]", "[^a]", "[a-c1]", "[A-Z]",
    "\\p{L}", "\\P{Lu}", "\\p{Nd}", "[^\\W\\d_]", "\\x41", "\\u0061", "\\A", "(?=a)", "(?!b)", "(?<=a)", "(?<!b+)", "(?<=\\b|a)",
    "[\\W\\d]", "[^\\S\\d]",
]).map(lambda each: (each, each))  # fmt: skip
others = st.sampled_from([
    ("\\z", "\\Z"), ("\\Z", "(?=\\n?\\Z)"), ("[a-c-[b]]", "[[a-c]--[b]]"), ("[\\w-[a1]]", "[\\w--[a1]]"), ("[]a]", "[\\]a]"),
    ("(?#c(d)", ""), ("\\cj", "\\n"), ("[\\w-z]", "[\\w\\-z]"), ("\\e", "\\x1b"),
])  # fmt: skip


def together(pairs):
    return "".join(a for a, _ in pairs), "".join(b for _, b in pairs)


def grown(inner):
    row = st.lists(inner, min_size=1, max_size=4).map(together)

    def round_(before, after="", other=None):
        return row.map(lambda pair: (f"{before}{pair[0]}{after})", f"{other or before}{pair[1]}{after})"))

    def repeated(pair, sign):
        return f"(?:{pair[0]}){sign}", f"(?:{pair[1]}){sign}"

    def flagged(pairs):
        (a, b), flag, (c, d), (e, f) = pairs
        return f"(?:{a}{flag}{c}|{e})", f"(?:{b}{flag}{d}|{f})"

    flags = st.sampled_from(["(?i)", "(?-i)", "(?s)"])
    return st.one_of(
        row,
        round_("("), round_("(?:"), round_("(?>"), round_("(?i:"), round_("(?-i:"), round_("(?s:"), round_("(?=", "|b"), round_("(?<=", "|a"),
        st.builds(lambda one, two: (f"{one[0]}|{two[0]}", f"{one[1]}|{two[1]}"), row, row).map(lambda p: (f"(?:{p[0]})", f"(?:{p[1]})")),
        st.builds(repeated, row, st.sampled_from(["*", "+", "?", "{2}", "{1,2}", "*?", "+?", "??", "{0,3}?"])),
        st.tuples(row, flags, row, row).map(flagged),
    )  # fmt: skip


pairs = st.recursive(same | others, grown, max_leaves=8)


@given(pairs, st.sampled_from(["", "(?i)"]), texts)
@settings(max_examples=1000)
def test_what_is_written_matches_as_an_independent_reading_does(pair, flag, text):
    ours, theirs = pair
    expected = regex.compile(flag + theirs, regex.V1 | regex.M)
    found = compiled(flag + ours)
    assert [m.span() for m in found.finditer(text)] == [m.span() for m in expected.finditer(text)]
    assert found.groups == expected.groups


@given(st.text("ab()[]{}?*+|\\^$.-,:<>=!'#12kpPxinsm&~", max_size=14))
@settings(max_examples=1500)
def test_whatever_is_written_compiles_and_all_else_is_refused(pattern):
    try:
        found = written(pattern)
    except NotTaken:
        return
    assert (re if found.plain else regex).compile(found.text, found.flags).groups >= 0
