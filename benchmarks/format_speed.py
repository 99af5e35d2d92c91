"""What each format costs beyond plain text: a file of 150 KB against the same story as text."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import same_story  # noqa: E402

from newslint.engine.workspace import Workspace  # noqa: E402
from newslint.formats import Reading, read_stories  # noqa: E402
from newslint.model.story import Story  # noqa: E402

SIZE = 150_000  # bytes
TIMES = 7
PAGES = ("html",)  # of which the story is a small part, as on the sites of newspapers
_LINKS = b"".join(b'<li class="menu-item"><a href="/section/%d">Section %d</a></li>\n' % (n, n) for n in range(600))
_SCRIPT = b"<script>" + b"var a={b:[1,2,3],c:'<p>no copy</p>'};\n" * 2_200 + b"</script>\n"
ROUND = _SCRIPT + b'<aside class="menu"><ul>' + _LINKS + b"</ul></aside>\n"


def main() -> None:
    """Print the milliseconds of reading for each format, and of plain text with the same prose."""
    gc.set_threshold(200_000, 20, 50)  # as newslint has it
    workspace = Workspace(config_file=None)
    body = same_story.BODY
    print(f"{'format':18} {'KB':>5} {'ms':>7} {'plain':>7} {'beyond':>7}")
    for name in same_story.WRITERS:
        same_story.BODY = body
        data = same_story.written(name)[1]
        times = max(1, SIZE // max(1, len(data)))
        same_story.BODY = body * (8 if name in PAGES else times)
        ending, data = same_story.written(name)
        if name in PAGES:
            data = data.replace(b"<main>", ROUND + b"<main>", 1)
        spent, stories = _read(workspace, f"story{ending}", data)
        text = "\n\n".join(story.prose.text for story in stories)
        plain, _ = _read(workspace, "story.txt", text.encode())
        print(f"{name:18} {len(data) / 1000:5.0f} {spent:7.1f} {plain:7.1f} {spent - plain:7.1f}")
    same_story.BODY = body


def _read(workspace: Workspace, path: str, data: bytes) -> tuple[float, list[Story]]:
    """Milliseconds of CPU, the median of several readings, and the stories."""
    found: list[Any] = []
    spent = []
    for _ in range(TIMES):
        start = time.process_time()
        source = workspace.open(path, data)
        found = list(read_stories(workspace.format_of(path, source.text[:8192]), source, Reading()))
        spent.append(1000 * (time.process_time() - start))
    return median(spent), [each for each in found if isinstance(each, Story)]


if __name__ == "__main__":
    main()
