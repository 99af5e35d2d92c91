"""A request to leave a finding alone that no finding needs; the engine, which applies them, tells which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newslint.errors import near_miss
from newslint.finding import Finding
from newslint.ignores import Ignore
from newslint.rule import Bad, Good, Rule


class UnusedIgnore(Rule):
    """A request that outlives its reason hides the next real fault in the same place."""

    id = "unused-ignore"
    topic = "metadata"
    severity = "note"
    confidence = "high"
    message = "this asks newslint to ignore something that it does not find here"
    in_quotes = "both"
    examples = (
        Bad(
            "---\ntitle: Bridge closes\n---\n\n[[<!-- newslint: ignore unused-ignore -->]]\n\nThe bridge closed.\n",
            format="markdown",
            message="“unused-ignore” is to be ignored here, but nothing of the kind is found: take the request out",
        ),
        Bad(
            "---\ntitle: Bridge closes\nnewslint: {ignore: {[[unused-ignor]]: typo}}\n---\n\nThe bridge closed.\n",
            format="markdown",
            message="“unused-ignor” is no rule or topic: did you mean “unused-ignore”?",
        ),
        Good("---\ntitle: Bridge closes\n---\n\nThe bridge closed.\n", format="markdown"),
    )

    def judge_ignores(self, unused: Iterable[Ignore], known: Collection[str]) -> Iterator[Finding]:
        """One finding for each idle or unknown name; `known` are all rules, topics and former names."""
        for ignore in unused:
            for name in ignore.rules:
                if name in known:
                    said = f"“{name}” is to be ignored here, but nothing of the kind is found: take the request out"
                else:
                    said = f"“{name}” is no rule or topic: {near_miss(name, known)}"
                yield self.finding(ignore.at, said)
