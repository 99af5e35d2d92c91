"""Texts of any size by their shape: each is a thing that a stranger may write a great deal of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import NamedTuple

LEAD = "LONDON (Reuters) - The mill closed on Monday, said Ana Silva, the mayor.\n\n"


class Shape(NamedTuple):
    """A shape of text: the ending of its files, and the text of about so many characters."""

    suffix: str
    text: Callable[[int], str]


def again(unit: str, *, head: str = "", tail: str = "", suffix: str = ".md") -> Shape:
    """The same words again and again; `{n}` counts, `{w}` counts in letters."""

    def text(size: int) -> str:
        if "{n}" not in unit and "{w}" not in unit:
            return head + unit * (size // len(unit)) + tail
        parts: list[str] = []
        length = 0
        for n in count():
            parts.append(unit.replace("{n}", str(n)).replace("{w}", letters(n)))
            length += len(parts[-1])
            if length >= size:
                return head + "".join(parts) + tail
        raise AssertionError

    return Shape(suffix, text)


def nested(opening: str, closing: str = "", *, middle: str = "a", suffix: str = ".md") -> Shape:
    """Marks inside marks."""

    def text(size: int) -> str:
        times = size // len(opening + closing)
        return opening * times + middle + closing * times + "\n"

    return Shape(suffix, text)


def letters(n: int) -> str:
    """A number as a word that no two numbers share, and that looks like no other's."""
    n = (n + 1) * 2654435761 % 2**32
    found = ""
    while n:
        n, rest = divmod(n, 100)
        found += "bcdfghjklmnpqrstvwxz"[rest // 5] + "aeiou"[rest % 5]
    return found.capitalize()


def _steps(size: int) -> str:
    """Lists in lists, each a step further in."""
    lines: list[str] = []
    length = 0
    while length < size:
        lines.append("  " * (len(lines) % 60) + "- The mill closed on Monday.\n")
        length += len(lines[-1])
    return "".join(lines)


_SENTENCE = "The mill closed on Monday, and nobody said why it had to. "
_QUOTE = "“We ran for the hill,” said Ana Silva. "
_FRONT = "---\n"

SHAPES: Mapping[str, Shape] = {
    # copy
    "one paragraph": again(_SENTENCE),
    "one paragraph of lines": again(_SENTENCE.strip() + "\n"),
    "one paragraph, plain": again(_SENTENCE, suffix=".txt"),
    "paragraphs": again(_SENTENCE + _SENTENCE + "\n\n", head=LEAD),
    "paragraphs, plain": again(_SENTENCE + _SENTENCE + "\n", head=LEAD, suffix=".txt"),
    "short paragraphs": again("Mill.\n\n", head=LEAD),
    "short lines, plain": again("Mill\n", suffix=".txt"),
    "letters, plain": again("a\n\n", suffix=".txt"),
    "different paragraphs": again("The {w} mill of {w} closed on Monday and {w} left.\n\n", head=LEAD),
    "different paragraphs, plain": again("The {w} mill of {w} closed on Monday.\n", head=LEAD, suffix=".txt"),
    "a sentence of sentences": again("Mill. "),
    "a sentence without an end": again("mill and "),
    "the same word": again("mill "),
    "capitals": again("Mill "),
    "all capitals": again("MILL "),
    "one long word": again("a"),
    "one long word, capital": again("A", suffix=".txt"),
    "a long word of hyphens": again("mill-"),
    "full stops": again("."),
    "commas": again("a,"),
    "initials": again("A. "),
    "abbreviations": again("Mr. "),
    "digits": again("1"),
    "numbers": again("1,000 "),
    "years": again("1999-"),
    "spaces": again(" ", head="a", tail="b"),
    "spaces, plain": again(" ", head="a", tail="b", suffix=".txt"),
    "spaces between": again("a" + " " * 40),
    "line ends": again("\n", head="a", tail="b"),
    "line ends, plain": again("\n", head="a", tail="b", suffix=".txt"),
    "returns": again("\r", head="a", tail="b", suffix=".txt"),
    "tabs": again("\t", head="a", tail="b"),
    "blank lines of spaces": again("  \n", head="a\n", tail="b"),
    "no-break spaces": again("\u00a0", head="a", tail="b"),
    "zero width": again("a\u200b"),
    "accents apart": again("e\u0301"),
    "garbled": again("â€™s "),
    "garbled at length": again("Ã¢â‚¬â„¢"),
    "emoji": again("\U0001f600"),
    "another script": again("Мельница закрылась в понедельник. "),
    "Chinese": again("工厂星期一关闭了。"),
    "symbols": again("$%^ "),
    # quotations
    "quotations": again(_QUOTE),
    "quotations, a paragraph each": again(_QUOTE + "\n\n", head=LEAD),
    "quotations, plain": again(_QUOTE + "\n", head=LEAD, suffix=".txt"),
    "different speakers": again("“We ran for the {w},” said {w} Silva{n}.\n\n", head=LEAD),
    "different speakers, one paragraph": again("“We ran for the {w},” said {w} {w}son. "),
    "nobody's quotations": again("“We ran for the hill.” "),
    "nobody's quotations, a paragraph each": again("“We ran for the hill.”\n\n", head=LEAD),
    "a running quotation": again("“We ran for the hill.\n\n", head=LEAD),
    "closed too early": again("“It was dark,” Silva said. “We ran.”\n\n“Then the lights came on.”\n\n", head=LEAD),
    "never opened": again("We ran for the hill.”\n\n", head="“It was dark.\n\n"),
    "not opened between": again("“It was dark.\nThen it was light.” She left.\n\n"),
    "one quotation": again("We ran for the hill. ", head="“", tail="” said Ana Silva."),
    "one quotation of paragraphs": again("“We ran for the hill.\n\n", head=LEAD, tail="“The end,” said Ana Silva."),
    "quotations of a word": again("“mill” "),
    "a word and marks": again("a”“"),
    "opening marks": again("“"),
    "closing marks": again("”"),
    "straight marks": again('"'),
    "straight marks and words": again('"a" '),
    "a straight mark a word": again('"a '),
    "apostrophes": again("'"),
    "apostrophes and words": again("'a' "),
    "an apostrophe a word": again("'tis "),
    "apostrophes of both kinds": again("mill’s it's "),
    "single marks": again("‘We ran,’ said Ana Silva. "),
    "marks in marks": nested("“‘", "’”"),
    "guillemets": again("« Nous avons couru », a dit Ana Silva. "),
    "low marks": again("„Wir liefen“, sagte Ana Silva. "),
    "backticks": again("``We ran,'' said Ana Silva. "),
    "questions and answers": again("Q. Why?\n\nA. Because we ran.\n\n"),
    "turns": again("SILVA: We ran for the hill.\n\n"),
    "verbs of speech": again("said "),
    "speakers": again("said Ana Silva, "),
    "colons": again("Silva said: "),
    "findings beside quotations": again("“We ran,” said the the mayor. ", head=LEAD),
    "findings beside quotations, a paragraph each": again("“We ran,” said the the mayor.\n\n", head=LEAD),
    "the same quotation twice": again("“We ran for the hill when the bell rang at the mill,” said Ana Silva.\n\n"),
    # names, dates, places
    "names": again("Ana Silva and Otto Berg met Maria Rossi. "),
    "different names": again("{w} {w}son met Mr. {w}. "),
    "different names, a paragraph each": again("Mayor {w} {w}son met {w} {w}sen of {w}.\n\n", head=LEAD),
    "names alike": again("Ana Silva{w} met Anna Silva{w}. "),
    "one surname": again("{w} Silva spoke. "),
    "one first name": again("Ana {w} spoke. "),
    "a long name": again("Ana de la Silva "),
    "particles": again("van der "),
    "titles": again("Mayor Silva and Mayor Silva's "),
    "dates": again("on Monday, Jan. 3, 2022, "),
    "different dates": again("On Jan. 3, {n} the mill closed on Tuesday. "),
    "weekdays": again("Monday "),
    "months": again("January "),
    "slashes": again("1/2/"),
    "times": again("10:30 a.m. "),
    "datelines": again("LONDON, Jan. 3 (Reuters) - The mill closed.\n\n"),
    "datelines, one line": again("LONDON, "),
    "datelines of brackets": again("LONDON (", suffix=".txt"),
    "bylines": again("By Ana Silva\n\n"),
    "bylines, plain": again("By Ana Silva\n", suffix=".txt"),
    "a byline": again("and Ana Silva ", head="By ", suffix=".txt"),
    "credits": again("(Reporting by Ana Silva; Editing by Otto Berg)\n\n", head=LEAD),
    "credits, one line": again("Reporting by Ana Silva; ", head="("),
    "captions": again("A mill in London. Photograph: Ana Silva/Reuters\n\n", head=LEAD),
    # what pages leave behind
    "words of a page": again("Share this article\n\nRead more\n\nSubscribe\n\n", head=LEAD),
    "words of a page, plain": again("Read more\nSign up to our newsletter\n", head=LEAD, suffix=".txt"),
    "addresses": again("https://example.org/{n}\n\n", head=LEAD),
    "addresses, plain": again("https://example.org/{n}\n", suffix=".txt"),
    "an address": again("a/", head="https://example.org/"),
    "addresses, one line": again("https://example.org/{n} "),
    "addresses of people": again("ana@example.org "),
    "handles": again("@ana #mill "),
    "headlines": again("Mill of {w} to Close on Monday\n", head=LEAD, suffix=".txt"),
    "headlines, a paragraph each": again("Mill of {w} to Close on Monday\n\n", head=LEAD),
    "crossheads": again("{w} County\nThe mill closed on Monday and nobody said why.\n", head=LEAD, suffix=".txt"),
    "menus": again("Home | News | Sport | "),
    "posts": again("— Ana Silva (@ana) January 3, 2022\n\n", head=LEAD),
    "rules": again("___\n\n"),
    "end signs": again("###\n\n"),
    "brackets": again("(a) "),
    "opening brackets": again("("),
    "placeholders": again("TK "),
    "placeholders in brackets": again("[NAME] "),
    "dummy text": again("Lorem ipsum dolor sit amet. "),
    "dashes": again("a — b - c – "),
    "ellipses": again("a... "),
    "repeated words": again("the the "),
    "repeated words of all kinds": again("of of in in the the mill mill "),
    "recipes": again("2 cups of flour\n"),
    "scores": again("Mill 2, Hill 1\n"),
    # Markdown
    "emphasis": again("*a* **b** "),
    "opening emphasis": again("*a "),
    "emphasis in emphasis": nested("*a ", " a*"),
    "stars": again("*"),
    "underscores": again("_a"),
    "strong in emphasis": nested("**a *", "*b**"),
    "strikethrough": again("~~a~~ "),
    "code": again("`a` "),
    "opening code": again("`a ``b "),
    "backticks of all lengths": Shape(
        ".md", lambda size: " ".join("`" * n for n in range(1, int((2 * size) ** 0.5)))
    ),
    "links": again("[the mill](https://example.org/{n}) "),
    "links, a paragraph each": again("[the mill](https://example.org/{n})\n\n", head=LEAD),
    "opening links": again("[a"),
    "opening links and brackets": again("[a]("),
    "links in links": nested("[", "](a)"),
    "images": again("![the mill](mill.jpg 'The mill') "),
    "images, a paragraph each": again("![the mill](mill.jpg)\n\n*The mill. Photo: Ana Silva*\n\n", head=LEAD),
    "opening images": again("!["),
    "link definitions": again("[a{n}]: https://example.org\n"),
    "link definitions used": Shape(
        ".md",
        lambda size: "".join(
            part.replace("#", str(n)) for part in ("[a#] ", "\n\n", "[a#]: /b\n") for n in range(size // 18)
        ),
    ),
    "references": again("[a][b] ", tail="\n\n[b]: c\n"),
    "footnotes": again("Mill[^{n}].\n\n[^{n}]: A note.\n\n"),
    "footnotes used": again("a[^1] ", tail="\n\n[^1]: A note.\n"),
    "entities": again("&amp;"),
    "entities and words": again("the&nbsp;the &quot;We ran,&quot; said Silva. "),
    "ampersands": again("&"),
    "escapes": again("\\*"),
    "backslashes": again("\\"),
    "headings": again("# The mill\n\n"),
    "headings and paragraphs": again("## The mill of {w}\n\nThe mill closed.\n\n"),
    "hashes": again("#"),
    "underlined headings": again("The mill\n===\n\n"),
    "underline": again("=", head="a\n"),
    "lists": again("- The mill closed on Monday.\n"),
    "lists with blank lines": again("- The mill closed.\n\n"),
    "ordered lists": again("{n}. The mill closed.\n"),
    "lists in lists": Shape(".md", _steps),
    "lists on a line": again("- "),
    "block quotes": again("> We ran for the hill.\n"),
    "block quotes apart": again("> We ran for the the hill.\n\n"),
    "block quotes in block quotes": again(">"),
    "block quotes and lists": again("> - "),
    "tables": again("| mill | hill |\n", head="| a | b |\n|---|---|\n"),
    "a wide table": Shape(".md", lambda size: "\n".join((line * (size // 9)) for line in ("|a", "|--", "|b"))),
    "pipes": again("|"),
    "fences": again("```\nmill\n```\n\n"),
    "an open fence": again("mill\n", head="```\n"),
    "indented code": again("    mill\n"),
    "hard breaks": again("mill  \n"),
    "inline HTML": again("<b>mill</b> "),
    "HTML blocks": again("<div>\nmill\n</div>\n\n"),
    "HTML in HTML": nested("<div>", "</div>"),
    "opening HTML": again("<div>"),
    "opening HTML, a line each": again("<div>\n"),
    "closing HTML": again("</p>"),
    "angle brackets": again("<"),
    "angle brackets and letters": again("<a "),
    "attributes": again("k='b' ", head="<a ", tail=">mill</a>"),  # “a” alone is a word of other languages too
    "attributes, open": again("a='b' ", head="<a "),
    "declarations": again("<!a "),
    "processing": again("<?a "),
    "CDATA": again("<![CDATA["),
    "comments": again("<!-- a -->"),
    "opening comments": again("<!--"),
    "opening comments apart": again("<!-- a\n\n"),
    "HTML paragraphs": again("<p>The the mill closed on <b>Monday</b>.</p>\n"),
    "HTML lists": again("<ul><li>The mill closed.</li></ul>\n"),
    "HTML tables": again("<table><tr><td>mill</td></tr></table>\n"),
    "scripts": again("<script>a</script>\n"),
    "opening scripts": again("<script>"),
    "shortcodes": again('{{< figure src="mill.jpg" caption="The mill" >}}\n\n'),
    "opening shortcodes": again("{{< "),
    "opening shortcodes, percent": again("{{% a %}}"),
    "shortcodes in shortcodes": nested("{{% a %}}", "{{% /a %}}"),
    "braces": again("{"),
    "liquid": again("{% include a.html %} "),
    "templates": again("{{ a }} "),
    "admonitions": again('!!! tip "Ask"\n    The mill closed.\n\n'),
    "admonitions of colons": again(":::note\nThe mill closed.\n:::\n\n"),
    "colons in a row": again(":"),
    "math": again("$a$ "),
    "attributes in braces": again("mill{.a} "),
    # ignores
    "ignores": again("The the mill.\n<!-- newslint: ignore repeated-word: a refrain -->\n\n"),
    "idle ignores": again("Mill.\n\n<!-- newslint: ignore repeated-word: a refrain -->\n\n"),
    "ignores, one paragraph": again("the the mill <!-- newslint: ignore repeated-word: a refrain --> "),
    "ignores alone": again("<!-- newslint: ignore repeated-word -->\n"),
    "ignores, one line": again("<!-- newslint: ignore repeated-word -->"),
    "ignores of different rules": again("<!-- newslint: ignore rule-{n} -->\n\nMill.\n\n"),
    "an ignore of many rules": again("a-{n}, ", head="<!-- newslint: ignore ", tail="b -->\n\nMill.\n"),
    "ignores with long reasons": again(
        "the the mill\n<!-- newslint: ignore repeated-word: " + "a " * 400 + "-->\n\n"
    ),
    "regions": again("<!-- newslint: off repeated-word: a refrain -->\n\nThe the mill.\n\n<!-- newslint: on -->\n\n"),
    "regions without an end": again("<!-- newslint: off repeated-word -->\n\nThe the mill.\n\n"),
    "ends without a region": again("<!-- newslint: on -->\n\nMill.\n\n"),
    "regions of different rules": again(
        "<!-- newslint: off rule-{n} -->\n\nMill.\n\n", tail="<!-- newslint: on -->\n"
    ),
    "ignores of words": again('<!-- newslint: ignore repeated-word "the {n}", "The the" -->\n\nThe the mill.\n\n'),
    "an ignore of many words": again(
        '"the {n}", ', head="<!-- newslint: ignore repeated-word ", tail='"b" -->\n\nMill.\n'
    ),
    "ignores never closed": again("<!-- newslint: ignore repeated-word: "),
    "requests misspelt": again("<!-- newslint: ignroe repeated-word -->\n\nMill.\n\n"),
    "requests of spaces": again("<!-- newslint:  \n"),
    "ignores for the file": again("The the mill.\n\n<!-- newslint: ignore-file repeated-word -->\n\n"),
    # front matter
    "front matter, keys": again("key{n}: mill\n", head=_FRONT, tail="---\n\nMill.\n"),
    "front matter, a long title": again("the the mill ", head="---\ntitle: ", tail="\n---\n\nMill.\n"),
    "front matter, a quoted title": again("the the mill ", head='---\ntitle: "', tail='"\n---\n\nMill.\n'),
    "front matter, a folded title": again("  the the mill closed\n", head="---\ntitle: >\n", tail="---\n\nMill.\n"),
    "front matter, a wrapped title": again(
        "  the the mill closed\n", head="---\ntitle: the\n", tail="---\n\nMill.\n"
    ),
    "front matter, escapes": again("the the \\u00e9", head='---\ntitle: "', tail='"\n---\n\nMill.\n'),
    "front matter, a list": again("  - the the mill\n", head="---\ntags:\n", tail="---\n\nMill.\n"),
    "front matter, a list on a line": again("the the mill, ", head="---\ntags: [", tail="a]\n---\n\nMill.\n"),
    "front matter, ignores": again("    - rule-{n}\n", head="---\nnewslint:\n  ignore:\n", tail="---\n\nMill.\n"),
    "front matter, ignores with reasons": again(
        "    rule-{n}: a refrain\n", head="---\nnewslint:\n  ignore:\n", tail="---\n\nMill.\n"
    ),
    "front matter, ignores on a line": again("a{n}, ", head="---\nnewslint: {ignore: [", tail="b]}\n---\n\nMill.\n"),
    "front matter, never closed": again("key{n}: mill\n", head=_FRONT),
    "front matter, dashes": again("---\n"),
    "front matter, nested": nested("[", "]", middle="a", suffix=".md")._replace(
        text=lambda size: "---\na: " + "[" * (size // 2) + "]" * (size // 2) + "\n---\n\nMill.\n"
    ),
    "front matter, anchors": again("k{n}: &a{n} mill\n", head=_FRONT, tail="---\n\nMill.\n"),
    "front matter, comments": again("# mill\n", head=_FRONT, tail="---\n\nMill.\n"),
    "front matter, bad lines": again("mill mill\n", head=_FRONT, tail="---\n\nMill.\n"),
    "TOML, keys": again('key{n} = "mill"\n', head="+++\n", tail="+++\n\nMill.\n"),
    "TOML, a long title": again("the the mill ", head='+++\ntitle = "', tail='"\n+++\n\nMill.\n'),
    "TOML, a title of lines": again("the the mill\n", head='+++\ntitle = """\n', tail='"""\n+++\n\nMill.\n'),
    "TOML, ignores": again(
        "rule-{n} = 'a refrain'\n", head="+++\ntitle = 'a'\n[newslint.ignore]\n", tail="+++\n\nMill.\n"
    ),
    "TOML, a list of ignores": again("'a{n}', ", head="+++\nnewslint.ignore = [", tail="]\n+++\n\nMill.\n"),
    "TOML, tables": again("[a{n}]\n", head="+++\n", tail="+++\n\nMill.\n"),
    "TOML, dotted": again(".a", head="+++\na", tail=" = 1\n+++\n\nMill.\n"),
    "TOML, never closed": again('key{n} = "mill"\n', head="+++\n"),
    "JSON, keys": again('"key{n}": "mill",\n', head="{\n", tail='"a": "b"}\n\nMill.\n'),
    "JSON, a long title": again("the the mill ", head='{"title": "', tail='"}\n\nMill.\n'),
    "JSON, ignores": again('"a{n}", ', head='{"newslint": {"ignore": [', tail='"b"]}}\n\nMill.\n'),
    "JSON, ignores with reasons": again(
        '"a{n}": "c", ', head='{"newslint": {"ignore": {', tail='"b": "c"}}}\n\nMill.\n'
    ),
    "JSON, nested": Shape(".md", lambda size: '{"a": ' + "[" * (size // 2) + "]" * (size // 2) + "}\n\nMill.\n"),
    "JSON, never closed": again('"key{n}": "mill",\n', head="{\n"),
}
