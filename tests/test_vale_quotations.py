"""Quotations and Vale's rules: whether they see them, and that no fix of theirs changes a word of one."""

import pytest
from vale_styles import alerts, findings, house, very

from newslint.cli import main

SAID = {"plain.txt": "{}\n", "post.md": "{}\n", "page.html": "<p>{}</p>\n", "page.adoc": "{}\n", "page.rst": "{}\n"}
WORDS = "The pier is very old. “It is a very sad day,” the mayor, Ana Petrovic, said on Monday. It was very cold."
SWAP = {
    "extends": "substitution", "message": "Write “%s”, not “%s”.", "swap": {"very": "most"}, "action": {"name": "replace"},
}  # fmt: skip
SEEN = {"both": 3, "": 3, "skip": 2, "only": 1}


@pytest.mark.parametrize("path", SAID)
@pytest.mark.parametrize("choice", SEEN)
def test_the_house_says_whether_quotations_are_seen(tmp_path, path, choice):
    config = house(tmp_path, {"Very": very()}, **({"in-quotes": choice} if choice else {}))
    text = SAID[path].format(WORDS)
    found, source = findings(config, text, path)
    quoted = source.text.index("very", source.text.index("“"))
    assert len(found) == SEEN[choice]
    assert (quoted in [each.span.start for each in found]) == (choice != "skip")


@pytest.mark.parametrize("choice", ["skip", "only"])
def test_a_rule_on_raw_text_goes_by_it_too(tmp_path, choice):
    raw = {"extends": "existence", "message": "“%s”", "raw": ["very|<b>"], "scope": "raw"}
    config = house(tmp_path, {"Raw": raw}, **{"in-quotes": choice})
    text = "<p>A <b>very</b> old pier. “It is a <b>very</b> sad day,” the mayor, Ana Petrovic, said on Monday.</p>\n"
    found, _ = findings(config, text, "a.html")
    inside = {text.rindex("very"), text.rindex("<b>")}
    outside = {text.index("very"), text.index("<b>")}
    assert {each.span.start for each in found} == (inside if choice == "only" else outside)


@pytest.mark.parametrize("path", SAID)
def test_no_fix_changes_what_is_said(tmp_path, path):
    config = house(tmp_path, {"Swap": SWAP})
    found, source = findings(config, SAID[path].format(WORDS), path)
    quoted = source.text.index("very", source.text.index("“"))
    fixed = {each.span.start: [edit.text for fix in each.fixes for edit in fix.edits] for each in found}
    assert fixed == {source.text.index("very"): ["most"], quoted: [], source.text.rindex("very"): ["most"]}


@pytest.mark.parametrize("scope", ["text", "sentence", "raw"])
@pytest.mark.parametrize("path", SAID)
def test_to_fix_a_file_leaves_quotations_as_they_are(tmp_path, monkeypatch, path, scope):
    house(tmp_path, {"Swap": {**SWAP, "scope": scope}})
    monkeypatch.chdir(tmp_path)
    text = SAID[path].format(WORDS)
    (tmp_path / path).write_text(text, "utf-8")
    main(["fix", "--unsafe", path])
    assert (tmp_path / path).read_text("utf-8") == text.replace("very", "most").replace("a most sad", "a very sad")


def test_a_block_that_is_quoted_is_not_changed(tmp_path):
    config = house(tmp_path, {"Swap": SWAP})
    found, _ = findings(config, "The pier is very old.\n\n> It is a very sad day.\n")
    assert [len(each.fixes) for each in found] == [1, 0]


def test_an_alert_that_reaches_over_a_mark_is_not_in_the_quotation(tmp_path):
    over = {"extends": "existence", "message": "“%s”", "raw": ["sad day,” the mayor"]}
    text = SAID["post.md"].format(WORDS)
    assert alerts(house(tmp_path / "a", {"Over": over}, **{"in-quotes": "skip"}), text) != []
    assert alerts(house(tmp_path / "b", {"Over": over}, **{"in-quotes": "only"}), text) == []
