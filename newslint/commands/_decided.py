"""How a house's editors decided on each rule's findings, and which rules they might switch off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.base.showing import json_text, showable
from newslint.base.typed import IO
from newslint.server.decisions import LEAST, Acceptance, Decisions

SCHEMA = 1
_ABOUT = (
    "The rate is the share of findings that were accepted; the whole truth lies between the two bounds in 95 cases\n"
    f"of 100. To switch a rule off is proposed from {LEAST} decisions on, where even the higher bound is below half."
)


def write(path: str, stream: IO[str], form: str) -> None:
    """Write each rule's acceptance, for people or as JSON (schema 1); raises NewslintError as `Decisions` does."""
    counted = Decisions(path, must_exist=True).counts()
    proposed = [each.rule for each in counted if each.switch_off]
    if form == "json":
        data = {
            "schema": SCHEMA,
            "rules": [each.as_data() for each in counted],
            "config": {"rules": dict.fromkeys(proposed, "off")},
        }
        stream.write(json_text(data, 1) + "\n")
        return
    stream.writelines(f"{line}\n" for line in (*_table(counted), *_proposal(proposed)))


def _table(counted: Sequence[Acceptance]) -> Iterable[str]:
    if not counted:
        yield "no decision has been made yet"
        return
    width = max(len("rule"), *(len(showable(each.rule)) for each in counted))
    yield f"{'rule':{width}}  accepted  rejected  ignored  rate  95 % bounds"
    for each in counted:
        lower, upper = each.bounds
        yield (
            f"{showable(each.rule):{width}}  {each.accepted:8,}  {each.rejected:8,}  {each.ignored:7,}"
            f"  {each.rate:4.0%}  {lower:.0%} to {upper:.0%}"
        )
    yield ""
    yield _ABOUT


def _proposal(rules: Sequence[str]) -> Iterable[str]:
    if rules:
        yield ""
        yield "Proposed for newslint.yaml:"
        yield ""
        yield "rules:"
        yield from (f"  {showable(rule)}: off" for rule in sorted(rules))
