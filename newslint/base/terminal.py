"""Whether a terminal makes links of what programs mark as such (OSC 8); there is no way to ask it."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Programs that do, by TERM_PROGRAM, each with the first release that does. tmux leaves links out where its own
# terminal has none.
_PROGRAMS: Mapping[str, tuple[int, ...]] = {
    "Hyper": (),
    "Tabby": (),
    "WezTerm": (20200620,),
    "ghostty": (),
    "iTerm.app": (3, 1),
    "rio": (),
    "tmux": (3, 4),
    "vscode": (1, 72),
    "zed": (),
}
_TERMS = ("alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty")  # how TERM begins there
_OWN = ("DOMTERM", "KONSOLE_VERSION", "WT_SESSION")  # what such a terminal sets for itself
_NOT_THERE = ("CI", "TEAMCITY_VERSION", "STY")  # the log of a build; GNU screen
_VTE = (0, 50, 1)  # 0.50.0 falls over


def takes_links(environment: Mapping[str, str]) -> bool:
    """Whether the terminal of this environment is known to take links; `FORCE_HYPERLINK` (0, 1) decides first."""
    forced = environment.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    if any(environment.get(name) for name in _NOT_THERE):
        return False
    program = environment.get("TERM_PROGRAM", "")
    if program in _PROGRAMS:
        return _numbers(environment.get("TERM_PROGRAM_VERSION", "")) >= _PROGRAMS[program]
    if any(environment.get(name) for name in _OWN) or environment.get("TERM", "").startswith(_TERMS):
        return True
    return _vte(environment.get("VTE_VERSION", "")) >= _VTE


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version)[:3])


def _vte(version: str) -> tuple[int, ...]:
    """A release of VTE as it is given, 6003 or 0.60.3, by its three numbers."""
    found = _numbers(version)
    return (0, found[0] // 100, found[0] % 100) if len(found) == 1 else found
