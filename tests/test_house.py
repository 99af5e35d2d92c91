"""The house stands as ARCHITECTURE.md says: imports only go down, every room says what it is for."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "newslint"

# The rooms from the ground up, as the page has them; a room may import only from rooms that come before it. Inside
# a room files may import one another, without circles.
ROOMS = (
    *("base", "model", "matcher", "words"),
    "analyses",
    *(f"analyses.{question}" for question in ("text", "quotes", "names", "people", "dates", "facts", "roles")),
    *("formats", "kinds", "vale", "reporters", "checks", "rulebook", "config", "engine", "run"),
    "api",
    *("service", "lsp", "mcp", "server"),
    *("testing", "arguments", "commands", "cli", "__init__", "__main__"),
)
FILES = sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    parts = module.split(".")
    if len(parts) > 2 and parts[1] == "analyses":
        return ".".join(parts[1:3])
    return parts[1] if len(parts) > 1 else "__init__"


MODULES = {module_of(path) for path in FILES}


def imports_of(path: Path) -> set[str]:
    """Every newslint module a file imports, anywhere in it and for types too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else node.module for name in whole}
    return {name for name in found if name.split(".")[0] == "newslint"}


@pytest.mark.parametrize("path", FILES, ids=[module_of(p) for p in FILES])
def test_imports_go_down_only(path):
    room = room_of(module_of(path))
    assert room in ROOMS, f"{path.name} stands in no room: give it one in ROOMS and in ARCHITECTURE.md"
    for imported in imports_of(path):
        other = room_of(imported)
        if other != room:
            assert ROOMS.index(other) < ROOMS.index(room), f"{module_of(path)} imports {imported} from above itself"


def test_siblings_make_no_circle():
    graph = {module_of(p): {i for i in imports_of(p) if room_of(i) == room_of(module_of(p))} for p in FILES}

    def visit(module, trail):
        assert module not in trail, f"a circle: {' -> '.join([*trail, module])}"
        for other in graph.get(module, ()):
            if other != module:
                visit(other, [*trail, module])

    for module in graph:
        visit(module, [])


@pytest.mark.parametrize("path", FILES, ids=[module_of(p) for p in FILES])
def test_what_begins_with_an_underscore_stays_in_its_folder(path):
    folder = ".".join(path.parent.relative_to(ROOT).parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newslint"):
            for whole in (f"{node.module}.{alias.name}" for alias in node.names):
                parts = whole.split(".")
                private = next((n for n, part in enumerate(parts) if part[0] == "_" and part[:2] != "__"), None)
                if private is not None:
                    holder = parts[:private] if ROOT.joinpath(*parts[:private]).is_dir() else parts[: private - 1]
                    assert f"{folder}.".startswith(".".join(holder) + "."), f"{module_of(path)} imports {whole}"


@pytest.mark.parametrize("path", FILES, ids=[module_of(p) for p in FILES])
def test_each_file_says_what_it_is_for(path):
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert said
    assert said.splitlines()[0].endswith((".", ":"))


@pytest.mark.parametrize("path", FILES, ids=[module_of(p) for p in FILES])
def test_named_tuples_are_those_that_are_made_fast(path):
    if module_of(path) != "newslint.base.record":
        assert not re.search(r"^from typing import .*\bNamedTuple\b", path.read_text(encoding="utf-8"), re.M), (
            "from newslint.base.record import NamedTuple"
        )


@pytest.mark.parametrize("path", FILES, ids=[module_of(p) for p in FILES])
def test_public_names_are_described(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for child in getattr(node, "body", []) if isinstance(node, (ast.Module, ast.ClassDef)) else []:
            if isinstance(child, (ast.FunctionDef, ast.ClassDef)) and not child.name.startswith("_"):
                inherited = isinstance(node, ast.ClassDef) and child.name in ("accept", "sift")
                overload = any("overload" in ast.dump(d) for d in child.decorator_list)
                private = isinstance(node, ast.ClassDef) and node.name.startswith("_")
                assert inherited or overload or private or ast.get_docstring(child), f"{path.name}: {child.name}"


def test_the_architecture_page_has_a_row_for_each_room_in_their_order():
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = page.partition("| room |")[2].partition("\n\n")[0]
    rows = [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")]
    assert rows == [room for room in ROOMS if not room.startswith("__")]


def test_every_file_that_the_architecture_page_points_to_stands_where_it_says():
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = page.partition("| room |")[2].partition("\n\n")[0]
    for line in table.splitlines():
        if line.startswith("| `"):
            _, room, _, look, _ = line.split("|")
            folder = PACKAGE.joinpath(*room.strip(" `").split("."))
            for name in re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", look)):
                assert (folder / f"{name}.py").exists() or (folder / name / "__init__.py").exists(), f"{room}: {name}"


def test_rules_hold_no_state_and_are_files_of_their_own():
    for path in sorted((PACKAGE / "checks").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        ids = [
            node.value.value
            for cls in tree.body
            if isinstance(cls, ast.ClassDef)
            for node in cls.body
            if isinstance(node, ast.Assign) and node.targets[0].id == "id"  # type: ignore[attr-defined]
        ]
        assert path.stem == "__init__" or ids == [path.stem.replace("_", "-")], f"{path.name} defines {ids}"


def test_rule_files_are_named_by_their_ids():
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        if path.parent.name not in ("styles", "names", "residue"):
            text = path.read_text(encoding="utf-8")
            assert text.startswith(f"id: {path.stem}\n"), path
            assert f"\ntopic: {path.parent.name}\n" in text, path
