"""What is installed beside newslint: its plugins by name and version, and whether any code has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from newslint.base import cache
from newslint.base.errors import PluginError
from newslint.base.record import NamedTuple

GROUP = "newslint"
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # the package


def rules_folder() -> str:
    """The folder of YAML rules: inside an installed package, beside it in a checkout."""
    inside = os.path.join(HERE, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(HERE), "rules")


class Plugin(NamedTuple):
    """A plugin as it was found: its entry-point name, version and module, and the distribution it came in."""

    name: str
    version: str
    module: str
    distribution: str = ""


def installed() -> tuple[Plugin, ...]:
    """Plugins in this environment, in the order of their names; remembered until the environment changes."""
    key = cache.key_of("plugins and distributions", sys.version, *map(_state, sys.path))
    remembered = cache.load(key)
    if isinstance(remembered, list):
        return tuple(Plugin(*each) for each in remembered)
    found = tuple(sorted(_found()))
    cache.save(key, found)
    return found


def chosen() -> tuple[Plugin, ...]:
    """The plugins to load: all, or those that `NEWSLINT_PLUGINS` names ("" for none); raises PluginError."""
    wanted = os.environ.get("NEWSLINT_PLUGINS")
    if wanted == "":
        return ()
    found = installed()
    if wanted is None:
        return found
    listed = {name.strip() for name in wanted.split(",")}
    unknown = listed - {plugin.name for plugin in found}
    if unknown:
        known = ", ".join(sorted(plugin.name for plugin in found)) or "none"
        raise PluginError(
            f"NEWSLINT_PLUGINS names “{min(unknown)}”, which is not installed", hint=f"installed: {known}"
        )
    return tuple(plugin for plugin in found if plugin.name in listed)


def _found() -> set[Plugin]:
    """Every distribution's entry points in our group (importlib.metadata takes 90 ms to read them all).

    Of two copies of one distribution the first on the import path counts, as it does for Python.
    """
    from importlib.metadata import distributions

    found: dict[str, set[Plugin]] = {}
    for distribution in distributions():
        entries = [entry for entry in distribution.entry_points if entry.group == GROUP]
        if entries:
            known = distribution.metadata
            name, version = known["Name"] or "?", known["Version"] or "?"
            found.setdefault(name, {Plugin(entry.name, version, entry.value, name) for entry in entries})
    return {plugin for plugins in found.values() for plugin in plugins}


def _state(folder: str) -> str:
    """What changes in a folder of the import path when a distribution comes or goes."""
    try:
        if folder.endswith(("site-packages", "dist-packages")):
            return f"{folder} {os.stat(folder).st_mtime_ns}"
        with os.scandir(folder or ".") as entries:  # such as the current folder: it changes all the time
            names = [e.name for e in entries if e.name.endswith((".dist-info", ".egg-info"))]
        return " ".join((folder, *sorted(names)))
    except OSError:
        return folder


def code_state() -> str:
    """A text that changes when newslint's own code or rules, or the code of a plugin, do."""
    folders = [HERE, os.path.join(os.path.dirname(HERE), "rules")]
    plugins = chosen()
    parts = [f"{plugin.name} {plugin.version}" for plugin in plugins]
    parts += [_state(folder) for folder in sys.path if folder.endswith("-packages")]  # extras come and go there
    for plugin in plugins:
        folders += _folders_of(plugin)
    for folder in folders:
        parts += files_below(folder)
    return cache.key_of(sys.version, *parts)


def _folders_of(plugin: Plugin) -> list[str]:
    """Where a plugin's package lies, found without importing it."""
    top = plugin.module.partition(":")[0].partition(".")[0]
    found = [os.path.join(folder, top) for folder in sys.path]
    from importlib.util import find_spec  # an editable install is told by its finder only

    spec = find_spec(top)
    found += spec.submodule_search_locations or [] if spec else []
    return [folder for folder in dict.fromkeys(found) if os.path.isdir(folder)]


def files_below(folder: str) -> Iterator[str]:
    """Each code and rule file below a folder, by name, with its size and time of change."""
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.endswith((".py", ".yaml", ".yml")):
            status = entry.stat()
            yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
        elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
            yield from files_below(entry.path)
