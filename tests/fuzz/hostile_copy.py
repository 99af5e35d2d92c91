"""Copy that is all of one kind: only quotations, only names, only dates, one line without end, one word again and again."""

import random
from collections.abc import Callable

from .hostile_bytes import STORY, fill

# Tried again and again, after a little copy, on one line, on lines of their own and as paragraphs.
UNITS: tuple[str, ...] = (
    "a", "A", "a ", "the ", "the the ", "a b ", "The ", "THE ", "x y z ", "said ", "said, ", "he said. ", "“", "”", "“ ", "“a” ", "“a ", "a” ", '"', '" ', '"a" ', '"a ', "'", "' ", "'a' ",
    "''", "``a'' ", "``", "’", "’’", "‘a’ ", "‘a ", "„a“ ", "«a» ", "« a ", "‹", "‚", "“‘", "“‘a’” ", "”“", "\"'", "'\"", "“a,” said Ann. ", "“a,” he said. “b,” ", "said Ann Lee, “a", "said: ", "said: “", "“A b c d.\n\n",
    "“A.” Ann said “b” said ", "—", "— ", "- ", "-", "–a– ", "--", "...", "…", ". ", ".", ", ", ",", "; ", ": ", "!", "?", "?!", "??", "(", ")", "( ", "(a) ", "[", "[a] ", "[...] ", "/", "\\ ", "|", "*", "* ", "_", "~", "^", "^A ", "%", "3% ", "3 per cent ",
    "3 percent ", "0", "9", "1,", "1,0", "1,000,", "1.", "1.1.1.", "00 ", "00-year-old ", "1 ", "12/", "12/12/", "1-", "1:1:", "10:30 ", "5 a.m. ", "$", "$1 ", "£1,00 ", "1e9", "1st ", "½", "²", "٣", "१,",
    "Ann ", "Ann Lee ", "Ann Lee, ", "Ann Lee and ", "Ann-Lee-", "O'Neill ", "O’Neill's ", "Mc", "de la ", "van der Van Der ", "Ann A. Lee ", "A. B. C. ", "A.", "A.B.", "Dr. ", "Mr. Mr. ", "Sir Ann Lee, 41, ", "Jr., ", "III ", "Lee's ", "Lee Leigh Li ", "Jon Smith John Smith ",
    "Jon Smith John Smyth Jhon Smith ", "Mayor Ann Lee Minister Ann Leigh ", "Müller Mueller Muller ", "AnnLee", "aNN lEE ", "Ann\u00a0Lee ", "Ann\nLee ", "ANN LEE ", "the Ann of the Lee of the ",
    "Monday ", "Monday, March 3, 2026, ", "on Monday on Tuesday ", "March ", "March 3", "March 32, 2026 ", "Feb. 30 ", "31 April 2025 ", "2026-02-30 ", "2025-13-45 ", "yesterday ", "last Monday next ", "Monday (March 3) ", "January 0 ", "in 2026, ", "1990s ", "9 September 99999 ",
    "LONDON (Reuters) - ", "LONDON — ", "LONDON, March 3 ", "LONDON (", "(Reuters) ", "PARIS/LONDON ", "ST. ", "By Ann Lee\n", "By ", "By Ann Lee and ", "Reporting by Ann; editing by ", "Photo: ", "(Photo: Ann/The Wire) ", "Ann Lee/The Wire ", "© 2026 ", "All rights reserved. ", "Advertisement\n", "Advertisement\n\n",
    "Read more: ", "Read more: The the\n\n", "Share\nTweet\n", "Share this article\n\n", "FacebookTwitter", "FacebookTwitterLinkedInEmail\n", "4 min read\n", "14 Comments\n\n", "2 hours ago\n", "Subscribe now\n\n", "Sign up for ", "Most read\n\n", "1. The the\n2. ", "Home > News > ", "Home\nNews\nSport\n", "» ", "> ",
    "pic.twitter.com/abc ", "@ann ", "RT @ann: ", "— Ann Lee (@ann) March 3, 2026\n\n", "#tag", "http://x.test/ ", "http://x.test/\n", "http://", "https://a.b/c?d=e&f#g\n\n", "www.x.test ", "a@b.test ", "a@", "a.b.c@d.e.f ", "mailto:", "C:\\a\\", "/a/b/c ", "..//", "t.co/", "1.2.3.4 ",
    "TK ", "TKTK", "TKTK ", "XX", "XX ", "XXXX people ", "TBC ", "TBD", "TODO: ", "FIXME: ", "Lorem ipsum dolor ", "FIRST NAME ", "[NAME] ", "[name tk] ", "(name) ", "<name>", "{name} ", "???", "### ", "###\n", "-30-\n", "ENDS\n\n", "*** ", "(MORE)\n", "<b>", "</b>", "&amp;", "&#39;", "[b]", "{{x}}", "{% x %}",
    "a source said ", "sources close to ", "a person familiar with the matter ", "on condition of anonymity ", "who asked not to be named because ", "officials said ", "according to ", "according to Ann, ", "told ", "told reporters ", "asked ", "claimed ", "said said ", "Ann said that she said that ",
    "I ", "we ", "he she it ", "his her ", "who ", "which that ", "and ", "or and ", "had had ", "that that ", "of the the of ", "ha ha ", "bye-bye ", "no, no, ", "very very very ", "i.e. e.g. ", "U.S. ", "a.m. p.m. ", "St. ", "No. 1 ", "Inc. ", "Ltd., ",
    " ", "  ", "\t", "\n", "\n\n", " \n", "\r\n", "\u00a0", "\u3000", "\u200b", "a\u200b", "\u00ad", "a\u00ad", "\ufeff", "\u200d", "\u2028", "\u2029", "\x0c", "\x0b", "\x1f", "\x85", "\x00", "\x7f", "\u202e", "\u2066", "\u200f", "\u061c", "\ufffd", "\uffff",
    "e\u0301", "\u0301", "é", "ß", "ı", "İ", "ﬁ", "Ａ", "ａｂ ", "𝐀", "😀", "👩\u200d👧", "\U000e0041", "🇬🇧", "日", "日本", "中文。", "한 ", "я ", "И.И. ", "α", "א ", "ع ", "ไทย", "ก", "क्", "\U0001f1e6", "a\u0300\u0301\u0302",
    "â€™", "â€œ", "Ã©", "Ã¢â‚¬â„¢", "Â", "Ã", "ï¿½", "ï»¿", "&acirc;€™", "\x93", "\x92",
    "ab" * 20 + " ", "x" * 200 + " ", "Xy" * 100 + " ", "a-" * 50 + " ", "a'" * 20, "a.b" * 10 + " ", "a_b_", "aaa bbb aaa ", "abc abd abc ", "word, word, ", "Word. Word. ", "Word word word.\n", "Word word word.\n\n", "W\n", "W\n\n", "“W”\n\n", "“W\n\n", "W”\n\n", "- W\n", "* W\n", "• W\n", "1. W\n", "a) ", "(a)\n", "A: b\n\n", "Q: a\nA: b\n", "ANN: “a\n", "key: value\n", "Ann\n\n",
    "The council said on Monday that the the bridge was closed. ", "The council said on Monday that the bridge was closed.\n\n", "“The bridge is closed,” Mayor Ann Lee said on Monday.\n\n", "Ann Lee said. Ann Leigh said. Lee said. She said.\n\n",
    "function(){return a;} ", "a { b: c; } ", "var a = 1;\n", "<?php echo 1; ?>", "SELECT * FROM a; ", "$(id) ", "`id` ", "%s%n ", "{0.__class__} ", "{replacement} ", "\\g<0>", "\\1 ", "(?:a+)+", "[z-a]", "::error::x\n", "##[error]x\n", "]]>", "-->", "--&gt;", "\"]}", "';--", "${jndi:x} ", "=cmd|' /C x'!A0\n",
)  # fmt: skip


def repeated(unit: str, rng: random.Random, size: int) -> str:
    """A unit again and again: bare, after a head, between quotation marks, in lines, or with a last piece that breaks it."""
    count = max(1, min(size, 1_000_000) // max(1, len(unit.encode("utf-8", "surrogatepass"))))
    text = unit * count
    way = rng.randrange(8)
    if way == 1:
        return STORY + "\n" + text + "\n\n" + STORY
    if way == 2:
        return f"“{text}” said Ann Lee."
    if way == 3:
        return (unit + "\n") * count
    if way == 4:
        return (unit + "\n\n") * count
    if way == 5:
        return f"---\ntitle: x\n---\n\n# The the\n\n{text}"
    if way == 6:
        return text + rng.choice(("!", "”", "\n", '"', "\x00", "Z", "9", "-->", " said"))
    return text


def tokens(rng: random.Random, size: int) -> str:
    """Units in any order."""
    chosen = rng.sample(UNITS, rng.choice((2, 3, 5, 9, 40, 200)))
    return fill("".join(rng.choice(chosen) for _ in range(min(size // 3, 50_000))), size // 2)


def a_story_cut_into_pieces(rng: random.Random, size: int) -> str:
    cuts = sorted(rng.randrange(len(STORY)) for _ in range(40))
    parts = [STORY[a:b] for a, b in zip([0, *cuts], [*cuts, len(STORY)], strict=True)]
    return fill("".join(rng.choice(parts) for _ in range(2000)), size)


def one_line(rng: random.Random, size: int) -> str:
    return fill(STORY.replace("\n", " "), size)


def one_word(rng: random.Random, size: int) -> str:
    return "w" * size


def one_word_a_line(rng: random.Random, size: int) -> str:
    return "\n".join(rng.choice(("Bridge", "said", "“No”", "Ann", "2026")) for _ in range(size // 6))


def only_quotations(rng: random.Random, size: int) -> str:
    return fill("“The bridge is closed.”\n\n“It will open in spring.”\n\n", size)


def same_paragraph(rng: random.Random, size: int) -> str:
    return (STORY.split("\n\n")[2] + "\n\n") * (size // 110)


def nearly_same_paragraphs(rng: random.Random, size: int) -> str:
    return "".join(
        f"The council voted on Monday to close bridge number {n} to lorries, it said.\n\n" for n in range(size // 80)
    )


def nearly_same_quotations(rng: random.Random, size: int) -> str:
    return "".join(
        f"“We shall close bridge number {n} before the winter,” said Ann Lee{n % 7}.\n\n" for n in range(size // 72)
    )


def many_names(rng: random.Random, size: int) -> str:
    ends = "bcdfghklmnprst"
    name = lambda: "".join(rng.choice(ends) + rng.choice("aeiou") for _ in range(rng.randint(2, 4))).title()  # noqa: E731
    return ". ".join(f"{name()} {name()} said {name()} met Mr. {name()}" for _ in range(size // 45)) + "."


def names_one_letter_apart(rng: random.Random, size: int) -> str:
    base = list("Katherine Winterbourne")
    lines = []
    for _ in range(size // 60):
        name = base[:]
        name[rng.randrange(1, len(name))] = rng.choice("aeioubcdfg")
        lines.append(f"Mayor {''.join(name)} said the bridge was closed.")
    return "\n\n".join(lines)


def many_speakers(rng: random.Random, size: int) -> str:
    return "".join(
        f"“Bridge {n} is closed,” said {chr(65 + n % 26)}nn {chr(65 + n // 26 % 26)}ee. She added: “So.”\n\n"
        for n in range(size // 60)
    )


def quotation_running_on(rng: random.Random, size: int) -> str:
    return "Ann Lee said: " + "“The bridge is closed, and it stays so.\n\n" * (size // 42) + "”"


def quotation_in_quotation(rng: random.Random, size: int) -> str:
    count = size // 4
    return "“a ‘b " * (count // 4) + "c’ d” " * (count // 4)


def marks_in_any_order(rng: random.Random, size: int) -> str:
    return "".join(rng.choice("“”‘’\"'«»„ aA.\n") for _ in range(min(size, 300_000)))


def punctuation_in_any_order(rng: random.Random, size: int) -> str:
    return "".join(rng.choice(".,;:!?-–—…()[]{}<>&*_#/\\|@%$'\"“” a1\n") for _ in range(min(size, 300_000)))


def digits_in_any_order(rng: random.Random, size: int) -> str:
    return "".join(rng.choice("0123456789,.:/- %$") for _ in range(min(size, 300_000)))


def headline_without_end(rng: random.Random, size: int) -> str:
    return fill("Council Closes “The Old Bridge” To To ", size) + "\n\n" + STORY


def deck_like_the_copy(rng: random.Random, size: int) -> str:
    text = fill("The council voted on Monday to close the old bridge. ", size // 2)
    return f"---\ntitle: Bridge\ndeck: {text}\n---\n\n{text}\n"


def lines_of_growing_length(rng: random.Random, size: int) -> str:
    return "\n".join("w " * n for n in range(min(1400, int((size + 1) ** 0.5))))


def paragraphs_of_one_letter(rng: random.Random, size: int) -> str:
    return "a\n\n" * (size // 3)


def wrapped_by_hand(rng: random.Random, size: int) -> str:
    return fill(
        "The council voted on Monday to close the\nold bridge to lorries, the mayor’s office\nsaid. “It is 90\n", size
    )


def page_residue(rng: random.Random, size: int) -> str:
    lines = ("Share", "Home", "News", "Advertisement", "Read more: The the", "14 Comments", "© 2026 X", "Related articles", "4 min read", "Subscribe",
             "http://x.test/a", "Tags: a, b", "The council said so so on Monday.", "“Yes", "", "Photo: Ann Lee", "By Ann Lee", "Follow us")  # fmt: skip
    return "".join(rng.choice(lines) + rng.choice(("\n", "\n\n")) for _ in range(size // 14))


def spaces_before_a_line_end(rng: random.Random, size: int) -> str:
    return "The the" + " " * size + "\nend"


def spaces_between_words(rng: random.Random, size: int) -> str:
    return ("The" + " " * 500) * (size // 503)


def letters_and_numbers(rng: random.Random, size: int) -> str:
    return "".join(rng.choice("abcXYZ019") for _ in range(min(size, 300_000)))


def a_good_story_and_a_long_end(rng: random.Random, size: int) -> str:
    return STORY + rng.choice(UNITS) * (size // 4)


COPY: tuple[Callable[[random.Random, int], str], ...] = tuple(
    value
    for name, value in list(globals().items())
    if callable(value) and getattr(value, "__module__", "") == __name__ and name != "repeated"
)
COPY += (tokens,) * 12 + (a_story_cut_into_pieces,) * 2 + (marks_in_any_order,) * 3
