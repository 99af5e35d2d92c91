"""Editors' settings: each is sound, each starts `newslint lsp`, all name the same settings; real editors load them."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from newslint import commands

ROOT = Path(__file__).parent.parent
EDITORS = ROOT / "editors"
VSCODE = EDITORS / "vscode"
SETTINGS = {"config": "", "style": "", "minConfidence": "", "showSpeakers": False}
STORY = "Bridge closes\n\nThe council agreed to to close the bridge on Monday, the mayor said.\n"


def text_of(name):
    return (EDITORS / name).read_text(encoding="utf-8")


def server():
    """The command of newslint's server; that of a stand-in where newslint or its extra has none."""
    if commands.find("lsp") and importlib.util.find_spec("pygls"):
        return [sys.executable, "-m", "newslint", "lsp"]
    return [sys.executable, str(ROOT / "tests" / "stand_in_server.py")]


def environment(**more):
    return {**os.environ, "PYTHONPATH": str(ROOT), "NEWSLINT_PLUGINS": "", **more}


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


@pytest.mark.clients
def test_neovim_shows_what_newslint_finds(tmp_path):
    """By the file that people paste, in Neovim itself, over standard input and output."""
    if not shutil.which("nvim"):
        pytest.skip("there is no Neovim here")
    (tmp_path / "newslint.yaml").write_text("rules: {repeated-word: warning}\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    ask = (
        "lua vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)"
        " io.stdout:write(vim.fn.json_encode(vim.diagnostic.get(0)))"
    )
    command = [
        "nvim", "--headless", "-n", "-i", "NONE",
        "--cmd", f"let g:newslint_command = {json.dumps(server())}",
        "-u", str(EDITORS / "neovim" / "newslint.lua"),
        "story.txt", "-c", ask, "-c", "qa!",
    ]  # fmt: skip
    home = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(**home), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [(each["code"], each["lnum"]) for each in found] == [("repeated-word", 2)], done.stderr


@pytest.mark.clients
@pytest.mark.parametrize(
    ("stubs", "called"),
    [
        ("vim.lsp.config = tell; vim.lsp.enable = tell", ["newslint", "newslint"]),  # Neovim 0.11
        ("vim.lsp.config = nil; vim.lsp.start = function(config) tell(config.name, config) end", ["newslint"]),  # 0.8
    ],
)
def test_later_releases_of_neovim_are_asked_in_their_own_way(stubs, called, tmp_path):
    if not shutil.which("nvim"):
        pytest.skip("there is no Neovim here")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    stubs = (
        f"lua told = {{}}; function tell(name, config) table.insert(told, {{ name, config or {{}} }}) end; {stubs}"
    )
    command = [
        "nvim", "--headless", "-n", "-i", "NONE", "--cmd", stubs,
        "-u", str(EDITORS / "neovim" / "newslint.lua"),
        "story.txt", "-c", "lua io.stdout:write(vim.fn.json_encode(told))", "-c", "qa!",
    ]  # fmt: skip
    home = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(**home), capture_output=True, text=True, timeout=60, check=False
    )
    told = json.loads(done.stdout)
    assert [name for name, _ in told] == called, done.stderr
    assert told[0][1]["cmd"] == ["newslint", "lsp"]
    assert told[0][1]["settings"] == {"newslint": SETTINGS}


@pytest.mark.clients
@pytest.mark.network
def test_the_vs_code_extension_builds_and_starts_the_server(tmp_path):
    if not shutil.which("npm"):
        pytest.skip("there is no npm here")
    copy = tmp_path / "vscode"
    shutil.copytree(VSCODE, copy, ignore=shutil.ignore_patterns("node_modules", "out"))
    env = environment(NEWSLINT_SERVER=json.dumps(server()))
    for words in (["npm", "ci", "--no-audit", "--no-fund"], ["npm", "test"]):
        done = subprocess.run(
            words,
            cwd=copy,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert "# fail 0" in done.stdout
    assert (copy / "out" / "extension.js").stat().st_size > 10_000
