"""What a fix deletes are words: what markup makes of them must not become words itself."""

import pytest

from newslint.engine.workspace import Workspace
from newslint.run.fix_stories import fix_bytes

HEADLINE = "Harbour council votes to close the old ferry pier"
HEADS = {
    ".adoc": f"= {HEADLINE}\n:pier: the pier\n\n",
    ".rst": f"{HEADLINE}\n{'=' * len(HEADLINE)}\n\n",
    ".html": f"<h1>{HEADLINE}</h1>\n\n<p>",
}


def fixed(ending, paragraph):
    text = f"{HEADS[ending]}The council of Saltmere met on Monday.\n\n{paragraph}\n\nThe work is to begin in May.\n"
    done = fix_bytes(Workspace(config_file=None), text.encode(), f"story{ending}", offers=True)
    assert not done.failure
    start, end = done.after.index("Monday.") + 9, done.after.index("\n\nThe work")
    return done.after[start:end]


LEFT = [
    (".adoc", "The pier *is* _is_ closed."),
    (".adoc", "The pier *is* *is* closed."),
    (".adoc", "The pier is `is` closed."),
    (".adoc", "The pier is [.red]#is# closed."),
    (".adoc", "The pier is https://example.org[is] closed."),
    (".adoc", "The pier is <<later,is>> closed."),
    (".adoc", "They closed {pier} {pier} of the town."),
    (".adoc", "*Advertisement*"),
    (".adoc", "Read more: https://example.org[Where the crews go]"),
    (".rst", "The pier *is* **is** closed."),
    (".rst", "The pier is `is <https://example.org>`_ closed."),
    (".rst", "The pier is :ref:`is` closed."),
    (".rst", "*Advertisement*"),
    (".rst", "Read more: `Where the crews go <https://example.org>`_"),
]


@pytest.mark.parametrize(("ending", "paragraph"), LEFT)
def test_words_that_marks_hold_together_are_not_taken_from_between_them(ending, paragraph):
    assert fixed(ending, paragraph) == paragraph


@pytest.mark.parametrize(
    ("ending", "paragraph", "after"),
    [
        (".adoc", "The pier `is` is closed.", "The pier `is` closed."),
        (".adoc", "The *pier is is* closed.", "The *pier is* closed."),
        (".rst", "The pier **is** is closed.", "The pier **is** closed."),
        (".html", "The pier <b>is</b> <i>is</i> closed.", "The pier <b>is</b><i></i> closed."),
        (".adoc", "Advertisement", ""),
    ],
)
def test_other_words_are(ending, paragraph, after):
    assert fixed(ending, paragraph) == after
