"""The tests themselves: each asserts something, none goes by the clock, and what is not public is used for a reason."""

import ast
import sys
from pathlib import Path

import pytest
from helpers import assert_work_grows_with_length, steps

import newslint.testing

TESTS = sorted(Path(__file__).parent.glob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in TESTS}
CLOCKS = {"time", "perf_counter", "perf_counter_ns", "monotonic", "monotonic_ns", "process_time", "getrusage"}
NAMED_TUPLES = {"_replace", "_make", "_asdict", "_fields", "_field_defaults"}  # public, for all their names
every_file = pytest.mark.parametrize("path", TESTS, ids=[path.stem for path in TESTS])


def functions_in(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def names_in(function):
    return {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}


def asserts(function):
    """Whether a function has an assertion of its own, or expects an error."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert) or (isinstance(node, ast.Raise) and "AssertionError" in ast.dump(node)):
            return True
        if isinstance(node, ast.withitem) and "raises" in ast.dump(node):
            return True
    return False


def that_assert(functions, known=frozenset()):
    """The names of those functions that assert, by themselves or through others that do."""
    found = {*known, *(function.name for function in functions if asserts(function))}
    while more := {f.name for f in functions if f.name not in found and found.intersection(names_in(f))}:
        found |= more
    return found


SHARED = that_assert([
    *functions_in(TREES[Path(__file__).parent / "helpers.py"]),
    *functions_in(ast.parse(Path(newslint.testing.__file__).read_text(encoding="utf-8"))),
])  # fmt: skip


@every_file
def test_every_test_asserts_something(path):
    functions = functions_in(TREES[path])
    known = that_assert(functions, SHARED)
    idle = [f.name for f in functions if f.name.startswith("test_") and f.name not in known]
    assert not idle, f"{path.name}: nothing can fail in {', '.join(idle)}"


@every_file
def test_no_name_stands_for_two_tests(path):
    names = [node.name for node in TREES[path].body if isinstance(node, ast.FunctionDef)]
    assert len(names) == len(set(names))


@every_file
def test_nothing_goes_by_a_clock(path):
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.ImportFrom) and node.module in ("time", "resource"):
            asked = {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("time", "resource"):
            asked = {node.attr}
        else:
            continue
        assert not CLOCKS & asked, f"{path.name}:{node.lineno}: count what is done instead (helpers.steps)"


@every_file
def test_what_is_not_public_is_used_for_a_reason_that_is_said(path):
    """A comment on the line or above it says why; one comment stands for imports that follow one another."""
    lines = path.read_text(encoding="utf-8").splitlines()
    last = 0
    for first, end in sorted(private_uses(TREES[path])):
        here, above = lines[first - 1], lines[first - 2].lstrip()
        assert "# " in here or above.startswith("# ") or first == last + 1, f"{path.name}:{first}: {here.strip()}"
        last = end


def private_uses(tree):
    """The lines (first, last) that import a name of newslint beginning with `_`, or ask another object for one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "newslint":
            names = [*node.module.split("."), *(alias.name for alias in node.names)]
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) != "self":
            names = [node.attr]
        else:
            continue
        if any(name.startswith("_") and not name.startswith("__") and name not in NAMED_TUPLES for name in names):
            yield node.lineno, node.end_lineno


# --- the count of work


def test_the_count_is_the_same_every_time_and_leaves_no_trace():
    before = sys.gettrace()
    assert steps(lambda: [n for n in range(9)]) == steps(lambda: [n for n in range(9)]) > 9  # noqa: C416
    assert sys.gettrace() is before


def test_work_that_is_quadratic_is_seen():
    def looks_back(text):
        for n in range(0, len(text), 20):
            for _ in range(n):
                pass

    with pytest.raises(AssertionError, match="steps for"):
        assert_work_grows_with_length(looks_back, "a")
