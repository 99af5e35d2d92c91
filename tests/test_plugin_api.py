"""A plugin says which version of the plugin API it was written for; one for another is named with what to do."""

import pytest
from helpers import FAULTY, write

from newslint.base.version import PLUGIN_API, __version__

HOOK = "@hookimpl\ndef register_rules():\n    return []\n"
OTHER = "was written for version 2 of the plugin API, and this newslint ({}) has version 1"


@pytest.mark.parametrize("said", ["", f"newslint_api = {PLUGIN_API}\n"])
def test_one_that_says_this_version_or_nothing_is_taken(install, newslint, said):
    install(said + HOOK)
    done = newslint("plugins")
    assert done.code == 0
    assert done.out == "acme 2.1 (newslint_acme): 0 rules or rule files, plugin API 1\n"


@pytest.mark.parametrize("rest", [
    HOOK,
    "@hookimpl\ndef register_dictionaries():\n    return []\n",  # a hook that only the other version has
    "from newslint import Dictionary\n",  # a name that only the other version has
    "raise RuntimeError\n",
    "",
])  # fmt: skip
@pytest.mark.parametrize("command", [("plugins",), ("check", "."), ("rules",)])
def test_one_for_another_version_is_named_with_both_and_what_to_do(install, newsroom, newslint, rest, command):
    install(f"newslint_api: int = 2\n{rest}")
    write(newsroom, "a.txt", FAULTY)
    done = newslint(*command)
    assert (done.code, done.out) == (2, "")
    assert f"plugin acme 2.1 {OTHER.format(__version__)}" in done.err
    assert "update newslint, or install an older release of the plugin, or switch plugins off" in done.err
    assert "(module newslint_acme)" in done.err


def test_one_for_an_older_version_is_to_be_updated(install, newslint, monkeypatch):
    from newslint.rulebook import _plugin_api  # private: no such version has been

    monkeypatch.setattr(_plugin_api, "PLUGIN_API", 2)
    install(HOOK)
    done = newslint("plugins")
    assert done.code == 2
    assert "was written for version 1 of the plugin API" in done.err
    assert "\n  update the plugin, or switch plugins off" in done.err


@pytest.mark.parametrize("said", ["'1'", "0", "-1", "1.0", "True", "None", "(1, 2)"])
def test_what_is_no_version_is_refused(install, newslint, said):
    install(f"newslint_api = {said}\n{HOOK}")
    done = newslint("plugins")
    assert done.code == 2
    assert "plugin acme 2.1 could not be loaded: its newslint_api is " in done.err
    assert "a whole number such as 1 was expected" in done.err


def test_an_object_of_a_module_goes_by_what_it_says_itself_or_else_its_module(install, newsroom, newslint):
    install(
        "newslint_api = 2\nclass Hooks:\n    newslint_api = 1\n    @hookimpl\n    def register_rules(self):\n"
        "        return []\nhooks = Hooks()\n"
    )
    entry = newsroom / ".site" / "newslint_acme-2.1.dist-info" / "entry_points.txt"
    entry.write_text("[newslint]\nacme = newslint_acme:hooks\n", encoding="utf-8")
    assert "(newslint_acme:hooks): 0 rules or rule files, plugin API 1" in newslint("plugins").out


def test_a_plugin_that_breaks_for_another_reason_is_told_as_ever(install, newslint):
    install("newslint_api = 1\nraise RuntimeError('no')\n")
    assert "plugin acme 2.1 could not be loaded: RuntimeError: no" in newslint("plugins").err
