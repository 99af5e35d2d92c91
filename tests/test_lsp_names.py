"""A name is added to the house's, a rule switched off: all else in their files stays as it was."""

import pytest

from newslint.base.errors import NewslintError
from newslint.config.layers import read_layer
from newslint.engine.fixing import apply
from newslint.lsp.house_names import added
from newslint.lsp.house_rules import switched_off
from newslint.words.name_files import read_names

FILE = "# Ours.\nnames:\n  - name: Ruth Pendry   # the chair\n    variants: [Ruth Pendrey]\n\n# the end\n"


def make(folder, name, **files):
    for file, text in files.items():
        (folder / file.replace("__", ".")).write_text(text, encoding="utf-8", newline="")
    for change in added(name, str(folder), "", lambda path: None):
        with open(change.path, "w", encoding="utf-8", newline="") as stream:
            stream.write(apply(change.text, [change.edit]))
    return [each.name for each in read_names(str(next(folder.glob("*names*")))).names]


def test_an_entry_is_put_below_the_last_one(newsroom):
    assert make(newsroom, "Jon Ekholm", newslint__yaml="names: our-names.yaml\n", **{"our-names__yaml": FILE}) == [
        "Ruth Pendry",
        "Jon Ekholm",
    ]
    text = (newsroom / "our-names.yaml").read_text(encoding="utf-8")
    assert text == FILE.replace("Pendrey]\n", "Pendrey]\n  - name: Jon Ekholm\n")


@pytest.mark.parametrize(
    "text", ["", "names:\n", "names: []\n", "# none yet\nnames: []  # yet\n", "dropped: [A B]\n"]
)
def test_a_file_without_names_gets_its_first(newsroom, text):
    assert make(newsroom, "Jon Ekholm", newslint__yaml="names: [our-names.yaml]", **{"our-names__yaml": text}) == [
        "Jon Ekholm"
    ]


def test_line_ends_stay(newsroom):
    names = FILE.replace("\n", "\r\n")
    make(newsroom, "Jon Ekholm", newslint__yaml="names: our-names.yaml\r\n", **{"our-names__yaml": names})
    data = (newsroom / "our-names.yaml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") == names.count("\n") + 1


def test_what_yaml_would_take_for_something_else_is_quoted(newsroom):
    for name in ("No", "Ann: “the” #1", 'O"Hara', "- dash", "Jean-Luc O’Neill"):
        assert make(newsroom, name, newslint__yaml="names: our-names.yaml\n", **{"our-names__yaml": FILE})[-1] == name


def test_a_configuration_without_names_gets_a_file(newsroom):
    assert make(newsroom, "Jon Ekholm", newslint__yaml="# ours\nfail-on: error") == ["Jon Ekholm"]
    text = (newsroom / "newslint.yaml").read_text(encoding="utf-8")
    assert text == "# ours\nfail-on: error\nnames: newslint-names.yaml\n"


def test_without_a_configuration_one_is_made_where_the_repository_begins(newsroom):
    (newsroom / ".git").mkdir()
    (newsroom / "news").mkdir()
    changes = added("Jon Ekholm", str(newsroom / "news"), "", lambda path: None)
    assert [(change.path, change.new) for change in changes] == [
        (str(newsroom / "newslint-names.yaml"), True),
        (str(newsroom / "newslint.yaml"), True),
    ]


def test_the_text_that_is_open_counts_not_the_one_on_disk(newsroom):
    (newsroom / "newslint.yaml").write_text("fail-on: error\n", encoding="utf-8")
    (newsroom / "our.yaml").write_text(FILE, encoding="utf-8")
    changes = added("Jon", str(newsroom), "", lambda path: "names: our.yaml\n" if "newslint" in path else None)
    assert [change.path for change in changes] == [str(newsroom / "our.yaml")]


@pytest.mark.parametrize(
    ("config", "names", "said"),
    [
        ("names: our.yaml\n", FILE, "stands there already"),
        ("names: our.yaml\n", "names: [{name: A B}]\n", "behind a dash"),
        ("names: our.yaml\n", "names:\n  -\n    name: A B\n", "behind a dash"),
        ("names: our.yaml\n", "{names: []}\n", "by hand"),
        ("names: our.yaml\n", "{}\n", "by hand"),
        ("names: our.yaml\n", "dropped: []\n...\n", "by hand"),
        ("{fail-on: error}\n", "", "by hand"),
        ("names: our.yaml\n", "- a list\n", "no file of names"),
        ("names: our.yaml\n", "names: [1\n", "our.yaml"),
        ("names: gone.yaml\n", "", "gone.yaml"),
        ("names: ../../x.yaml\n", "", "outside of the repository"),
        ("names: {a: b}\n", "", "expected the name of a file"),
        ("- a list\n", "", "no configuration"),
    ],
)
def test_what_cannot_be_added_to_is_told(newsroom, config, names, said):
    (newsroom / "newslint.yaml").write_text(config, encoding="utf-8")
    (newsroom / "our.yaml").write_text(names, encoding="utf-8")
    with pytest.raises(NewslintError, match=said):
        added("Ruth Pendry", str(newsroom), "", lambda path: None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "rules:\n  double-space: off\n"),
        ("fail-on: error", "fail-on: error\nrules:\n  double-space: off\n"),
        ("rules:\r\n    chrome: note # all\r\n", "rules:\r\n    double-space: off\r\n    chrome: note # all\r\n"),
        ("rules: {chrome: note}\n", "rules: {double-space: off, chrome: note}\n"),
        ("rules: {}\n", "rules: {double-space: off}\n"),
        ("rules:\nfail-on: error\n", "rules:\n  double-space: off\nfail-on: error\n"),
        ("rules: null\n", "rules:\n  double-space: off\n"),
        ("rules: ~ # !\n", "rules:\n  double-space: off # !\n"),
        ("rules: {double-space: error} # !\n", "rules: {double-space: off} # !\n"),
        ("rules:\n  double-space: error # !\n", "rules:\n  double-space: off # !\n"),
    ],
)
def test_a_rule_is_switched_off_and_nothing_else_is_touched(newsroom, before, after):
    file = newsroom / "newslint.yaml"
    file.write_text(before, encoding="utf-8", newline="")
    [change] = switched_off("double-space", str(newsroom), "", lambda path: None)
    text = apply(change.text, [change.edit])
    assert (change.path, change.new, text) == (str(file), False, after)
    file.write_text(text, encoding="utf-8", newline="")
    assert read_layer(str(file)).data["rules"]["double-space"] == "off"


def test_without_a_configuration_a_rule_is_switched_off_in_a_new_one(newsroom):
    [change] = switched_off("double-space", str(newsroom), "", lambda path: None)
    assert (change.path, change.new) == (str(newsroom / "newslint.yaml"), True)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n",
        "rules: [a]\n",
        "rules: {double-space: {severity: error}}\n",
        "rules: {\n",
        "{fail-on: error}\n",
        "fail-on: error\n...\n",
        "rules:\n  ? chrome\n  : off\n",
        "ignored: &rules\n  chrome: off\nrules: *rules\n",
    ],
)
def test_a_rule_that_cannot_be_switched_off_is_told(newsroom, text):
    (newsroom / "newslint.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(NewslintError):
        switched_off("double-space", str(newsroom), "", lambda path: None)


@pytest.mark.parametrize("text", ["", "fail-on: error\n"])
def test_a_configuration_that_is_a_link_out_of_the_repository_is_left_alone(tmp_path, text):
    (tmp_path / "private.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "cloned" / ".git").mkdir(parents=True)
    (tmp_path / "cloned" / "newslint.yaml").symlink_to("../private.yaml")
    for change in (switched_off, added):
        with pytest.raises(NewslintError, match="outside of the repository"):
            change("double-space", str(tmp_path / "cloned"), "", lambda path: None)


@pytest.mark.parametrize("name", ["", " ", " Ruth", "R" * 61, "Ruth\x1b[31m", "Ruth\nPendry", "Ruth\u202e", "\ud800"])
def test_what_is_no_name_is_not_added(newsroom, name):
    (newsroom / "newslint.yaml").write_text("names: our.yaml\n", encoding="utf-8")
    (newsroom / "our.yaml").write_text(FILE, encoding="utf-8")
    with pytest.raises(NewslintError, match="no name"):
        added(name, str(newsroom), "", lambda path: None)
