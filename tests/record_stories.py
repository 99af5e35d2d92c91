"""Made-up stories for formats of records: whatever paragraphs may hold, escapes and signs beyond the first plane too."""

import os

from hypothesis import settings
from hypothesis import strategies as st

CASES = settings(max_examples=int(os.environ.get("NEWSLINT_CASES", "100")), deadline=None)
# no sign that ends a line or a paragraph, and none that makes tags or entities of what is plain
SIGNS = "abcdefghij XYZ ,.'\"\\/“”‘’–—é߀日本😀🚢0123456789{}[]|;:@#%*"
LINES = st.text(SIGNS, min_size=1, max_size=60).map(lambda text: " ".join(f"W{text}w".split()))
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=6)


def prose(story):
    """What the zones of a story say, but for its short fields."""
    return [zone.text for zone in story.zones if not zone.field]


def told(story):
    """The roles and the words of a story's zones."""
    return [(zone.role, zone.text) for zone in story.zones]
