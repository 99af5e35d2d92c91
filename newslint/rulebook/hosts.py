"""Host stories: whole stories into which rules' examples set a few lines, so that no rule file repeats them."""

from __future__ import annotations

import os

from newslint.base.environment import rules_folder
from newslint.base.errors import RuleError, near_miss
from newslint.base.schema import Where

PLACES = ("head", "middle", "foot")  # above the headline, halfway down, below the last paragraph
ENDING = ".story"  # and not .txt, lest a check of the folder takes them for stories of the house


class Hosts:
    """The host stories that rule files name, each read once.

    One stands in a folder `hosts` beside the rule file or beside the file's folder, or among newslint's own.
    """

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}  # by the rule file's folder and the host's name

    def text_of(self, name: str, where: Where) -> str:
        """The host story of this name for the rule file of `where`; raises the error of `where` with a near miss."""
        key = (os.path.dirname(os.path.abspath(where.file)), name)
        if key not in self._texts:
            self._texts[key] = _read(_path_of(*key, where))
        return self._texts[key]


def _folders(beside: str) -> list[str]:
    """Where hosts may stand for rule files of a folder, the nearest first."""
    return [os.path.join(place, "hosts") for place in (beside, os.path.dirname(beside), rules_folder())]


def _path_of(beside: str, name: str, where: Where) -> str:
    if os.path.basename(name) == name:  # a name, not a way into some other folder
        for folder in _folders(beside):
            path = os.path.join(folder, name + ENDING)
            if os.path.isfile(path):
                return path
    listed = [file for folder in _folders(beside) if os.path.isdir(folder) for file in os.listdir(folder)]
    known = {file.removesuffix(ENDING) for file in listed if file.endswith(ENDING)}
    raise where.wrong(f"there is no host story “{name}” (hosts/{name}{ENDING})", near_miss(name, known))


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"the host story cannot be read: {error}", path) from None
    if not text.strip():
        raise RuleError("the host story is empty", path)
    return text


def set_into(host: str, lines: str, at: str) -> str:
    """A host story with lines set in as paragraphs of their own; without lines, the story itself."""
    paragraphs = host.strip("\n").split("\n\n")
    place = {"head": 0, "middle": (len(paragraphs) + 1) // 2, "foot": len(paragraphs)}[at]
    if lines.strip():
        paragraphs.insert(place, lines.strip("\n"))
    return "\n\n".join(paragraphs) + "\n"


def unmarked(lines: str) -> str:
    """The paragraphs that are left of an example's lines without what `[[…]]` marks."""
    kept = "".join(part.rpartition("]]")[2] for part in f"]]{lines}".split("[["))
    kept = kept.replace("((", "").replace("))", "")
    return "\n\n".join(part.strip("\n") for part in kept.split("\n\n") if part.strip())
