"""Which version of the plugin API a plugin was written for, and what is said where newslint has another."""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec

from newslint.base.environment import Plugin
from newslint.base.errors import PluginError
from newslint.base.outside import Misfit, shown
from newslint.base.text import UnreadableStory, read_bytes
from newslint.base.typed import Any
from newslint.base.version import PLUGIN_API, __version__

NAME = "newslint_api"
_SAID = re.compile(rb"^newslint_api(?:\s*:\s*int)?\s*=\s*(\d{1,6})\b", re.MULTILINE)
_MOST_BYTES = 1024 * 1024  # of a module that is searched for it


def of_loaded(plugin: Plugin, loaded: Any) -> int:
    """The version that a plugin says (1 where it says nothing); raises Misfit where that is no version."""
    module = sys.modules.get(plugin.module.partition(":")[0])
    said = getattr(loaded, NAME, getattr(module, NAME, 1))
    if type(said) is not int or said < 1:
        raise Misfit(f"its {NAME} is {shown(said)}: a whole number such as {PLUGIN_API} was expected")
    return said


def of_source(plugin: Plugin) -> int:
    """The version that the source of a plugin says which cannot be imported; this one where that cannot be told."""
    try:
        spec = find_spec(plugin.module.partition(":")[0])
        found = _SAID.search(read_bytes(spec.origin, _MOST_BYTES)) if spec and spec.origin else None
    except (UnreadableStory, ImportError, AttributeError, ValueError):
        found = None
    return int(found[1]) if found else PLUGIN_API


def check(plugin: Plugin, version: int) -> None:
    """Raise PluginError for a plugin that was written for another version than newslint has."""
    if version == PLUGIN_API:
        return
    newer = version > PLUGIN_API
    do = "update newslint, or install an older release of the plugin" if newer else "update the plugin"
    raise PluginError(
        f"plugin {plugin.name} {plugin.version} was written for version {version} of the plugin API, "
        f"and this newslint ({__version__}) has version {PLUGIN_API}",
        hint=f"{do}, or switch plugins off with NEWSLINT_PLUGINS= (module {plugin.module})",
    )
