"""What is wrong with a Vale style is told with file, line and what was expected, all at once; nothing is passed over."""

import os
import sys

import pytest

from newslint.base import yamltext

RULE = "extends: existence\nmessage: “%s” is odd\ntokens: [marrow]\n"
STORY = "Council digs\n\nThe council wants a marrow on every plate.\n"


@pytest.fixture
def desk(newsroom):
    """A repository with a style Desk of one good rule, and a configuration that asks for it."""
    (newsroom / ".git").mkdir(exist_ok=True)
    (newsroom / "styles" / "Desk").mkdir(parents=True)
    (newsroom / "styles" / "Desk" / "Good.yml").write_text(RULE, encoding="utf-8")
    (newsroom / "s.txt").write_text(STORY)
    configure(newsroom)
    return newsroom


def configure(folder, value="{styles-path: styles, based-on: [Desk]}"):
    (folder / "newslint.yaml").write_text(f"vale: {value}\nrules: {{all: off}}\n", encoding="utf-8")


def write(folder, text, name="Odd.yml"):
    path = folder / "styles" / "Desk" / name
    if isinstance(text, bytes):
        path.write_bytes(text)
    else:
        path.write_text(text, encoding="utf-8")
    return path


def refused(newslint, *said):
    done = newslint("check", "--no-cache", "s.txt")
    assert done.code == 2, done
    assert "Traceback" not in done.err
    assert "Error" not in done.err
    for part in said:
        assert part in done.err, done.err
    return done.err


def test_a_good_style_is_run(desk, newslint):
    done = newslint("check", "--no-cache", "s.txt")
    assert done.code == 1
    assert "vale/Desk.Good" in done.out


# --- values of the wrong kind

KEYS = [
    ("existence", "tokens: {a: b}", 3, "expected a list of texts after `tokens`, found keys with values"),
    ("existence", "tokens: [[a]]", 3, "expected a text after `tokens` → 1, found a list"),
    ("existence", "tokens: [a]\nignorecase: maybe", 4, "expected true or false after `ignorecase`, found “maybe”"),
    ("existence", "tokens: [a]\nnonword: [true]", 4, "expected true or false after `nonword`, found a list"),
    ("existence", "tokens: [a]\nlimit: many", 4, "expected a whole number after `limit`, found “many”"),
    ("existence", "tokens: [a]\nlimit: .inf", 4, "expected a whole number after `limit`"),
    ("existence", "tokens: [a]\nlimit: [1]", 4, "expected a whole number after `limit`, found a list"),
    ("existence", "tokens: [a]\nlevel: loud", 4, "expected one of suggestion, warning, error after `level`, found “loud”"),
    ("existence", "tokens: [a]\nlevel: {a: b}", 4, "expected a text after `level`, found keys with values"),
    ("existence", "tokens: [a]\nscope: 7", 4, "expected a list of texts after `scope`, found “7”"),
    ("existence", "tokens: [a]\nscope: {a: b}", 4, "expected a list of texts after `scope`"),
    ("existence", "tokens: [a]\nscope: headng", 4, "unknown word “headng” in the scope “headng”"),
    ("existence", "tokens: [a]\nscope: [text, text.headng.h1 & ~list]", 4, "did you mean “heading”"),
    ("existence", "tokens: [a]\nscope: ~blokquote", 4, "did you mean “blockquote”"),
    ("existence", "tokens: [a]\nscope: footnote", 4, "unknown word “footnote” in the scope “footnote”"),
    ("existence", "tokens: [a]\nscope: text & link", 4, "does not tell `link` from the text round it"),
    ("existence", "tokens: [a]\nscope: table.caption", 4, "does not tell `table.caption` from the text round it"),
    ("existence", "tokens: [a]\naction: replace", 4, "expected `name` and `params` below `action`, found “replace”"),
    ("existence", "tokens: [a]\naction: {name: repalce}", 4, "unknown action “repalce”"),
    ("existence", "tokens: [a]\naction: {nam: replace}", 4, "unknown key “nam” in `action`"),
    ("existence", "tokens: [a]\naction: {name: replace, params: {a: b}}", 4, "expected a list of texts after `action`"),
    ("existence", "tokens: [a]\nlink: [x]", 4, "expected a text after `link`, found a list"),
    ("existence", "tokens: [a]\nignorcase: true", 4, "unknown key “ignorcase”"),
    ("existence", "tokens: [a]\n5: true", 4, "“5”"),
    ("existence", "tokens: [a]\nswap: {a: b}", 4, "unknown key “swap”"),
    ("existence", "tokens: [a]\ntokens: [b]", 4, "not valid YAML"),
    ("existence", "tokens: ['a(']", 3, "a parenthesis is opened that is never closed"),
    ("existence", "tokens: [a]\nexceptions: [fine, 'a[']", 4, "the exception “a[” cannot be used"),
    ("substitution", "swap: [a]", 3, "expected texts, each with another (`here: there`) after `swap`, found a list"),
    ("substitution", "swap: a", 3, "expected texts, each with another (`here: there`) after `swap`, found “a”"),
    ("substitution", "swap:\n  a: [b]", 4, "expected a text after `swap` → “a”, found a list"),
    ("substitution", "swap: {a: {b: c}}", 3, "expected a text after `swap` → “a”, found keys with values"),
    ("substitution", "swap: {'a\\h': b}", 3, "“\\h” is no escape that Vale knows"),
    ("occurrence", "token: [a]\nmax: 1", 3, "expected a text after `token`, found a list"),
    ("occurrence", "token: a\nmax: one", 4, "expected a whole number after `max`, found “one”"),
    ("repetition", "tokens: [a]\nmax: {a: b}", 4, "expected a whole number after `max`, found keys with values"),
    ("consistency", "either: [a, b]", 3, "after `either`, found a list"),
    ("conditional", "first: [a]\nsecond: b", 3, "expected a text after `first`, found a list"),
    ("existance", "tokens: [a]", 1, "did you mean “existence”?"),
    ("5", "tokens: [a]", 1, "found “5”"),
    ("script", "tokens: [a]", 1, "is a script in Tengo"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "keys", "line", "said"), KEYS, ids=[keys[:24] for _, keys, _, _ in KEYS])
def test_a_value_that_no_rule_can_have_is_told_with_its_line(desk, newslint, kind, keys, line, said):
    path = write(desk, f"extends: {kind}\nmessage: is odd\n{keys}\n")
    err = refused(newslint, said)
    assert f"{os.path.join('styles', 'Desk', path.name)}:{line}:" in err


@pytest.mark.parametrize("message", ["[x]", "{a: b}", ""])
def test_a_message_must_be_a_text(desk, newslint, message):
    write(desk, f"extends: existence\nmessage: {message}\ntokens: [a]\n")
    refused(newslint, "message", "Odd.yml:")


@pytest.mark.parametrize("kind", ["[existence]", "{a: b}", ""])
def test_what_a_rule_extends_must_be_a_text(desk, newslint, kind):
    write(desk, f"extends: {kind}\nmessage: m\ntokens: [a]\n")
    refused(newslint, "extends", "Odd.yml:")


@pytest.mark.parametrize(
    "keys",
    [
        "tokens: 5", "tokens: marrow", "tokens: [1, 2.5, true, null]", "tokens: [a]\nignorecase: 'true'",
        "tokens: [a]\nignorecase: 1", "tokens: [a]\nignorecase: yes", "tokens: [a]\nlimit: '3'", "tokens: [a]\nscope: text",
        "tokens: [a]\naction: {name: remove}", "tokens: [a]\naction: {name: replace, params: b}", "tokens:", "raw: a+",
        "tokens: [a]\nlevel:",
    ],
)  # fmt: skip
def test_what_vale_takes_for_a_value_is_taken(desk, newslint, keys):
    write(desk, f"extends: existence\nmessage: m\n{keys}\n")
    done = newslint("check", "--no-cache", "s.txt")
    assert done.code == 1, done.err


@pytest.mark.parametrize(
    "scope", ["text.md", "md", "~code & text", "~heading.h1.story", "text.frontmatter.headng", "[raw, summary]", "''"]
)
def test_scopes_that_blocks_may_have_are_taken(desk, newslint, scope):
    write(desk, f"{RULE}scope: {scope}\n")
    assert newslint("check", "--no-cache", "s.txt").code == 1


def test_several_maps_are_one_swap(desk, newslint):
    write(desk, "extends: substitution\nmessage: '%s not %s'\nswap:\n  - council: board\n  - plate: dish\n")
    done = newslint("check", "--no-cache", "s.txt")
    assert "board not council" in done.out
    assert "dish not plate" in done.out


def test_groups_with_names_leave_each_swap_its_own(desk, newslint):
    swap = "'(?<x>coun)(cil)\\k<x>?': '$1-$2'\n  plate: dish\n  every: all"
    write(desk, f"extends: substitution\nmessage: '%s not %s'\nswap:\n  {swap}\n")
    out = newslint("check", "--no-cache", "s.txt").out
    assert "cil-coun not council" in out
    assert "dish not plate" in out
    assert "all not every" in out


@pytest.mark.parametrize("number", ["$9", "$99999999999999999999", "$0"])
def test_a_reference_to_no_group_is_left_as_it_is(desk, newslint, number):
    write(desk, f"extends: substitution\nmessage: '%s not %s'\nswap:\n  plate: 'a {number}'\n")
    out = newslint("check", "--no-cache", "s.txt").out
    assert ("a plate not plate" if number == "$0" else f"a {number} not plate") in out


def test_all_mistakes_of_all_files_are_told_at_once(desk, newslint):
    write(desk, "extends: existence\nmessage: [x]\nlevel: loud\ntoken: [a]\n", "A.yml")
    write(desk, "extends: [\n", "B.yml")
    write(desk, "- a list\n", "C.yml")
    write(desk, "extends: substitution\nmessage: m\nswap: {'a(': b}\n", "D.yml")
    configure(desk, "{styles-path: styles, based-on: [Desk, Dask]}")
    err = refused(newslint, "A.yml:2:", "A.yml:3:", "A.yml:4:", "B.yml:", "C.yml:1", "D.yml:3:", "no style “Dask”")
    assert "did you mean “Desk”?" in err


# --- files that are no rules


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "found nothing"),
        ("# only a comment\n", "found nothing"),
        ("- a\n- b\n", "found a list"),
        ("just words\n", "found “just words”"),
        ("---\n---\n", "this is no rule of Vale's"),
        ("extends: existence\n  message: [\n", "not valid YAML"),
        (b"\x00\x01\x02", "Odd.yml"),
        (b"extends: existence\nmessage: \xff\xfe\n", "it is not UTF-8 text"),
        ("a: " * 5000, "not valid YAML"),
        ("[" * 5000, "not valid YAML"),
        ("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", "unknown key"),
        ("extends: existence\nmessage: m\ntokens:\n" + "- word\n" * 500_000, "it is larger than 2 MB"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_a_file_that_is_no_rule_is_told(desk, newslint, text, said):
    write(desk, text)
    refused(newslint, "Odd.yml")
    if said != "unknown key":
        refused(newslint, said)


def test_too_many_tokens_are_told(desk, newslint, monkeypatch):
    monkeypatch.setattr(yamltext, "MAX_NODES", 2000)
    write(desk, "extends: existence\nmessage: m\ntokens:\n" + "- ab\n" * 2000)
    refused(newslint, "Odd.yml:", "it is too large")


def test_many_tokens_are_found(desk, newslint):
    words = "".join(f"- w{n}x\n" for n in range(3000))
    write(desk, f"extends: existence\nmessage: m\ntokens:\n{words}- plate\n")
    done = newslint("check", "--no-cache", "s.txt")
    assert "vale/Desk.Odd" in done.out


def test_two_files_of_one_name_are_told(desk, newslint):
    write(desk, RULE, "Good.old.yml")
    refused(newslint, "Good.", "the same name up to its first dot")


def test_a_folder_of_too_many_rules_is_told(desk, newslint):
    for n in range(2100):
        (desk / "styles" / "Desk" / f"R{n}.yml").touch()
    refused(newslint, "the style “Desk” has more than 2,000 rules", "newslint.yaml:1:")


def test_a_style_without_rules_is_told(desk, newslint):
    (desk / "styles" / "Empty").mkdir()
    configure(desk, "{styles-path: styles, based-on: [Empty]}")
    refused(newslint, "the style “Empty” has no rules")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes and links there")
def test_what_is_no_file_is_told_and_not_waited_for(desk, newslint):
    folder = desk / "styles" / "Desk"
    os.mkfifo(folder / "Pipe.yml")
    (folder / "Device.yml").symlink_to("/dev/zero")
    (folder / "Gone.yml").symlink_to("nowhere")
    (folder / "Round.yml").symlink_to("Round.yml")
    (folder / "Folder.yml").mkdir()
    err = refused(newslint, "Pipe.yml", "Gone.yml", "Round.yml", "Folder.yml")
    assert "which lies outside of the repository" in err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(desk, newslint):
    write(desk, RULE).chmod(0)
    refused(newslint, "Odd.yml", "cannot be read")


# --- the configuration


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("styles", "vale: expected keys with values"),
        ("[a]", "vale: expected keys with values"),
        ("{styles-path: styles}", "“based-on” is missing"),
        ("{styles-path: styles, based-on: []}", "expected at least 1"),
        ("{styles-path: styles, based-on: ''}", "there is no style “”"),
        ("{styles-path: styles, based-on: [5]}", "expected a text, found “5”"),
        ("{styles-path: styles, based-on: {a: b}}", "based-on"),
        ("{styles-path: styles, based-on: ..}", "there is no style “..”"),
        ("{styles-path: styles, based-on: ../styles/Desk}", "there is no style “../styles/Desk”"),
        ("{styles-path: styles, based-on: /etc}", "there is no style “/etc”"),
        ('{styles-path: styles, based-on: "a\\0b"}', "there is no style"),
        ("{styles-path: styles, based-on: Desk/}", "there is no style “Desk/”"),
        ("{styles-path: nowhere, based-on: Desk}", "there is no folder “nowhere”"),
        ("{styles-path: s.txt, based-on: Desk}", "there is no folder “s.txt”"),
        ('{styles-path: "a\\0b", based-on: Desk}', "there is no folder"),
        ("{styles-path: [styles], based-on: Desk}", "styles-path: expected a text"),
        ("{styles-path: styles, based-on: Desk, vocab: House}", "there is no vocabulary “House”"),
        ("{styles-path: styles, based-on: Desk, vocab: ../styles}", "there is no vocabulary “../styles”"),
        ("{styles-path: styles, based-on: Desk, in-quotes: maybe}", "expected one of both, skip, only"),
        ("{styles-path: styles, based-on: Desk, min-alert-level: loud}", "expected one of suggestion, warning, error"),
        ("{styles-path: styles, based-on: Desk, word-template: '(%s'}", "word-template"),
        ("{styles-path: styles, based-on: Desk, word-template: abc}", "it has no %s"),
        ("{styles-path: styles, basedon: Desk}", "unknown key “basedon”"),
    ],
    ids=lambda value: value[:50],
)  # fmt: skip
def test_a_mistake_in_the_configuration_is_told(desk, newslint, value, said):
    configure(desk, value)
    refused(newslint, said, "newslint.yaml:1:")


def test_an_empty_key_is_told(desk, newslint):
    configure(desk, "")
    refused(newslint, "vale: expected keys with values, found nothing")


def test_a_style_that_is_named_twice_is_run_once(desk, newslint):
    configure(desk, "{styles-path: styles, based-on: [Desk, Desk]}")
    done = newslint("check", "--no-cache", "s.txt")
    assert done.code == 1
    assert "1 warning" in done.out


# --- vocabularies


def test_a_vocabulary_is_held_to_what_patterns_may_be(desk, newslint):
    folder = desk / "styles" / "config" / "vocabularies" / "House"
    folder.mkdir(parents=True)
    (folder / "accept.txt").write_text("# words\nBrandt\n[Mm]arrow\nhalf(\n")
    (folder / "reject.txt").write_text("a**\n")
    configure(desk, "{styles-path: styles, based-on: Desk, vocab: House}")
    refused(newslint, f"{os.path.join('House', 'accept.txt')}:4:", "reject.txt:1:", "“half(”")


def test_a_vocabulary_without_lists_is_told(desk, newslint):
    (desk / "styles" / "Vocab" / "House").mkdir(parents=True)
    configure(desk, "{styles-path: styles, based-on: Desk, vocab: House}")
    refused(newslint, "“House” has neither accept.txt nor reject.txt")


# --- what lies outside of the repository

SECRET = "password: hunter2 [\n"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("how", ["file", "folder", "styles", "absolute", "vocabulary"])
def test_nothing_of_a_file_outside_of_the_repository_is_shown_in_errors(desk, newslint, tmp_path_factory, how):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "Desk").mkdir()
    (outside / "Desk" / "Secret.yml").write_text(SECRET)
    (outside / "accept.txt").write_text("hunter2(\n")
    if how == "file":
        (desk / "styles" / "Desk" / "Secret.yml").symlink_to(outside / "Desk" / "Secret.yml")
    elif how == "folder":
        (desk / "styles" / "Other").symlink_to(outside / "Desk")
        configure(desk, "{styles-path: styles, based-on: Other}")
    elif how == "styles":
        (desk / "others").symlink_to(outside)
        configure(desk, "{styles-path: others, based-on: Desk}")
    elif how == "absolute":
        configure(desk, f"{{styles-path: '{outside}', based-on: Desk}}")
    else:
        (desk / "styles" / "Vocab").mkdir()
        (desk / "styles" / "Vocab" / "House").symlink_to(outside)
        configure(desk, "{styles-path: styles, based-on: Desk, vocab: House}")
    err = refused(newslint, "which lies outside of the repository", "newslint.yaml:1:")
    assert "hunter2" not in err
    assert "password" not in err
    done = newslint("check", "--no-cache", "--allow-outside", "s.txt")
    assert done.code == 2
    assert "Secret.yml:" in done.err or "accept.txt:1" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_styles_outside_of_the_repository_are_run(desk, newslint, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "House").mkdir()
    (outside / "House" / "Plate.yml").write_text("extends: existence\nmessage: m\ntokens: [plate]\n")
    configure(desk, f"{{styles-path: '{outside}', based-on: House}}")
    done = newslint("check", "--no-cache", "s.txt")
    assert done.code == 1, done.err
    assert "vale/House.Plate" in done.out


# --- patterns that take too long

SLOW = [
    ("existence", "nonword: true\nraw: ['(a+)+$']"),
    ("conditional", "first: '(a+)+c'\nsecond: '((a|aa)+)$'"),
    ("occurrence", "token: '(a|aa)+$'\nmax: 1"),
]


@pytest.mark.parametrize(("kind", "keys"), SLOW, ids=[kind for kind, _ in SLOW])
def test_a_pattern_that_runs_out_of_time_is_told_with_its_rule_and_file(desk, newslint, kind, keys):
    write(desk, f"extends: {kind}\nmessage: m\n{keys}\n", "Slow.yml")
    (desk / "s.txt").write_text(f"Head\n\n{'a' * 30_000} b.\n\nThe end of it aaaaaaaaa.\n")
    done = newslint("check", "--no-cache", "s.txt")
    assert done.code == 2
    said = done.out + done.err
    assert "vale/Desk.Slow" in said
    assert "Slow.yml" in said
    assert "seconds" in said


def test_an_exception_that_takes_too_long_is_stopped(desk, newslint, monkeypatch):
    monkeypatch.setenv("NEWSLINT_SECONDS", "0.5")
    write(desk, "extends: existence\nmessage: m\nnonword: true\nraw: ['a+b']\nexceptions: ['(a+)+c']\n", "Slow.yml")
    (desk / "s.txt").write_text(f"Head\n\nThe end of it {'a' * 60}b.\n")
    done = newslint("check", "--no-cache", "s.txt")
    assert done.code == 2
    assert "vale/Desk.Slow" in done.out + done.err
