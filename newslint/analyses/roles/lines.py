"""What formats ask of a single line: its traits, its sort as residue, whether it names a writer or a day."""

from __future__ import annotations

from newslint.analyses.roles._heads import names_writer_or_day
from newslint.analyses.roles._lines import LineTraits, read_lines
from newslint.analyses.roles._reasons import sort_in_place
from newslint.analyses.roles._weights import LEARNT

__all__ = ["LEARNT", "LineTraits", "names_writer_or_day", "read_lines", "sort_in_place"]
