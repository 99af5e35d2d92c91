"""Plants wrong first names in a folder of stories and counts how many inconsistent-name finds.

`python tools/plant_first_names.py FOLDER [--show N]`. Whom a story names it works out by itself: a first name and a
surname that stand together twice or more, the surname twice or more alone. One full reference after the first gets
another first name: a `slip` of one letter, an `alike` name that is often mistaken for it, or an `other` one that only
begins with the same letter.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.checks.inconsistent_name import InconsistentName
from newslint.model.rule import Bad
from newslint.rulebook import plugins
from newslint.testing import check_text


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FULL = re.compile(r"(?<![\w.’'-])([A-Z][a-z]{2,}) ([A-Z][a-z]{3,})(?![\w’'-]*[ ][A-Z])(?![\w-])")
ALIKE = """
    Alan Allan Allen|Alex Alec|Andrew Andre Andrea|Ann Anne Anna|Anthony Antony|Barak Barack|Bernard Bernie
    Bill Billy|Brian Bryan|Carl Karl|Carol Carole|Catherine Katherine Kathryn|Chris Kris|Christian Christina
    Craig Greg|Dan Don|Daniel Danielle|Debra Deborah|Denis Dennis|Donald Ronald|Elizabeth Elisabeth|Eric Erik
    Frances Francis|Gary Garry|Geoff Jeff|Geoffrey Jeffrey|Gerald Gerard|Graham Graeme|Greg Craig|Harry Larry
    Hillary Hilary|Ian Iain|Jack Jake|Jan Jane|Jean Joan|Jim Tim|Joe Joel|John Jon|Jonathan Johnathan|Julia Julie
    Karen Karin|Kate Katie|Kristen Kirsten|Laura Lauren|Laurence Lawrence|Lindsay Lindsey|Lisa Liz|Marc Mark
    Marco Mario|Margaret Margret|Maria Marie|Mark Marc|Martin Marvin|Mat Matt|Matthew Mathew|Michael Micheal
    Michelle Michele|Mike Mick|Mitch Mick|Neil Neal|Nicolas Nicholas|Paul Paula|Peter Pete|Philip Phillip
    Rand Randy|Rob Ron|Robert Roberto|Rodger Roger|Ron Rob|Sam Pam|Sara Sarah|Sean Shaun|Sharon Sharron
    Sidney Sydney|Stephen Steven|Steve Stephen|Steven Stephen|Stuart Stewart|Susan Suzanne|Ted Tod|Teresa Theresa
    Thomas Tomas|Tim Tom|Tom Tim|Tony Toni|Tracy Tracey|William Williams|Gordon Gorden|George Georgia
    Charles Charlie|Jeb Jed|Ben Len|Bob Rob|Kevin Kelvin|Richard Rickard|David Davis|James Jamie|Jeremy Jerome
    Andy Randy
"""
OTHER = """
    Alan Arthur Adam|Andrew Anthony Albert|Barack Barry Brandon|Ben Bill Bob|Bernie Bobby Barney|Bill Bob Brad
    Carly Cathy|Charles Clive Colin|Chris Craig Carl|Dan Doug Dave|David Derek Dennis|Donald Douglas Duncan
    Elizabeth Eleanor Emily|Gary Greg Glen|George Gerald Gordon|Gordon Graham George|Hillary Helen Heather
    Howard Henry Hugh|Jack Joe Jim|James Joseph Jerome|Jeb Jim Joe|Jeff Jack Jim|Jim Joe Jack|Joe Jack Jim
    John James Joseph|Kevin Keith Kenneth|Mark Matthew Martin|Martin Mark Matthew|Michael Martin Matthew
    Mike Mark Mitch|Mitch Matt Mark|Mitt Matt Mark|Paul Peter Philip|Peter Patrick Paul|Rand Ron Rob
    Richard Robert Roger|Robert Richard Roger|Sarah Susan Sharon|Steve Scott Stan|Ted Tim Tom|Terry Tony Tom
    Tim Ted Tom|Tom Ted Tim|Tony Terry Tim|William Walter Warren
"""
TITLES = _words("""
    Admiral Archbishop Chairman Gen General Governor Judge Justice Lord Minister Mrs President Prince Prof Secretary
    Senator Sir Speaker And But For Focus Las Other Reserve The Then When
""")
BODIES = _words("""
    America American Center Club Committee Council County Court Department Europe House Institute
    Island News Party Post Street University Center State States
""")


class Plant(NamedTuple):
    """A story with one wrong first name in it."""

    kind: str
    text: str
    right: str
    wrong: str
    surname: str


def _table(rows: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for group in rows.replace("\n", "|").split("|"):
        first, *others = group.split() or [""]
        if first:
            table.setdefault(first, []).extend(others)
    return table


TABLES = {"alike": _table(ALIKE), "other": _table(OTHER)}


def _slip(name: str, rng: random.Random) -> str:
    """A name with one letter after the first dropped, doubled, swapped with the next, or another one."""
    at = rng.randrange(1, len(name))
    letter = name[at]
    ways = [name[:at] + name[at + 1 :], name[:at] + letter + name[at:]]
    ways.append(name[:at] + rng.choice("aeiou" if letter in "aeiou" else "nrstlmd") + name[at + 1 :])
    if at + 1 < len(name):
        ways.append(name[:at] + name[at + 1] + letter + name[at + 2 :])
    ways = [way for way in ways if way != name]
    return rng.choice(ways)


def people(text: str) -> dict[tuple[str, str], list[int]]:
    """First and last names of people a story names in full twice or more, with where the first names stand."""
    places: dict[tuple[str, str], list[int]] = {}
    for m in FULL.finditer(text):
        places.setdefault((m[1], m[2]), []).append(m.start())
    return {
        name: at
        for name, at in places.items()
        if len(at) > 1 and _is_person(*name, text) and text.count(name[1]) > len(at) + 1
    }


def _is_person(first: str, last: str, text: str) -> bool:
    if first in TITLES or last in BODIES or last in TITLES:
        return False
    known = first in TABLES["alike"] or first in TABLES["other"]
    return (
        known or re.search(rf"\b{last},? (?:who|said|says|told|added)\b|\bM(?:r|rs|s)\.? {last}\b", text) is not None
    )


def plants(text: str, kind: str, rng: random.Random) -> Iterator[Plant]:
    """One plant of a kind, if the story has a name for it."""
    found = list(people(text).items())
    rng.shuffle(found)
    for (first, last), at in found:
        wrongs = [_slip(first, rng)] if kind == "slip" else TABLES[kind].get(first, [])
        wrongs = [wrong for wrong in wrongs if f"{wrong} {last}" not in text and wrong != first]
        if wrongs:
            wrong, place = rng.choice(wrongs), rng.choice(at[1:])
            yield Plant(kind, text[:place] + wrong + text[place + len(first) :], first, wrong, last)
            return


def main(folder: str, show: int) -> None:
    """Plants in every story of a folder and prints what was found and missed."""
    formats = plugins.load("").formats
    rule, example = InconsistentName(), Bad("", format="plain")
    texts = [path.read_text() for path in sorted(Path(folder).glob("*.txt"))]
    for kind in ("slip", "alike", "other"):
        rng = random.Random(kind)
        planted = [plant for text in texts for plant in plants(text, kind, rng)]
        missed = []
        for plant in planted:
            story, findings = check_text(rule, plant.text, example, formats)
            if not any(_tells(finding, plant, story) for finding in findings):
                missed.append(f"{plant.right} {plant.surname} / {plant.wrong} {plant.surname}")
        found = len(planted) - len(missed)
        print(f"{kind}: {found}/{len(planted)} = {found / max(1, len(planted)):.3f}")
        for line in missed[:show]:
            print("   missed", line)


def _tells(finding, plant, story) -> bool:  # type: ignore[no-untyped-def]
    marked = [finding.span, *(related.span for related in finding.related)]
    return any(plant.wrong in plant.text[span.start : span.end] for span in marked)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[3]) if len(sys.argv) > 3 else 0)
