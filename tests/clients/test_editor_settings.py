"""What editors' users paste (`editors/`) tried in Neovim itself, and the VS Code extension built and started."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EDITORS = ROOT / "editors"
VSCODE = EDITORS / "vscode"
SETTINGS = {"config": "", "style": "", "minConfidence": "", "showSpeakers": False}
STORY = "Bridge closes\n\nThe council agreed to to close the bridge on Monday, the mayor said.\n"
SERVER = [sys.executable, "-m", "newslint", "lsp"]


def environment(**more):
    return {**os.environ, "PYTHONPATH": str(ROOT), "NEWSLINT_PLUGINS": "", **more}


def test_neovim_shows_what_newslint_finds(tmp_path):
    """By the file that people paste, in Neovim itself, over standard input and output."""
    (tmp_path / "newslint.yaml").write_text("rules: {repeated-word: warning}\n", encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    ask = (
        "lua vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)"
        " io.stdout:write(vim.fn.json_encode(vim.diagnostic.get(0)))"
    )
    command = [
        "nvim", "--headless", "-n", "-i", "NONE",
        "--cmd", f"let g:newslint_command = {json.dumps(SERVER)}",
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


@pytest.mark.parametrize(
    ("stubs", "called"),
    [
        ("vim.lsp.config = tell; vim.lsp.enable = tell", ["newslint", "newslint"]),  # Neovim 0.11
        ("vim.lsp.config = nil; vim.lsp.start = function(config) tell(config.name, config) end", ["newslint"]),  # 0.8
    ],
)
def test_later_releases_of_neovim_are_asked_in_their_own_way(stubs, called, tmp_path):
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


@pytest.mark.network
def test_the_vs_code_extension_builds_and_starts_the_server(tmp_path):
    if not shutil.which("npm"):
        pytest.skip("there is no npm here")
    copy = tmp_path / "vscode"
    shutil.copytree(VSCODE, copy, ignore=shutil.ignore_patterns("node_modules", "out"))
    env = environment(NEWSLINT_SERVER=json.dumps(SERVER))
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
