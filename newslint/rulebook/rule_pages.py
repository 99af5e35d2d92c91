"""The list of rules, and each rule's page, as people read them; made from what the rules say about themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from newslint.base.environment import Plugin
from newslint.base.typed import Any
from newslint.model.rule import Evidence, Example, Rule, SetIn
from newslint.reporters.human import count

WIDTH = 88
_MOST_LINES = 20  # of an example
VERDICTS = ("bad", "good", "known-false")


def as_data(rule: Rule, on: bool | None = None) -> dict[str, Any]:
    """A rule's metadata as plain data (`newslint rules --format json`)."""
    return {
        "id": rule.id,
        "topic": rule.topic,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "status": rule.status,
        "default": rule.default,
        "on": rule.default if on is None else on,
        "kind": rule.kind,
        "family": rule.family,
        "finds": what_it_finds(rule),
        "message": rule.message,
        "why": rule.why,
        "options": {name: _plain(option.default) for name, option in rule.options().items()},
        "style": {"axis": rule.axis, "forms": list(getattr(rule, "forms", ()))} if rule.axis else None,
        "evidence": evidence_data(rule.evidence),
        "source": rule.source,
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def evidence_data(evidence: Evidence | None) -> dict[str, Any] | None:
    """Evidence as plain data, in the shape rule files give it."""
    if evidence is None:
        return None
    found: dict[str, Any] = {
        "edited": {"stories": evidence.stories, "hits": evidence.hits, "wrong": evidence.wrong},
    }
    if evidence.cases:
        found["faults"] = {"cases": evidence.cases, "found": evidence.found, "on": evidence.on}
    if evidence.pages:
        found["pages"] = {"pages": evidence.pages, "hits": evidence.page_hits, "wrong": evidence.page_wrong}
    return found


def rule_list(rules: Iterable[tuple[Rule, bool]]) -> Iterator[str]:
    """A line for each rule, by topic; rules that are off are marked so."""
    listed = sorted(rules, key=lambda pair: (pair[0].topic, pair[0].id))
    width = max((len(rule.id) for rule, _ in listed), default=0)
    topic = ""
    for rule, on in listed:
        if rule.topic != topic:
            topic = rule.topic
            yield f"{topic}:"
        state = rule.severity if on else "off"
        yield f"  {rule.id:{width}} {state:8} {what_it_finds(rule)}"


def what_it_finds(rule: Rule) -> str:
    """What a rule finds, on one line; where its author does not say, the first sentence of its reason."""
    return rule.finds or _first_sentence(rule.why or rule.message)


def _first_sentence(text: str) -> str:
    head = text.split(". ")[0].rstrip(".")
    return head if len(head) <= WIDTH else head[: WIDTH - 1].rstrip() + "…"


def rule_page(rule: Rule, owner: Plugin | None = None) -> Iterator[str]:
    """Everything that `newslint explain` says about a rule, line by line."""
    default = f"{rule.severity}, on by default" if rule.default else f"{rule.severity}, off by default"
    origin = f"; from plugin {owner.name} {owner.version}" if owner else ""
    yield f"{rule.id} ({rule.topic}; {default}; confidence {rule.confidence}; {rule.status}{origin})"
    yield ""
    yield _filled(f"What it finds: {what_it_finds(rule)}")
    yield _filled(f"What it says: {rule.message}")
    yield ""
    yield _filled(f"Why: {rule.why}")
    yield from _options(rule)
    yield from _examples(rule)
    yield from _evidence(rule)
    if rule.source:
        yield f"\nSource: {rule.source}"
    yield f"\nTo switch it {'off' if rule.default else 'on'}, in newslint.yaml:\n"
    yield f"    rules: {{{rule.id}: {'off' if rule.default else 'on'}}}"


def _filled(text: str, indent: str = "", hanging: str = "") -> str:
    """A line of text as several short ones: words are parted at spaces only."""
    return fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _options(rule: Rule) -> Iterator[str]:
    options = rule.options()
    if options:
        yield "\nOptions:"
    for name, option in options.items():
        yield _filled(f"{name} (default {_shown(option.default)}): {option.help}", "  ", "  ")
    forms: tuple[str, ...] = getattr(rule, "forms", ())
    if rule.axis:
        yield "\n" + _filled(f"House style: style: {{{rule.axis}: …}}, one of {', '.join(forms) or 'any text'}")


def _shown(value: Any) -> str:
    """A value as newslint.yaml writes it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"[{', '.join(map(str, value))}]" if isinstance(value, (tuple, list)) else str(value)


def _examples(rule: Rule) -> Iterator[str]:
    """Bad examples, then good ones, then known false alarms: each with a number and what to see in it."""
    order = [example for verdict in VERDICTS for example in rule.examples if example.verdict == verdict]
    for n, example in enumerate(order, 1):
        yield "\n" + _filled(f"Example {n}: {_verdict_of(example)}", hanging="    ")
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    """An example's text, message and text after the fix; of one set into a host story only what is set in."""
    part = example.set_in
    if part:
        yield f"  {_capitalised(place_of(part))}:"
    yield _story(part.lines if part and part.lines else example.text)
    if example.message:
        yield _filled(f"  It says: {example.message}", hanging="    ")
    fixed = part.fixed if part else example.fixed
    if part and fixed == "":
        yield "  After the fix: the story without these lines"
    elif fixed is not None:
        yield "  After the fix:"
        yield _story(fixed)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def place_of(part: SetIn) -> str:
    """Where an example's lines stand in a host story, in words."""
    if not part.lines:
        return f"the story “{part.host}” as it stands"
    place = {"head": "at the head", "middle": "in the middle", "foot": "at the foot"}[part.at]
    return f"{place} of the story “{part.host}”"


def _verdict_of(example: Example) -> str:
    """What a rule does in an example, under which settings, and the author's note."""
    said = "finds nothing"
    if example.verdict != "good":
        said = "finds what is in [[ ]]" + (" and points to what is in (( ))" if "((" in example.text else "")
    if example.verdict == "known-false":
        said += ", wrongly (a known false alarm)"
    settings = [f"{key}: {_shown(value)}" for key, value in {**example.options, **example.style}.items()]
    said += f", with {', '.join(settings)}" if settings else ""
    said += f", in {example.file}" if example.file else ""
    return said + (f" ({example.note.rstrip('.')})" if example.note else "")


def _story(text: str) -> str:
    """An example's text, indented; a long one is cut off."""
    lines = text.strip("\n").splitlines() or [""]
    shown = [_filled(line, "    ", "  ") if line.strip() else "" for line in lines[:_MOST_LINES]]
    cut = len(lines) - _MOST_LINES
    return "\n".join([*shown, f"    … ({cut} more lines)"] if cut > 0 else shown)


def _evidence(rule: Rule) -> Iterator[str]:
    told = list(evidence_lines(rule))
    if told:
        yield "\nEvidence:"
        yield from (_filled(line, "  ", "  ") for line in told)


def evidence_lines(rule: Rule) -> Iterator[str]:
    """What a rule did on real stories, a line each."""
    evidence = rule.evidence
    if not evidence:
        return
    if evidence.stories:
        hits = count(evidence.hits, "hit", "hits")
        yield f"{hits} in {evidence.stories:,} edited stories, {evidence.wrong} of them wrong"
    if evidence.pages:
        lines = f"{evidence.page_hits} lines hit on {evidence.pages} whole news pages"
        yield f"{lines}, {evidence.page_wrong} of them wrong"
    if evidence.cases:
        yield f"{evidence.found} of {evidence.cases} faults found ({evidence.on})"


def rules_markdown(rules: Iterable[Rule]) -> str:
    """A Markdown page of rules: a table by topic, then a section for each."""
    found = sorted(rules, key=lambda rule: (rule.topic, rule.id))
    lines = [
        "# Rules",
        "",
        "Printed from the rules themselves by `make docs`; `newslint explain RULE` prints one of these sections.",
        "",
    ]
    lines += ["| rule | topic | default | what it finds |", "|---|---|---|---|"]
    for rule in found:
        default = rule.severity if rule.default else "off"
        lines.append(f"| [{rule.id}](#{rule.id}) | {rule.topic} | {default} | {what_it_finds(rule)} |")
    for rule in found:
        head, *rest = rule_page(rule)
        body = "\n".join(rest)
        lines += ["", f"## {rule.id}", "", head.partition(" ")[2].strip("()"), "", "```text", body.strip("\n"), "```"]
    return "\n".join(lines) + "\n"
