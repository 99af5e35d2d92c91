"""A span of time that ends before it begins: “from 2010 to 2007”, “between 24 and 22 December”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.analyses.facts.around import sentence_at
from newslint.analyses.facts.spans import TimeSpan, spans
from newslint.base.lazy import pattern
from newslint.model.finding import Finding
from newslint.model.rule import Bad, Evidence, Good, KnownFalse, Rule
from newslint.model.story import Story, Zone
from newslint.words.tables import Spans, Vocabulary

_NEXT = pattern(r"(?P<dash>[-–])?(?: |(?<=[-–]))(?P<word>[A-Za-z][\w’'-]*|\d)")
_WORD = pattern(r"[A-Za-z][\w.’'-]*")
_ANOTHER_YEAR = pattern(r"(?:,? (?:and|to|then)|,) (?:[A-Z][a-z]+\.? )?[12]\d{3}\b")
_ANOTHER_DAY = pattern(r"(?:,? (?:and|to|then)|,) (?:[A-Z][a-z]+\.? )?\d{1,2}(?!\d)(?! [a-z])")
_BY_SO_MUCH = pattern(r"\bby (?:\w+ ){0,3}?[£$€]?\d")  # what changes by so much does so in these years
_ORDINAL = pattern(r"\d\d?(?:st|nd|rd|th)")
_CLAUSE = pattern(r"[,;:–—(]")
_MANY = frozenset(("people", "men", "women", "children", "staff", "percent", "per", "pct", "feet", "million"))
_UP_TO = frozenset(("through", "until", "till"))
_ON = frozenset(("from", "on", "for", "during", "of", "runs", "running", "in", "dates", "over"))
_LONGEST = 20  # code points of a word before a span
_NEAR = 12  # words before a span that may say what changes
_BEFORE = 70  # code points before a span that may say what changes, or is compared
_JUST = 3  # words right before “between”: “the growth between 2010 and 2009”
_FAR = 20  # days of one month that a span may not lie apart: “28-2 January” begins in December


class DateOrder(Rule):
    """One of the two is a slip of the finger, and nobody can tell from the story which."""

    id = "date-order"
    topic = "facts"
    finds = "A span of time that ends before it begins, such as “from 2010 to 2007”"
    severity = "warning"
    confidence = "medium"
    message = "this span ends before it begins"
    zones = ("headline", "deck", "caption", "subhead", "body", "list", "note")
    in_quotes = "both"
    needs = spans
    examples = (
        Bad(
            "She ran the mill [[from 2010 to 2007]], when it burnt.",
            message="“from 2010 to 2007” ends before it begins",
        ),
        Bad("The firm gave $4 million [[between 2011 and 2009]]."),
        Bad("He led the port [[from 2006 until 2003]] and left for the islands."),
        Bad("The fair is held [[between 24 and 22 December]]."),
        Bad("The fair runs [[from 11-8 March]] on the quay."),
        Bad("The roads are shut [[from April 21 to April 18]], police said."),
        Bad("They polled 1,200 voters [[on 21-18 June]]."),
        Bad("She was mayor [[from June 2014 to May 2013]]."),
        Bad("The tour, [[July 28-25]], is sold out."),
        Bad("The poll was conducted [[Nov. 16 to 10]] on cellphones with 418 voters."),
        Bad("The fair is held [[16 through 10 November]] on the quay."),
        Bad("The show opens [[June 12 and runs through June 8]] at Orr’s."),
        Bad("The trial, which began [[March 12 and ended March 3]], was short."),
        Bad("The fair, which [[runs June 12 to June 8]], is free. It was polled [[Sept. 29-24]] by phone."),
        Good("It moved the days of June 12 to June 8. Rovers won Sept. 29-24."),
        Good("The show opens June 12 and runs through June 28. The poll was conducted Oct. 30 to Nov. 2."),
        Good("The roads are shut from 8 p.m. Nov. 16 to 10 a.m. Nov. 17. It is open Nov. 16 to 10 p.m."),
        Good("It cut its forecast Nov. 16 to 10 million. It sold the mills Nov. 16 to 10 heirs."),
        Good("The rink is open from 28 November to 9 January, and from 30 December to 2 January until midnight."),
        Good("He was chairman from June 3, 2011 to February 8, 2013."),
        Good("Support rose from 31 percent on July 12 to 38 percent in August."),
        Good("Debt grew most in 2009-10, and was paid down in 2005-06."),
        Good("The force was cut from 2000 to 1800 men.", note="numbers of people"),
        Good("The force shrank from 2000 to 1800.", note="what changes from one to another may be a number"),
        Good("The ban was brought forward from 2040 to 2035.", note="a day that was moved"),
        Good("The difference between 2010 and 2007 is plain.", note="two years compared, in either order"),
        Good("Growth between 2009 and 2008 was flat. She compares crime between 2015 and 2010."),
        Good("The hearing was rescheduled from April 21 to April 14, and a match brought on from 6 May to 4 May."),
        Good("The recall covers cars of the model years 2016 to 2012. Shares fell between July 28 and 25 August."),
        Good("The list goes back from 2016 to 1996.", note="told backwards on purpose"),
        Good("The wall was built from 2000 to 1600 B.C."),
        Good("Rovers won 4-1 March 3 and lost 3-2 on 6 May.", note="scores"),
        Good("The tax year runs from 6 April to 5 April."),
        Good("They worked from 20 May to 19 May of the following year."),
        Good("Ships may dock from 2000 to 1800 GMT."),
        Good("They won the cup from 2004 to 2003 to 2002."),
        Good("The museum shows 28-2 January what it has.", note="begun in December"),
        KnownFalse("She read his letters [[from 2010 to 2007]], and wept."),
    )
    evidence = Evidence(
        stories=2662,
        hits=0,
        wrong=0,
        cases=253,
        found=220,
        on="second years and days of spans set before the first by script, found by a looser pattern",
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """One finding for each such span."""
        for each in story.get(spans):
            if each.backwards and _is_span(each) and not _is_meant(each):
                yield self.finding(each.span, f"“{each.text}” ends before it begins")


def _is_span(span: TimeSpan) -> bool:
    """Whether the words around leave no doubt that it is a span, and not two figures or days set side by side."""
    first, last, opened = span.first, span.last, span.opened
    text = span.zone.text
    if opened.startswith(("from", "between")):
        return span.by != "and" or opened.startswith("between")
    if first.year and not first.day:
        in_brackets = opened == "(" and text[span.end : span.end + 1] == ")"
        in_commas = opened == "," and text[span.end : span.end + 1] in (",", ")", ".")
        return opened.endswith("years") or in_brackets or in_commas or (span.by != "-" and bool(first.month))
    if span.by != "-":
        named = text[span.start].isalpha() and (not opened or opened in _ON)
        return opened == "on" or span.by in _UP_TO or (span.by == "to" and named)
    if opened in (",", "("):  # “won, 3-1”
        return (
            text[span.start].isalpha()
            or bool(first.year)
            or not text[span.start : span.end][1:3].strip("0123456789-–")
        )
    if not opened and text[span.start].isalpha():
        return (
            text[max(0, span.start - _LONGEST) : span.start].rpartition(" ")[0].rpartition(" ")[2] in Spans.of().held
        )
    return opened in _ON and (text[span.start].isalpha() or first.day - last.day <= _FAR)


def _is_meant(span: TimeSpan) -> bool:
    """Whether it may be right: told backwards, compared, changed from one to the other, over a year's end."""
    table = Spans.of()
    if _goes_on(span):
        return True
    before, behind = _words_round(span.zone, span.opened_at, span.end)
    if not table.backwards.isdisjoint(before + behind):
        return True
    text = span.zone.text[max(0, span.opened_at - _BEFORE) : span.opened_at]
    clause = [word.lower() for word in _WORD.findall(_CLAUSE.split(text)[-1])]
    by_so_much = _BY_SO_MUCH.search(text)
    beside = clause[-_JUST:] if span.by == "and" and not by_so_much else []
    if not table.compared.isdisjoint(clause) or not table.changes.isdisjoint(beside):
        return True
    may_change = span.opened.startswith("from") or not span.opened or (span.by == "to" and span.opened != "on")
    changed = may_change and not table.changes.isdisjoint(before[-_NEAR:])
    if span.first.day:
        a_year_long = span.first.day - span.last.day == 1 and before[-_NEAR // 2 :]
        return changed or not table.over_years.isdisjoint((a_year_long or []) + behind[: _NEAR // 2])
    return changed and not by_so_much


def _goes_on(span: TimeSpan) -> bool:
    """Whether more follows that the figures may count, or be counted in: “from 2000 to 1800 jobs”."""
    text = span.zone.text
    if (_ANOTHER_DAY if span.first.day else _ANOTHER_YEAR).match(text, span.end):
        return True
    at = span.end
    while behind := _NEXT.match(text, at):
        word = behind["word"]
        if behind["dash"] or (word.isupper() and word != "I") or word.isdigit():
            return True
        if word.lower() in _small():
            return False
        if word.endswith("s") or word in _MANY:
            return True
        at = behind.end()
    return False


@cache
def _small() -> frozenset[str]:
    return frozenset([word.lower() for word in Vocabulary.of().function])


def _words_round(zone: Zone, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words of the sentence before a place and behind it, in small letters."""
    low, high = sentence_at(zone.text, start)
    before = [word.lower().rstrip(".") for word in _WORD.findall(zone.text[low:start])]
    return before, [word.lower().rstrip(".") for word in _WORD.findall(zone.text[end : max(high, end)])]
