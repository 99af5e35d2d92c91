"""Requests to ignore findings that do nothing, or no longer do; the engine, which applies them, knows which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from newslint.base.errors import near_miss
from newslint.base.text import Span
from newslint.model.finding import Finding
from newslint.model.ignores import ALL, Ignore
from newslint.model.rule import Bad, Good, Option, Rule
from newslint.model.story import Story


class UnusedIgnore(Rule):
    """A request that outlives its reason hides the next real fault in the same place.

    One with a last day (`until 2027-01-31`) holds through that day and is reported afterwards; one that newslint
    does not understand is reported and has no effect. A region (`newslint: off`) that nothing ends (`newslint: on`)
    holds to the end of the story and is reported too.
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
            message="“why” is not understood here: write reason, until or words",
        ),
        Bad(
            "---\ntitle: Bridge closes\n---\n\nIt closed.\n\n[[<!-- newslint: on -->]]\n",
            format="markdown",
            message="nothing is switched off before this: delete it, or write “newslint: off” where it begins",
        ),
        Bad(
            '---\ntitle: Bridge closes\n---\n\n[[<!-- newslint: ignore unused-ignore "so so": x -->]]\n\nIt.\n',
            format="markdown",
            message="“unused-ignore” does not mark “so so” here: delete the request to ignore it",
        ),
        Good("---\ntitle: Bridge closes\n---\n\nThe bridge closed.\n", format="markdown"),
    )

    def check(self, story: Story) -> Iterator[Finding]:
        """Nothing: only what all other rules have found tells which requests are idle."""
        yield from ()

    def judge_ignores(self, unused: Iterable[Ignore], known: Collection[str]) -> Iterator[Finding]:
        """One finding for each idle or unknown name; `known` are all rules, topics and former names."""
        for ignore in unused:
            words = " or ".join(f"“{word}”" for word in ignore.words)
            for name in ignore.rules:
                if name not in known:
                    said = f"“{name}” is not a rule or topic: {near_miss(name, known)}"
                elif words:
                    said = f"“{name}” does not mark {words} here: delete the request to ignore it"
                elif name == ALL:
                    said = "nothing is found here: delete the request to ignore it"
                else:
                    said = f"“{name}” is not found here: delete the request to ignore it"
                yield self.finding(ignore.at, said)
            if not ignore.rules:
                yield self.finding(ignore.at, f"{words} is not marked here: delete it from the request")

    def judge_requests(
        self, asked: Iterable[Ignore], holding: Iterable[Ignore], unused: Iterable[Ignore]
    ) -> Iterator[Finding]:
        """One finding for each request that is not heard, or gives no reason where one is wanted."""
        told, held = {ignore.at for ignore in unused}, set(holding)
        said = dict.fromkeys((ignore.at, self._said_of(ignore, ignore in held, told)) for ignore in asked)
        yield from (
            self.finding(at, message) for at, message in said if message
        )  # once of a request with several ends

    def _said_of(self, ignore: Ignore, holds: bool, told: Collection[Span]) -> str:
        """What is wrong with a request, if anything."""
        if ignore.fault:
            return ignore.fault
        if not holds:
            return (
                f"this request ended on {ignore.until}: delete it, or give it a later date if its reason still holds"
            )
        if ignore.doubt:
            return ignore.doubt
        if self.require_reason and not ignore.reason and ignore.at not in told:
            return "this request gives no reason: say why, for the next person who reads the story"
        return ""
