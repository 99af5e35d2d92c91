"""One person's name spelled differently in different stories of a run."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.base.text import Position
from newslint.base.typed import TYPE_CHECKING, Any
from newslint.model.finding import Entry, Place
from newslint.model.rule import Bad, CorpusRule, Evidence, Facts, Good, Option
from newslint.model.story import Story

if TYPE_CHECKING:
    from newslint.analyses.names.across import Spelling

MOST_RELATED = 3  # places of the usual form; it may stand in a thousand stories


class NameDrift(CorpusRule):
    """A house that spells one person's name two ways is wrong in one of its stories, and a search will miss that one.

    The stories cannot say which spelling is right: the one that fewer of them use is marked and the other is shown.
    """

    id = "name-drift"
    topic = "names"
    finds = "Two spellings of one name across the stories of a run"
    default = False
    message = "“{odd}” is spelled “{usual}” in {stories} of this run"
    when = {"language": ("en",)}
    least = Option(1, "how many stories must have the usual spelling", minimum=1)
    evidence = Evidence(
        stories=1922,
        hits=23,
        wrong=0,
        cases=369,
        found=244,
        on="one run over all edited stories, of eight papers (two hits are two papers' styles); one slip in the name "
        "of a person throughout one of three or more stories. Off by default: it takes a quarter of a check",
    )
    examples = (
        Bad(
            "[[Olena Kovalenka]] spoke.\n=====\nOlena Kovalenko left.\n=====\nOlena Kovalenko won.\n",
            message="“Olena Kovalenka” is spelled “Olena Kovalenko” in 2 other stories of this run",
        ),
        Bad(
            "[[Marta Diaz]] spoke. Diaz won.\n=====\nMarta Díaz left.\n=====\nMarta Díaz said so.\n",
            note="accents count; a story is named once",
        ),
        Bad(
            "Mayor [[Ana Perreira]] of Saltmere met Tom Ashcroft.\n=====\nAna Pereira of Saltmere spoke."
            "\n=====\nTom Ashcroft had warned Ana Pereira. Pereira left Saltmere.\n",
        ),
        Bad(
            "Saltmere’s coach [[Damien Hollis]] left the Harbour Cup.\n=====\nDamian Hollis of Saltmere won the "
            "Harbour Cup. Hollis said so.\n=====\nCoach Damian Hollis of Saltmere spoke.\n",
            note="a first name, where the same names stand round it",
        ),
        Good(
            "Marta Díaz spoke.\n=====\nMarta Díaz left.\n=====\nDr. Marta Ruiz left.\n",
        ),
        Good(
            "John Terry of Chelsea scored.\n=====\nSen. John Kerry of Massachusetts won.\n=====\nJohn Kerry left.\n",
            note="two people",
        ),
        Good("Olena Kovalenka met Olena Kovalenko.\n=====\nOlena Kovalenko left.\n", note="one story names both"),
        Good("James O’Neill spoke.\n=====\nJames O'Neill left.\n", note="the sign of the apostrophe is no spelling"),
        Good("Steve Gerrard scored.\n=====\nSteven Gerrard scored.\n", note="two right forms of a first name"),
        Good("David Davis spoke.\n=====\nDavid Davies sang.\n", note="nothing tells that they are one"),
    )

    def collect(self, story: Story) -> Facts:
        """The full names in a story, by how they begin to sound."""
        from newslint.analyses.names.across import spellings  # here and below, because the rule seldom runs

        yield from spellings(story).items()

    def merge(self, a: Any, b: Any) -> Any:
        """Stories add up, spelling by spelling."""
        from newslint.analyses.names.across import merged

        return merged(a, b)

    def judge(self, key: str, fact: Any) -> Iterator[Entry]:
        """One finding in each story that has the odd spelling."""
        from newslint.analyses.names.across import one_person

        for odd, usual in one_person(fact):
            if usual.stories >= self.least:
                yield from self._entries(odd, usual)

    def _entries(self, odd: Spelling, usual: Spelling) -> Iterator[Entry]:
        n = f"{usual.stories:,} other stories" if usual.stories > 1 else "another story"
        message = self.message.replace("{odd}", odd.form).replace("{usual}", usual.form).replace("{stories}", n)
        if odd.stories == usual.stories:
            message += (
                ": one of the two is wrong"
                if odd.stories == 1
                else f", “{odd.form}” in as many: one of the two is wrong"
            )
        elif odd.stories > 1:
            message += f", “{odd.form}” in {odd.stories:,}"
        related = tuple(_place(at, f"spelled “{usual.form}” here") for at in usual.places[:MOST_RELATED])
        for at in odd.places:
            yield self.entry(_place(at), message, related=related)


def _place(at: Any, label: str = "") -> Place:
    path, start, end, match = at
    return Place(path, Position(*start), Position(*end), match, label)
