"""MDX posts: Markdown with imports, exports, expressions and tags of components, of which only the prose is read."""

from __future__ import annotations

from newslint.base.text import Source, Span
from newslint.formats import Reading
from newslint.formats.markdown import post_of
from newslint.model.story import Story


def _hides(written: str, sort: str) -> bool:
    """Whether code holds what is no comment, though it may look like one: what is exported, or a tag's value."""
    return sort == "esm" or (sort in ("tag", "value") and ("/*" in written or "<!--" in written))


class Mdx:
    """Markdown with JSX. Its stories are Markdown to all rules."""

    name = "mdx"
    extensions: tuple[str, ...] = (".mdx",)

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the metadata, from front matter and from what is exported as such, and the text."""
        from newslint.formats._markdown import BodyReader
        from newslint.formats._mdx import codes_of
        from newslint.formats._mdx_layout import Layout
        from newslint.formats._mdx_metadata import with_exported
        from newslint.formats.frontmatter import read_front
        from newslint.formats.frontmatter.fields import front_zones

        text = source.text
        front = read_front(text)
        found = codes_of(text, front.body)
        front = with_exported(text, front, found)
        layout = Layout(text, front.body, found)
        zones = list(front_zones(text, front, reading.fields))
        titled = any(zone.role == "headline" for zone in zones)
        body = BodyReader(text, front.body, titled, layout.masked)
        hidden = [Span(code.start, code.end) for code in found if _hides(text[code.start : code.end], code.sort)]
        story = post_of(
            source, reading, front, [*zones, *body.zones(), *layout.zones()], sorted((*body.code, *hidden))
        )
        story.comment = ("{/*", "*/}")  # others are no MDX
        return story


FORMATS = (Mdx(),)
