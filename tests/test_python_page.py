"""The page “From Python” is a notebook: run from top to bottom, it prints what it shows."""

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "python.md"
CELL = re.compile(r"^```python\n(?P<code>.*?)^```\n(?:\n^```text\n(?P<shown>.*?)^```\n)?", re.DOTALL | re.MULTILINE)


def run(page: str) -> list[tuple[str, str, str]]:
    """Each cell's code, what the page shows and what it printed; names go on from cell to cell."""
    names: dict[str, object] = {}
    cells = []
    for cell in CELL.finditer(page):
        printed = StringIO()
        with redirect_stdout(printed):
            exec(compile(cell["code"], PAGE.name, "exec"), names)
        cells.append((cell["code"], cell["shown"] or "", printed.getvalue()))
    return cells


def test_the_page_prints_what_it_shows(newsroom):
    cells = run(PAGE.read_text(encoding="utf-8"))
    assert len(cells) > 8
    for code, shown, printed in cells:
        assert plain(shown) == plain(printed), code


def plain(text: str) -> str:
    """Lines without the blanks at their ends, which tables may have."""
    return "\n".join(line.rstrip() for line in text.splitlines())
