"""The patterns of `.vale.ini`'s sections as `newslint.yaml` writes them: in Vale's a `*` goes over folders too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.base.globs import MOST_FORMS, BadPattern, braces, check_glob
from newslint.base.lazy import pattern

_PLAIN = pattern(r"\*(?:\.(?:\w+|\{\w+(?:,\w+)*\}))?")  # *, *.md, *.{md,txt}: the same in both
_ENDING = pattern(r"\.(\w+)\Z")
_ALTERNATIVES = ("*", "*/**/*")  # of a star between two letters: within a name, or over folders


def patterns_of(glob: str, formats: Mapping[str, str]) -> list[str]:
    """Patterns as in .gitignore for the files of a section; raises BadPattern where there are none.

    `formats` are those that the file maps endings to (`mdx` to `md`): a pattern for `*.md` is for those files too.
    """
    negated, body = glob.startswith("!"), glob.lstrip("!")
    if not body or body.endswith("/"):
        raise BadPattern("it names no file")
    if "\\" in body:
        raise BadPattern("it has a backslash")
    if "[" in body or "?" in body:
        raise BadPattern("it has classes or a “?”, which may stand for a slash there")
    forms = list(braces(body))
    if any("{" in form or "}" in form for form in forms):
        raise BadPattern("it has braces in braces, or such as are not closed")
    mapped = [form for known in forms for form in _mapped(known, formats)]
    found: Iterable[str] = [body] if _PLAIN.fullmatch(body) else _anchored(forms)
    patterns = list(dict.fromkeys([*found, *_anchored(mapped)]))
    for each in patterns:
        check_glob(each)
    return ["**", *(f"!{each}" for each in patterns)] if negated else patterns


def _mapped(form: str, formats: Mapping[str, str]) -> list[str]:
    """A pattern for the files that are taken for those it is for."""
    m = _ENDING.search(form)
    return [f"{form[: m.start()]}.{ending}" for ending, taken in formats.items() if taken == m[1]] if m else []


def _anchored(forms: Iterable[str]) -> list[str]:
    """Patterns that see paths from the folder of the configuration, as Vale's do."""
    found: list[str] = []
    for form in forms:
        written = [form] if "**" in form else _over_folders(form)
        found += [each if each.startswith("**") else _from_here(each) for each in written]
        if len(found) > MOST_FORMS:
            raise BadPattern(f"it stands for more than {MOST_FORMS} patterns")
    return found


def _from_here(form: str) -> str:
    return form if form == "*" or (form.startswith("*") and "/" not in form) else f"/{form}"


def _over_folders(form: str) -> list[str]:
    """A pattern without `**`, in which each `*` may stand for slashes as well."""
    found = [""]
    for n, sign in enumerate(form):
        if sign != "*":
            found = [f"{each}{sign}" for each in found]
            continue
        before, after = form[n - 1 : n] or "/", form[n + 1 : n + 2]
        if n and before not in "/*" and after not in ("", "/"):
            found = [f"{each}{star}" for each in found for star in _ALTERNATIVES]
            if len(found) > MOST_FORMS:
                raise BadPattern(f"it stands for more than {MOST_FORMS} patterns")
            continue
        if after == "/":
            star = "*/**"
        elif before == "/":
            star = "**/*" if after else "**"
        else:
            star = "*"
        found = [f"{each}{star}" for each in found]
    return [each.removeprefix("**/") if each.count("/") == 1 and each.startswith("**/*") else each for each in found]
