"""What an editor's settings say of newslint (`newslint.select`, …), read and checked; what is wrong is told."""

from __future__ import annotations

from newslint.base.errors import near_miss
from newslint.base.record import NamedTuple
from newslint.base.typed import Any, cast
from newslint.model.finding import CONFIDENCES, Confidence
from newslint.service.service import Choices

SECTION = "newslint"
_MOST_UNKNOWN = 10  # that are told
_MOST = 200  # rules or topics in a list
_KEYS = ("config", "style", "select", "ignore", "minConfidence", "showSpeakers")


class EditorSettings(NamedTuple):
    """The settings that hold; all but `config` ("": the nearest newslint.yaml) as `newslint check` has them.

    With `show_speakers` the speaker of each quotation is shown beside it.
    """

    config: str = ""
    style: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: Confidence | None = None
    show_speakers: bool = False

    @property
    def choices(self) -> Choices:
        """What they choose on top of the configuration."""
        return Choices(self.style, (), self.select, self.ignore, self.min_confidence)


def read(given: Any) -> tuple[EditorSettings, list[str]]:
    """The settings in what a client sends, alone or under “newslint”, and what is wrong with the others."""
    if isinstance(given, dict) and SECTION in given:
        given = given[SECTION]
    if given is None:
        return EditorSettings(), []
    if not isinstance(given, dict):
        return EditorSettings(), ["the settings of newslint are no list of names with values: they are left aside"]
    unknown = [str(key) for key in given if key not in _KEYS]
    told = [f"there is no setting newslint.{key[:60]}: {near_miss(key, _KEYS)}" for key in unknown[:_MOST_UNKNOWN]]
    settings = EditorSettings(
        _text(given, "config", told),
        _text(given, "style", told),
        _names(given, "select", told),
        _names(given, "ignore", told),
        _confidence(given, told),
        _switch(given, "showSpeakers", told),
    )
    return settings, told


def is_ours(given: Any) -> bool:
    """Whether what a client sends speaks of newslint at all: some send the settings of all servers."""
    return isinstance(given, dict) and any(key in given for key in (SECTION, *_KEYS))


def _wrong(key: str, expected: str) -> str:
    return f"newslint.{key} has to be {expected}; it is left aside"


def _text(given: dict[str, Any], key: str, told: list[str]) -> str:
    value = given.get(key) or ""
    if isinstance(value, str) and "\0" not in value:
        return value
    told.append(_wrong(key, "a text"))
    return ""


def _names(given: dict[str, Any], key: str, told: list[str]) -> tuple[str, ...]:
    value = given.get(key) or []
    if isinstance(value, str):
        value = value.split(",")
    if isinstance(value, list) and len(value) <= _MOST and all(isinstance(each, str) for each in value):
        return tuple(each.strip() for each in value if each.strip())
    told.append(_wrong(key, f"a list of at most {_MOST} rules or topics"))
    return ()


def _confidence(given: dict[str, Any], told: list[str]) -> Confidence | None:
    value = given.get("minConfidence") or None
    if value is None or value in CONFIDENCES:
        return cast("Confidence | None", value)
    told.append(_wrong("minConfidence", f"one of {', '.join(CONFIDENCES)}"))
    return None


def _switch(given: dict[str, Any], key: str, told: list[str]) -> bool:
    value = given.get(key)
    if value is None or isinstance(value, bool):
        return bool(value)
    told.append(_wrong(key, "true or false"))
    return False
