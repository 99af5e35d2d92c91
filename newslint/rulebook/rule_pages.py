"""Prints rules for people: the list, and one rule's page, from the rules' own metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill
from typing import Any

from newslint.base.environment import Plugin
from newslint.model.rule import Evidence, Example, Rule, SetIn

WIDTH = 88


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
    """A line a rule, by topic; rules that are off are marked so."""
    topic = ""
    for rule, on in sorted(rules, key=lambda pair: (pair[0].topic, pair[0].id)):
        if rule.topic != topic:
            topic = rule.topic
            yield f"{topic}:"
        state = rule.severity if on else "off"
        yield f"  {rule.id:26} {state:8} {first_sentence(rule.why)}"


def first_sentence(text: str) -> str:
    """The first sentence of a reason, cut to a line."""
    head = text.split(". ")[0].rstrip(".")
    return head if len(head) <= 90 else head[:89].rstrip() + "…"


def rule_page(rule: Rule, owner: Plugin | None = None) -> Iterator[str]:
    """Everything `newslint explain` says of a rule."""
    default = f"{rule.severity}, on by default" if rule.default else f"{rule.severity}, off by default"
    origin = f"; from plugin {owner.name} {owner.version}" if owner else ""
    yield f"{rule.id} ({rule.topic}; {default}; confidence {rule.confidence}; {rule.status}{origin})"
    yield ""
    yield f"What it says: {rule.message}"
    yield ""
    yield fill(rule.why, WIDTH)
    yield from _options(rule)
    yield from _examples(rule)
    yield from _evidence(rule)
    if rule.source:
        yield f"\nSource: {rule.source}"
    yield "\nTo switch it off, in newslint.yaml:\n"
    yield f"    rules: {{{rule.id}: off}}"


def _options(rule: Rule) -> Iterator[str]:
    options = rule.options()
    if options:
        yield "\nOptions:"
    for name, option in options.items():
        yield f"  {name} (default {_plain(option.default)!r}): {option.help}"
    forms: tuple[str, ...] = getattr(rule, "forms", ())
    if rule.axis:
        yield f"\nHouse style: style: {{{rule.axis}: …}}, one of {', '.join(forms) or 'any text'}"


def _examples(rule: Rule) -> Iterator[str]:
    titles = {
        "bad": "It finds what stands in [[ ]]:",
        "good": "It finds nothing in:",
        "known-false": "Known false alarms:",
    }
    for verdict, title in titles.items():
        chosen = [example for example in rule.examples if example.verdict == verdict]
        if chosen:
            yield f"\n{title}"
        for example in chosen:
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    part = example.set_in
    said = _settings(example.options, example.style) + (f"  {place_of(part)}:\n" if part else "")
    note = f"   ({example.note.rstrip('.')})" if example.note else ""
    yield f"{said}{_indent(part.lines if part and part.lines else example.text)}{note}"
    fixed = part.fixed if part else example.fixed
    if part and fixed == "":
        yield "  after the fix: the story without these lines"
    elif fixed is not None:
        yield f"  after the fix:\n{_indent(fixed)}"


def place_of(part: SetIn) -> str:
    """Where an example's lines stand in a host story, in words."""
    if not part.lines:
        return f"the story “{part.host}” as it stands"
    place = {"head": "at the head", "middle": "in the middle", "foot": "at the foot"}[part.at]
    return f"{place} of the story “{part.host}”"


def _settings(options: Mapping[str, Any], style: Mapping[str, str]) -> str:
    said = [f"{key}: {value}" for key, value in {**options, **style}.items()]
    return f"  with {', '.join(said)}:\n" if said else ""


def _indent(text: str) -> str:
    lines = text.strip("\n").splitlines() or [""]
    shown = lines if len(lines) <= 14 else [*lines[:12], f"… ({len(lines) - 12} more lines)"]
    return "\n".join(f"    {line if len(line) <= 200 else line[:199] + '…'}" for line in shown)


def _evidence(rule: Rule) -> Iterator[str]:
    told = list(evidence_lines(rule))
    if told:
        yield "\nEvidence:"
        yield from (f"  {line}" for line in told)


def evidence_lines(rule: Rule) -> Iterator[str]:
    """What a rule did on real stories, a line each."""
    evidence = rule.evidence
    if not evidence:
        return
    if evidence.stories:
        yield f"{evidence.hits} hits in {evidence.stories:,} edited stories, {evidence.wrong} of them wrong"
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
        "Printed from the rules themselves by `make docs`. `newslint explain RULE` says the same.",
        "",
    ]
    lines += ["| rule | topic | default | what it finds |", "|---|---|---|---|"]
    for rule in found:
        default = rule.severity if rule.default else "off"
        lines.append(f"| [{rule.id}](#{rule.id}) | {rule.topic} | {default} | {first_sentence(rule.why)} |")
    for rule in found:
        head, *rest = rule_page(rule)
        body = "\n".join(rest)
        lines += ["", f"## {rule.id}", "", head.partition(" ")[2].strip("()"), "", "```text", body.strip("\n"), "```"]
    return "\n".join(lines) + "\n"
