"""What Vale's rules cost: CPU seconds of whole processes over many stories, for invented styles; beside Vale itself.

    python benchmarks/vale_speed.py [--count 2000] [--rounds 5] [--vale CMD] [--smoke]

Each style is of one sort of rule: lists of words, pairs of words, patterns that look round themselves, and rules that
ask for sentences. One word of each rule is taken from the stories, so that there is something to tell of; the others
are made up, for most words of real styles stand in few stories. `none` is the same stories with no rule on: what is
above it is what the rules cost.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import invented
from measure import Broken, Task, cpu, interleaved

ROOT = Path(__file__).resolve().parent.parent
RULES, WORDS = 25, 20  # rules of a style, and the words of each
_SYLLABLES = (
    "ba",
    "con",
    "de",
    "er",
    "fi",
    "ga",
    "in",
    "lo",
    "men",
    "nu",
    "or",
    "pre",
    "ra",
    "si",
    "tion",
    "un",
    "ver",
)
_WORD = re.compile(r"\b[a-z]{4,}\b")
_INI = "StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.txt]\nBasedOnStyles = {styles}\n"


def rules(kind: str, words: Sequence[str], chance: random.Random) -> Iterator[str]:
    """The rule files of an invented style, as text; the same for the same words and chance."""
    for _ in range(RULES):
        made = ["".join(chance.sample(_SYLLABLES, 4)) for _ in range(WORDS - 1)]
        some = list(dict.fromkeys([chance.choice(words), *made]))
        listed = ", ".join(some)
        if kind == "Words":
            yield f"extends: existence\nmessage: \"Avoid '%s'.\"\nignorecase: true\ntokens: [{listed}]\n"
        elif kind == "Pairs":
            pairs = "".join(f"  {a}: {b}\n" for a, b in zip(some, reversed(some), strict=True) if a != b)
            yield f"extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nswap:\n{pairs}"
        elif kind == "Patterns":
            parts = "".join(f"  - '(?<!the ){word}(?:s|es|ed)?(?= [a-z]+)'\n" for word in some)
            yield f"extends: existence\nmessage: \"Look at '%s'.\"\ntokens:\n{parts}"
        else:
            yield (
                f'extends: occurrence\nmessage: "Too many."\nscope: sentence\nmax: 1\n'
                f"token: '\\b(?:{'|'.join(some)})\\b'\n"
            )


STYLES = ("Words", "Pairs", "Patterns", "Sentences")


def prepare(folder: Path, count: int, seed: int) -> None:
    """Write so many stories and the styles, with a configuration for each and for all below `folder`."""
    texts = [story.text for story in invented.stories(count, seed)]
    (folder / "stories").mkdir()
    for number, text in enumerate(texts):
        (folder / "stories" / f"{number:06}.txt").write_text(text, encoding="utf-8", newline="")
    words = sorted({word for text in texts[:50] for word in _WORD.findall(text)})
    for kind in STYLES:
        (folder / "styles" / kind).mkdir(parents=True)
        for number, text in enumerate(rules(kind, words, random.Random(f"{seed} {kind}"))):
            (folder / "styles" / kind / f"Rule{number}.yml").write_text(text, encoding="utf-8")
    for name, styles in sets().items():
        vale = f"vale: {{styles-path: styles, based-on: [{', '.join(styles)}]}}\n" if styles else ""
        (folder / f"{name}.yaml").write_text(f"{vale}rules: {{all: off}}\n", encoding="utf-8")
        (folder / f"{name}.ini").write_text(_INI.format(styles=", ".join(styles)), encoding="utf-8")


def sets() -> Mapping[str, Sequence[str]]:
    """The styles that are on together, by the name of the row."""
    return {"none": (), **{kind: (kind,) for kind in STYLES}, "all": STYLES}


def tasks(folder: Path, newslint: Sequence[str], vale: Sequence[str]) -> Iterator[tuple[str, Task]]:
    """The commands to measure, by what they are called in the table."""
    for name in sets():
        check = [*newslint, "check", "--jobs", "1", "--no-cache", "--min-confidence", "low", "--format", "concise"]
        command = [*check, "--config", str(folder / f"{name}.yaml"), str(folder / "stories")]
        yield f"newslint {name}", Task(command, environment={"NEWSLINT_PLUGINS": ""})
        if vale and name != "none":
            command = [*vale, "--no-exit", "--output=line", f"--config={folder / f'{name}.ini'}"]
            yield f"Vale {name}", Task([*command, str(folder / "stories")])


def main(given: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for, and print a row for each. Gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=2000, metavar="N", help="stories (default 2000)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="measured runs of each (default 5)")
    parser.add_argument("--seed", type=int, default=1, help="of the stories and the styles (default 1)")
    parser.add_argument(
        "--newslint", default=f"{sys.executable} -m newslint", metavar="CMD", help="the newslint to run"
    )
    parser.add_argument(
        "--vale", default=shutil.which("vale") or "", metavar="CMD", help="default: on the path, if any"
    )
    parser.add_argument("--smoke", action="store_true", help="a tiny size, to see that it works")
    arguments = parser.parse_args(given)
    if not hasattr(os, "wait4"):
        print("this system does not tell what a process cost (no os.wait4)", file=sys.stderr)
        return 2
    count, rounds = (6, 1) if arguments.smoke else (arguments.count, arguments.rounds)
    with tempfile.TemporaryDirectory(prefix="newslint-benchmarks-") as made:
        folder = Path(made)
        prepare(folder, count, arguments.seed)
        measured = dict(tasks(folder, shlex.split(arguments.newslint), shlex.split(arguments.vale)))
        try:
            costs = interleaved(measured, rounds)
        except Broken as error:
            print(error, file=sys.stderr)
            return 2
    print(f"{count:,} stories, {RULES} rules a style; medians of {rounds}\n")
    print("| styles | CPU s | ms a story |\n|---|---|---|")
    for name, each in costs.items():
        print(f"| {name} | {cpu(each):.2f} | {1000 * cpu(each) / count:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
