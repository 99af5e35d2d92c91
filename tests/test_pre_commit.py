"""The pre-commit hook blocks a commit with a bad story and passes a good one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import helpers
import pytest

ROOT = Path(__file__).parent.parent
BAD = "Head of the story\n\nThe council agreed to to close the old bridge to lorries on Monday.\n"


def git(folder: Path, *arguments: str, **keys) -> subprocess.CompletedProcess[str]:
    """Git that finds this Python's pre-commit."""
    path = str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"]
    return helpers.git(folder, *arguments, env={**os.environ, "PATH": path, "NO_COLOR": "1"}, **keys)


def test_the_manifest_is_valid():
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.fresh
@pytest.mark.network
def test_the_hook_blocks_a_bad_story_and_passes_a_good_one(tmp_path, monkeypatch, clean_story):
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("GIT_DIR", raising=False)
    tool = tmp_path / "newslint"
    kept = shutil.ignore_patterns(".git", ".venv", "tests", "examples", "__pycache__", ".*_cache", "dist")
    shutil.copytree(ROOT, tool, ignore=kept)
    git(tool, "init", "--quiet")
    git(tool, "add", "--all")
    git(tool, "commit", "--quiet", "--message", "newslint")
    rev = git(tool, "rev-parse", "HEAD").stdout.strip()

    news = tmp_path / "news"
    news.mkdir()
    git(news, "init", "--quiet")
    (news / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {tool.as_posix()}\n  rev: {rev}\n  hooks:\n  - id: newslint\n", encoding="utf-8"
    )
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=news, capture_output=True, check=True)
    (news / "story.txt").write_text(BAD, encoding="utf-8")
    (news / "README.md").write_text("to to\n", encoding="utf-8")
    git(news, "add", "--all")
    blocked = git(news, "commit", "--message", "a story", check=False)
    assert blocked.returncode == 1
    assert "warning[repeated-word]" in blocked.stdout + blocked.stderr
    assert "README" not in blocked.stdout + blocked.stderr
    (news / "story.txt").write_text(clean_story, encoding="utf-8")
    git(news, "add", "--all")
    git(news, "commit", "--message", "a story")
