"""How many cases a test tries, and from which seed: a sample in `make test`, all of them in `make proof`."""

import os

SEED = int(os.environ.get("NEWSLINT_SEED", "20"))


def cases(sample: int, whole: int) -> int:
    """`sample` cases as a rule; with NEWSLINT_CASES set (by `make proof`), so many, at most `whole`."""
    asked = os.environ.get("NEWSLINT_CASES")
    return min(int(asked), whole) if asked else sample


def spread(count: int, whole: int) -> list[int]:
    """`count` numbers below `whole`, evenly spread, the same each time."""
    return [index * whole // count for index in range(min(count, whole))]
