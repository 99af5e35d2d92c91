"""What editors decided on findings, kept in SQLite: which finding, of which rule, what was decided and why.

No word of a story is kept. Several processes may write one file.
"""

from __future__ import annotations

import math
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from newslint.base.errors import NewslintError
from newslint.base.record import NamedTuple
from newslint.base.typed import Any

_APPLICATION = 0x6E6C6474  # “nldt”: by it a file of decisions is told from another program's database
_VERSION = 1
_BUSY_SECONDS = 10.0  # that one process waits for another
_TABLE = """
CREATE TABLE IF NOT EXISTS decisions (
    id INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    house TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    rule TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected', 'ignored')),
    confidence TEXT NOT NULL,
    why TEXT NOT NULL,
    "by" TEXT NOT NULL
)
"""
# Who thinks better of it decides anew: of the decisions on one finding the last one counts.
_COUNTS = """
SELECT rule, decision, COUNT(*) FROM decisions
WHERE id IN (SELECT MAX(id) FROM decisions GROUP BY house, rule, fingerprint)
GROUP BY rule, decision
"""
LEAST = 10  # decisions without which nothing is said of a rule
WANTED = 0.5  # of its findings that a rule should see accepted
_Z = 1.96  # both bounds together hold in 95 cases of 100


class Decision(NamedTuple):
    """One decision: accepted (it was a fault), rejected (it was none) or ignored (a fault, left alone)."""

    fingerprint: str
    rule: str
    decision: str
    confidence: str = ""
    why: str = ""
    by: str = ""
    house: str = ""


class Acceptance(NamedTuple):
    """How often the findings of a rule were accepted, rejected and ignored."""

    rule: str
    accepted: int = 0
    rejected: int = 0
    ignored: int = 0

    @property
    def decided(self) -> int:
        """How many findings were decided on."""
        return self.accepted + self.rejected + self.ignored

    @property
    def rate(self) -> float:
        """The share that was accepted, from 0 to 1."""
        return self.accepted / self.decided if self.decided else 0.0

    @property
    def bounds(self) -> tuple[float, float]:
        """Between what the share may well lie, for all that so few decisions tell (Wilson's interval, 95 %)."""
        n = self.decided
        if not n:
            return 0.0, 1.0
        middle = (self.rate + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
        reach = _Z * math.sqrt(self.rate * (1 - self.rate) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
        return max(0.0, middle - reach), min(1.0, middle + reach)

    @property
    def switch_off(self) -> bool:
        """Whether even the higher bound says that fewer than half are accepted, after ten decisions or more."""
        return self.decided >= LEAST and self.bounds[1] < WANTED

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        lower, upper = self.bounds
        return {
            **self._asdict(),
            "rate": round(self.rate, 4),
            "lower": round(lower, 4),
            "upper": round(upper, 4),
            "switch_off": self.switch_off,
        }


class Decisions:
    """The decisions in one file, which is made where there is none (unless it `must_exist`).

    Raises NewslintError for a file that is damaged, or that is another program's; such a file is left as it is.
    """

    def __init__(self, path: str, *, must_exist: bool = False) -> None:
        self.path = os.path.abspath(path)
        if must_exist and not os.path.isfile(self.path):
            raise NewslintError(
                "there is no file of decisions here", path, hint="“newslint serve --decisions” makes it"
            )
        with self._open() as database:
            self._check(database)

    def add(self, decision: Decision) -> None:
        """Keep one decision, with the time of now."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as database, database:
            database.execute(
                'INSERT INTO decisions (time, house, fingerprint, rule, decision, confidence, why, "by")'
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(now, decision.house, decision.fingerprint, decision.rule),
                    *(decision.decision, decision.confidence, decision.why, decision.by),
                ),
            )

    def counts(self) -> list[Acceptance]:
        """Each rule's decisions, the rule with the most first."""
        found: dict[str, Acceptance] = {}
        with self._open() as database:
            for rule, decision, count in database.execute(_COUNTS):
                found[rule] = found.get(rule, Acceptance(rule))._replace(**{decision: count})
        return sorted(found.values(), key=lambda each: (-each.decided, each.rule))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own for each piece of work: any thread may do it."""
        try:
            with closing(sqlite3.connect(self.path, timeout=_BUSY_SECONDS)) as database:
                yield database
        except sqlite3.DatabaseError as error:
            raise self._wrong(error) from None

    def _check(self, database: sqlite3.Connection) -> None:
        """Make the table where the file is new; raise NewslintError where it is no file of decisions."""
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
        (tables,) = database.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        if tables and application != _APPLICATION:
            raise NewslintError("this is another program's database", self.path, hint="name another file")
        if version > _VERSION:
            raise NewslintError("a later release of newslint made this file of decisions", self.path)
        (sound,) = database.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            raise self._wrong(sqlite3.DatabaseError(sound))
        database.execute("PRAGMA journal_mode=WAL")
        if not tables:
            with database:
                database.execute("BEGIN IMMEDIATE")
                database.execute(_TABLE)
                database.execute(f"PRAGMA application_id={_APPLICATION}")
                database.execute(f"PRAGMA user_version={_VERSION}")

    def _wrong(self, error: sqlite3.Error) -> NewslintError:
        """What SQLite says, for people."""
        if isinstance(error, sqlite3.OperationalError):
            return NewslintError(f"the decisions cannot be reached: {error}", self.path)
        hint = "put a copy of it in its place, or name another file; it was left as it is"
        return NewslintError(f"the file of decisions is damaged: {error}", self.path, hint=hint)
