"""MDX: what readers see of a post is read, and nothing of its code."""

from __future__ import annotations

import os

import pytest
from helpers import assert_work_grows_with_length
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.text import Source, UnreadableStory
from newslint.cli import main
from newslint.engine.workspace import Workspace
from newslint.formats import Reading
from newslint.formats.mdx import Mdx
from newslint.model.story import Story
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

CASES = settings(max_examples=int(os.environ.get("NEWSLINT_CASES", "100")), deadline=None)

POST = """export const metadata = {
  title: 'The harbour’s ferry pier closes',
  description: "The vote was 7 to 4",

  authors: [{ name: `Nora Field`, url: "https://example.org" }],
  date: new Date('2026-03-12'),
}
import {
  Figure,
  Gallery,
} from '../components'
import Map from './map'; import Chart from "y"

# Harbour council votes

<Figure
  src="/a.jpg"
  caption="The pier at &quot;dawn&quot; {1}"
  alt='The old pier'
  credit={`Jo Hale`}
  style={{ width: `${w * 2}px`, fn: () => { return { a: { b: { c: 1 } } } } }}
/>

The council voted {votes.map(v => `${v.name} {x`)} on Monday.

{/* a comment with “Don't

over lines and { braces */}

<>
  Text in a fragment.

  <Note type="warning" title="Look out">
    The ferry is late.

        It is very late.

    - One thing
      and more
    - Another thing

    ```js
    import x from 'y'
    ```
  </Note>
</>

export default function Layout({ children }) {
  const x = 1; // don't

  return <div className="prose">{children}</div>;
}

<blockquote>
  “It sank,” he said.
</blockquote>

<Quote author="Ana">It *really* sank.</Quote>

A word <Tip text="hover"><b>bold</b></Tip>{' '}and `code {x}` here<br/>now. 1 < 2 and {a} and \\{b}.

```js
import x from 'y'
{ "a": 1 }
```

## Later {#later}

{isOpen && (
  <p>
    It's shown when open.
  </p>
)}

<p>Last words</p><p>are here.</p>

<Video url="x" caption={"Said “no” twice"} />
import of grain rose.
"""

ZONES = [
    ("headline", "The harbour’s ferry pier closes"),
    ("deck", "The vote was 7 to 4"),
    ("byline", "Nora Field"),
    ("timestamp", "2026-03-12"),
    ("subhead", "Harbour council votes"),
    ("caption", 'The pier at "dawn" {1}'),
    ("alt", "The old pier"),
    ("credit", "Jo Hale"),
    ("body", "The council voted x on Monday."),
    ("body", "Text in a fragment."),
    ("note", "Look out"),
    ("note", "The ferry is late."),
    ("list", "One thing and more"),
    ("list", "Another thing"),
    ("quote-block", "“It sank,” he said."),
    ("quote-block", "It really sank."),
    ("body", "A word bold and x here now. 1 < 2 and x and {b}."),
    ("subhead", "Later"),
    ("body", "Last words"),
    ("body", "are here."),
    ("caption", "Said “no” twice"),
    ("body", "import of grain rose."),
]


def read(text: str) -> Story:
    return Mdx().parse(Source("story.mdx", text), Reading())


def zones(text: str) -> list[tuple[str, str]]:
    return [(zone.role, zone.text) for zone in check_format(Mdx(), text).zones]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_post_is_read_without_its_code(end: str) -> None:
    assert zones(POST.replace("\n", end)) == ZONES


def test_what_is_exported_as_metadata_is_that_of_the_story() -> None:
    story = read(POST)
    assert story.format == "markdown"
    assert str(story.date) == "2026-03-12"
    assert story.metadata["authors"] == [{"name": "Nora Field", "url": "https://example.org"}]


def test_front_matter_goes_before_what_is_exported() -> None:
    text = "---\ntitle: One\n---\nexport const meta = { title: 'Two', summary: 'It sank there' }\n\nIt sank.\n"
    assert zones(text) == [("headline", "One"), ("deck", "It sank there"), ("body", "It sank.")]


@pytest.mark.parametrize(
    "line",
    [
        "import duties rose, he said from 'his' office.",
        "export of grain fell.",
        "export default rates rose.",
        "It costs {5 and rises <b and falls.",
        "See <https://example.org> and x <y, z> there.",
        "The set \\{1, 2\\} has two.",
    ],
)
def test_prose_that_only_looks_like_code_is_read(line: str) -> None:
    [zone] = [zone for zone in read(f"The port:\n{line}\n").zones if zone.role == "body"]
    assert zone.text.split()[-1] == line.split()[-1]
    assert len(zone.text.split()) >= len(line.split())


def test_a_picture_of_a_component_has_the_italic_line_below_it_as_its_caption() -> None:
    assert zones('<Image src="a.png" alt="A pier" />\n\n*The pier at dawn*\n\nIt sank.\n') == [
        ("alt", "A pier"), ("caption", "The pier at dawn"), ("body", "It sank."),
    ]  # fmt: skip


def test_html_headings_tables_and_captions_have_their_roles() -> None:
    text = (
        "<h1>The pier closes</h1>\n<h2>Later</h2>\n<figure>\n  <img alt='A pier' />\n"
        "  <figcaption>At rest</figcaption>\n</figure>\n<table><tr><th>Town</th><td>Boats</td></tr></table>\n"
        "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>\n"
    )
    assert zones(text) == [
        ("headline", "The pier closes"), ("subhead", "Later"), ("alt", "A pier"), ("caption", "At rest"),
        ("table", "Town"), ("table", "Boats"), ("list", "One"), ("list", "Two"),
    ]  # fmt: skip


def test_a_fix_changes_nothing_but_the_words(tmp_path) -> None:
    text = POST.replace("The council voted", "The council voted to to go and voted")
    path = tmp_path / "story.mdx"
    path.write_text(text, encoding="utf-8", newline="")
    found = newslint.check(path)
    assert ("repeated-word", "to to") in {(f.rule, text[slice(*f.span)]) for f in found}
    done = fix_bytes(Workspace(config_file=None), path.read_bytes(), str(path), offers=True)
    assert not done.failure
    assert done.new.decode() == text.replace("to to", "to")


LETTERS = "éßя日"  # none of which an entity is named by
WORD = st.builds(str.__add__, st.sampled_from(LETTERS), st.text(st.sampled_from(f"{LETTERS}“”’&;.,-😀"), max_size=7))
WORDS = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
CODE = st.sampled_from([
    "import A from './a'", "export const a = {\n  b: `${c}\n\n{`,\n}", "{/* a\n\nb */}", "<A b={{ c: '}' }} />",
    "{a && (\n  <p>Don't</p>\n)}", "<>", "</>", "<A>", "</A>", '<A\n  b="c"\n>', "```js\n<A>\n```",
])  # fmt: skip


@CASES
@given(st.lists(st.tuples(st.lists(CODE, max_size=3), WORDS), min_size=1, max_size=6))
def test_what_is_written_between_code_is_what_is_read(parts: list[tuple[list[str], str]]) -> None:
    text = "".join("".join(f"{code}\n\n" for code in codes) + f"Then {words} end.\n\n" for codes, words in parts)
    story = check_format(Mdx(), text)
    expected = [" ".join(f"Then {words} end.".split()) for _, words in parts]
    assert [zone.text for zone in story.zones] == expected


@CASES
@given(st.lists(WORDS, min_size=1, max_size=5), st.integers(0, 9))
def test_paragraphs_are_read_however_far_they_are_set_in(words: list[str], margin: int) -> None:
    inner = "\n\n".join(f"{' ' * margin}Then {each} end." for each in words)
    story = check_format(Mdx(), f"<A>\n{inner}\n</A>\n\nLast.\n")
    assert [zone.text for zone in story.zones] == [*(f"Then {each} end." for each in words), "Last."]


PIECES = st.sampled_from([
    "word ", "\n", "\r\n", "\n\n", "  ", "    ", "> ", "- ", "# ", "`", "```", "{", "}", "{/*", "*/}", "<", ">", "<A ",
    "</A>", "<>", "</>", "/>", "<p>", "</p>", "<code>", "</code>", "b=", '"', "'", "{'a'}", '{"b', "${", "import ",
    "from 'a'", "export const metadata = {", "title: 'a b'", "<Note title='a'>", "</Note>", "<img alt='b c'/>", "<!--",
    "-->", "\\", "&amp;", "|", "😀", "\ue000", "\0", ":::note", "<blockquote>", "</blockquote>", "<li>", "{#a}",
])  # fmt: skip


@CASES
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_place_is_exact_in_any_text(text: str) -> None:
    check_format(Mdx(), text)


@pytest.mark.parametrize(
    "piece",
    ["{", "}", "<", "<A ", "<A>", "</A>", "<A b={", "<A b='", '<A b="c" ', "`", "` `` ", "{/*", "{'", "${`", "import ",
     "import a from 'b'\n", "import\n", "export const a = {\n\n", "<code>", "<p>", "<p>a</p>", "<!--", "```\n", "\\",
     "<A>\n  ", "{a}", "{`", "</", "<Note>\n    a\n\n", "    a\n", "//", "export default ", "\n", " ", "<img alt='a'/>",
     "<b", "{\"a\"}", "export const metadata = {a: '"],
)  # fmt: skip
def test_the_work_grows_with_the_length(piece: str) -> None:
    assert_work_grows_with_length(read, piece, longest=40_000)


def test_a_file_of_very_many_tags_is_refused() -> None:
    with pytest.raises(UnreadableStory, match="more than 50,000 tags"):
        read("<A>" * 60_000)
    with pytest.raises(UnreadableStory, match="larger than 2 MB"):
        read("word " * 500_000)


def test_what_opens_too_deep_is_text() -> None:
    assert [zone.text[:3] for zone in read("{" * 40_000 + " It sank.\n").zones] == ["{{{"]


def test_requests_to_ignore_are_written_as_comments_of_mdx(tmp_path, capsys):
    path = tmp_path / "a.mdx"
    copy = "# Pier to close\n\nThe council of Saltmere voted on Monday to to close the pier, it said.\n\n<Map />\n"
    path.write_text(copy, encoding="utf-8")
    assert main(["check", "--no-cache", "--add-ignore", "as he said it", str(path)]) == 0
    comment = "{/* newslint: ignore repeated-word: as he said it */}\n"
    assert path.read_text(encoding="utf-8") == copy.replace("The council", f"{comment}The council")
    assert main(["check", "--no-cache", str(path)]) == 0
    path.write_text(
        copy.replace("The council", "{/* newslint: ignroe repeated-word */}\nThe council"), encoding="utf-8"
    )
    assert main(["check", "--no-cache", str(path)]) == 1
    assert "“ignroe” is nothing that newslint does" in capsys.readouterr().out


def test_such_comments_are_requests_in_mdx_alone():
    text = "# Pier to close\n\n{/* newslint: ignore repeated-word */}\nThe council voted to to close the pier.\n"
    assert {f.rule for f in newslint.check(text, format="markdown")} >= {"repeated-word"}
    assert not {f.rule for f in newslint.check(text, format="mdx")} & {"repeated-word", "unused-ignore"}
    both = text.replace("{/*", "<!--").replace("*/}", "-->")
    assert not {f.rule for f in newslint.check(both, format="mdx")} & {"repeated-word", "unused-ignore"}
