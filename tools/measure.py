"""What newslint finds in the labelled sets, counted: quotations, names, page residue, and findings that were read.

Each function gives a Counter, so that what was counted on one house can be added to what was counted on the next.
The words of `figures` are those of `tests/floors.json`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sets import Record, text_of_lines

import newslint
from newslint import Finding

Place = tuple[int, int]
Counts = dict[str, Counter[str]]  # by what is measured: quotes, plants, names…

LONGEST_SPEAKER = 90  # code points; a longer span points at nothing
LONGEST_NAME = 60
LEVELS = ("low", "medium", "high")


def quotes(records: Iterable[Record]) -> Counter[str]:
    """Quotations and their speakers, against those that people marked."""
    count: Counter[str] = Counter()
    for record in records:
        story = newslint.read(record["text"])
        found = {_place(quote.span): quote for quote in story.get(newslint.quotes)}
        flags = _places(newslint.check(story, select="unattributed-quote"))
        count["stories"] += 1
        count["flags"] += len(flags)
        count["told"] += sum(quote.status != "not-speech" for quote in found.values())
        for label in record["quotes"]:
            _compare(count, label, found, flags)
    return count


def _compare(count: Counter[str], label: Record, found: Mapping[Place, Any], flags: Sequence[Place]) -> None:
    at = (label["start"], label["end"])
    quote = found.get(at)
    if label["label"] in ("attributed", "no_source"):
        count["gold"] += 1
        count["hit"] += quote is not None and quote.status != "not-speech"
    if label["label"] == "attributed":
        count["attributed"] += 1
        count["false"] += _touched(at, flags)
        if quote is not None and quote.speaker:
            said = _place(quote.speaker)
            count["speaker"] += said[1] - said[0] <= LONGEST_SPEAKER and _touched(said, label["speaker_spans_all"])


def plants(records: Iterable[Record]) -> Counter[str]:
    """Quotations whose speaker was cut out: found where nobody is left, left alone where somebody is."""
    count: Counter[str] = Counter()
    for record in records:
        if record["verdict"] not in ("yes", "no"):
            continue
        found = _places(newslint.check(record["text"], select="unattributed-quote", path=_name(record)))
        kind = "cut" if record["verdict"] == "yes" else "cued"
        count[kind] += 1
        count[f"{kind}, flagged"] += _touched(record["target"], found)
    return count


def names(records: Iterable[Record], read: Mapping[str, str]) -> Counter[str]:
    """Flags of inconsistent-name in edited stories; `read` says of those without a label whether they are real."""
    count: Counter[str] = Counter()
    for record in records:
        flags = list(_spellings(record["text"]))
        count["stories"] += 1
        labels = {frozenset(pair[:2]): pair[2].startswith("variant") for pair in record["name_pairs"]}
        for match, all_of_them, confidence in flags:
            words = set(all_of_them.replace("’s", "").replace("'s", "").split())
            verdicts = [real for pair, real in labels.items() if pair <= words]
            said = read.get(f"{record['id']} | {match}")
            verdicts = verdicts or ([said == "real"] if said else [])
            verdict = "unread" if not verdicts else "real" if any(verdicts) else "false"
            count[verdict] += 1
            count[f"{verdict} at {confidence}"] += 1
        for one, other, verdict in record["name_pairs"]:
            if verdict.startswith("variant"):
                count["published"] += 1
                count["published, found"] += any(one in said and other in said for _, said, _ in flags)
    return count


def name_plants(records: Iterable[Record]) -> Counter[str]:
    """Names misspelled once in an edited story, by kind."""
    count: Counter[str] = Counter()
    for record in records:
        kind, spans = record["kind"], newslint.check(record["text"], select="inconsistent-name")
        shown = (
            record["text"][span.start : span.end]
            for finding in spans
            for span in (finding.span, *(related.span for related in finding.related))
        )
        count[kind] += 1
        count[f"{kind}, found"] += any(record["variant"] in text and len(text) <= LONGEST_NAME for text in shown)
    return count


def _spellings(text: str) -> Iterator[tuple[str, str, str]]:
    for finding in newslint.check(text, select="inconsistent-name"):
        spans = (finding.span, *(related.span for related in finding.related))
        shown = [text[span.start : span.end] for span in spans]
        yield shown[0], " ".join(shown), finding.confidence


def residue(records: Iterable[Record], mistaken: frozenset[tuple[str, int]]) -> Counter[str]:
    """Lines of whole pages, by what people called them and how sure newslint is of their being residue.

    `mistaken` are lines whose label is wrong: the page's id, and the line's number from 1.
    """
    count: Counter[str] = Counter()
    for record in records:
        text, spans = text_of_lines(record)
        flags = [
            (_place(finding.span), LEVELS.index(finding.confidence))
            for finding in newslint.check(text, select="chrome", min_confidence="low")
        ]
        for n, ((_, label, scored), at) in enumerate(zip(record["lines"], spans, strict=True), 1):
            if (record["id"], n) in mistaken:
                continue
            level = max((level for flag, level in flags if _overlap(at, flag)), default=-1)
            kinds = ["title"] if label in ("headline", "deck") else []
            kinds += ["chrome" if label == "chrome" else "body"] if scored else []
            for kind in kinds:
                count[kind] += 1
                for name in LEVELS[: level + 1]:
                    count[f"{kind} at {name}"] += 1
    return count


def findings(records: Iterable[Record]) -> Counter[str]:
    """Findings at defaults that a reader judged, and quotations that nobody is named as saying.

    What only a run over several stories says is left out, as each story is checked by itself.
    """
    count: Counter[str] = Counter()
    for record in records:
        story = newslint.read(record["text"], path=_name(record))
        found = newslint.check(story)
        count["stories"] += 1
        lines: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in found:
            lines[newslint.locate(finding, story).place.start.line].append(finding)
        right = {(v["rule"], v["line"]) for v in record["verdicts"] if v["verdict"] == "RIGHT"}
        for line, here in lines.items():
            count["unattributed"] += sum(f.rule == "unattributed-quote" and (f.rule, line) not in right for f in here)
        for verdict in record["verdicts"]:
            if verdict["rule"] != "repeated-line":
                _judge(count, verdict, lines[verdict["line"]])
    return count


def _judge(count: Counter[str], verdict: Record, here: Sequence[Finding]) -> None:
    same = [finding for finding in here if finding.rule == verdict["rule"]]
    count[verdict["verdict"]] += 1
    said = bool(here) if verdict["verdict"] == "RIGHT" else bool(same)
    count[f"{verdict['verdict']}, said"] += said
    for finding in same:
        count[f"{verdict['verdict']} at {finding.confidence}"] += 1
    if verdict["fix"].startswith("wrong"):
        count["wrong fix, safe"] += any(fix.safety == "safe" for finding in same for fix in finding.fixes)


def figures(counted: Iterable[Counts]) -> dict[str, float]:
    """The figures of several houses together, by name."""
    total: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for counts in counted:
        for name, count in counts.items():
            total[name].update(count)
    return {name: value for name, value in _figures(total).items() if value is not None}


def _figures(of: Mapping[str, Counter[str]]) -> dict[str, float | None]:
    quotes, names, pages, read = of["quotes"], of["names"], of["residue"], of["copy"]
    us, british, plants = of["plants"], of["british plants"], of["name plants"]
    precision, recall = _share(quotes["hit"], quotes["told"]), _share(quotes["hit"], quotes["gold"])
    f1 = 2 * precision * recall / (precision + recall) if precision and recall else None
    all_names = names["real"] + names["false"] + names["unread"]
    residue, body = pages["chrome at medium"], pages["body at medium"]
    by_level = {level: _right(level, names, read) for level in ("high", "medium")}
    return {
        "unattributed-quote, flags per 100 edited stories": _share(100 * quotes["flags"], quotes["stories"]),
        "unattributed-quote, not called right, per 100 stories of copy": _share(
            100 * read["unattributed"], read["stories"]
        ),
        "speaker cut out, found": _share(us["cut, flagged"], us["cut"]),
        "flagged though still cued": _share(us["cued, flagged"], us["cued"]),
        "speaker cut out, found, British": _share(british["cut, flagged"], british["cut"]),
        "flagged though still cued, British": _share(british["cued, flagged"], british["cued"]),
        "speaker right": _share(quotes["speaker"], quotes["attributed"]),
        "quotations, F1 of exact spans": f1,
        "names, slips of a letter found": _share(plants["typo, found"], plants["typo"]),
        "names, other spellings found": _share(plants["variant, found"], plants["variant"]),
        "names, published misspellings found": _share(names["published, found"], names["published"]),
        "names, flags that are right": _share(names["real"], all_names),
        "names, false flags per 100 stories": _share(100 * (names["false"] + names["unread"]), names["stories"]),
        "residue, lines that are": _share(residue, residue + body),
        "residue, lines found": _share(residue, pages["chrome"]),
        "residue, false per 1,000 body lines": _share(1000 * body, pages["body"]),
        "residue, headlines and decks flagged": _share(pages["title at medium"], pages["title"]),
        "copy, wrong findings still said": _share(read["WRONG, said"], read["WRONG"]),
        "copy, right findings still said": _share(read["RIGHT, said"], read["RIGHT"]),
        "copy, wrong fixes still safe": float(read["wrong fix, safe"]) if read["stories"] else None,
        "right at high confidence": by_level["high"],
        "right at medium confidence": by_level["medium"],
    }


def _right(level: str, names: Counter[str], read: Counter[str]) -> float | None:
    right = names[f"real at {level}"] + read[f"RIGHT at {level}"]
    wrong = names[f"false at {level}"] + names[f"unread at {level}"] + read[f"WRONG at {level}"]
    return _share(right, right + wrong)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _name(record: Record) -> str:
    return f"story{record.get('suffix', '.txt')}"


def _place(span: Any) -> Place:
    return span.start, span.end


def _places(found: Iterable[Finding]) -> list[Place]:
    return [_place(finding.span) for finding in found]


def _overlap(a: Sequence[int], b: Sequence[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _touched(at: Sequence[int], places: Iterable[Sequence[int]]) -> bool:
    return any(_overlap(at, place) for place in places)
