"""What is looked up in place of being tried one on one gives the same answers; growth itself is in tests/fuzz."""

import pytest
from helpers import RULE_FILE, markdown, workspace
from hypothesis import given
from hypothesis import strategies as st

from newslint.base.errors import NewslintError
from newslint.base.text import Places, Span
from newslint.model.finding import Finding
from newslint.model.ignores import ALL, Ignore, apply, ignores_of
from newslint.model.story import Segment, Zone
from newslint.rulebook.pack import read_rules

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 8))
NAMES = ("a-rule", "language", ALL)


@given(st.lists(spans, max_size=8), spans)
def test_places_meet_what_one_of_them_meets(held, span):
    places = Places(held)
    assert places.meet(span) == any(each.overlaps(span) for each in held)
    assert places.hold(span) == any(each.holds(span) for each in held)
    assert places.touch(span) == any(each.start <= span.end and span.start <= each.end for each in held)


@given(
    st.lists(st.tuples(spans.filter(lambda span: span.start < span.end), st.sampled_from(NAMES)), max_size=6),
    st.lists(st.tuples(spans, st.sampled_from(("a-rule", "b-rule"))), max_size=6),
)
def test_requests_cover_the_findings_that_each_covers(asked, found):
    requests = [Ignore(span, (name,), "", Span(n, n + 1)) for n, (span, name) in enumerate(asked)]
    findings = [Finding(rule, "language", "note", "high", "", span) for span, rule in found]
    own = [{finding.rule, finding.topic, ALL} for finding in findings]
    pairs = [
        (request, n)
        for request in requests
        for n, finding in enumerate(findings)
        if request.rules[0] in own[n] and request.covers(finding.span)
    ]
    kept, unused = apply(findings, requests)
    assert kept == [finding for n, finding in enumerate(findings) if n not in {m for _, m in pairs}]
    assert unused == [request for request in requests if request not in {each for each, _ in pairs}]


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=8), spans)
def test_prose_is_told_from_the_segments_that_a_span_meets(runs, span):
    segments, at, source = [], 0, 0
    for length, more, gap in runs:
        segments.append(Segment(at, length, source + gap, length + more))
        at, source = at + length, source + gap + length + more
    zone = Zone("body", Span(0, source), "a" * at, tuple(segments))
    covered = range(span.start, span.end)
    exact = {n: run for run in segments for n in range(run.source_start, run.source_start + run.source_length)}
    whole = all(
        n in exact
        and (
            exact[n].length == exact[n].source_length
            or (span.start <= exact[n].source_start and exact[n].source_start + exact[n].source_length <= span.end)
        )
        for n in covered
    )
    assert zone.is_prose(span) == whole


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_request_covers_a_list_with_any_line_ends(end):
    text = end.join(
        ("Mill.", "", "<!-- newslint: ignore repeated-word: a refrain -->", "", "- a", "- b", "", "Hill.")
    )
    (request,) = ignores_of(markdown(text))
    assert text[request.span.start : request.span.end].split(end) == ["a", "- b"]


def test_a_request_ends_within_reach_or_is_none():
    assert all(asked.fault for asked in ignores_of(markdown("Mill <!-- newslint: ignore a " + "b " * 700 + "-->")))
    (first,) = ignores_of(markdown("Mill <!-- newslint: ignore a: b <!-- newslint: ignore c -->"))
    assert first.rules == ("a",)


def test_a_term_has_an_end(tmp_path):
    file = tmp_path / "a-rule.yaml"
    rule = RULE_FILE.format(id="a-rule", kind="existence", topic="language")
    file.write_text(rule.replace("marrow", "marrow " * 150))
    with pytest.raises(NewslintError, match=r"1,0\d\d characters; words to look for have at most 1,000"):
        list(read_rules(str(file), workspace().plugins.kinds))
