"""Asks plugins from outside for what they bring: loads them, holds what they give to its hook, and guards its use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from pluggy import PluginManager

from newslint.base.environment import GROUP, Plugin
from newslint.base.errors import NewslintError, PluginError
from newslint.base.outside import Misfit, apart, reason, shown
from newslint.base.text import NoStory, Source
from newslint.base.typed import IO, Any
from newslint.base.version import __version__
from newslint.formats import Format, Reading, Unread, with_language
from newslint.model.contract import check_story
from newslint.model.finding import Report
from newslint.model.story import Analysis, Story
from newslint.rulebook import _plugin_api, hookspecs
from newslint.rulebook._hook_faults import accepted, check_hooks, wanted_newslint
from newslint.rulebook.plugin_names import name_fault

_LISTS = ("mentions", "people", "speakers", "quotes", "sentences", "dates")  # analyses that give a tuple
Write = Callable[[Report, IO[str]], None]


class Managed:
    """Every plugin loaded, in order; raises PluginError naming the one that is broken, with its version."""

    def __init__(self, found: tuple[Plugin, ...]) -> None:
        self._found = found
        self._by_module = {plugin.module: plugin for plugin in found}
        self._check_names()
        self._manager = PluginManager(GROUP)
        self._manager.add_hookspecs(hookspecs)
        self.api: dict[Plugin, int] = {}  # the version that each was written for
        for plugin in found:
            loaded = _loaded(plugin)
            try:
                with apart():
                    self.api[plugin] = _plugin_api.of_loaded(plugin, loaded)
                    _plugin_api.check(plugin, self.api[plugin])
                    check_hooks(loaded)
                self._manager.register(loaded, plugin.module)
            except PluginError:
                raise
            except Exception as error:
                raise broken(plugin, "could not be loaded", error) from error

    def _check_names(self) -> None:
        """Raise PluginError for a name that no plugin can have, and for a name or module that two have."""
        seen: dict[tuple[str, str], Plugin] = {}
        for plugin in self._found:
            if fault := name_fault(plugin.name):
                hint = f"rename its entry point, or leave it out with NEWSLINT_PLUGINS= (module {plugin.module})"
                raise PluginError(f"plugin {plugin.name} {plugin.version}: {fault}", hint=hint)
            for what, key in (("name", plugin.name), ("module", plugin.module)):
                other = seen.setdefault((what, key), plugin)
                if other is not plugin:
                    raise PluginError(
                        f"two plugins have the {what} “{key}”: {_told(other)} and {_told(plugin)}",
                        hint="uninstall one of the two: their rules could not be told apart",
                    )

    def given(self, hook: str) -> Iterator[tuple[Plugin, Any]]:
        """What each plugin gives through a hook; raises PluginError for what it may not give."""
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            plugin = self._by_module[implementation.plugin_name]
            try:
                with apart():
                    given = accepted(hook, implementation.function())
            except Exception as error:
                raise broken(plugin, f"failed in its hook {hook}", error) from error
            yield plugin, given


def _loaded(plugin: Plugin) -> Any:
    """The module or object of a plugin; raises PluginError, by the version of the API where that tells why."""
    module, _, attribute = plugin.module.partition(":")
    try:
        with apart():
            loaded: Any = import_module(module)
            for part in attribute.split(".") if attribute else ():
                loaded = getattr(loaded, part)
    except Exception as error:
        _plugin_api.check(plugin, _plugin_api.of_source(plugin))
        raise broken(plugin, "could not be loaded", error) from error
    return loaded


def _told(plugin: Plugin) -> str:
    return f"{plugin.name} {plugin.version} of {plugin.distribution} (module {plugin.module})"


def broken(plugin: Plugin, what: str, error: BaseException) -> PluginError:
    """The error for a plugin that failed: its name, its version, what it failed in, why, and on which line."""
    hint = f"update it, or uninstall it, or switch plugins off with NEWSLINT_PLUGINS= (module {plugin.module})"
    if isinstance(error, ImportError | AttributeError) and (wanted := wanted_newslint(plugin)):
        hint = f"it asks for newslint {wanted}, and this is newslint {__version__}; {hint}"
    return PluginError(f"plugin {plugin.name} {plugin.version} {what}: {reason(error)}", hint=hint)


def story(plugin: Plugin, story_format: Format, source: Source, reading: Reading) -> Story:
    """A source as a plugin's format reads it; raises PluginError where it breaks, or gives no whole story."""
    try:
        with apart():
            parsed = story_format.parse(source, reading)
        check_story(parsed, source)
    except NoStory:
        raise
    except Exception as error:
        raise broken(plugin, f"failed to read {source.path or 'a text'}", error) from error
    return with_language(parsed)


def stories(plugin: Plugin, story_format: Format, source: Source, reading: Reading) -> Iterator[Story | Unread]:
    """Each story of a source as a plugin's format reads it; raises PluginError as `story`, and NoStory."""
    if not hasattr(story_format, "stories"):
        yield story(plugin, story_format, source, reading)
        return
    try:
        with apart():
            found = list(story_format.stories(source, reading))
        for each in found:
            if not isinstance(each, Unread):
                check_story(each, source)
    except NoStory:
        raise
    except Exception as error:
        raise broken(plugin, f"failed to read {source.path or 'a text'}", error) from error
    yield from (each if isinstance(each, Unread) else with_language(each) for each in found)


def analysis(plugin: Plugin, made: Analysis[Any]) -> Analysis[Any]:
    """A plugin's analysis, which raises PluginError where it breaks."""

    def run(story: Story) -> Any:
        try:
            with apart():
                found = made.run(story)
            if made.name in _LISTS and not isinstance(found, (tuple, list)):
                raise Misfit(f"it gave {shown(found)}: a tuple was expected")
        except PluginError:
            raise  # of another analysis that it asked for
        except Exception as error:
            what = f"failed in its analysis “{made.name}” on {story.path or 'a text'}"
            raise broken(plugin, what, error) from error
        return found

    return Analysis(made.name, run)


def reporter(plugin: Plugin, name: str, write: Write) -> Write:
    """A plugin's reporter, which raises PluginError where it breaks."""

    def guarded(report: Report, stream: IO[str]) -> None:
        try:
            with apart():
                write(report, stream)
        except (OSError, NewslintError):
            raise  # a full disk, a reader that went away, a rule that failed meanwhile: not the reporter's fault
        except Exception as error:
            raise broken(plugin, f"failed to write the report format “{name}”", error) from error

    return guarded
