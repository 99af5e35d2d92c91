"""What newslint has learnt from labelled stories, and how each is learnt anew without some houses and tried out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import fit_names
import fit_roles
import fit_speech
import fit_whose
import speech_examples
from sets import rows

from newslint.analyses.names import _weights as of_names
from newslint.analyses.quotes import _weights as of_speech
from newslint.analyses.quotes import _whose_weights as of_whose
from newslint.analyses.roles import _weights as of_roles

KEPT = "planted_quotes.json"  # beside the file with what was read before


class Learner(NamedTuple):
    """The module that keeps some weights as `LEARNT`, and what learns them from all houses but these."""

    module: ModuleType
    learn: Callable[[Collection[str]], Any]

    @contextmanager
    def without(self, houses: Collection[str]) -> Iterator[None]:
        """Let newslint go by weights that were learnt without these houses."""
        kept = self.module.LEARNT
        learnt = self.learn(houses)
        _put(kept, learnt)
        try:
            yield
        finally:
            _put(learnt, kept)


def _put(kept: Any, learnt: Any) -> None:
    """Put other weights in every place that holds some: names of modules, and what functions take by default."""
    for name, module in list(sys.modules.items()):
        if not name.startswith("newslint.analyses."):
            continue
        for owner in (module, *(each for each in vars(module).values() if isinstance(each, type))):
            for key, value in list(vars(owner).items()):
                if value is kept:
                    setattr(owner, key, learnt)
                elif isinstance(value, FunctionType) and any(each is kept for each in value.__defaults__ or ()):
                    defaults = value.__defaults__ or ()
                    value.__defaults__ = tuple(learnt if each is kept else each for each in defaults)


def learners(data: Path, read: Path) -> list[Learner]:
    """Everything that is learnt, from the sets in a folder; `read` names labels that are wrong and flags judged."""
    names_read = json.loads(read.read_text(encoding="utf-8"))["names"]
    file = {name: str(data / f"{name}.jsonl.gz") for name in _FILES}
    pages = fit_roles.material(file["chrome"], file["news"], file["copy"], str(read))
    edited = speech_examples.read_edited([file["quotes"], file["news"], file["copy"]])
    planted = speech_examples.read_planted([file["quotes_planted"], file["quotes_planted_uk"]])
    kept = speech_examples.read_kept(str(read.with_name(KEPT)), [file["quotes"], file["news"], file["copy"]])
    quoted = [
        *speech_examples.examples(edited, kept),
        *speech_examples.of_plants(planted),
        *speech_examples.of_kept(kept),
    ]
    marked = [each for record in rows(file["quotes"]) for each in fit_whose.sentences(record)]
    pairs = [*fit_names.edited(file["news"], names_read), *fit_names.first_names(file["news"])]
    pairs += [*fit_names.planted(file["names_planted"]), *fit_names.copy(file["copy"], names_read)]
    return [
        Learner(of_roles, lambda houses: fit_roles.settled(pages, _sites(houses))),
        Learner(of_speech, _of_one(lambda one: fit_speech.settled(quoted, one))),
        Learner(of_whose, _of_one(lambda one: fit_whose.learn(marked, one))),
        Learner(of_names, _of_one(lambda one: fit_names.learn(pairs, one))),
    ]


_FILES = ("chrome", "news", "copy", "quotes", "quotes_planted", "quotes_planted_uk", "names_planted")


def _sites(houses: Collection[str]) -> frozenset[str]:
    """The names that fit_roles has for houses: outlets and groups stand there with what they publish."""
    return frozenset(f"{kind}{each}" for each in houses for kind in ("", "stories:", "copy:"))


def _of_one(learn: Callable[[str], Any]) -> Callable[[Collection[str]], Any]:
    """What learns without one house, for several: those tools know no sites, and leave out a single house."""
    kept = cache(learn)
    return lambda houses: kept(next(iter(houses)) if len(houses) == 1 else "")
