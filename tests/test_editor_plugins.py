"""Editors' settings: each is sound, each starts `newslint lsp`, all name the same settings; real editors load them."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EDITORS = ROOT / "editors"
VSCODE = EDITORS / "vscode"
SETTINGS = {"config": "", "style": "", "minConfidence": "", "showSpeakers": False}


def text_of(name):
    return (EDITORS / name).read_text(encoding="utf-8")


def test_helix_starts_the_server_for_stories():
    told = tomllib.loads(text_of("helix/languages.toml"))
    ours = told["language-server"]["newslint"]
    assert [ours["command"], *ours["args"]] == ["newslint", "lsp"]
    assert ours["config"] == SETTINGS
    assert all("newslint" in language["language-servers"] for language in told["language"])
    assert {"plain-text", "markdown", "html"} <= {language["name"] for language in told["language"]}


def test_zed_starts_the_server_for_stories():
    told = json.loads(text_of("zed/settings.json"))
    ours = told["lsp"]["newslint"]
    assert [ours["binary"]["path"], *ours["binary"]["arguments"]] == ["newslint", "lsp"]
    assert ours["initialization_options"] == ours["settings"]["newslint"] == SETTINGS
    extension = tomllib.loads(text_of("zed/extension.toml"))["language_servers"]["newslint"]
    assert sorted(extension["languages"]) == sorted(told["languages"]) == sorted(extension["language_ids"])
    assert tomllib.loads(text_of("zed/Cargo.toml"))["lib"]["crate-type"] == ["cdylib"]


def test_sublime_text_starts_the_server_for_stories():
    ours = json.loads(text_of("sublime/LSP.sublime-settings"))["clients"]["newslint"]
    assert ours["command"] == ["newslint", "lsp"]
    assert ours["initializationOptions"] == SETTINGS
    assert ours["settings"] == {f"newslint.{name}": value for name, value in SETTINGS.items()}


def test_emacs_starts_the_server_for_stories():
    text = text_of("emacs/newslint.el")
    code = re.sub(r'"(?:[^"\\]|\\.)*"', '""', re.sub(r"^\s*;.*$", "", text, flags=re.MULTILINE))
    depth = 0
    for sign in code:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert '("newslint" "lsp" ' in text
    assert re.findall(r":(\w+) (?:\"\"|:json-false)", text) == list(SETTINGS)


def test_neovim_names_the_same_command_and_settings():
    text = text_of("neovim/newslint.lua")
    assert '{ "newslint", "lsp" }' in text
    table = re.search(r'"force", \{\n(.*?)\n\}', text, re.DOTALL)[1]
    assert re.findall(r"^  (\w+) =", table, re.MULTILINE) == list(SETTINGS)


def test_vs_code_names_the_same_command_and_settings():
    manifest = json.loads(text_of("vscode/package.json"))
    told = manifest["contributes"]["configuration"]["properties"]
    assert told.pop("newslint.command")["default"] == ["newslint", "lsp"]
    assert {name: each["default"] for name, each in told.items()} == {f"newslint.{n}": v for n, v in SETTINGS.items()}
    assert manifest["activationEvents"]
    assert "telemetry" not in json.dumps(manifest)


def test_the_lock_file_of_the_extension_names_no_other_registry():
    lock = text_of("vscode/package-lock.json")
    assert set(re.findall(r"https?://[^/\"]+", lock)) <= {"https://registry.npmjs.org"}
    packages = json.loads(lock)["packages"]
    assert all("integrity" in each for name, each in packages.items() if name)
    assert packages[""]["version"] == json.loads(text_of("vscode/package.json"))["version"]


def test_nothing_that_is_built_or_installed_is_committed():
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    names = ["editors/vscode/out/extension.js", "editors/vscode/node_modules/x/y.js", "editors/vscode/newslint.vsix"]
    done = subprocess.run(["git", "check-ignore", *names], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == names
    listed = subprocess.run(["git", "ls-files", "editors"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not re.search(r"node_modules|/out/|\.vsix", listed.stdout)
