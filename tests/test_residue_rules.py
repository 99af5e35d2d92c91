"""Rules on lines that a page left behind: their blocks, and that deleting them never touches copy."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

# Every sort there is, and what is said of one line: a rule gives only some of both.
from newslint.analyses.roles._page_words import SORTS
from newslint.analyses.roles._sign_offs import signs_off
from newslint.analyses.roles.residue import is_glued, residue
from newslint.base.errors import RuleError
from newslint.base.text import Source, Span
from newslint.engine.fixing import apply, edits_of
from newslint.formats import Reading
from newslint.formats.markdown import Markdown
from newslint.formats.plain import Plain
from newslint.kinds.residue import Residue
from newslint.model.finding import deletion, deletions
from newslint.rulebook import pack as packs
from newslint.rulebook import plugins

RULES = [rule for rule in packs.load(plugins.load("")).rules.values() if isinstance(rule, Residue)]
BY_ID = {rule.id: rule for rule in RULES}
COPY = [
    "Ferries between the islands stayed in port for a third week on Monday as talks with the crews stalled again.",
    "The crews want two weeks ashore for every two at sea, as their colleagues on the mainland have had since 2019.",
    "Hotels on the outer islands have sent half of their staff home, and bread is flown in from the south.",
    "“We have eaten nothing but lamb since the boats stopped,” said Moira Kerr, who keeps the northern light.",
    "Both sides meet on Thursday, when the mediator hopes for a deal that lets the first boats sail before Easter.",
]
LEFT = [
    *("Advertisement", "Share this article", "Facebook", "WhatsApp", "Sign up for our newsletter", "Most read"),
    *("Read more: Islanders stock up as winter comes", "Leave a comment", "Back to top", "Cookie settings"),
    *("Subscribe now", "Play video", "Privacy policy", "FlagShareLikeReply", "4 min read"),
]


def story(text, read=Plain):
    return read().parse(Source("a.txt", text), Reading())


def findings(text, rules=RULES, read=Plain):
    told = story(text, read)
    return [finding for rule in rules for finding in rule.check(told)]


def fixed(text, *, offers=True, rules=RULES):
    """A text after all fixes, again and again until none is left."""
    for _ in range(9):
        edits = edits_of(sorted(findings(text, rules), key=lambda f: f.span), offers=offers)
        if not edits:
            return text
        text = apply(text, edits)
    raise AssertionError(f"there is always something left to fix: {text!r}")


def test_each_sort_belongs_to_one_rule():
    taken = sorted(sort for rule in RULES for sort in rule.spec["sorts"])
    assert taken == sorted({*SORTS, "caption", "credit", "other"})


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_has_words_for_a_block(rule):
    assert "{match}" in rule.message
    many = rule.spec.get("many")
    if many is None:  # each line for itself: a headline is read, a button is not
        assert rule.id in ("related-headlines", "read-more-line")
        return
    assert "{count}" in many
    assert "{first}" in many
    assert "{last}" in many


def test_neighbours_are_one_finding_and_other_lines_part_them():
    bar = "Share this article\n\nFacebook\n\nWhatsApp\n\n"
    text = "Strike goes on\n\n" + "\n\n".join((*COPY, "")) + bar + "Most read\n\nCopy link\n"
    found = findings(text, [BY_ID["share-bar"]])
    assert [text[f.span.start : f.span.end] for f in found] == [bar.strip(), "Copy link"]
    assert found[0].message.startswith("3 lines")
    assert "“Share this article” to “WhatsApp”" in found[0].message


def test_a_rule_without_sorts_is_refused(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_text("id: x\nkind: residue\ntopic: chrome\nmessage: m\nwhy: w\nexamples: [{good: a}]\nsorts: []\n")
    with pytest.raises(RuleError, match="sorts"):
        packs.load(plugins.load(""), [str(file)])


def test_a_house_says_what_may_be_deleted():
    text = "Strike goes on\n\n" + "\n\n".join(COPY) + "\n\nShare this article\n\nFacebook\n"
    rule = BY_ID["share-bar"]
    assert findings(text, [rule])[0].fixes
    assert findings(text, [rule.configure({"delete": "no"})])[0].fixes == ()
    offered = findings(text, [rule.configure({"delete": "offer"})])[0].fixes
    assert [fix.safety for fix in offered] == ["offer"]


def test_the_sure_lines_of_a_block_may_be_deleted_without_the_others():
    class Zones(Plain):
        def parse(self, source, reading):
            found = super().parse(source, reading)
            for zone, sure in zip(found.zones[-3:], ("high", "medium", "high"), strict=True):
                zone.role, zone.sort, zone.confidence = "chrome", "share", sure
            return found

    text = "\n\n".join((*COPY, "Share", "Tweet", "Pin")) + "\n"
    (found,) = findings(text, [BY_ID["share-bar"]], Zones)
    assert found.confidence == "medium"
    assert [(fix.safety, len(fix.edits)) for fix in found.fixes] == [("offer", 3), ("safe", 2)]
    assert apply(text, found.fixes[0].edits) == "\n\n".join(COPY) + "\n"
    assert apply(text, found.fixes[1].edits) == "\n\n".join((*COPY, "Tweet")) + "\n"


def test_a_suspected_line_is_low_and_not_deleted():
    class Zones(Plain):
        def parse(self, source, reading):
            found = super().parse(source, reading)
            zone = found.zones[-1]
            zone.role, zone.sort, zone.confidence = "body", "share", "low"
            return found

    (found,) = findings("\n\n".join((*COPY, "Share")), [BY_ID["share-bar"]], Zones)
    assert (found.confidence, found.fixes) == ("low", ())


@pytest.mark.parametrize(
    ("line", "glued"),
    [
        ("FlagShareLikeReply", True),
        ("FacebookTwitterLinkedInEmail", True),
        ("LinkedIn", False),
        ("YouTube", False),
        ("Facebook", False),
        ("McDonald", False),
        ("SeaBusLines", False),
        ("", False),
    ],
)
def test_buttons_run_together(line, glued):
    assert is_glued(line) == glued


@pytest.mark.parametrize(
    ("line", "about_the_author"),
    [
        ("Ana Ruiz is a reporter at the Harbour Press who covers the islands.", True),
        ("Tom Bell writes about the sea from Port Ellen.", True),
        ("Reporting by Ana Ruiz; editing by Tom Bell", True),
        ("Ana Ruiz and Tom Bell contributed reporting.", True),
        ("Follow Ana Ruiz on Twitter @anaruiz", True),
        ("Kerr writes the letters of the whole island, for a biscuit each.", False),
        ("The vet is a member of the council and writes about bees.", False),
        ("It is the editor who decides, Kerr said.", False),
        ("Follow the coast for a mile, then ask.", False),
    ],
)
def test_lines_about_an_author(line, about_the_author):
    assert bool(signs_off(line)) == about_the_author


def test_a_credit_above_other_stories_headlines_is_a_credit():
    credit = "Reporting in Leeds by Ana Ruiz; writing by Tom Bell; editing by Lena Kerr"
    others = ["Harbour to ban cars in principle, mayor says", "(PICTURES) Dancers perform outside the old hall"]
    text = "\n\n".join(["Strike goes on", *COPY, credit, *others]) + "\n"
    assert [f.rule for f in findings(text) if text[f.span.start : f.span.end] == credit] == ["author-note"]


def test_who_contributed_is_said_only_on_request():
    assert signs_off("Ana Ruiz and Tom Bell contributed reporting.") == "low"
    assert signs_off("Ruiz reported from Karvesh.") == "low"
    assert signs_off("Ana Ruiz is a reporter at the Harbour Press.") == "medium"


def test_a_storys_stamp_is_its_own_at_the_head_and_residue_below():
    text = "Strike goes on\n\nMarch 5, 2026, 14:05\n\n" + "\n\n".join(COPY)
    assert findings(text, [BY_ID["page-timestamp"]]) == []
    assert len(findings(text + "\n\nUpdated March 5, 2026, 14:05\n", [BY_ID["page-timestamp"]])) == 1


def test_in_markdown_only_what_no_reporter_writes_is_residue():
    text = (
        "---\ntitle: Strike\n---\n\n" + "\n\n".join(COPY) + "\n\nShare this article\n\nHarbour\n\n© 2026 Ana Ruiz\n"
    )
    assert [text[f.span.start : f.span.end] for f in findings(text, read=Markdown)] == ["Share this article"]


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        ("A\n\nX\n\nB\n", "X", "A\n\nB\n"),
        ("A\nX\nB\n", "X", "A\nB\n"),
        ("A\n\nX\nB\n", "X", "A\n\nB\n"),
        ("A\nX\n\nB\n", "X", "A\n\nB\n"),
        ("A\n\n\nX\n\n\nB\n", "X", "A\n\n\nB\n"),
        ("X\n\nB\n", "X", "B\n"),
        ("A\n\nX\n", "X", "A\n"),
        ("A\n\nX", "X", "A"),
        ("A\nX", "X", "A"),
        ("A\r\n\r\nX\r\n\r\nB", "X", "A\r\n\r\nB"),
        ("A\r\rX\r\rB\r", "X", "A\r\rB\r"),
        ("A\n \nX\n\t\n", "X", "A\n\t\n"),
        ("X", "X", ""),
        ("X\n", "X", ""),
        ("\n\nX\n\n", "X", "\n\n"),
    ],
)
def test_a_deletion_leaves_no_gap(before, line, after):
    at = before.index(line)
    assert apply(before, [deletion(Source("a", before), Span(at, at + len(line)))]) == after


def test_deletions_of_neighbours_leave_one_gap():
    text = "A\n\nX\n\nY\nZ\n\nB\n"
    spans = [Span(text.index(c), text.index(c) + 1) for c in "XYZ"]
    assert apply(text, deletions(Source("a", text), spans)) == "A\n\nB\n"


@cache
def plain_copy():
    text = "\n\n".join(COPY)
    assert findings(text) == [], "the copy of these tests must be clean"
    return text


PLANTED = st.lists(st.lists(st.sampled_from(LEFT), max_size=4), min_size=len(COPY) + 1, max_size=len(COPY) + 1)


@given(PLANTED, st.sampled_from(["\n\n", "\n", "\r\n\r\n"]), st.booleans())
@settings(max_examples=80, deadline=None)
def test_fixing_takes_out_residue_and_never_copy(planted, gap, ends):
    plain_copy()
    lines = ["Ferry strike enters third week"]
    for left, copy in zip(planted, (*COPY, None), strict=True):
        lines += left + ([copy] if copy else [])
    text = gap.join(lines) + ("\n" if ends else "")
    for offers in (False, True):
        result = fixed(text, offers=offers)
        kept = [line for line in result.splitlines() if line]
        assert [line for line in kept if line in COPY] == COPY
        assert all(line in lines for line in kept)
        assert gap + ("\r\n" if "\r" in gap else "\n") not in result, "one blank line more than the story has"
        assert result.endswith("\n") == ends
        assert not result.startswith(("\n", "\r"))


@given(PLANTED, st.lists(st.booleans(), min_size=40, max_size=40))
@settings(max_examples=80, deadline=None)
def test_lines_close_together_are_taken_out_and_no_blank_line_is_lost(planted, spaced):
    lines = ["Ferry strike enters third week"]
    for left, copy in zip(planted, (*COPY, None), strict=True):
        lines += left + ([copy] if copy else [])
    gaps = ["\n\n" if wide or line in COPY else "\n" for line, wide in zip(lines, spaced, strict=False)]
    text = "".join(line + gap for line, gap in zip(lines, gaps, strict=True)).rstrip("\n") + "\n"
    for offers in (False, True):
        result = fixed(text, offers=offers)
        assert all(f"{copy}\n\n" in result + "\n" for copy in COPY if f"{copy}\n\n" in text)
        assert [line for line in result.splitlines() if line in COPY] == COPY


@given(PLANTED)
@settings(max_examples=60, deadline=None)
def test_a_span_covers_whole_lines_of_residue_and_nothing_else(planted):
    lines = []
    for left, copy in zip(planted, (*COPY, None), strict=True):
        lines += left + ([copy] if copy else [])
    text = "\n\n".join(lines)
    one = story(text)
    numbers = [n for found in one.get(residue).values() for n in found]
    assert len(numbers) == len(set(numbers)), "each line has one sort"
    covered = []
    for finding in findings(text):
        inside = text[finding.span.start : finding.span.end].split("\n\n")
        assert not set(inside) & set(COPY)
        assert all(line in LEFT for line in inside)
        covered += inside
    assert len(covered) == len(numbers)
