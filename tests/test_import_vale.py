"""`newslint import-vale` carries a .vale.ini over: the same rules are on for the same files, and the rest is named."""

import fnmatch
import re
from pathlib import Path

import pytest
from helpers import write
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.base.errors import ConfigError, NewslintError
from newslint.base.globs import BadPattern, globs
from newslint.commands.import_vale import page
from newslint.engine.workspace import Workspace
from newslint.vale.ini import read_ini, sections_of
from newslint.vale.ini_globs import patterns_of
from newslint.vale.moving import moved

LEVELS = {"Desk.Utilise": "suggestion", "Desk.Very": "warning", "Wire.Slug": "error", "Wire.Zap": "warning"}
SEVERITIES = {"suggestion": "note", "warning": "warning", "error": "error"}
KNOWN = {".md": "markdown", ".mdx": "mdx", ".txt": "plain", ".rst": "restructuredtext"}


def house(folder: Path, ini: str, **more: str) -> Path:
    """A folder with styles and a .vale.ini; gives the ini's path."""
    for name, level in LEVELS.items():
        style, word = name.split(".")
        rule = f"extends: existence\nmessage: \"Not '%s'\"\nlevel: {level}\ntokens:\n  - {word.lower()}\n"
        write(folder, f"styles/{style}/{word}.yml", rule)
    write(folder, "styles/config/vocabularies/House/accept.txt", "Zaporizhzhia\n")
    for name, text in more.items():
        write(folder, name.replace("__", "/") + ".yml", text)
    write(folder, ".vale.ini", ini)
    return folder / ".vale.ini"


def on(folder: Path, path: str) -> dict[str, str]:
    """The rules that are on for a path by the newslint.yaml of a folder, each with its severity."""
    profile = Workspace(config_file=str(folder / "newslint.yaml")).config(str(folder)).profile(str(folder / path))
    return {rule.id.removeprefix("vale/"): rule.severity for rule in profile.rules}


INI = """\
# The desk's configuration
StylesPath = styles
MinAlertLevel = suggestion
Packages = Wire, \\
  https://example.org/Other.zip
Vocab = House
IgnoredScopes = code, tt
WordTemplate = '\\b(?:%s)\\b' ; as ever

[formats]
mdx = md
story = md
chapter = org

[*]
BasedOnStyles = Desk
Desk.Very = NO

[*.{md,txt}]
BasedOnStyles = Desk, Wire
Wire.Zap = error
Wire.Gone = NO
TokenIgnores = (x+)

[drafts/*.md]
BasedOnStyles = Wire
Lang = de
Desk.Utilise = YES
"""


# --- the whole way


def test_what_is_written_loads_and_checks_stories_as_the_sections_say(newsroom, newslint):
    house(newsroom, INI)
    write(newsroom, "a.txt", "They utilise a slug, very much so, and zap it.\n")
    write(newsroom, "drafts/old/a.md", "They utilise a slug, very much so, and zap it.\n")
    write(newsroom, "b.rst", "They utilise a slug, very much so, and zap it.\n")
    done = newslint("import-vale", "--write")
    assert (done.code, done.out) == (
        0,
        "wrote newslint.yaml: the styles Desk, Wire; 7 that could not be carried over\n",
    )
    assert on(newsroom, "a.txt") == {"Desk.Utilise": "note", "Wire.Slug": "error", "Wire.Zap": "error"}
    assert on(newsroom, "b.rst") == {"Desk.Utilise": "note"}
    assert on(newsroom, "drafts/old/a.md") == {"Desk.Utilise": "note", "Wire.Slug": "error", "Wire.Zap": "error"}
    done = newslint("check", "--format", "json")
    assert done.code == 1
    found = sorted((each["path"], each["rule"]) for each in done.report["findings"])
    assert found == [
        *[("a.txt", f"vale/{rule}") for rule in ("Desk.Utilise", "Wire.Slug", "Wire.Zap")],
        ("b.rst", "vale/Desk.Utilise"),
        *[("drafts/old/a.md", f"vale/{rule}") for rule in ("Desk.Utilise", "Wire.Slug", "Wire.Zap")],
    ]


def test_it_is_printed_where_nobody_says_write(newsroom, newslint):
    house(newsroom, INI)
    done = newslint("import-vale", ".vale.ini")
    assert done.code == 0
    assert done.out.startswith("# Vale's styles as .vale.ini has them")
    assert "  all: off\n" in done.out
    assert "own rules are off" in done.out
    assert not (newsroom / "newslint.yaml").exists()


def test_what_is_printed_is_what_is_written(newsroom, newslint):
    house(newsroom, INI)
    printed = newslint("import-vale").out
    newslint("import-vale", "--write")
    assert (newsroom / "newslint.yaml").read_text("utf-8") == printed


def test_a_newslint_yaml_that_is_there_stays(newsroom, newslint):
    house(newsroom, INI)
    write(newsroom, "newslint.yaml", "fail-on: error\n")
    done = newslint("import-vale", "--write")
    assert done.code == 2
    assert "there already" in done.err
    assert "vale:\n" in done.out, "what to add to it is printed"
    assert (newsroom / "newslint.yaml").read_text() == "fail-on: error\n"
    assert newslint("import-vale", "--write", "--force").code == 0
    assert "vale:" in (newsroom / "newslint.yaml").read_text()


def test_it_writes_through_no_link(newsroom, newslint):
    house(newsroom, INI)
    (newsroom / "elsewhere").write_text("mine\n")
    (newsroom / "newslint.yaml").symlink_to("elsewhere")
    done = newslint("import-vale", "--write", "--force")
    assert done.code == 2
    assert "symbolic link" in done.err
    assert (newsroom / "elsewhere").read_text() == "mine\n"


def test_what_is_not_carried_over_is_named_by_its_line(newsroom, newslint):
    house(newsroom, INI)
    done = newslint("import-vale")
    lines = INI.splitlines()
    named = [int(n) for n in re.findall(r"\.vale\.ini:(\d+): not carried over", done.err)]
    assert [lines[n - 1].split(" ")[0] for n in named] == [
        "Packages", "IgnoredScopes", "mdx", "chapter", "Wire.Gone", "TokenIgnores", "Lang",
    ]  # fmt: skip
    assert "run `vale sync` once" in done.err
    assert all(f"#   {n}: " in done.out for n in named), "and in the file itself"


@pytest.mark.parametrize(
    "key",
    [
        "Packages",
        "IgnoredScopes",
        "SkippedScopes",
        "IgnoredClasses",
        "NLPEndpoint",
        "Strange",
    ],
)
def test_a_core_key_without_a_setting_is_named(tmp_path, key):
    ini = house(tmp_path, f"StylesPath = styles\n{key} = a, b\n[*]\nBasedOnStyles = Desk\n")
    assert [(left.line, left.said.split(":")[0]) for left in moved(str(ini), KNOWN).left] == [(2, key)]


@pytest.mark.parametrize(
    "key",
    [
        "TokenIgnores",
        "BlockIgnores",
        "IgnorePatterns",
        "Transform",
        "View",
        "CommentDelimiters",
        "Lang",
        "Desk",
        "Desk.Very[max]",
        "StylesPath",
        "extends",
    ],
)
def test_a_key_of_a_section_without_a_setting_is_named(tmp_path, key):
    ini = house(tmp_path, f"StylesPath = styles\n[*.md]\nBasedOnStyles = Desk\n{key} = a\n")
    assert [(left.line, left.said.split(":")[0]) for left in moved(str(ini), KNOWN).left] == [(4, f"[*.md] {key}")]


def test_files_that_newslint_cannot_run_are_named_and_left_out(newsroom, newslint):
    more = {
        "styles__Desk__Script": "extends: script\nmessage: no\nscript: |\n  x := 1\n",
        "styles__Desk__Broken": "extends: [\n",
        "styles__Desk__Balanced": "extends: existence\nmessage: no\ntokens: ['(?<a-b>x)']\n",
    }
    house(newsroom, "StylesPath = styles\n[*]\nBasedOnStyles = Desk\nDesk.Script = error\n", **more)
    done = newslint("import-vale", "--write")
    assert done.code == 0
    for name in ("Script", "Broken", "Balanced"):
        assert f".vale.ini:3: not carried over: vale/Desk.{name}" in done.err
    assert "without: [Desk.Balanced, Desk.Broken, Desk.Script]" in (newsroom / "newslint.yaml").read_text()
    assert on(newsroom, "a.md") == {"Desk.Utilise": "note", "Desk.Very": "warning"}


def test_styles_that_are_not_there_are_named(newsroom, newslint):
    house(newsroom, "StylesPath = styles\nPackages = Remote\n[*]\nBasedOnStyles = Remote, Desk\n")
    done = newslint("import-vale", "--write")
    assert done.code == 0
    assert (
        "4: not carried over: the style Remote: it is not in the folder of styles: run `vale sync` once" in done.err
    )
    assert set(on(newsroom, "a.md")) == {"Desk.Utilise", "Desk.Very"}


@pytest.mark.parametrize(
    ("ini", "message"),
    [
        ("", "says nothing"),
        ("# only a comment\n", "says nothing"),
        ("[*]\nBasedOnStyles = Desk\n", "no StylesPath"),
        ("StylesPath =\n[*]\nBasedOnStyles = Desk\n", "no StylesPath"),
        ("StylesPath = elsewhere\n[*]\nBasedOnStyles = Desk\n", "there is no folder “elsewhere”"),
        ("StylesPath = styles\n[*]\nBasedOnStyles = Remote\n", "none of the styles that it is based on is there"),
        ("StylesPath = styles\n", "none of the styles that it is based on is there"),
        (
            "StylesPath = styles\nMinAlertLevel = high\n[*]\nBasedOnStyles = Desk\n",
            "expected one of suggestion, warning",
        ),
        ("StylesPath = styles\n[*.md\nBasedOnStyles = Desk\n", "never closed"),
        ("StylesPath = styles\nnonsense\n", "expected a key and a value"),
        ("StylesPath = `styles\n", "never closed"),
        ("= styles\n", "expected a key and a value"),
        ("StylesPath = ../../..\n[*]\nBasedOnStyles = tmp\n", "outside of the repository"),
        ("StylesPath = sty\0les\n", "no text"),
    ],
)
def test_a_configuration_that_says_nothing_usable_is_refused_with_its_line(newsroom, newslint, ini, message):
    house(newsroom, ini)
    done = newslint("import-vale", "--write")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert ".vale.ini" in done.err
    assert not (newsroom / "newslint.yaml").exists()


def test_no_configuration_is_told_as_such(newsroom, newslint):
    assert "no configuration of Vale in this folder" in newslint("import-vale").err
    assert "no such configuration" in newslint("import-vale", "gone.ini").err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not UTF-8"),
        (b"\0" * 5000, "no text"),
        (b"StylesPath = styles\n" * 10_000, "larger than 128 KB"),
        (b"a" * 300_000, "larger than 128 KB"),
        (b"[" * 100_000, "never closed"),
        (b"x" * 100_000, "expected a key and a value"),
    ],
)
def test_hostile_files_are_refused_as_an_editor_would_say_it(newsroom, newslint, content, message):
    house(newsroom, "")
    (newsroom / ".vale.ini").write_bytes(content)
    done = newslint("import-vale")
    assert done.code == 2
    assert message in done.err
    assert len(done.err) < 600
    assert "Traceback" not in done.err


def test_keys_given_many_times_take_no_longer_than_their_number(tmp_path):
    many = "".join(f"BasedOnStyles = S{n}\n" for n in range(4000))
    ini = house(tmp_path, f"StylesPath = styles\n[*]\nBasedOnStyles = Desk\n{many}")
    found = moved(str(ini), KNOWN)
    assert found.vale["based-on"] == ["Desk"]
    assert len(found.left) == 4000
    text = page(found, ".vale.ini")
    assert "and 3,900 more" in text
    assert len(text) < 20_000, "newslint reads it again"


def test_more_than_a_newslint_yaml_can_hold_is_refused(newsroom, newslint):
    core = "StylesPath = styles\n[*]\nBasedOnStyles = Desk\n"
    house(newsroom, core + "".join(f"[{n}.md]\nDesk.Very = NO\n" for n in range(501)))
    assert "one section too many" in newslint("import-vale").err
    house(newsroom, core + "".join(f"[{'a' * 250}{n}.md]\nDesk.Very = NO\n" for n in range(400)))
    done = newslint("import-vale", "--write")
    assert done.code == 2
    assert "more than the 128 KB of a newslint.yaml" in done.err
    assert not (newsroom / "newslint.yaml").exists()


def test_the_style_that_vale_has_built_in_is_asked_for_by_its_name(newsroom, newslint):
    house(newsroom, "StylesPath = styles\n[*]\nBasedOnStyles = Vale, Desk\n")
    done = newslint("import-vale", "--write")
    assert done.code == 0
    assert "there is no folder" not in done.err
    assert set(on(newsroom, "a.md")) >= {"Desk.Utilise", "Desk.Very"}


def test_what_strangers_write_is_escaped(newsroom, newslint):
    text = "StylesPath = styles\n[*]\nBasedOnStyles = Desk\nKey\x1b[2J = 1\n##vso[task]x = 1\n\u202eTest = 1\n"
    house(newsroom, text)
    done = newslint("import-vale", "--write")
    assert done.code == 0
    shown = done.out + done.err + (newsroom / "newslint.yaml").read_text("utf-8")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert set(on(newsroom, "a.md")) == {"Desk.Utilise", "Desk.Very"}


def test_names_that_yaml_takes_for_something_else_are_quoted(newsroom, newslint):
    rule = "extends: existence\nmessage: no\ntokens: [marrow]\n"
    ini = "StylesPath = styles\n[*]\nBasedOnStyles = 15, true, a: b, 1.5\n"
    house(newsroom, ini, styles__true__One=rule)
    write(newsroom, "styles/15/Two.yml", rule)
    write(newsroom, "styles/a: b/Three.yml", rule)
    done = newslint("import-vale", "--write")
    assert done.code == 0
    assert "the style 1.5: Vale runs no rule" in done.err
    assert 'based-on: ["15", "true", "a: b"]' in (newsroom / "newslint.yaml").read_text()
    assert set(on(newsroom, "a.md")) == {"15.Two", "true.One", "a: b.Three"}


# --- levels


def test_a_least_level_is_carried_over(newsroom, newslint):
    house(newsroom, "StylesPath = styles\nMinAlertLevel = warning\n[*]\nBasedOnStyles = Desk, Wire\n")
    newslint("import-vale", "--write")
    assert "min-alert-level: warning" in (newsroom / "newslint.yaml").read_text()
    assert set(on(newsroom, "a.md")) == {"Desk.Very", "Wire.Slug", "Wire.Zap"}


def test_a_rule_that_is_raised_over_the_least_level_is_on(newsroom, newslint):
    ini = "StylesPath = styles\nMinAlertLevel = warning\n[*]\nBasedOnStyles = Desk, Wire\nDesk.Utilise = error\n"
    house(newsroom, ini + "Wire.Zap = suggestion\n")
    newslint("import-vale", "--write")
    assert on(newsroom, "a.md") == {"Desk.Utilise": "error", "Desk.Very": "warning", "Wire.Slug": "error"}


# --- the same rules for the same files, by Vale's own order


def by_vale(path: str, sections: list[tuple[str, str, dict[str, str]]], least: str) -> dict[str, str]:
    """The rules that Vale 3.15 runs on a file: the reference."""
    based, checks, levels = "", {}, dict(LEVELS)
    for _, _, said in sorted(sections, key=lambda section: section[0] != "*"):
        levels.update({rule: word for rule, word in said.items() if word in SEVERITIES})
    for name, styles, said in sections:
        if name == "*":
            based, checks = styles, dict(said)
    for name, styles, said in sections:
        if name != "*" and fnmatch.fnmatchcase(path, name):
            based = styles or based
            checks.update(said)
    found = {}
    for rule, level in levels.items():
        is_on = checks[rule] != "NO" if rule in checks else rule.split(".")[0] in based.split(", ")
        if is_on and list(SEVERITIES).index(level) >= list(SEVERITIES).index(least):
            found[rule] = SEVERITIES[level]
    return found


_WORDS = st.sampled_from(["NO", "YES", *SEVERITIES])
_CHECKS = st.dictionaries(st.sampled_from(sorted(LEVELS)), _WORDS, max_size=3)
_STYLES = st.sampled_from(["", "Desk", "Wire", "Desk, Wire"])
_NAMES = st.lists(st.sampled_from(["*", "*.md", "a*", "x/*", "*.txt", "x/*/b.md"]), unique=True, min_size=1)


@settings(max_examples=60)
@given(_NAMES, st.data(), st.sampled_from(sorted(SEVERITIES)))
def test_rules_are_on_for_the_files_for_which_vale_has_them_on(tmp_path_factory, names, data, least):
    sections = [(name, data.draw(_STYLES), data.draw(_CHECKS)) for name in names]
    ini = f"StylesPath = styles\nMinAlertLevel = {least}\n"
    for name, styles, said in sections:
        ini += f"[{name}]\n" + (f"BasedOnStyles = {styles}\n" if styles else "")
        ini += "".join(f"{rule} = {word}\n" for rule, word in said.items())
    folder = tmp_path_factory.mktemp("house")
    path = house(folder, ini)
    if not any(styles or {*said.values()} - {"NO"} for _, styles, said in sections):
        with pytest.raises(ConfigError, match="none of the styles"):
            moved(str(path), KNOWN)
        return
    found = moved(str(path), KNOWN)
    write(folder, "newslint.yaml", page(found, ".vale.ini"))
    for file in ("a.md", "b.txt", "x/a.md", "x/y/b.md", "c.rst"):
        assert on(folder, file) == by_vale(file, sections, least), (file, ini)


_GLOBS = st.text("ab/*.", min_size=1, max_size=8).filter(lambda g: "**" not in g and "//" not in g and g[0] != "/")
_PATHS = st.lists(st.sampled_from(["a", "b", "ab", "a.b", "b.a"]), min_size=1, max_size=4).map("/".join)


@given(_GLOBS, _PATHS)
def test_patterns_are_for_the_files_that_vales_are_for(glob, path):
    try:
        patterns = patterns_of(glob, {})
    except BadPattern:
        return
    in_vale = fnmatch.fnmatchcase(path, glob)  # whose star goes over slashes, as Vale's does
    below = any(fnmatch.fnmatchcase(path[: m.start()], glob) for m in re.finditer("/", path))
    # a pattern for a file is also for what lies in a folder of that name, which no file of a house has
    assert globs(patterns).match_file(path) in ({True, False} if below else {in_vale})


@pytest.mark.parametrize(
    ("glob", "patterns"),
    [
        ("*", ["*"]),
        ("*.{md,txt}", ["*.{md,txt}", "*.story"]),
        ("docs/**/*.md", ["/docs/**/*.md", "/docs/**/*.story"]),
        ("README.md", ["/README.md", "/README.story"]),
        ("!*.md", ["**", "!*.md", "!*.story"]),
    ],
)
def test_patterns_are_written_as_an_editor_would(glob, patterns):
    assert patterns_of(glob, {"story": "md"}) == patterns


BAD = ["a[bc].md", "a?.md", "a\\*.md", "{a,{b,c}}.md", "{a", "", "a/", "a*b*c*d*e*f*g*h*i", "a" * 2000]


@pytest.mark.parametrize("glob", BAD)
def test_a_pattern_that_cannot_be_carried_over_is_named_with_its_section(tmp_path, glob):
    ini = house(tmp_path, f"StylesPath = styles\n[*]\nBasedOnStyles = Desk\n[x{glob}]\nDesk.Very = NO\n")
    if glob:
        assert [left.line for left in moved(str(ini), KNOWN).left] == [4]
    with pytest.raises(BadPattern):
        patterns_of(glob, {})


# --- the syntax


def values(text: str) -> list[str]:
    """The values of the key `k`."""
    return [value.text for value in sections_of(text, "ini")[""].keys["k"]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("k = a", "a"),
        ("k: a", "a"),
        ("  k=a  ", "a"),
        ("k = a # b", "a"),
        ("k = a ; b", "a"),
        ("k = a#b;c", "a#b;c"),
        ("k = 'a b'", "a b"),
        ('k = "a b"', "a b"),
        ("k = \"a' b", "\"a' b"),
        ("k = 'a' b'", "'a' b'"),
        ("k = `a # b`", "a # b"),
        ('k = """a # b"""', "a # b"),
        ("k = `a\nb` ", "a\nb"),
        ("k = a, \\\n   b, \\\n c\n", "a, b, c"),
        ("k = a\\", "a"),
        ("k =", ""),
        ("`k` = a", "a"),
        ('"k" = a', "a"),
        ("\ufeffk = a", "a"),
        ("# c\n; c\n\nk = a\r", "a"),
    ],
)
def test_values_are_read_as_go_ini_reads_them(text, value):
    assert values(text) == [value]


def test_a_key_that_is_given_twice_has_both_values_with_their_lines():
    core = sections_of("k = a, b\n[x]\n[DEFAULT]\nk = b, c\n", "ini")[""]
    assert core.listed("k") == [("a", 1), ("b", 1), ("c", 4)]
    assert core.value("k").text == "a, b"


def test_sections_of_one_name_are_one():
    found = sections_of("[*.md] # here\na = 1\n[*]\n[*.md]\nb = 2\n", "ini")
    assert {name: list(section.keys) for name, section in found.items()} == {"": [], "*.md": ["a", "b"], "*": []}


@given(st.text("ab[]=:#; \"'`\\\n\t,*.%"))
def test_any_text_is_read_or_refused_at_a_line(text):
    lines = []
    try:
        lines += [section.line for section in sections_of(text, "ini").values()]
    except ConfigError as error:
        lines.append(error.line)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    with pytest.raises(NewslintError, match="ordinary file"):
        read_ini(str(tmp_path))


def test_a_style_without_rules_is_left_out_and_the_rest_runs(newslint, newsroom):
    house(newsroom, "StylesPath = styles\n[*]\nBasedOnStyles = Desk, Bare\n", styles__Bare__meta="")
    (newsroom / "styles" / "Bare" / "meta.yml").rename(newsroom / "styles" / "Bare" / "meta.json")
    write(newsroom, "a.txt", "The mill\n\nIt burned very fast.\n")
    done = newslint("import-vale", "--write")
    assert done.code == 0
    assert "the style Bare: the style “Bare” has no rules" in done.err
    assert "vale/Desk.Very" in newslint("check", "a.txt").out
