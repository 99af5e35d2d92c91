"""Requests to ignore findings that do nothing, or no longer do; the engine, which applies them, knows which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newslint.base.errors import near_miss
from newslint.model.finding import Finding
from newslint.model.ignores import Ignore
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story


class UnusedIgnore(Rule):
    """A request that outlives its reason hides the next real fault in the same place.

    One with a last day (`until 2027-01-31`) holds through that day and is reported afterwards; one that newslint
    does not understand is reported and has no effect.
    """

    id = "unused-ignore"
    topic = "metadata"
    finds = "A request to ignore a finding that does nothing, or no longer does"
    severity = "note"
    confidence = "high"
    message = "this request does nothing: what it asks newslint to ignore is not found here"
    in_quotes = "both"
    require_reason = Option(False, "also report requests that give no reason")
    examples = (
        Bad(
            "---\ntitle: Bridge closes\n---\n\n[[<!-- newslint: ignore unused-ignore -->]]\n\nThe bridge closed.\n",
            format="markdown",
            message="“unused-ignore” is not found here: delete the request to ignore it",
        ),
        Bad(
            "---\ntitle: Bridge closes\nnewslint: {ignore: {[[unused-ignor]]: typo}}\n---\n\nThe bridge closed.\n",
            format="markdown",
            message="“unused-ignor” is not a rule or topic: did you mean “unused-ignore”?",
        ),
        Bad(
            "---\ntitle: Bridge closes\n---\n\n[[<!-- newslint: ignore repeated-word until 2020-01-31 -->]]\n\n"
            "The bridge closed.\n",
            format="markdown",
            message="this request ended on 2020-01-31: delete it, or give it a later date if its reason still holds",
        ),
        Bad(
            "---\ntitle: Bridge closes\n---\n\n[[<!-- newslint: ignore repeated-word until spring: a song -->]]\n\n"
            "The bridge closed.\n",
            format="markdown",
            message="“spring” is not a date: write it as in “until 2027-01-31”",
        ),
        Bad(
            "---\ntitle: Bridge closes\n---\n\n[[<!-- newslint: ignroe repeated-word: a song -->]]\n\nIt closed.\n",
            format="markdown",
            message="“ignroe” is nothing that newslint does: write it as in “newslint: ignore repeated-word”",
        ),
        Bad(
            "---\ntitle: Bridge closes\n---\n\n[[<!-- newslint disable repeated-word -->]]\n\nIt closed.\n",
            format="markdown",
            message="“disable” is nothing that newslint does: write it as in “newslint: ignore repeated-word”",
        ),
        Bad(
            "---\ntitle: Bridge closes\n---\n\n[[<!-- newslint: ignore -->]]\n\nIt closed.\n",
            format="markdown",
            message="this request names no rule: say which, or “all”, as in “newslint: ignore repeated-word”",
        ),
        Good("---\ntitle: Bridge closes\n---\n\n`<!-- newslint: ignroe -->` is a comment.\n", format="markdown"),
        Bad(
            "---\ntitle: Bridge closes\nnewslint: {ignore: {[[repeated-word]]: {why: a song}}}\n---\n\nIt closed.\n",
            format="markdown",
            message="“why” is not understood here: write reason or until",
        ),
        Good("---\ntitle: Bridge closes\n---\n\nThe bridge closed.\n", format="markdown"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """Nothing: only what all other rules have found tells which requests are idle."""
        yield from ()

    def judge_ignores(self, unused: Iterable[Ignore], known: Collection[str]) -> Iterator[Finding]:
        """One finding for each idle or unknown name; `known` are all rules, topics and former names."""
        for ignore in unused:
            for name in ignore.rules:
                if name in known:
                    said = f"“{name}” is not found here: delete the request to ignore it"
                else:
                    said = f"“{name}” is not a rule or topic: {near_miss(name, known)}"
                yield self.finding(ignore.at, said)

    def judge_requests(
        self, asked: Iterable[Ignore], holding: Iterable[Ignore], unused: Iterable[Ignore]
    ) -> Iterator[Finding]:
        """One finding for each request that is not heard, or gives no reason where one is wanted."""
        told, held = {ignore.at for ignore in unused}, set(holding)
        for ignore in asked:
            if ignore.fault:
                yield self.finding(ignore.at, ignore.fault)
            elif ignore not in held:
                said = "delete it, or give it a later date if its reason still holds"
                yield self.finding(ignore.at, f"this request ended on {ignore.until}: {said}")
            elif self.require_reason and not ignore.reason and ignore.at not in told:
                yield self.finding(
                    ignore.at, "this request gives no reason: say why, for the next person who reads the story"
                )
