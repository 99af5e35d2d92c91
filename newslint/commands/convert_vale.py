"""`newslint convert-vale`: write rules of newslint's own from the rules of a Vale style of which nothing is lost."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence

from newslint.arguments import Argument, Command, Given, names_in
from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.showing import showable
from newslint.base.typed import TYPE_CHECKING
from newslint.commands._common import CLEAN

if TYPE_CHECKING:
    from newslint.rulebook.plugins import Plugins
    from newslint.vale.loading import Loaded

_ARGUMENTS = (
    Argument("style", "the folder of a style: its files are Vale's rules", value="STYLE"),
    Argument("--to", "write a file for each rule into this folder (default: they are printed)", value="DIR"),
    Argument("--force", "with --to: in the place of files that are there"),
    Argument(
        "--vocab",
        "vocabularies beside the style that your configuration of Vale has, with commas between them",
        value="NAMES",
        default=(),
        read=names_in,
    ),
)


def convert_vale(given: Given) -> int:
    """Convert a style. Return the exit code."""
    from newslint.rulebook import plugins

    found = convert(given.style, given.vocab, plugins.load())
    if given.to:
        _write(given.to, found.files, force=given.force)
        print(f"wrote {_rules(len(found.files))} to {showable(given.to)}")
        said = f"and switch off those of Vale's that they stand for (below vale/{showable(found.style)})"
        print(f"next: name that folder under rule-files: in newslint.yaml, {said}")
    else:
        print("---\n".join(found.files.values()), end="")
    for name, (_, said) in found.refused.items():
        print(f"newslint: {showable(name)}: not converted: {showable(said)}", file=sys.stderr)
    counted = Counter(reason for reason, _ in found.refused.values())
    if counted:
        why = ", ".join(f"{reason} {number}" for reason, number in counted.most_common())
        print(f"newslint: {_rules(len(found.refused))} not converted ({showable(why)})", file=sys.stderr)
    for name in found.vocabularies:
        said = f"what the vocabulary {showable(name)} accepts is no exception to these rules: name it by --vocab"
        print(f"newslint: {said} if you use it", file=sys.stderr)
    return CLEAN


def _rules(number: int) -> str:
    return "1 rule" if number == 1 else f"{number:,} rules"


class Conversion(NamedTuple):
    """The files, by name; of each other rule the reason and what to say; vocabularies that nobody named."""

    style: str
    files: Mapping[str, str]
    refused: Mapping[str, tuple[str, str]]
    vocabularies: Sequence[str]


def convert(folder: str, vocab: Sequence[str], plugins: Plugins) -> Conversion:
    """Convert the rules of a style that lies in a folder; raises NewslintError where there is no such style."""
    from newslint.commands._vale_rule_page import Page
    from newslint.vale.conversion import converted, slug
    from newslint.vale.convertible import Refused

    loaded, accepted, others = _loaded(folder, vocab)
    files: dict[str, str] = {}
    refused = {name.removeprefix("vale/"): ("not read", error.message) for name, error in loaded.refused.items()}
    taken: dict[str, str] = {}
    for name, (spec, rule) in loaded.rules.items():
        name = name.removeprefix("vale/")
        if spec is None:
            continue
        try:
            found = converted(spec, rule, accepted)
            other = taken.setdefault(found.keys["id"], name)
            if other != name:
                raise Refused("name", f"its id would be that of {other}: {found.keys['id']}")
            page = Page(found, plugins.kinds, plugins.formats, showable(name))
            files[f"{slug(spec.name)}.yaml"] = page.text
        except Refused as error:
            refused[name] = (error.reason, error.said)
    return Conversion(os.path.basename(os.path.abspath(folder)), files, refused, others)


def _loaded(folder: str, vocab: Sequence[str]) -> tuple[Loaded, Sequence[str], Sequence[str]]:
    """The style's rules, the words that vocabularies accept, and the vocabularies that were not named."""
    from newslint.base.schema import Where
    from newslint.base.yamltext import Document
    from newslint.vale.extensions.base import House
    from newslint.vale.loading import load_style
    from newslint.vale.style_files import VOCABULARIES, rule_files
    from newslint.vale.vocabulary import read_vocabularies

    whole = os.path.abspath(folder)
    root, style = os.path.split(whole)
    if not os.path.isdir(whole) or not style:
        raise NewslintError("there is no such folder of a style", folder, hint="as in styles/write-good")
    if not rule_files(whole):
        raise NewslintError("there is no rule of Vale's in this folder", folder, hint="a rule is a file NAME.yml")
    where = Where("", Document({}, {}), NewslintError)
    accepted, rejected = read_vocabularies(vocab, root, where)
    known = {
        name for each in VOCABULARIES if os.path.isdir(path := os.path.join(root, each)) for name in os.listdir(path)
    }
    loaded = load_style(root, style, House(accepted, rejected, root), where)
    return loaded, accepted, sorted(known - set(vocab))


def _write(folder: str, files: Mapping[str, str], *, force: bool) -> None:
    """Write files into a folder, each whole or not at all; raises NewslintError, before any, where one is there."""
    from newslint.base.writing import refuse_link, whole_text

    there = [name for name in files if os.path.lexists(os.path.join(folder, name))]
    if there and not force:
        hint = "move it out of the way, or replace what is there by --force"
        taken = os.path.join(folder, there[0])
        raise NewslintError("this file is there already, and nothing was written", taken, hint=hint)
    try:
        os.makedirs(folder, exist_ok=True)
        for name in files:
            refuse_link(os.path.join(folder, name))
        for name, text in files.items():
            with whole_text(os.path.join(folder, name)) as file:
                file.write(text)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise NewslintError(f"the rules cannot be written: {said}", error.filename or folder) from None


COMMAND = Command(
    "write rules of newslint's own from a Vale style, those of which nothing is lost",
    _ARGUMENTS,
    convert_vale,
    place=10,
)
