"""What a Word document's parts are, and which of them name which: relations, and the styles of paragraphs."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from newslint.formats._styles import Style
from newslint.formats._walk import Walk
from newslint.formats._zipped import Zipped

KIND = "Word document"
MAIN = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
)
_OFF = frozenset(("0", "false", "off"))


class Relations(Walk):
    """The parts that a part names, by the last word of their type."""

    def __init__(self, name: str) -> None:
        super().__init__(name, KIND)
        self.found: dict[str, str] = {}
        self.ids: set[str] = set()

    def opens(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Take in a relation that leads to a part of this file."""
        if name.endswith("}Relationship"):
            self.ids.add(attributes.get("Id", ""))
            if attributes.get("TargetMode") != "External":
                self.found.setdefault(attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", ""))
        return False

    def closes(self, name: str) -> None:
        """Nothing."""


class Styles(Walk):
    """The styles of a document."""

    def __init__(self, name: str) -> None:
        super().__init__(name, KIND)
        self.found: dict[str, Style] = {}
        self._id = ""

    def opens(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Take in a style, or what is said of one."""
        space, _, local = name.rpartition("}")
        if space not in MAIN:
            return False
        if local == "style":
            self._id = attribute(attributes, space, "styleId")
            self.found[self._id] = Style("")
        elif style := self.found.get(self._id):
            value = attribute(attributes, space, "val")
            on = value not in _OFF
            if local == "name":
                style = style._replace(name=value)
            elif local == "basedOn":
                style = style._replace(base=value)
            elif local == "numPr":
                style = style._replace(listed=True)
            elif local == "vanish":
                style = style._replace(hidden=on)
            elif local == "b":
                style = style._replace(bold=on)
            self.found[self._id] = style
        return False

    def closes(self, name: str) -> None:
        """Note that a style ends."""
        if name.endswith("}style"):
            self._id = ""


def attribute(attributes: Mapping[str, str], space: str, name: str) -> str:
    """An attribute in the namespace of its element; "" where there is none."""
    return attributes.get(f"{space}}}{name}", "")


def related(zipped: Zipped, part: str) -> Relations:
    """The parts that a part names."""
    folder, name = posixpath.split(part)
    relations = Relations(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data := zipped.read(relations.name):
        relations.walk(data)
    relations.found = {sort: _within(folder, target) for sort, target in relations.found.items()}
    return relations


def _within(folder: str, target: str) -> str:
    """The name of a part that is given from a folder."""
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def main_part(zipped: Zipped) -> str:
    """The name of the part that has the copy."""
    return related(zipped, "").found.get("officeDocument", "word/document.xml")
