"""What is said of a story on which a rule, a plugin or newslint itself fell over; the others are checked."""

from __future__ import annotations

import os

from newslint.base.errors import NewslintError
from newslint.base.time_limit import VARIABLE, TimeSpent
from newslint.base.version import __version__

STOPPED = (Exception, TimeSpent)  # what ends the work on one story, and no more


def why(error: BaseException) -> str:
    """The reason as a failure of the story gives it, on one line; raises the error again under NEWSLINT_DEBUG."""
    if os.environ.get("NEWSLINT_DEBUG"):
        raise error
    if isinstance(error, NewslintError):
        return f"{error.message}; {error.hint}" if error.hint else error.message
    if isinstance(error, TimeSpent):
        return f"{error}, which is more than a story of its size is given, and was stopped ({VARIABLE}=10 gives more)"
    if isinstance(error, MemoryError):
        return "there is not enough memory to check it"
    return own_fault(error)


def own_fault(error: BaseException) -> str:
    """What to paste into a report of a fault in newslint itself."""
    import platform
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    said = f"{error}"[:200]
    return (
        f"this is a fault of newslint {__version__} itself: {type(error).__name__}: {said}"
        f" (at {os.path.basename(last.filename)}:{last.lineno} in {last.name}, Python {platform.python_version()});"
        " please report this line; NEWSLINT_DEBUG=1 shows the whole trace"
    )
