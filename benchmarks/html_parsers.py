"""Which parsers of HTML give the exact place of each run of text, and how long each takes for a page of 150 KB.

    python benchmarks/html_parsers.py [--rounds N]

It runs with whatever of lxml, selectolax, html5lib, tree-sitter-html and resiliparse is installed beside newslint. A
place is exact where the source from it on reads as the text says, character references and all. A parser that has no
places gives 0; one that knows the line alone is asked whether the text is found in that line but once.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from html import unescape
from typing import Any

from newslint.formats._html_tree import LINK, Page

Runs = list[tuple[str, int | None]]  # a run's text, and the offset at which it stands where that is known

CASES = {
    "plain": "<p>The mill opened.</p><p>It was full.</p>",
    "entities": "<p>Salt &amp; Sons&nbsp;said &ldquo;no&rdquo; &#8212; twice.</p>",
    "CRLF": "<p>One\r\ntwo</p>\r\n<p>three</p>",
    "astral": "<p>A 🎈 rose</p><p>over 𝒜 town</p>",
    "malformed": "<p>One<p>two<div>three</p></i>four <b>five<p>six</b> seven",
    "unquoted": "<p class=a title=x>y>One</p><p class='b>c'>two</p>",
    "comments": "<p>One<!-- <p>no --> two<!-->three</p><?php no ?><p>four</p>",
    "script": "<script>if (a < b) '<p>no</p>'</script><p>One</p><style>p>a{}</style><p>two</p>",
}


def page() -> str:
    """A page of about 150 KB, half of it scripts, with as many tags as a news page has."""
    row = (
        '<div class="story-card card-{0}" data-id="{0}"><a href="/story/{0}?from=list"><span>Story {0}</span></a>'
        "<p>The council &amp; the <b>board</b> met on day {0}, and spoke of the bridge for most of it.</p></div>\n"
        "<script>var a{0} = [" + "1234567890, " * 45 + "0];</script>\n"
    )
    return "<!doctype html><html><body>" + "".join(row.format(n) for n in range(170)) + "</body></html>"


def newslint(source: str) -> Runs:
    """The own tokenizer."""
    return [
        (unescape(source[a:b]), a) for block in Page(source).blocks for a, b, _, kind in block.runs if kind <= LINK
    ]


def tree_sitter() -> Callable[[str], Runs]:
    """Byte places, exact; its text nodes end at references and drop spaces."""
    import tree_sitter as ts
    import tree_sitter_html as grammar

    parser = ts.Parser(ts.Language(grammar.language()))

    def read(source: str) -> Runs:
        data = source.encode()
        found: Runs = []
        waiting = [parser.parse(data).root_node]
        while waiting:
            node = waiting.pop()
            if node.type in ("text", "entity"):
                found.append(
                    (unescape(data[node.start_byte : node.end_byte].decode()), len(data[: node.start_byte].decode()))
                )
            waiting += reversed(node.children)
        return found

    return read


def lxml_() -> Callable[[str], Runs]:
    """Lines of elements alone."""
    from lxml import html

    return lambda source: [(str(text), None) for text in html.document_fromstring(source).itertext()]


def selectolax_() -> Callable[[str], Runs]:
    """No places."""
    from selectolax.lexbor import LexborHTMLParser

    def read(source: str) -> Runs:
        root = LexborHTMLParser(source).root
        return (
            [(node.text_content or "", None) for node in root.traverse(include_text=True) if node.tag == "-text"]
            if root
            else []
        )

    return read


def html5lib_() -> Callable[[str], Runs]:
    """No places in its trees."""
    import html5lib

    return lambda source: [(text, None) for text in html5lib.parse(source, namespaceHTMLElements=False).itertext()]


def resiliparse_() -> Callable[[str], Runs]:
    """No places."""
    from resiliparse.parse.html import HTMLTree, NodeType

    def read(source: str) -> Runs:
        return [(node.text, None) for node in HTMLTree.parse(source).document if node.type == NodeType.TEXT]

    return read


def exact(source: str, runs: Runs) -> tuple[int, int]:
    """How many runs of text that are more than white space stand where the parser says, of how many."""
    right = told = 0
    for text, at in runs:
        if text.strip():
            told += 1
            right += at is not None and any(
                unescape(source[at:end]) == text for end in range(at, min(len(source), at + 99) + 1)
            )
    return right, told


def main() -> None:
    """Print a row for each parser."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--rounds", type=int, default=5)
    rounds = given.parse_args().rounds
    makers: dict[str, Callable[[], Callable[[str], Runs]]] = {
        "newslint": lambda: newslint, "tree-sitter-html": tree_sitter, "lxml": lxml_, "selectolax": selectolax_,
        "html5lib": html5lib_, "resiliparse": resiliparse_,
    }  # fmt: skip
    whole = page()
    print(f"{'':18}{'ms a page of ' + str(len(whole) // 1000) + ' KB':>22}  exact places of runs of text, by case")
    for name, maker in makers.items():
        try:
            read = maker()
        except ImportError:
            print(f"{name:18}{'not installed':>22}")
            continue
        print(f"{name:18}{_milliseconds(read, whole, rounds):22.1f}  {_row(read)}")


def _milliseconds(read: Callable[[str], Any], source: str, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        read(source)
        times.append(time.process_time() - start)
    return 1000 * min(times)


def _row(read: Callable[[str], Runs]) -> str:
    found = []
    for name, source in CASES.items():
        right, told = exact(source, read(source))
        found.append(f"{name} {right}/{told}")
    return ", ".join(found)


if __name__ == "__main__":
    main()
