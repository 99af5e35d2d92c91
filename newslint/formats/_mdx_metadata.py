"""What an MDX post exports as its metadata, read as if it were front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.base.lazy import pattern
from newslint.formats._mdx import Code
from newslint.formats.frontmatter import Front

_METADATA = pattern(
    r"export\s+(?:const|let|var)\s+(?:metadata|meta|frontmatter|attributes|post|article)\b[^={]{0,200}=\s*(?=\{)",
    re.IGNORECASE,
)


def with_exported(text: str, front: Front, codes: Iterable[Code]) -> Front:
    """The front matter with what an `export const metadata = {…}` adds to it; what it says itself goes before."""
    from newslint.formats.frontmatter.literals import data_of, values_of

    for code in codes:
        if code.sort != "esm":
            continue
        found = _METADATA.match(text, code.start, code.end)
        if found:
            values = tuple(values_of(text, found.end(), code.end))
            new = tuple(value for value in values if str(value.path[0]) not in front.data)
            front = front._replace(data={**data_of(values), **front.data}, values=(*front.values, *new))
    return front
