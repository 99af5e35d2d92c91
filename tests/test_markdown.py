"""Markdown: which zones are read, where they stand, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers import assert_work_grows_with_length, markdown
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.text import Span, UnreadableStory
from newslint.formats.markdown import MOST_SIGNS, Markdown
from newslint.model.finding import Edit, Finding, Fix
from newslint.model.rule import Good, Rule
from newslint.model.story import Story
from newslint.rulebook import pack as packs
from newslint.rulebook.plugins import load as load_plugins
from newslint.testing import check_format, check_text


def read(text: str) -> Story:
    return check_format(Markdown(), text)


def zones(text: str) -> list[tuple[str, str]]:
    return [(zone.role, zone.text) for zone in read(text).zones]


def body(text: str) -> list[str]:
    return [zone.text for zone in read(text).of("body")]


def test_blocks_become_zones_of_their_kinds() -> None:
    text = """# Ferry sinks

The ferry sank
on Monday.

## The search

- Two boats
- One *helicopter*

> We lost everything.

| Day | Missing |
|-----|---------|
| Mon | 2       |

A note[^1] on it.

[^1]: Said the harbour.
"""
    assert zones(text) == [
        ("headline", "Ferry sinks"),
        ("body", "The ferry sank on Monday."),
        ("subhead", "The search"),
        ("list", "Two boats"),
        ("list", "One helicopter"),
        ("quote-block", "We lost everything."),
        ("table", "Day"),
        ("table", "Missing"),
        ("table", "Mon"),
        ("table", "2"),
        ("body", "A note on it."),
        ("note", "Said the harbour."),
    ]


def test_with_a_title_a_first_heading_is_a_subhead() -> None:
    story = read("---\ntitle: Ferry sinks\n---\n# The search\n\nText.\n")
    assert [(z.role, z.level) for z in story.zones] == [("headline", 0), ("subhead", 1), ("body", 0)]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Said **Ana _Silva_** ~~then~~.", "Said Ana Silva then."),
        ("The [ferry](http://a.example 'x') sank.", "The ferry sank."),
        ("The [ferry][f] sank.\n\n[f]: http://a.example", "The ferry sank."),
        ("See <http://a.example/b> now.", "See x now."),
        ("Tea &amp; bread &#8212; \\*free\\*", "Tea & bread — *free*"),
        ("One\\\ntwo  \nthree", "One two three"),
        ('Use `zypper` or `rm -rf "x"`.', "Use zypper or x."),
        ("Said <b>Ana</b> <!-- check --> twice.", "Said Ana twice."),
        ("One<br>two", "One two"),
        ("Go <script>alert(1)</script> home.", "Go home."),
        ("The {{ site.title }} team", "The x team"),
        ("The {% if x %}red{% endif %} ferry", "The red ferry"),
        ('See [this]({{< ref "a-b.md" >}} "A title").', "See this."),
        ("A line.\n{: .lead}", "A line."),
        ("A ![white](a.png) ferry", "A ferry"),
        ("Bees 😀 and **é** &eacute; ﬁn", "Bees 😀 and é é ﬁn"),
    ],
)
def test_markup_is_no_prose(text: str, prose: str) -> None:
    assert body(text) == [prose]


def test_places_are_exact_after_markup_emoji_and_entities() -> None:
    story = read("😀 **Ana** &amp; [Jon](http://a.example) went\r\nto *Gozo*.\r\n")
    zone = story.zones[0]
    for word in ("Ana", "&", "Jon", "went", "Gozo"):
        at = zone.text.index(word)
        span = zone.to_source(at, at + len(word))
        assert story.source.text[span.start : span.end] == word.replace("&", "&amp;")


def test_code_and_markup_are_not_read() -> None:
    text = "One.\n\n```\ncode\n```\n\n    more code\n\n<script>\nx = 1\n</script>\n\n<style>p {}</style>\n\nTwo.\n"
    assert zones(text) == [("body", "One."), ("body", "Two.")]


def test_template_code_that_holds_code_is_not_read() -> None:
    text = "One.\n\n{% highlight ruby %}\nputs 1\n\nputs 2\n{% endhighlight %}\n\n"
    text += "{{< highlight go >}}\nx\n{{< /highlight >}}\n\nTwo."
    assert body(text) == ["One.", "Two."]


def test_what_makes_a_post_a_program_is_not_read() -> None:
    text = """import Map from '../parts/map'
import { one,
  two } from "parts"

export const meta = { layout: "wide",
  names: ["a", "b"] }

{/* ask who the "man is */}

{/* checked */}Snow fell on {props.town} and {1 + 1} villages.

<Map data={roofs} title="Where it's deep" caption='The map of the town' />

The roads are <Strong by={colour}>shut</Strong>.
"""
    assert body(text) == ["Snow fell on x and x villages.", "The roads are shut."]
    assert [zone.text for zone in read(text).of("caption")] == ["The map of the town"]


def test_braces_in_a_post_that_is_no_program_are_prose() -> None:
    assert body("The set {1, 2} has two members.\n") == ["The set {1, 2} has two members."]


def test_what_opens_and_closes_a_box_is_not_read() -> None:
    text = """The town has 3,000 trees.

:::note[Why "trees"?]
The word is the law's.
:::

!!! warning "Don't climb"
    The trees are old.

???+ tip
    Ask the ranger.
"""
    for end in ("\n", "\r\n"):
        assert zones(text.replace("\n", end)) == [
            ("body", "The town has 3,000 trees."),
            ("note", 'Why "trees"?'),
            ("note", "The word is the law's."),
            ("note", "Don't climb"),
            ("note", "The trees are old."),
            ("note", "Ask the ranger."),
        ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ":::tip Take care\n\nIt is deep.\n\n- Ice\n\n:::\n\nLast.",
            ["note Take care", "note It is deep.", "list Ice"],
        ),
        ('::: {.callout-note title="Take care"}\nIt is deep.\n:::\n\nLast.', ["note Take care", "note It is deep."]),
        (":::spoiler\nIt is deep.\n:::\n\nLast.", ["body It is deep."]),
        (":::quote\nIt is deep.\n:::\n\nLast.", ["quote-block It is deep."]),
        (":::{figure} a.png\n:alt: A pier\n\nAt rest\n:::\n\nLast.", ["alt A pier", "caption At rest"]),
        (
            "!!! note\n\n    It is deep.\n\n    It is wide.\n\n    - Ice\n\nLast.",
            ["note It is deep.", "note It is wide.", "list Ice"],
        ),
        ("!!! note\n\tIt is deep.\n\n\tIt is wide.\n\nLast.", ["note It is deep.", "note It is wide."]),
        (
            "!!! note\n    One.\n\n    !!! tip\n        Two.\n\n    Three.\n\nLast.",
            ["note One.", "note Two.", "note Three."],
        ),
        ("> [!WARNING]\n> It is deep.\n\nLast.", ["note It is deep."]),
        (
            "> [!info]- Take care\n> It is deep.\n>\n> It is wide.\n\nLast.",
            ["note Take care", "note It is deep.", "note It is wide."],
        ),
        ("> It is deep [!note].\n\nLast.", ["quote-block It is deep [!note]."]),
    ],
)
def test_boxes_are_notes_with_a_title_of_their_own(text: str, expected: list[str]) -> None:
    assert [f"{role} {prose}" for role, prose in zones(text)] == [*expected, "body Last."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{{< figure src="a" title="A pier" >}}', ["caption A pier"]),
        ('{{< figure src="a" >}}\nAt *rest*.\n{{< /figure >}}', ["caption At rest."]),
        ('{{< gallery >}}\n{{< img src="a" caption="One" >}}\n{{< img src="b" caption="Two" >}}\n{{< /gallery >}}',
         ["caption One", "caption Two"]),
        ('{% include image.html url="/a.jpg" caption="At rest" %}', ["caption At rest"]),
        ('{% include figure image_path="/a.jpg" alt="A pier" caption="It is \'old\'" %}',
         ["alt A pier", "caption It is 'old'"]),
        ('{% include gallery id="a" caption="At rest" %}', ["caption At rest"]),
        ('{% figure caption:"At rest" %}', ["caption At rest"]),
        ('{{< notice warning >}}\nIt is deep.\n{{< /notice >}}', ["note It is deep."]),
        ('{{< blockquote author="Ana" >}}It is deep.{{< /blockquote >}}', ["quote-block It is deep."]),
    ],
)  # fmt: skip
def test_shortcodes_give_captions_notes_and_quotations(text: str, expected: list[str]) -> None:
    assert [f"{role} {prose}" for role, prose in zones(f"{text}\n\nLast.")] == [*expected, "body Last."]


def test_pictures_give_alternative_texts_and_captions() -> None:
    assert zones('![A white ferry](a.png "The ferry at rest")\n\nText.') == [
        ("alt", "A white ferry"),
        ("caption", "The ferry at rest"),
        ("body", "Text."),
    ]
    assert zones(
        '{{< figure src="a.png" alt="A \\"white\\" ferry" caption="At *rest* &amp; safe" attr="Ana" >}}'
    ) == [
        ("alt", 'A "white" ferry'),
        ("caption", "At rest & safe"),
        ("credit", "Ana"),
    ]
    assert zones('Text. <img src="a.png" alt="A ferry">') == [("body", "Text."), ("alt", "A ferry")]


def test_a_wordpress_caption_is_a_caption() -> None:
    text = '[caption id="a" width="3"]<img src="a.png" alt="A ferry"> The ferry at rest[/caption]\n\nText.'
    assert zones(text) == [("alt", "A ferry"), ("caption", "The ferry at rest"), ("body", "Text.")]


def test_italic_type_under_a_picture_is_a_caption() -> None:
    for text in (
        "![](a.png)\n*The ferry at rest.*",
        "![](a.png)\n\n_The ferry at rest._",
        "{{< img x >}}\n*The ferry at rest.*",
    ):
        assert zones(text) == [("caption", "The ferry at rest.")]
    assert body("![](a.png)\n\nThe ferry.\n\n*It sank.*") == ["The ferry.", "It sank."]
    assert body("![](a.png)\n\n*The* ferry *sank*") == ["The ferry sank"]


def test_raw_html_is_read_as_its_tags_say() -> None:
    text = """<div class="x">
<p>The ferry <b>sank</b>
on Monday &amp; was lost.</p>
<blockquote>We lost all.</blockquote>
<ul><li>One</li><li>Two</li></ul>
<table><tr><td>Mon</td></tr></table>
<figure><img alt="A ferry" src="a.png"><figcaption>At rest</figcaption></figure>
<h3>Why</h3>
</div>

After.
"""
    assert zones(text) == [
        ("body", "The ferry sank on Monday & was lost."),
        ("quote-block", "We lost all."),
        ("list", "One"),
        ("list", "Two"),
        ("table", "Mon"),
        ("alt", "A ferry"),
        ("caption", "At rest"),
        ("subhead", "Why"),
        ("body", "After."),
    ]


def test_a_quotation_opened_in_html_holds_the_markdown_in_it() -> None:
    assert zones("<blockquote>\n\nWe lost *all*.\n\n</blockquote>\n\nAfter.") == [
        ("quote-block", "We lost all."),
        ("body", "After."),
    ]


def test_a_sentence_over_a_line_of_dashes_is_body() -> None:
    long = "The ferry that left the harbour on Monday morning sank in the channel before anyone could reach it."
    assert zones(f"{long}\n---\n\nWhy\n---\n") == [("body", long), ("subhead", "Why")]


def test_a_short_paragraph_in_bold_is_a_subhead() -> None:
    for text in ("**Why it sank**", "<p><strong>Why it sank</strong></p>", "<b>Why it sank</b>", "__Why it sank__ "):
        assert zones(text) == [("subhead", "Why it sank")]
    for text in ("**It sank.**", "**Why** it sank", "**By Ana Silva**", "Why it **sank**", "**Why** it **sank**"):
        assert [kind for kind, _ in zones(text)] == ["body"]


def test_footnotes_in_html_are_notes() -> None:
    assert zones('<ol class="footnotes"><li>Said the harbour.</li></ol>\n\nAfter.') == [
        ("note", "Said the harbour."),
        ("body", "After."),
    ]


def test_only_what_is_prose_throughout_may_be_edited() -> None:
    text = "The **the** ferry &amp; crew sank."
    zone = read(text).zones[0]
    spans = {"the": True, " **the": False, "ferry &amp; crew": True, "ferry &am": False, "sank": True}
    for words, expected in spans.items():
        at = text.index(words)
        assert zone.is_prose(Span(at, at + len(words))) is expected


def test_a_fix_never_breaks_markup() -> None:
    rule = next(r for r in packs.load(load_plugins("")).rules.values() if r.id == "repeated-word")
    for text, fixes in (("The **the** ferry sank.", 0), ("The the **ferry** sank.", 1)):
        _, [finding] = check_text(rule, text, Good(text, format="markdown"), load_plugins("").formats)
        assert len(finding.fixes) == fixes


class Rename(Rule):
    """Puts other words into a headline."""

    id, topic, message = "rename", "language", "another name"

    def __init__(self, new: str) -> None:
        super().__init__()
        self.__dict__["new"] = new

    def check(self, story: Story) -> Iterator[Finding]:
        at = story.source.text.index("Ferry")
        yield self.finding(Span(at, at + 5), fixes=[Fix("rename", (Edit(Span(at, at + 5), self.new),))])


def test_a_fix_never_breaks_metadata() -> None:
    text = "---\ntitle: 'Ferry sinks'\n---\n"
    for new, kept in (("Boat", 1), ("Ferry's", 0), ("Ferry: it", 0), ("“Ferry”", 1)):
        _, [finding] = check_text(Rename(new), text, Good(text, format="markdown"), load_plugins("").formats)
        assert len(finding.fixes) == kept


PIECES = st.sampled_from(
    ["word ", "The ferry", "*", "**", "_", "`", "```", "\n", "\r\n", "\r", "\n\n", "> ", "- ", "1. ", "# ",
    "---", "===",
     "[", "]", "(", ")", "![", "](a)", '"t"', "<", ">", "<p>", "</p>", "<br>", "<blockquote>", "</blockquote>",
     "<script>",
     "</script>", "<!--", "-->", "&amp;", "&#8212;", "&bogus;", "{{< ", " >}}", "{% ", " %}", "{{", "}}", "{: .x}",
     'caption="x y"', "[caption]", "[/caption]", "|", "|--|", "[^1]", "[^1]: ", "😀", "é", "\xa0", "日本",
     "\ue000", "\\",
     "~~", "    ", "\t", "<img alt='a b'>", "<http://a.b>", "\0", "\u2028", "- [ ] ", "> [!NOTE]\n", "<td>",
     "<!", "<?", "{/* ", " */}", "<A ", "b={", "} />", "import ", "export let ", "!!! a ", ":::a[", ":::",
     ":::note ", "\n!!! a\n    ", "> [!a] ", "{{< note >}}", "{{< /note >}}", "::: {.a title=\"b\"}", ":::{a}\n:alt: "],
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_place_is_exact_in_any_text(text: str) -> None:
    story = read(text)
    for zone in story.zones:
        assert zone.text == zone.text.strip() != ""
        assert "\n" not in zone.text
        whole = zone.to_source(0, len(zone.text))
        assert whole == zone.span


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert read(text).source.text == text


@pytest.mark.parametrize(
    "line",
    ["!!! a" + " " * 100_000 + "!", "::: a" + " " * 100_000 + "!", "{/*" * 100_000, "<A a='b'c " * 20_000 + "={"],
    ids=["box", "fence", "comment", "element"],
)
def test_a_line_that_only_begins_as_template_code_is_read_as_copy(line: str) -> None:
    assert [zone.text[0] for zone in read(f"{line}\n").zones if zone.role == "body"] == [line[0]]


def test_the_title_of_a_box_is_read_whatever_stands_before_it() -> None:
    story = read('!!! note inline end  "The ferry is late"\n\n    It sank.\n')
    assert "The ferry is late" in [zone.text for zone in story.zones]


def test_half_a_sign_is_read_past() -> None:
    text = "The ferry \ud83d sank, **she** said.\n"
    [zone] = [zone for zone in read(text).zones if zone.role == "body"]
    assert zone.text.endswith("she said.")
    assert zone.to_source(zone.text.index("she"), zone.text.index("she") + 3) == Span(20, 23)


@pytest.mark.parametrize(
    "piece",
    ["{{", "{%", "<!--", "<a ", '<a "', "[caption ", "[", "![", "](", "*a ", "**a", "_", "`", "&", "<", "> ",
    "- ", '"', "\\",
     "{{< a=\"", "a\r", "<p>", "{: ", "|", "[^1]: ", "&#8212;", "日", " ", "-", "- a\n", "a: ",
     " \n", "a=", "a \"", "\t", "{/*", "<A b={", "<A b='a", "export let ", "import ", '!!! a "', "::: ", "{a", "!!! a\n    ", "    !!! a\n", ":::a\n", ":::note a\n", "> [!a] b\n",
     "{{< note >}}", "{{< note >}}a{{< /note >}}", ":::{a}\n:b: c\n", ":::\n", 'a:"'],
)  # fmt: skip
def test_the_work_on_a_post_grows_with_its_length(piece: str) -> None:
    for form in ("{}", "---\nt: {}\n---\n", "---\nt: a\nt: b\n{}\n---\n", '{{< a b="{}" >}}<p>{}'):
        assert_work_grows_with_length(
            lambda text, form=form: markdown(form.replace("{}", text)), piece, longest=40_000
        )


@pytest.mark.parametrize(
    ("unit", "said"), [("<p><b>", "signs of tags"), ("[a](", "signs of links"), ("> a b c d e", "characters")]
)
def test_a_post_of_nothing_but_markup_is_refused(unit, said):
    with pytest.raises(UnreadableStory, match=said):
        markdown(unit * (MOST_SIGNS + 1))
