"""The GitHub Action and the GitLab example: right by their published schemas, and their commands run."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import git, write

from newslint.base.yamltext import load

ROOT = Path(__file__).parent.parent
ACTION = load((ROOT / "action.yml").read_text(encoding="utf-8")).data
GITLAB = load((ROOT / "examples" / "gitlab-ci.yml").read_text(encoding="utf-8")).data
STEPS = ACTION["runs"]["steps"]
BAD = "Head of the story\n\nThe council agreed to to close the old bridge to lorries on Monday.\n"


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", "action.yml"),
        ("gitlab-ci", "examples/gitlab-ci.yml"),
        ("github-workflows", ".github/workflows/tests.yml"),
        ("github-workflows", ".github/workflows/release.yml"),
    ],
)
def test_it_is_right_by_its_published_schema(schema, file):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_input_is_used_and_every_one_used_is_there():
    used = re.findall(r"inputs\.([\w-]+)", json.dumps(STEPS))
    assert set(used) == set(ACTION["inputs"])
    assert all(given["description"] and "default" in given for given in ACTION["inputs"].values())


def test_no_input_is_part_of_a_script():
    for step in STEPS:
        assert "${{" not in step.get("run", "")
        assert ("run" in step) == ("shell" in step)


def bash(script, folder, **env):
    if not shutil.which("bash") or sys.platform == "win32":
        pytest.skip("needs bash")
    bin_folder = str(Path(sys.executable).parent)
    settings = {**os.environ, "PATH": bin_folder + os.pathsep + os.environ["PATH"], "NEWSLINT_PLUGINS": "", **env}
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=settings, capture_output=True, text=True, check=False
    )


@pytest.fixture
def action(tmp_path):
    """Run the step that checks, in a folder with a bad story; gives the process, its outputs and the summary."""
    (tmp_path / "my stories").mkdir()
    (tmp_path / "my stories" / "bridge.txt").write_text(BAD, encoding="utf-8")
    output, summary = tmp_path / "out", tmp_path / "summary.md"
    output.touch()
    summary.touch()
    step = next(step for step in STEPS if step.get("id") == "check")
    names = {
        name: asked[1] for name, value in step["env"].items() if (asked := re.search(r"inputs\.([\w-]+)", value))
    }
    others = dict.fromkeys(step["env"].keys() - names, "")

    def run(base="", **inputs):
        given = {name: inputs.get(key, ACTION["inputs"][key]["default"]) for name, key in names.items()}
        given |= {**others, "NEWSLINT_BASE": base, "RUNNER_TEMP": str(tmp_path / ".runner")}
        (tmp_path / ".runner").mkdir(exist_ok=True)
        done = bash(step["run"], tmp_path, **given, GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(summary))
        return done, output.read_text(encoding="utf-8"), summary.read_text(encoding="utf-8")

    return run


def test_it_marks_findings_sums_them_up_and_fails(action):
    done, output, summary = action(paths="my stories\n")
    assert done.returncode == 1, done.stderr
    assert "::warning file=my stories/bridge.txt,line=3" in done.stdout
    assert "exit-code=1" in output
    assert "repeated-word" in summary


def test_arguments_may_stand_on_several_lines(action):
    done, output, _ = action(args="--exit-zero\n--ignore repeated-word", paths="my stories", summary="false")
    assert (done.returncode, "exit-code=0" in output) == (0, True), done.stderr
    assert "repeated-word" not in done.stdout


def test_a_path_cannot_become_an_option_or_a_command(action, tmp_path):
    done, output, summary = action(paths="--exit-zero\n$(touch owned); touch owned")
    assert done.returncode == 2
    assert "exit-code=2" in output
    assert not summary
    assert not (tmp_path / "owned").exists()


def test_a_report_goes_into_a_file(action, tmp_path):
    done, _, _ = action(paths=".", format="sarif", output="newslint.sarif")
    assert done.returncode == 1
    assert json.loads((tmp_path / "newslint.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]


@pytest.fixture
def pull_request(tmp_path):
    """A repository whose last commit adds a second slip; gives the commit before it."""
    git(tmp_path, "init", "-q")
    write(tmp_path, ".gitignore", "out\nsummary.md\n.runner\n")
    write(tmp_path, "old.txt", BAD)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "base")
    base = git(tmp_path, "rev-parse", "HEAD").stdout.strip()
    write(tmp_path, "new.txt", BAD)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "new")
    return base


def test_only_what_a_pull_request_changes_is_checked_where_that_is_asked_for(action, pull_request):
    done, output, summary = action(base=pull_request, changed="true")
    assert done.returncode == 1, done.stderr
    assert re.findall(r"file=([^,]+)", done.stdout) == ["new.txt"]
    assert "exit-code=1" in output
    assert "new.txt" in summary
    assert "old.txt" not in summary
    assert len(re.findall(r"file=([^,]+)", action(base=pull_request)[0].stdout)) > 1


def test_where_there_is_no_pull_request_all_is_checked_and_that_is_said(action, pull_request):
    done, _, _ = action(changed="true")
    assert "::notice title=newslint::This is no pull request" in done.stdout
    assert "file=old.txt" in done.stdout


def test_a_checkout_without_history_is_told_what_it_lacks(action, pull_request, tmp_path):
    done, output, summary = action(base="0123456789abcdef0123456789abcdef01234567", changed="true")
    assert done.returncode == 2
    assert "fetch-depth: 0" in done.stdout
    assert "exit-code=2" in output
    assert not summary
    assert "fetch-depth: 0" in ACTION["inputs"]["changed"]["description"]


@pytest.fixture
def suggest(action, tmp_path):
    """Run both steps, the second with a reviewdog that writes down what it is given; or without one."""
    step = next(step for step in STEPS if step.get("name") == "Suggest fixes")
    seen = tmp_path / ".runner" / "seen"

    def run(*, present=True, **inputs):
        done, output, _ = action(suggest="true", **inputs)
        if present:
            (tmp_path / ".bin").mkdir()
            fake = tmp_path / ".bin" / "reviewdog"
            fake.write_text(f'#!/bin/sh\necho "$REVIEWDOG_GITHUB_API_TOKEN $*" > "{seen}"\ncat >> "{seen}"\n')
            fake.chmod(0o755)
        named = re.search("suggestions=(.+)", output)
        then = bash(
            f'PATH="$PWD/.bin:$PATH"\n{step["run"]}',
            tmp_path,
            NEWSLINT_SUGGESTIONS=named[1] if named else "",
            REVIEWDOG_GITHUB_API_TOKEN="secret",
        )
        return done, then, seen.read_text(encoding="utf-8") if seen.exists() else ""

    return run


def test_fixes_are_suggested_by_reviewdog_and_the_run_fails_all_the_same(suggest):
    done, then, seen = suggest(paths="my stories")
    assert (done.returncode, then.returncode) == (1, 0), then.stderr
    said, _, report = seen.partition("\n")
    assert said == "secret -f=rdjson -name=newslint -reporter=github-pr-review"
    [diagnostic] = json.loads(report)["diagnostics"]
    [suggestion] = diagnostic["suggestions"]
    line = BAD.split("\n")[2]
    start, end = (suggestion["range"][at]["column"] - 1 for at in ("start", "end"))
    assert line[:start] + suggestion["text"] + line[end:] == line.replace("to to", "to")


def test_without_reviewdog_that_is_said_and_nothing_breaks(suggest):
    done, then, seen = suggest(present=False, paths="my stories")
    if shutil.which("reviewdog"):
        pytest.skip("reviewdog is installed here")
    assert (done.returncode, then.returncode, seen) == (1, 0, "")
    assert "::warning title=newslint::suggest: true needs reviewdog" in then.stdout


def test_newslint_never_sees_the_token():
    with_token = [step for step in STEPS if "token" in json.dumps(step.get("env", {}))]
    assert [step["name"] for step in with_token] == ["Suggest fixes"]
    assert "newslint check" not in with_token[0]["run"]
    assert with_token[0]["if"].startswith("${{ !cancelled()")


def test_the_commands_for_gitlab_write_a_report_and_fail(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "bridge.txt").write_text(BAD, encoding="utf-8")
    job = GITLAB["newslint"]
    done = bash("set -e\n" + "\n".join(job["script"]), tmp_path)
    assert done.returncode == 1, done.stderr
    report = tmp_path / job["artifacts"]["reports"]["codequality"]
    assert json.loads(report.read_text(encoding="utf-8"))[0]["location"]["path"] == "content/bridge.txt"


def test_what_others_wrote_is_pinned_and_nothing_kept_in_the_checkout_is_believed():
    assert all(re.search(r"@[0-9a-f]{40}$", step["uses"]) for step in STEPS if "uses" in step)
    check = next(step for step in STEPS if step.get("id") == "check")
    assert 'NEWSLINT_CACHE_DIR="$RUNNER_TEMP/' in check["run"]


def test_the_docs_say_how_to_run_on_pull_requests_from_forks():
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert "pull_request_target" not in "".join(re.findall(r"```yaml.*?```", page, re.DOTALL))
    for said in (
        "permissions: { contents: read }",
        "base.sha",
        "--config newslint.yaml",
        "persist-credentials: false",
    ):
        assert said in page
