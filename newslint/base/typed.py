"""What `typing` has, for annotations, without its import: that took a thirtieth of a start.

Annotations are not evaluated here, so their names need only stand for something; what is used while code runs
(`cast`, `overload`, bases such as `Protocol`) does what newslint needs of it. To type checkers they are typing's.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO as IO
    from typing import Any as Any
    from typing import ClassVar as ClassVar
    from typing import Generic as Generic
    from typing import Literal as Literal
    from typing import NoReturn as NoReturn
    from typing import Protocol as Protocol
    from typing import Self as Self
    from typing import TypeVar as TypeVar
    from typing import cast as cast
    from typing import overload as overload
else:

    class Any:
        """A type that is the same whatever it is given in brackets."""

        def __class_getitem__(cls, given: object) -> type:
            return cls

    class Generic(Any):
        """A base of what holds things of any type."""

    class Protocol(Any):
        """A base of what says what a thing must have."""

    IO = ClassVar = Literal = NoReturn = Self = Any

    def TypeVar(name: str, *, bound: object = None) -> type:  # noqa: N802 - called as it is in typing
        """A name for any type."""
        return Any

    def cast(kind: object, value: object) -> object:
        """The value, which a type checker takes for one of this type."""
        return value

    def overload(function: object) -> object:
        """One way to call a function, for type checkers."""
        return function
