"""No fix changes a word of what somebody said, in whatever marks it stands, and none breaks the markup round it."""

from itertools import pairwise

import pytest
from helpers import markdown, plain

from newslint.analyses.quotes.said import spared
from newslint.base.text import Span
from newslint.engine.guard import sparing
from newslint.model.finding import Edit, Fix

SAID = "the the house was cold"


def changes(story, word: str, new: str = "x") -> list[Edit]:
    """The edits left of a fix that would change every place of a word."""
    text, at, edits = story.source.text, -1, []
    while (at := text.find(word, at + 1)) >= 0:
        edits.append(Edit(Span(at, at + len(word)), new))
    assert edits
    return [edit for fix in sparing([Fix("Change it", tuple(edits))], story) for edit in fix.edits]


@pytest.mark.parametrize("read", [plain, markdown])
@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID},” said Ana Silva on Monday.",
        f'"{SAID}," said Ana Silva on Monday.',
        f"&quot;{SAID},&quot; said Ana Silva on Monday.",
        f"&ldquo;{SAID},&rdquo; said Ana Silva on Monday.",
        f"&#8220;{SAID},&#8221; said Ana Silva on Monday.",
        f"&#x201c;{SAID},&#x201D; said Ana Silva on Monday.",
        f"&amp;quot;{SAID},&amp;quot; said Ana Silva on Monday.",
        f"Ana Silva said: &laquo;{SAID}&raquo;.",
        f"``{SAID},'' said Ana Silva. ``It is shut.''",
        f"``It is 5 perc`t and {SAID},'' said Ana Silva.",
        f"`{SAID},' said Ana Silva on Monday.",
        f"‘{SAID},’ said Ana Silva on Monday.",
        f"'{SAID},' said Ana Silva on Monday.",
        f"'We saw th“e mill,' {SAID}. 'It was cold,” she said.'",
        f"The mayor said ’{SAID}’ on Monday.",
        f"The mayor said ’{SAID}‘ on Monday.",
        f"The mayor said ‛{SAID}’ on Monday.",
        f"The mayor said ❝{SAID}❞ on Monday.",
        f"The mayor said ＂{SAID}＂ on Monday.",
        f"The mayor said 《{SAID}》 on Monday.",
        f"The mayor said ”{SAID}” on Monday.",
        f"The mayor said &lsquo;{SAID}&rsquo; on Monday.",
        f"The mayor said â€œ{SAID}â€\u009d on Monday.",
        f"The mayor said â€œ{SAID}â€ on Monday.",
        f"The mayor said â€˜{SAID}â€™ on Monday.",
        f"The mayor said \u0093{SAID}\u0094 on Monday.",
        f"The mayor said “It â€œ {SAID}” on Monday.",
        f"&#x22;Thâ€œe {SAID}.&#x22;",
        f"&#8220;{SAID} â€œon Monday,&#8221; she said.",
        f"The mayor said \u0091{SAID}\u0092 on Monday.",
        f"{{{{< pullquote >}}}}{SAID}{{{{< /pullquote >}}}}",
        f"{{% blockquote Ana Silva %}}\n{SAID}\n{{% endblockquote %}}",
        f"[quote]{SAID}[/quote]",
        f":::quote\n{SAID}\n:::",
        f"!!! quote\n    {SAID}\n\n    {SAID}",
        f"> [!quote]\n> {SAID}",
        f"<Quote>{SAID}</Quote>",
        f'<aside class="pullquote"><p>{SAID}</p></aside>',
        f'<figure class="quote">{SAID}</figure>',
        f"<cite>{SAID}</cite>",
        f"SMITH: {SAID}\n\nJONES: {SAID}\n\nSMITH: {SAID}",
        f"Q: Was it cold?\n\nA: {SAID}\n\nQ: And then?",
        f"« {SAID} », said Ana Silva on Monday.",
        f"„{SAID}“, said Ana Silva on Monday.",
        f"»{SAID}«, said Ana Silva on Monday.",
        f"Ana Silva said ‹{SAID}› on Monday.",
        f"“He told me ‘{SAID}’ and left,” said Ana Silva.",
        f"> {SAID}\n> — Ana Silva",
        f"> # {SAID}",
        f"> > {SAID}",
        f"> > [!NOTE]\n> > {SAID}",
        f"    > [!NOTE]\n> {SAID}",
        f"> [!NOTE]\n> A note.\n\n> {SAID}",
        f"{{{{% x\n\n&#8220;{SAID},&#8221; she said.\n\n%}}}} The end.",
        f"<blockquote>{SAID}</blockquote>",
        f'<blockquote class="twitter-tweet"><p lang="en">{SAID}</p>&mdash; Ana (@ana)</blockquote>',
        f"<blockquote>\n\n{SAID}\n\n</blockquote>",
        f"She said <q>{SAID}</q> on Monday.",
        f"The mayor quit on Monday.\n\n{SAID} pic.twitter.com/abc123\n\n— Ana Silva (@ana) July 3, 2025",
        f"“We waited for hours.\n\n“{SAID}.\n\n“Nobody came,” said Ana.",
        f"She read: “We waited for hours.\n\n{SAID}.\n\nNobody came,” and left.",
        f"— {SAID}.\n\n– Nobody came.",
        f'!!! tip "Ask"\n    “{SAID},” said Ana Silva.',
    ],
)
def test_no_word_of_it_is_changed(read, text):
    story = read(f"Ferry strike enters third week\n\n{text}\n")
    assert not changes(story, "house")
    assert not changes(story, " the", "")


@pytest.mark.parametrize(
    "text",
    [
        '!!! tip "Ask the ranger"\n    The house was cold.',
        '??? note "Ask the ranger"\n    The house was cold.',
        '=== "Ask the ranger"\n    The house was cold.',
        ':::note[Ask "the" ranger]\nThe house was cold.\n:::',
        '.. tip:: "Ask the ranger"\n   The house was cold.',
        '> [!tip] "Ask the ranger"\n> The house was cold.',
    ],
)
@pytest.mark.parametrize("read", [plain, markdown])
def test_the_line_that_says_what_a_block_is_stays(read, text):
    story = read(f"Ferry strike enters third week\n\n{text}\n")
    assert not changes(story, '"', "”")


def test_copy_beside_it_is_mended():
    story = plain("Ferry strike\n\nThe house is shut. “The house was cold,” said Ana. The house is sold.\n")
    assert len(changes(story, "house")) == 2


def test_the_marks_of_what_may_be_speech_take_another_form():
    story = plain("Ferry strike\n\n— It's cold in the house, she said.\n")
    assert changes(story, "'", "’")
    assert not changes(story, "cold")


def test_a_tag_goes_whole_or_stays():
    story = plain('Ferry strike\n\nThe <b class="house">town</b> is cold.\n')
    assert not changes(story, "house")
    assert changes(story, '<b class="house">', "")


def test_nothing_is_set_before_a_sign_that_opens_its_line():
    story = plain("Ferry strike\n\n> It was cold in the house.\n")
    at = story.source.text.index(">")
    assert not list(sparing([Fix("Open it", (Edit(Span(at, at), "“"),))], story))


def test_mixed_marks_leave_a_block_s_title_alone(newsroom, newslint):
    text = (
        '---\ntitle: Town counts its trees\n---\n\n!!! tip "Ask"\n    “It was cold,” she said. “We left.”\n\n'
        "“Nobody came,” said Ana Silva. “It was dark,” she said.\n"
    )
    (newsroom / "a.md").write_text(text, encoding="utf-8")
    newslint("fix", "--unsafe", "a.md")
    assert (newsroom / "a.md").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "unit", ["&quot;", '"a ', "“a ", "`a ", "> a\n", "<q>", "<blockquote>", "— a\n", "<a ", "{{ ", "[a b=", "‚a "]
)
def test_what_is_spared_is_in_order_for_any_pile_of_marks(unit):
    for story in (plain(unit * 3000), markdown(unit * 3000)):
        for spans in story.get(spared):
            assert all(one.end <= other.start for one, other in pairwise(spans))
            assert all(0 <= span.start < span.end <= len(story.source.text) for span in spans)
