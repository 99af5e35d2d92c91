"""Word tables for copy that announces speech without a verb of speech: looked at only where nothing else tells."""

from __future__ import annotations

from newslint.analyses.quotes.cues import forms
from newslint.words.tables import Announcing

_announcing = Announcing.of()


def _all_forms(bases: frozenset[str]) -> frozenset[str]:
    return frozenset([form for base in bases for form in forms(base, _announcing.irregular)])


MIND = _all_forms(_announcing.mind)
STANCE = _all_forms(_announcing.stance)
PHASE = _all_forms(_announcing.phase)
ADDRESS = _all_forms(_announcing.address)
FIGURATIVE = _all_forms(_announcing.figurative)
DECLINING = _all_forms(_announcing.declining)
OCCASIONS = _announcing.occasions
