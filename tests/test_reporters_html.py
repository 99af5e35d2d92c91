"""The page for browsers: whole stories, marks in the right places, nothing from elsewhere, text that can be read."""

import io
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newslint.base.text import Source, Span, UnreadableStory
from newslint.model.finding import Background, Failure, Finding, Related, Report, ZoneBlock, locate
from newslint.reporters import html

VOID = {"meta", "input", "br", "hr", "img", "link"}
TEXT = "---\ntitle: Tea & <sympathy>\n---\n\nThe *old* “bridge” is is closed.\n\n\nThe end.\n"


class Page(HTMLParser):
    """Reads a page strictly: every element closed in its turn; gathers elements and the text of stories."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.story, self.marks = "", []
        self.within = 0
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        assert len(named) == len(attrs), f"an attribute stands twice in {tag}"
        self.elements.append((tag, named, list(self.open)))
        if tag not in VOID:
            self.open.append(tag)
        if named.get("class") == "text":
            self.within = len(self.open)
        if tag == "mark":
            self.marks.append([named["data-f"], ""])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if len(self.open) < self.within:
            self.within = 0

    def handle_data(self, data):
        if self.within and "sup" not in self.open:
            self.story += data
        if self.open and self.open[-1] == "mark":
            self.marks[-1][1] += data

    def of(self, tag, **wanted):
        keys = {key.rstrip("_"): value for key, value in wanted.items()}
        return [a for t, a, _ in self.elements if t == tag and all(a.get(k) == v for k, v in keys.items())]


def page_of(text: str, spans, blocks=(), failures=(), **keys) -> Page:
    source = Source(keys.pop("path", "a.md"), text)
    entries = tuple(
        locate(
            Finding(f"rule-{n}", "t", severity, "high", "a <b> & “c”", Span(*span), (Related(Span(0, 0), "<i>"),)),
            source,
        )
        for n, (span, severity) in enumerate(spans)
    )
    background = Background(keys.pop("read", lambda path: source), lambda source: blocks)
    stream = io.StringIO()
    html.write(Report(keys.pop("stories", 1), entries, failures, lambda: background), stream)
    return Page(stream.getvalue())


def squeezed(text: str) -> str:
    return "".join(text.split())


BLOCKS = (
    ZoneBlock("headline", Span(11, 27)),
    ZoneBlock("body", Span(33, 65), 0, (Span(37, 38), Span(41, 42))),
    ZoneBlock("body", Span(68, 76)),
)


@pytest.mark.parametrize("blocks", [BLOCKS, ()], ids=["zones", "no zones"])
def test_every_word_of_a_story_stands_on_the_page_once(blocks):
    page = page_of(TEXT, [((54, 59), "warning"), ((0, 3), "note"), ((76, 77), "error")], blocks)
    assert squeezed(page.story) == squeezed(TEXT)


def test_of_very_many_blocks_those_without_findings_stand_together(monkeypatch):
    monkeypatch.setattr(html, "MOST_BLOCKS", 4)
    text = "one\n\ntwo\n\nthree\n\nfour\n\nfive\n"
    starts = [text.index(word) for word in text.split()]
    blocks = [ZoneBlock("body", Span(at, at + len(word))) for at, word in zip(starts, text.split(), strict=True)]
    page = page_of(text, [((text.index("three"), text.index("three") + 5), "note")], blocks)
    assert "".join(page.story.split()) == "".join(text.split())
    assert page.marks == [["1", "three"]]
    assert len(page.of("div", class_="row z-table")) == 2


def test_marks_hold_the_words_and_notes_their_numbers():
    at = TEXT.index("is is")
    page = page_of(TEXT, [((at, at + 5), "warning")], BLOCKS)
    assert page.marks == [["1", "is is"]]
    (note,) = page.of("li", id="f1")
    assert note["data-rule"] == "rule-0"
    assert page.of("a", id="m1")


def test_findings_over_one_another_share_their_marks_and_the_gravest_shows():
    page = page_of("one two three four", [((0, 13), "note"), ((4, 18), "error"), ((4, 7), "warning")])
    # an order by place is what a report gives
    assert page.marks == [["1", "one "], ["1 2 3", "two"], ["1 2", " three"], ["2", " four"]]
    assert [a["class"] for a in page.of("mark")] == ["s-note", "s-error", "s-error", "s-error"]
    assert [a["data-f"] for a in page.of("sup")] == ["3", "1", "2"]


def test_a_finding_over_several_paragraphs_is_marked_in_each_and_told_once():
    text = "First here.\n\nSecond here.\n\nThird.\n"
    blocks = (ZoneBlock("body", Span(0, 11)), ZoneBlock("body", Span(13, 25)), ZoneBlock("body", Span(27, 33)))
    page = page_of(text, [((6, 19), "warning")], blocks)
    assert [words for _, words in page.marks] == ["here.", "Second"]
    assert len(page.of("sup")) == 1
    assert len([a for a in page.of("li") if (a.get("class") or "").startswith("finding")]) == 1


@pytest.mark.parametrize("at", [0, 33, 40, 66, 76, 77])
def test_a_finding_that_marks_nothing_has_its_number(at):
    page = page_of(TEXT, [((at, at), "warning")], BLOCKS)
    assert len(page.of("sup")) == len([a for a in page.of("li") if a.get("id") == "f1"]) == 1


def test_an_empty_story_can_be_shown():
    page = page_of("", [((0, 0), "warning")])
    assert page.of("li", id="f1")


def test_a_story_that_is_gone_or_shorter_now_shows_the_lines():
    def gone(path):
        raise UnreadableStory("gone")

    for read in (gone, lambda path: Source("a.md", "short")):
        page = page_of(TEXT, [((54, 59), "warning")], BLOCKS, read=read)
        assert "is closed" in page.story
        assert page.of("li", id="f1")


def test_files_that_could_not_be_read_are_named():
    page = page_of("", [], failures=(Failure("x<y.txt", "it is <binary>"),), stories=0)
    assert not page.of("form")
    assert page.of("article", class_="story failed")


def test_the_page_loads_nothing_and_runs_only_its_own_script():
    stream = io.StringIO()
    html.write(Report(0, (), ()), stream)
    text = stream.getvalue()
    (policy,) = (a["content"] for a in Page(text).of("meta") if a.get("http-equiv"))
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert policy.startswith("default-src 'none'")
    assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy
    assert not re.search(r"\b(src|@import|url\()", text.split("<body>")[0].replace(policy, "").replace("-src", ""))


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere():
    page = page_of("one two three four", [((0, 3), "note"), ((4, 7), "error")])
    ids = [a["id"] for _, a, _ in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    inside = [a["href"][1:] for a in page.of("a") if a["href"].startswith("#")]
    assert inside
    assert set(inside) <= set(ids)


def test_what_the_script_asks_for_is_on_the_page():
    script = (Path(html.__file__).parent / "html.js").read_text(encoding="utf-8")
    page = page_of("one two", [((0, 3), "note")])
    ids = {a["id"] for _, a, _ in page.elements if "id" in a}
    assert set(re.findall(r'getElementById\("(\w+)"\)', script)) <= ids
    for box in page.of("input"):
        assert box["type"] == "checkbox"


def luminance(colour: str) -> float:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_stands_out_by_day_and_by_night():
    css = (Path(html.__file__).parent / "html.css").read_text(encoding="utf-8")
    for colours in css.split(":root")[1:]:
        found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", colours.partition("}")[0]))
        pairs = [(ink, ground) for ink in ("ink", "faint", "link") for ground in ("page", "panel")]
        pairs += [(s, ground) for s in ("error", "warning", "note") for ground in ("page", "panel")]
        pairs += [("ink", f"{s}-under") for s in ("error", "warning", "note")]
        for ink, ground in pairs:
            light, dark = sorted((luminance(found[ink]), luminance(found[ground])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_the_newsroom_makes_a_page(newsroom, newslint, monkeypatch):
    monkeypatch.chdir(Path(__file__).parent.parent)
    done = newslint("check", "examples/newsroom", "--format", "html", "--no-cache")
    page = Page(done.out)
    shown = [a["id"] for a in page.of("li") if (a.get("class") or "").startswith("finding")]
    assert shown == [f"f{n}" for n in range(1, len(shown) + 1)]
    assert len(page.of("sup")) == len(shown)
    assert page.of("h3")


def test_standard_input_makes_a_page_too(newsroom, newslint, monkeypatch):
    import sys

    data = b"# Head\n\nThe council agreed to to *close* the old bridge.\n"
    monkeypatch.setattr(sys, "stdin", type("S", (), {"buffer": io.BytesIO(data)})())
    done = newslint("check", "-", "--stdin-name", "news/x.md", "--format", "html", "--select", "repeated-word")
    page = Page(done.out)
    assert page.marks == [["1", "to to"]]
    assert squeezed(page.story) == squeezed(data.decode())


@st.composite
def laid_out(draw):
    """A text, zones in it in order, and stretches that lie over one another and over the zones."""
    text = draw(st.text(alphabet="ab é🚢\n<&\u0022", max_size=50))
    at = st.integers(0, len(text))
    cuts = sorted(draw(st.lists(at, max_size=8)))
    blocks = tuple(ZoneBlock("body", Span(a, b)) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if b > a)
    spans = sorted(tuple(sorted((draw(at), draw(at)))) for _ in range(draw(st.integers(1, 5))))
    return text, blocks, spans


@given(laid_out())
@example(("< ", (ZoneBlock("body", Span(0, 1)),), [(0, 2)]))
def test_however_findings_lie_the_text_is_whole_and_each_is_told_once(drawn):
    text, blocks, spans = drawn
    page = page_of(text, [(span, "warning") for span in spans], blocks)
    assert squeezed(page.story) == squeezed(text)
    notes = [a["id"] for a in page.of("li") if (a.get("class") or "").startswith("finding")]
    assert sorted(notes) == sorted(f"f{n}" for n in range(1, len(spans) + 1))
    assert sorted(a["data-f"] for a in page.of("sup")) == sorted(str(n) for n in range(1, len(spans) + 1))
    for n, (start, end) in enumerate(spans, 1):
        words = "".join(words for numbers, words in page.marks if str(n) in numbers.split())
        assert squeezed(words) == squeezed(text[start:end])
