"""What all routes stand on: the service, the queue in front of it, and what the house wants kept."""

from __future__ import annotations

import os
from contextlib import suppress

from newslint.base.environment import rules_folder
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.rulebook.hosts import ENDING
from newslint.server.bodies import BESIDE, BYTES_A_SIGN
from newslint.server.decisions import Decisions
from newslint.server.turns import Turns
from newslint.service.limits import TookTooLong
from newslint.service.service import Service, Text

MOST = 200_000  # code points of a text, where nothing else is asked for: some 35,000 words


class Serving(NamedTuple):
    """One server: `root` is the folder that it serves, without links; `most` are the code points a text may have.

    `decisions` are kept where the house names a file for them.
    """

    service: Service
    turns: Turns
    root: str
    most: int = MOST
    token: str = ""
    decisions: Decisions | None = None

    @property
    def most_bytes(self) -> int:
        """The size of the largest body that is read."""
        return self.most * BYTES_A_SIGN + BESIDE

    @property
    def house(self) -> str:
        """What the house is called where decisions are kept: the folder's name."""
        return os.path.basename(self.root)


def warm(here: Serving) -> None:
    """Check the stories that rules have for examples, so that the first client waits no longer than others."""
    folder = os.path.join(rules_folder(), "hosts")
    for name in sorted(os.listdir(folder)):
        if name.endswith(ENDING):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                text = file.read()
            with suppress(TookTooLong):  # the first one reads rules and words as well
                here.service.check(Text(text))


def serving(root: str, service: Service, **more: Any) -> Serving:
    """A server for a folder; raises NewslintError as `Service` does."""
    return Serving(service, Turns(), os.path.realpath(root), **more)
