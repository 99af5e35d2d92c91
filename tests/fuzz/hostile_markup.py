"""Markdown and HTML that nest, open or refer without end."""

import random
from collections.abc import Callable

from .hostile_bytes import STORY, fill


def after(prefix: str, unit: str, suffix: str = "", *, deep: int = 0) -> Callable[[random.Random, int], str]:
    """A shape: a unit again and again between two ends, at most `deep` times."""

    def shape(rng: random.Random, size: int) -> str:
        count = max(1, size // len(unit))
        return prefix + unit * (min(count, deep) if deep else count) + suffix

    shape.__name__ = f"after {prefix[:12]!r} {unit[:12]!r} {suffix[:12]!r}"
    return shape


def opened_and_closed(opens: str, closes: str, inside: str = "the the") -> Callable[[random.Random, int], str]:
    """A shape: as many ends as beginnings."""

    def shape(rng: random.Random, size: int) -> str:
        count = max(1, size // (len(opens) + len(closes)))
        return opens * count + inside + closes * count

    shape.__name__ = f"nested {opens[:12]!r}"
    return shape


def deeper_lists(rng: random.Random, size: int) -> str:
    deep = min(2000, max(5, int((size * 2) ** 0.5 / 2)))
    return "".join("  " * n + "- the the\n" for n in range(deep))


def deeper_quotes(rng: random.Random, size: int) -> str:
    deep = min(1500, max(5, int((size * 2) ** 0.5)))
    return "".join(">" * n + " the the\n" for n in range(deep))


def definitions_of_links(rng: random.Random, size: int) -> str:
    return "".join(f"[a{n}]: http://x.test/{n} 'title the the'\n" for n in range(size // 40)) + "\n[a1][a2] [a3]\n"


def definitions_used(rng: random.Random, size: int) -> str:
    count = size // 26
    return "[a]: /" + "u" * 2000 + "\n\n" + "[a] " * count + "\n\n" + "![a][a] " * count


def footnotes(rng: random.Random, size: int) -> str:
    count = size // 40
    return (
        " ".join(f"word[^{n}]" for n in range(count))
        + "\n\n"
        + "".join(f"[^{n}]: the the note\n" for n in range(count))
    )


def footnotes_of_footnotes(rng: random.Random, size: int) -> str:
    return "x[^0]\n\n" + "".join(f"[^{n}]: see [^{n + 1}] and [^{n}]\n\n" for n in range(size // 26))


def wide_table(rng: random.Random, size: int) -> str:
    width = size // 4
    return "|a" * width + "|\n" + "|-" * width + "|\n"


def long_table(rng: random.Random, size: int) -> str:
    return "|a|b|\n|-|-|\n" + "|the the|“x\n" * (size // 12)


def table_of_short_rows(rng: random.Random, size: int) -> str:
    width = max(2, int(size**0.5 / 2))
    return "|a" * width + "|\n" + "|-" * width + "|\n" + "|x|\n" * width * 2


def ignores_in_comments(rng: random.Random, size: int) -> str:
    return fill("<!-- newslint: ignore repeated-word: because -->\nThe the bridge said.\n\n", size)


def ignores_of_rubbish(rng: random.Random, size: int) -> str:
    parts = ("<!-- newslint: ", "ignore", "ignore-file", " until 2020-13-45", ": why", " -->", "-->\n\n", "repeated-word,", " ,", "\x1b[1m",
             " until", "ignroe", "disable", "all", "\n", "--", "the the ", "```\n", "newslint")  # fmt: skip
    return "".join(rng.choice(parts) for _ in range(size // 9))


def ignores_never_closed(rng: random.Random, size: int) -> str:
    return fill("<!-- newslint: ignore the the ", size)


def html_tokens(rng: random.Random, size: int) -> str:
    parts = ("<", ">", "</", "/>", "<p>", "<div", " class='", '"', "'", "=", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&", "&amp", "&#", ";", "<script>",
             "</script>", "<style>", "<blockquote>", "</blockquote>", "<br", "<img alt='the the", "<td>", "<table>", "<q>", "the the ", "\n", "\n\n", "“", "<a href=")  # fmt: skip
    return "".join(rng.choice(parts) for _ in range(size // 4))


def markdown_tokens(rng: random.Random, size: int) -> str:
    parts = ("*", "**", "_", "__", "`", "```", "~~~", "[", "]", "(", ")", "![", "](", "][", "[^", "]:", ">", "\n> ", "\n- ", "\n1. ", "\n#", "\n", "\n\n", "|", "\n|-|", "\\",
             "<", "<b>", "{{<", ">}}", "{%", "%}", "the the ", "“", '"', ":::", "!!! tip", "\n    ", "\t", "$$", "==", "~~", "^", "\n---\n", "\n===\n", "- [ ] ")  # fmt: skip
    return "".join(rng.choice(parts) for _ in range(size // 3))


def shortcode_tokens(rng: random.Random, size: int) -> str:
    parts = ("{{<", ">}}", "{{%", "%}}", "{%", "%}", "{{", "}}", "[caption", "[/caption]", " figure", " caption=", '"', "'", "the the", "/", "-", " ", "\n", "{#", "#}", "[", "]", "raw", "endraw",
             "{/*", "*/}", "import x", "<X y={", "}>", "\\", "`")  # fmt: skip
    return "".join(rng.choice(parts) for _ in range(size // 4))


def captions(rng: random.Random, size: int) -> str:
    return fill(
        '{{< figure src="a.jpg" caption="The the \\" council" alt="x" >}}\n\n[caption id="x"]<img src=x> The the[/caption]\n\n',
        size,
    )


def posts_embedded(rng: random.Random, size: int) -> str:
    return fill(
        '<blockquote class="twitter-tweet"><p>The the <a href="x">pic.twitter.com/x</a></p>&mdash; Ann (@ann) <a>March 3, 2026</a></blockquote>\n\n',
        size,
    )


def emphasis_of_every_kind(rng: random.Random, size: int) -> str:
    return "".join(rng.choice(("*", "**", "_", "__", "a", " ", "***", "~~")) for _ in range(size))


def headings_only(rng: random.Random, size: int) -> str:
    return "".join(f"{'#' * rng.randint(1, 7)} The the heading {n}\n" for n in range(size // 24))


def story_in_a_fence(rng: random.Random, size: int) -> str:
    return "```\n" + fill(STORY, size)


def attributes(rng: random.Random, size: int) -> str:
    return "<p " + "".join(f"a{n}='the the' " for n in range(size // 16)) + ">The the.</p>"


def attribute_without_an_end(rng: random.Random, size: int) -> str:
    return '<img alt="' + fill("the the &quot; ", size)


MARKUP: tuple[Callable[[random.Random, int], str], ...] = (
    deeper_lists, deeper_quotes, definitions_of_links, definitions_used, footnotes, footnotes_of_footnotes, wide_table, long_table,
    table_of_short_rows, ignores_in_comments, ignores_of_rubbish, ignores_never_closed, html_tokens, markdown_tokens, shortcode_tokens,
    captions, posts_embedded, emphasis_of_every_kind, headings_only, story_in_a_fence, attributes, attribute_without_an_end,
    ignores_of_rubbish, html_tokens, markdown_tokens, shortcode_tokens,
    opened_and_closed("<div>", "</div>"), opened_and_closed("<b>", "</b>"), opened_and_closed("<blockquote>", "</blockquote>"),
    opened_and_closed("<ul><li>", "</li></ul>"), opened_and_closed("<table><tr><td>", "</td></tr></table>"), opened_and_closed("<span>", ""),
    opened_and_closed("[", "](x)"), opened_and_closed("![", "](x)"), opened_and_closed("*", "*"), opened_and_closed("**a ", " a**"),
    opened_and_closed("> ", ""), opened_and_closed("- ", ""), opened_and_closed("1. ", ""), opened_and_closed("[^", "]"),
    opened_and_closed("(", ")"), opened_and_closed("[x](", ")"), opened_and_closed("{{", "}}"), opened_and_closed("{% if %}", "{% endif %}"),
    opened_and_closed("{{< a >}}", "{{< /a >}}"), opened_and_closed("[caption]", "[/caption]"), opened_and_closed("{", "}"),
    after("", "<a "), after("", "<!--"), after("<!--", "- "), after("", "<![CDATA["), after("", "<?x "), after("", "</p>"), after("", "<p>"), after("", "<br>"),
    after("", "<p>The the.</p>\n"), after("", "<script>"), after("<script>", "the the ", ""), after("<style>", "a{b:c}"), after("<pre>", "the the\n"), after("", "<img alt='the the'>"),
    after("", "<td>x"), after("", "&amp;"), after("", "&lt;b&gt;"), after("", "&#0;"), after("", "&#x110000;"), after("", "&#9999999;"), after("", "&quot;x&quot; "), after("", "&nbsp;"),
    after("", "&x"), after("", "&" + "a" * 31), after("", "&#"), after("“", "&rdquo; "), after("", "\\"), after("", "\\\\*"), after("", "`"), after("", "` "), after("", "```\n"), after("", "~~~"),
    after("`", "``` a "), after("", "[a](b"), after("", "[a]("), after("", "[a][b]"), after("[", "\\]"), after("", "![a](b 'c"), after("", "](x)"), after("", "[ ]("), after("[a](<", "b "),
    after("", "<http://x.test> "), after("", "http://x.test/a_b_c_(d)_ "), after("http://", "a."), after("", "a@b.test "), after("", "@a_b "), after("a@", "b."), after("", "#tag "), after("", "www."),
    after("", "|"), after("", "a|b\n-|-\n"), after("", "- [x] "), after("", "* * "), after("", "---\n"), after("a\n", "=\n"), after("a\n", "="), after("", "    code\n"), after("", "\t"), after("", ">\n"),
    after("", "\n- \n"), after("", "1) a\n"), after("", "999999999. a\n"), after("", "9999999999. a\n"), after("", "+ \n\n\n"), after("", "#" ), after("", "# #\n"), after("", "\n\n:::note\n"),
    after("", '!!! tip "Ask"\n    the the\n'), after("", "$$x$$ "), after("$", "\\frac{a}{b}"), after("", "{{<"), after("", "{{< a b='"), after("", "{%"), after("{% raw %}", "the the {{ "),
    after("{{< figure caption=\"", "\\\""), after("", "[caption"), after("[gallery ids=\"", "1,"), after("", "{{ x }} "), after("", "{#"), after("", "{/*"), after("", "import a from 'b'\n"), after("<X a={", "{"),
    after("", "<X a={`${"), after("", "[toc]\n"), after("", "[[wiki|"), after("", "^[note "), after("", "~a~ ^b^ "), after("", "==a== "), after("", "*a_b*c_"), after("*", "a **b "), after("_", "a __b "),
    after("", "<q>the the"), after("", "<blockquote>\n\n"), after("", "<figure><figcaption>The the\n"), after("", "<details>\n<summary>"), after("", "<svg>"), after("<textarea>", "the the "),
)  # fmt: skip
