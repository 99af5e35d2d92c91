"""What a client's story may cost, and what is said of one that costs more or cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from newslint.base.errors import NewslintError
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.base.time_limit import TimeLimit, TimeSpent
from newslint.engine.faults import why


class TooLarge(NewslintError):
    """A text longer than a client may send."""


class TookTooLong(NewslintError):
    """A text on which newslint was stopped."""


class NoStoryThere(NewslintError):
    """A text in which there is no story, or none that can be read."""


class CannotBeRead(NoStoryThere):
    """A text in which there may be a story, but damaged, or in a form that newslint does not read."""


@contextmanager
def limited(source: Source, times: int = 1) -> Iterator[None]:
    """Limit the time that work on a story may take, and say what went wrong with it as NewslintError."""
    try:
        with TimeLimit(max(len(source.data), len(source.text)), times):
            yield
    except TimeSpent as error:
        raise TookTooLong(why(error), source.path) from None
    except UnreadableStory as error:
        if isinstance(error, NoStory):
            raise NoStoryThere(f"there is no story in it: {error}", source.path) from None
        raise CannotBeRead(str(error), source.path) from None
    except NewslintError as error:
        if isinstance(error.__cause__, TimeSpent):
            raise TookTooLong(error.message, source.path, hint=error.hint) from None
        raise
    except Exception as error:
        raise NewslintError(why(error), source.path) from error
