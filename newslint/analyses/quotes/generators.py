"""Whether a generator of sites will curl a post's straight marks, so that its readers see one form.

Jekyll's kramdown (option `smart_quotes`) and Hugo's Goldmark (extension `typographer`) do so unless they are told not
to; a post for them is told by the keys of its front matter (Jekyll's “Front Matter Defaults”, Hugo's “Front matter
fields”).
"""

from __future__ import annotations

from newslint.model.story import Story

_KEYS = frozenset(("aliases", "draft", "lastmod", "layout", "slug", "weight"))


def curls_marks(story: Story) -> bool:
    """Whether a story is a post for such a generator."""
    return story.format == "markdown" and any(str(key) in _KEYS for key in story.metadata)
