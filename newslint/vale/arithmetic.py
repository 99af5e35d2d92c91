"""What the signs and functions of Tengo's formulas do with numbers: Go's arithmetic, which raises nothing."""

from __future__ import annotations

import math
from collections.abc import Callable
from operator import add, eq, ge, gt, le, lt, mul, ne, sub

from newslint.base.typed import Any

Number = int | float

CONSTANTS = {
    "e": math.e, "pi": math.pi, "phi": (1 + math.sqrt(5)) / 2, "sqrt2": math.sqrt(2), "sqrtE": math.sqrt(math.e),
    "sqrtPi": math.sqrt(math.pi), "sqrtPhi": math.sqrt((1 + math.sqrt(5)) / 2), "ln2": math.log(2),
    "log2E": math.log2(math.e), "ln10": math.log(10), "log10E": math.log10(math.e),
}  # fmt: skip
COMPARED: dict[str, Callable[[Number, Number], bool]] = {
    "==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge,
}  # fmt: skip


def divided(a: float, b: float) -> float:
    """A number through another; through nothing it is infinite, or no number."""
    if b:
        return a / b
    return math.nan if not a or math.isnan(a) else math.copysign(math.inf, a) * math.copysign(1, b)


def whole_divided(a: int, b: int) -> int:
    """A whole number through another, without the rest; raises ZeroDivisionError."""
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


def whole_rest(a: int, b: int) -> int:
    """What is left of a whole number; raises ZeroDivisionError."""
    return a - b * whole_divided(a, b)


WORKED: dict[str, Callable[[Any, Any], Any]] = {"+": add, "-": sub, "*": mul, "/": divided}
WHOLE = WORKED | {"/": whole_divided, "%": whole_rest}


def called(function: Callable[..., Any], given: list[float]) -> Any:
    """A function of numbers, with what Go gives where Python raises."""
    try:
        return function(*given)
    except OverflowError:
        return math.inf
    except ValueError:
        return math.nan


def _logarithm(of: Callable[[float], float], nothing: float = 0) -> Callable[[float], float]:
    return lambda x: -math.inf if x == nothing else of(x)


def _rounded(how: Callable[[float], int]) -> Callable[[float], float]:
    return lambda x: float(how(x)) if math.isfinite(x) else x


_OF_ONE = (
    "acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp2", "expm1",
    "gamma", "sin", "sinh", "sqrt", "tan", "tanh",
)  # fmt: skip
_OF_TWO = ("atan2", "copysign", "hypot", "nextafter", "pow", "remainder")

# Those of Tengo's module that Python has too, all giving numbers: how many each takes, and what it is.
FUNCTIONS: dict[str, tuple[int, Callable[..., Any]]] = {
    **{name: (1, getattr(math, name)) for name in _OF_ONE},
    **{name: (2, getattr(math, name)) for name in _OF_TWO},
    "abs": (1, abs), "ceil": (1, _rounded(math.ceil)), "floor": (1, _rounded(math.floor)),
    "trunc": (1, _rounded(math.trunc)), "mod": (2, math.fmod), "dim": (2, lambda a, b: max(a - b, 0.0)),
    "max": (2, max), "min": (2, min), "log": (1, _logarithm(math.log)), "log2": (1, _logarithm(math.log2)),
    "log10": (1, _logarithm(math.log10)), "log1p": (1, _logarithm(math.log1p, -1)),
}  # fmt: skip
CONDITIONS: dict[str, tuple[int, Callable[..., Any]]] = {
    "is_nan": (1, math.isnan), "signbit": (1, lambda x: math.copysign(1, x) < 0),
}  # fmt: skip
