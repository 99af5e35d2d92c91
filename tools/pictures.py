"""Pictures for the site (make site): what real commands print at a terminal, as SVG, and what tests of clients kept.

They are made anew each time into docs/pictures/, which git does not hold. A page shows one by a line of its own,
`![what it shows](pictures/NAME.svg)`; without the picture `site_pages` leaves that line out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newslint import commands, reporters  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
NEWSROOM = ROOT / "examples" / "newsroom"
WIDTH = 100  # columns
_MOST_LINES = 60
# By the name of the picture; each is run in a copy of examples/newsroom.
COMMANDS: dict[str, tuple[str, ...]] = {
    "check": ("check", "news/2026-03-12-market-hall.md"),
    "concise": ("check", "--format", "concise", "news", "wire"),
    "explain": ("explain", "unattributed-quote"),
    "fix-diff": ("fix", "--diff", "wire/2026-03-13-lake-dam.txt"),
    "settings": ("settings", "news/2026-03-12-market-hall.md"),
    "show": ("show", "news/2026-03-12-market-hall.md"),
}
_SVG = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""  # rich's own without its web fonts: nobody who reads the page asks another host for anything


def make(folder: Path = FOLDER) -> list[str]:
    """Make the pictures of all commands that there are. Return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with tempfile.TemporaryDirectory() as scratch:
        newsroom = Path(scratch) / "newsroom"
        shutil.copytree(NEWSROOM, newsroom, ignore=shutil.ignore_patterns(".newslint_cache"))
        for name, words in COMMANDS.items():
            if _known(words):
                shown = f"$ newslint {' '.join(words)}\n{_printed(words, newsroom)}"
                (folder / f"{name}.svg").write_text(drawn(shown, name), encoding="utf-8")
                made.append(name)
    return made


def _known(words: Sequence[str]) -> bool:
    """Whether there is such a command, and such a form of its report."""
    form = words[words.index("--format") + 1] if "--format" in words else ""
    return commands.find(words[0]) is not None and (not form or form in reporters.names())


def _printed(words: Sequence[str], folder: Path) -> str:
    """What a command prints at a terminal with colours; raises RuntimeError where it could not do its job."""
    env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM_PROGRAM")}
    path = os.pathsep.join([str(ROOT), *filter(None, [env.get("PYTHONPATH")])])
    env |= {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "NEWSLINT_PLUGINS": "", "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *words],
        cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode > 1:
        raise RuntimeError(f"newslint {' '.join(words)}: {done.stderr}")
    return done.stdout


def drawn(text: str, name: str) -> str:
    """A text with the colours of a terminal as an SVG; a long one is cut off. `name` keeps its ids from others'."""
    import io

    from rich.console import Console
    from rich.text import Text

    lines = text.splitlines()
    cut = len(lines) - _MOST_LINES
    if cut > 0:
        lines = [*lines[:_MOST_LINES], f"… ({cut} more lines)"]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi("\n".join(lines)))
    return console.export_svg(title="newslint", code_format=_SVG, unique_id=name)


def kept(source: Path, folder: Path = FOLDER) -> list[str]:
    """Take over the pictures that the tests of clients kept (`.ci/clients`). Return their names."""
    found = [*sorted(source.glob("*.png")), *sorted(source.glob("*.svg"))] if source.is_dir() else []
    for path in found:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / path.name)
    return [path.name for path in found]


def main() -> None:
    """Make all pictures anew."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    source = Path(os.environ.get("NEWSLINT_ARTEFACTS") or ROOT / "dist" / "artefacts")
    names = [*make(), *kept(source)]
    print(f"{len(names)} pictures: {', '.join(names)}")


if __name__ == "__main__":
    main()
