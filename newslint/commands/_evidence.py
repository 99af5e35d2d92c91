"""What a reader found of a rule's hits, as the `evidence:` of its file: written there, all else left as it is."""

from __future__ import annotations

from newslint.base.errors import NewslintError
from newslint.base.text import UnreadableStory, read_bytes
from newslint.base.writing import UnwrittenStory, put_back
from newslint.base.yamltext import Document, load_all
from newslint.model.rule import Rule
from newslint.rulebook.file_cards import MOST_BYTES

_KEYS = ("evidence", "edited")


def edited(stories: int, hits: int, wrong: int) -> str:
    """How many of a rule's hits on edited stories were wrong, as a rule file says it; raises NewslintError."""
    if not 0 <= wrong <= hits:
        raise NewslintError(f"{wrong} hits cannot be wrong of {hits}")
    return f"{{stories: {stories}, hits: {hits}, wrong: {wrong}}}"


def write_evidence(rule: Rule, said: str) -> None:
    """Put what was read into the file of a rule; raises NewslintError where that is not ours, or cannot be written."""
    if rule.by_configuration:
        raise NewslintError(f"the file of {rule.id} is not newslint's, and stays as it is: keep this beside it")
    if not rule.origin.endswith((".yaml", ".yml")):
        raise NewslintError(f"{rule.id} is a rule in Python: write its evidence there", rule.origin)
    try:
        old = read_bytes(rule.origin, MOST_BYTES)
        text = old.decode("utf-8")
        put_back(rule.origin, old, _with_evidence(text, rule, said).encode("utf-8"))
    except (UnreadableStory, UnwrittenStory, UnicodeDecodeError) as error:
        raise NewslintError(f"the rule's file cannot be written: {error}", rule.origin) from None


def _with_evidence(text: str, rule: Rule, said: str) -> str:
    document = next(each for each in load_all(text) if isinstance(each.data, dict) and each.data.get("id") == rule.id)
    evidence = document.data.get("evidence")
    if isinstance(evidence, dict) and "edited" in evidence:
        mark = document.mark(*_KEYS)
        return text[: mark.start] + said + text[_end_of(text, mark.start, mark.end) :]
    if evidence is not None:
        raise NewslintError(
            f"{rule.id} has evidence of another form", rule.origin, hint=f"add to it by hand: edited: {said}"
        )
    at = _end_of_document(text, document)
    before = text[:at].rstrip("\n")
    return f"{before}\nevidence:\n  edited: {said}\n{text[at:]}"


def _end_of(text: str, start: int, end: int) -> int:
    """Where a value ends: of one over several lines the mark reaches to the next key."""
    return start + len(text[start:end].rstrip())


def _end_of_document(text: str, document: Document) -> int:
    last = max(mark.end for mark in document.marks.values())  # of a block it reaches to what follows
    line = text.find("\n", len(text[:last].rstrip()))
    return len(text) if line < 0 else line + 1
