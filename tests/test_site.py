"""The site: pages are printed, links lead somewhere, and what they tell people to type works."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import site_pages

from newslint import cli, commands
from newslint.base.yamltext import load, load_all
from newslint.config import profile
from newslint.config.settings import Settings
from newslint.rulebook import pack, plugins
from newslint.testing import run_example
from newslint.words import name_files

ROOT = Path(__file__).parent.parent
PAGES = site_pages.site()
WRITTEN = {path.name: path.read_text(encoding="utf-8") for path in ROOT.glob("docs/*.md") if path.name != "rules.md"}
FENCE = re.compile(
    r'^(?P<fence>```|~~~)(?P<language>\w*)(?: title="(?P<title>[^"]*)")?\n(?P<text>.*?)^(?P=fence)$',
    re.DOTALL | re.MULTILINE,
)
BLOCKS = [
    (page, block["language"], block["title"] or "", block["text"])
    for page, text in WRITTEN.items()
    for block in FENCE.finditer(text)
]
OWN = plugins.load("")


def titled(ending):
    return [
        pytest.param(text, id=f"{page}-{n}")
        for n, (page, _, title, text) in enumerate(BLOCKS)
        if title.endswith(ending)
    ]


def prose(text):
    """A page without its code and its examples."""
    return re.sub(r"`[^`\n]*`|<pre .*?</pre>", "", FENCE.sub("", text), flags=re.DOTALL)


def anchors(text):
    """The anchors of a page's headings, as MkDocs makes them."""
    heads = re.findall(r"^#+ (.*)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", head).strip().lower()) for head in heads}


def test_every_rule_has_a_page():
    rules = pack.load(OWN).rules
    assert {f"rules/{rule}.md" for rule in rules} <= set(PAGES)
    for rule in rules.values():
        page = PAGES[f"rules/{rule.id}.md"]
        assert page.count('<pre class="story">') >= len(rule.examples)
        assert all(f"`{option}`" in page for option in rule.options())
        assert (rule.evidence is None) == ("## Evidence" not in page)


def test_everything_that_is_printed_is_printed_somewhere_and_nothing_is_left_to_print():
    asked = {name for text in WRITTEN.values() for name in re.findall(r"<!-- printed: ([\w-]+) -->", text)}
    assert asked == set(site_pages.PRINTERS)
    assert not [page for page, text in PAGES.items() if "<!-- printed" in text or "<!-- end" in text]


def test_every_command_and_zone_is_in_the_reference():
    for name, command in commands.every().items():
        assert f"## newslint {name}" in PAGES["cli.md"]
        assert all(argument.name in PAGES["cli.md"] for argument in command.arguments if argument.is_option)
    assert set(site_pages.ZONES) == set(site_pages.ROLES)
    assert all(f"| `{name}` |" in PAGES["reports.md"] for name in OWN.reporters)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", prose(PAGES[page])):
        path, _, anchor = target.partition("#")
        there = (Path("/docs") / page).parent / path if path else Path("/docs") / page
        name = str(Path(*there.parts)).replace("\\", "/")
        name = re.sub(r"[^/]+/\.\./", "", name).removeprefix("/docs/")
        if name.startswith("pictures/"):  # left out unless it is there
            assert (ROOT / "docs" / name).is_file(), f"{page}: {target}"
            continue
        assert name in PAGES, f"{page}: {target}"
        assert not anchor or anchor in anchors(PAGES[name]), f"{page}: {target}"


def test_links_to_the_repository_lead_to_files_that_are_there():
    found = [link for text in PAGES.values() for link in re.findall(rf"\({site_pages.HOME}/blob/main/([^)#]+)", text)]
    assert found
    assert all((ROOT / link).exists() for link in found), found


def test_every_page_is_in_the_navigation():
    nav = re.findall(r": ([\w-]+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(nav) == {page for page in PAGES if "/" not in page}


def shown_commands():
    for page, language, _, text in [*BLOCKS, *(("README.md", "sh", "", text) for text in readme_code())]:
        if language in ("sh", "yaml", "text", ""):
            for line in re.findall(r"^(?:\$ |\s*- run: |\s*- )?(newslint .*)$", text, re.MULTILINE):
                yield pytest.param(line, id=f"{page}: {line[:50]}")


def readme_code():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return [
        *(block["text"] for block in FENCE.finditer(text)),
        "\n".join(re.findall(r"^    (newslint .*)$", text, re.MULTILINE)),
    ]


@pytest.mark.parametrize("line", list(shown_commands()))
def test_every_command_that_is_shown_is_one(line):
    words = shlex.split(re.split(r"\s[|<>]\s|&&", line.partition(" #")[0])[0])[1:]
    if words not in (["--help"], ["--version"]):
        assert cli.parser().parse_args(words)


@pytest.mark.parametrize("text", titled("newslint.yaml"))
def test_settings_that_are_shown_are_right(text, tmp_path):
    (tmp_path / "newslint.yaml").write_text(text, encoding="utf-8")
    layer = profile.read_layer(str(tmp_path / "newslint.yaml"), OWN.rule_sources)
    assert layer.data
    if not layer.data.keys() & {"rule-files", *OWN.rule_sources}:  # whose rules are not there
        profile.Config(pack.load(OWN), OWN.styles, layer, Settings()).profile(str(tmp_path / "a.md"))


@pytest.mark.parametrize("text", [p for p in titled(".yaml") if p.values[0].startswith("id: ")])
def test_rules_that_are_shown_hold(text, tmp_path):
    (tmp_path / "rule.yaml").write_text(text, encoding="utf-8")
    [rule] = pack.read_rules(str(tmp_path / "rule.yaml"), OWN.kinds)
    assert rule.examples
    for example in rule.examples:
        run_example(rule, example, OWN.formats)


@pytest.mark.parametrize("text", titled("names.yaml"))
def test_names_that_are_shown_are_right(text, tmp_path):
    (tmp_path / "names.yaml").write_text(text, encoding="utf-8")
    assert name_files.read_names(str(tmp_path / "names.yaml")).names


@pytest.mark.parametrize("name", ["ShoutingHeadline", "OneVoice"])
def test_a_rule_in_python_holds(name):
    spoken = {}
    exec(next(text for *_, text in BLOCKS if f"\nclass {name}(" in text), spoken)
    rule = spoken[name]()
    for example in rule.examples:
        run_example(rule, example, OWN.formats)


def test_all_other_yaml_and_python_can_be_read():
    assert sum(1 for _, language, *_ in BLOCKS if language == "yaml") > 12
    for page, language, title, text in BLOCKS:
        if language == "yaml":
            assert list(load_all(text)) or text.startswith("#"), (page, title)
        if language == "python":
            compile(text, page, "exec")


def test_front_matter_that_is_shown_is_understood(newslint, newsroom):
    [text] = [text for _, _, title, text in BLOCKS if title == "front matter"]
    assert set(load(text).data["newslint"]["ignore"]) <= set(pack.load(OWN).rules)
    story = "The council voted on Monday to close the old bridge to lorries, the mayor's office said.\n"
    (newsroom / "story.md").write_text(f"---\ntitle: Council closes bridge\n{text}---\n\n{story}", encoding="utf-8")
    assert "is not understood" not in newslint("check", "--min-confidence", "low", "story.md").out


def test_the_site_can_be_built(tmp_path):
    pytest.importorskip("material", reason="needs the docs extra; CI builds the site in a job of its own")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for rule in pack.load(OWN).rules.values():
        built = (tmp_path / "rules" / rule.id / "index.html").read_text(encoding="utf-8")
        stories = re.findall(r'<pre class="story">.*?</pre>', PAGES[f"rules/{rule.id}.md"], re.DOTALL)
        assert all(story in built for story in stories), f"Markdown changed an example of {rule.id}"
