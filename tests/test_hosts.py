"""Examples set their lines into host stories: where they say, tested as strictly as a text written out."""

from pathlib import Path

import pytest

from newslint.base.errors import RuleError
from newslint.rulebook import pack as packs
from newslint.rulebook import plugins, rule_pages
from newslint.rulebook.pack import read_rules
from newslint.testing import run_example

OWN = plugins.load("")
RULE = """\
id: hotline
kind: existence
topic: chrome
message: "“{match}” is no part of the story"
why: The hotline is closed.
terms: [call our hotline.]
fix: {delete: line}
examples:
"""
HOST = "Boats stay in port\n\nThe boats stayed in port.\n\nThe crews met.\n\nRain fell.\n"


@pytest.fixture
def house(tmp_path):
    """Writes a rule with these examples beside a host story of its own, and reads it."""
    (tmp_path / "hosts").mkdir()
    (tmp_path / "hosts" / "boats.story").write_text(HOST, encoding="utf-8")

    def rule(examples, text=RULE):
        (tmp_path / "hotline.yaml").write_text(text + examples, encoding="utf-8")
        (found,) = read_rules(str(tmp_path / "hotline.yaml"), OWN.kinds)
        return found

    return rule


@pytest.mark.parametrize(
    ("at", "before"), [("at: head, ", 0), ("", 2), ("at: middle, ", 2), ("at: foot, ", 4)], ids=str
)
def test_lines_stand_where_the_example_says(house, at, before):
    rule = house(f"  - {{in: boats, {at}bad: '[[Call our hotline.]]'}}\n")
    (example,) = rule.examples
    paragraphs = example.text.rstrip("\n").split("\n\n")
    assert paragraphs.pop(before) == "[[Call our hotline.]]"
    assert "\n\n".join(paragraphs) + "\n" == example.fixed == HOST
    assert example.format == "plain"
    run_example(rule, example, OWN.formats)


def test_what_is_not_marked_is_left_after_the_fix(house):
    rule = house(
        "  - in: boats\n    bad: |\n      The cooks met.\n\n      [[Call our hotline.]]\n\n      They ate.\n"
    )
    (example,) = rule.examples
    assert example.fixed == HOST.replace("The crews", "The cooks met.\n\nThey ate.\n\nThe crews")
    run_example(rule, example, OWN.formats)


def test_an_example_that_marks_or_leaves_something_else_fails(house):
    for lines, said in (
        ("bad: '[[Call]] our hotline.'", "expected"),
        ("bad: 'Call our hotline. [[Rain]]'", "expected"),
        ("good: 'Call our hotline.'", "expected"),
        ("bad: '[[Call our hotline.]]', fixed: 'Call.'", "fixing"),
    ):
        rule = house(f"  - {{in: boats, {lines}}}\n")
        with pytest.raises(AssertionError, match=said):
            run_example(rule, rule.examples[0], OWN.formats)


def test_the_fix_may_be_told_and_is_not_expected_of_a_rule_without_one(house):
    replaces = RULE.replace("{delete: line}", "{replace: Write to us.}")
    rule = house("  - {in: boats, bad: '[[Call our hotline.]]', fixed: Write to us.}\n", replaces)
    assert "\n\nWrite to us.\n\n" in rule.examples[0].fixed
    run_example(rule, rule.examples[0], OWN.formats)
    rule = house("  - {in: boats, bad: '[[Call our hotline.]]'}\n", replaces.replace("fix: ", "# "))
    assert rule.examples[0].fixed is None
    run_example(rule, rule.examples[0], OWN.formats)


def test_an_option_that_forbids_to_delete_leaves_no_fix_to_test(house):
    residue = RULE.replace("existence", "residue").replace("terms: [call our hotline.]", "sorts: [ad]\ndelete: safe")
    residue = residue.replace("fix: {delete: line}\n", "")
    rule = house(
        "  - {in: ferry-strike, bad: '[[Advertisement]]'}\n"
        "  - {in: ferry-strike, bad: '[[Advertisement]]', options: {delete: 'no'}}\n",
        residue,
    )
    assert [example.fixed is None for example in rule.examples] == [False, True]
    for example in rule.examples:
        run_example(rule, example, OWN.formats)


@pytest.mark.parametrize(
    ("example", "message", "hint", "column"),
    [
        ("in: boat", "there is no host story “boat” (hosts/boat.story)", "did you mean “boats”?", 10),
        ("in: ferrystrike", "there is no host story “ferrystrike”", "did you mean “ferry-strike”?", 10),
        ("in: zzz", "there is no host story “zzz”", "known are: beekeepers, boats, ferry-strike", 10),
        ("in: ../hosts/boats", "there is no host story “../hosts/boats”", "boats", 10),
        ("in: boats, at: foots", "found “foots”", "did you mean “foot”?", 21),
        ("at: foot", "no host story: name one by “in”", "", 6),
    ],
)
def test_a_mistake_is_shown_with_its_place_and_a_near_miss(house, example, message, hint, column):
    with pytest.raises(RuleError) as caught:
        house(f"  - {{{example}, good: Fine.}}\n")
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert (caught.value.line, caught.value.column) == (9, column)
    assert caught.value.path.endswith("hotline.yaml")


@pytest.mark.parametrize("text", [b"\n\n", b"Caf\xe9\n"])
def test_a_host_that_is_empty_or_not_utf_8_is_named(house, tmp_path, text):
    (tmp_path / "hosts" / "boats.story").write_bytes(text)
    with pytest.raises(RuleError, match=r"boats\.story: the host story (is empty|cannot be read)"):
        house("  - {in: boats, good: Fine.}\n")


def test_a_changed_host_is_read_anew(house, tmp_path):
    text = "  - {in: boats, good: Fine.}\n"
    assert "Rain fell." in house(text).examples[0].text
    (tmp_path / "hosts" / "boats.story").write_text(HOST.replace("Rain", "Snow"), encoding="utf-8")
    assert "Snow fell." in house(text).examples[0].text


def test_hosts_of_a_house_may_stand_beside_the_folder_and_go_before_newslints_own(house, tmp_path):
    folder = tmp_path / "courts"
    folder.mkdir()
    file = folder / "hotline.yaml"
    file.write_text(RULE + "  - {in: boats, good: ''}\n  - {in: ferry-strike, good: ''}\n", encoding="utf-8")
    (tmp_path / "hosts" / "ferry-strike.story").write_text("Ours\n", encoding="utf-8")
    (rule,) = read_rules(str(file), OWN.kinds)
    assert [example.text for example in rule.examples] == [HOST, "Ours\n"]


def test_a_host_beside_the_rules_of_a_house_is_no_story_of_the_house(newsroom, newslint):
    rules = newsroom / "house-rules"
    (rules / "hosts").mkdir(parents=True)
    (rules / "hosts" / "boats.story").write_text(HOST, encoding="utf-8")
    (rules / "hotline.yaml").write_text(RULE + "  - {in: boats, bad: '[[Call our hotline.]]'}\n", encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rule-files: [house-rules/]\n", encoding="utf-8")
    (newsroom / "a.txt").write_text(HOST.replace("Rain fell.", "Call our hotline."), encoding="utf-8")
    assert newslint("test", "house-rules/").out == "1 examples hold.\n"
    done = newslint("check", ".", "--format", "json", "--select", "hotline")
    assert (done.report["stories"], done.rules) == (1, ["hotline"])


def test_explain_shows_what_is_set_in_and_not_the_host(house):
    rule = house(
        "  - {in: boats, at: head, bad: '[[Call our hotline.]]'}\n"
        "  - {in: boats, at: foot, bad: '[[Call our hotline.]] Now.', fixed: Now.}\n"
        "  - {in: boats, good: '', note: It is clean.}\n"
    )
    page = "\n".join(rule_pages.rule_page(rule))
    assert (
        "Example 1: finds what is in [[ ]]\n"
        "  At the head of the story “boats”:\n"
        "    [[Call our hotline.]]\n"
        "  After the fix: the story without these lines\n"
        "\n"
        "Example 2: finds what is in [[ ]]\n"
        "  At the foot of the story “boats”:\n"
        "    [[Call our hotline.]] Now.\n"
        "  After the fix:\n"
        "    Now.\n"
    ) in page
    assert "  The story “boats” as it stands:\n    Boats stay in port\n" in page
    assert page.count("Boats stay in port") == 1


def test_the_rules_on_residue_stay_small_and_repeat_no_story():
    rules = packs.load(OWN).rules.values()
    files = {rule.origin for rule in rules if rule.topic == "chrome" and rule.origin.endswith(".yaml")}
    texts = [Path(file).read_text(encoding="utf-8") for file in files]
    assert sum(text.count("\n") for text in texts) < 800
    hosts = {example.set_in.host for rule in rules for example in rule.examples if example.set_in}
    assert len(hosts) == 4
    assert not [text for text in texts if "The crews want two weeks ashore" in text]
