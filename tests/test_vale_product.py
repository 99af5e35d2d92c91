"""Rules of Vale's styles through every command and door, from one configuration."""

import asyncio
import json
import shutil
from pathlib import Path

import pytest
from helpers import ROOT, git, write
from jsonschema import Draft7Validator
from mcp import Client
from served import Asked

import newslint as public
from newslint.mcp.door import Door, server
from newslint.run import pool, watching
from newslint.run.baseline import BASELINE_NAME
from newslint.run.fingerprint import files_behind
from newslint.service.service import Service, Text

HOUSE = ROOT / "tests" / "fixtures" / "vale" / "product"
ALL = [
    "vale/Desk.Headline", "vale/House.Weasel", "vale/House.Plain",
    "vale/House.Plain", "vale/House.Weasel", "vale/Desk.Doubled", "vale/House.Weasel",
]  # fmt: skip
QUAY = "stories/quay.txt"


@pytest.fixture
def house(newsroom):
    """The invented house: its styles, a configuration that asks for them, two stories."""
    shutil.copytree(HOUSE, newsroom, dirs_exist_ok=True)
    (newsroom / ".git").mkdir()
    return newsroom


@pytest.fixture
def rules(house, newslint):
    """The rules that a check reports of the house, whatever is kept."""
    return lambda *arguments: newslint("check", "--no-cache", "--format", "json", *arguments).rules


def configure(house, text):
    write(house, "newslint.yaml", "vale: {styles-path: styles, based-on: [House, Desk], vocab: City}\n" + text)


def test_all_off_is_of_newslints_own_rules(rules):
    assert rules() == ALL


@pytest.mark.parametrize(
    ("choice", "number"),
    [("vale", 7), ("vale/House", 5), ("vale/Desk", 2), ("vale/House.Weasel", 3), ("vale/House.Commas", 0)],
)
def test_they_are_selected_extended_and_ignored_by_topic_style_and_rule(rules, choice, number):
    assert len(rules("--select", choice)) == number
    assert len(rules("--ignore", choice)) == len(ALL) - number
    assert len(rules("--select", "impossible-date", "--extend-select", choice)) == number


def test_a_name_that_is_nearly_one_is_told(house, newslint):
    assert "did you mean “vale/House”" in newslint("check", "--select", "vale/Hose").err
    assert "“vale/House.Plain”" in newslint("check", "--select", "vale/House.Plane").err


def test_of_several_choices_the_nearest_to_the_rule_holds_wherever_it_stands(house, newslint):
    configure(house, "rules: {vale/House.Weasel: error, vale/House: note, vale: warning, all: off}\n")
    found = newslint("check", "--format", "json").report["findings"]
    said = {each["rule"]: each["severity"] for each in found}
    assert said == {
        "vale/House.Weasel": "error", "vale/House.Plain": "note",
        "vale/Desk.Headline": "warning", "vale/Desk.Doubled": "warning",
    }  # fmt: skip


def test_overrides_hold_for_some_stories(house, rules):
    configure(
        house, "rules: {all: off}\noverrides: [{files: '*.md', rules: {vale/House: off, vale/House.Plain: error}}]\n"
    )
    assert rules("stories/ferry.md") == ["vale/Desk.Headline", "vale/House.Plain"]
    assert rules(QUAY) == ALL[3:]


def test_a_budget_may_be_that_of_a_style(house, newslint):
    for number, code in ((5, 0), (4, 1)):
        configure(house, f"rules: {{all: off, vale/Desk: off}}\nbudgets: {{vale/House: {number}}}\n")
        done = newslint("check")
        assert done.code == code
        assert "vale/House: 5" in done.err + done.out


def test_what_vale_calls_a_suggestion_is_a_note(house, newslint):
    write(house, QUAY, "Ships\n\nOne, two, three, four, five ships came in.\n")
    [found] = newslint("check", QUAY, "--format", "json").report["findings"]
    assert (found["rule"], found["severity"], found["topic"]) == ("vale/House.Commas", "note", "vale")


# --- what is told of a rule


def test_rules_lists_them_as_data_and_as_text(house, newslint):
    assert "vale/House.Weasel            warning  Words that weaken what they stand beside." in newslint("rules").out
    listed = {each["id"]: each for each in newslint("rules", "--format", "json").report["rules"]}
    plain = listed["vale/House.Plain"]
    assert plain["message"] == "Write '…', not '…'."
    assert (plain["kind"], plain["severity"], plain["on"]) == ("substitution", "error", True)
    assert plain["source"] == "https://house.example/plain-words"


def test_explain_tells_message_level_link_file_and_what_it_extends(house, newslint):
    page = newslint("explain", "vale/House.Plain").out
    for said in (
        "vale/House.Plain (vale; error, on by default",
        "What it says: Write '…', not '…'.",
        "Source: https://house.example/plain-words",
        "rules: {vale/House.Plain: off}",
    ):
        assert said in page
    assert "Vale’s style House (extends: substitution), in House/Plain.yml" in " ".join(page.split())
    assert "vale/Desk.Doubled" in newslint("explain", "vale").out
    style = newslint("explain", "vale/House").out
    assert "vale/House.Plain" in style
    assert "vale/Desk" not in style


def test_settings_tell_which_line_asks_for_them(house, newslint):
    out = newslint("settings", QUAY).out
    assert "vale           styles-path: styles, by newslint.yaml:2" in out
    assert "vale/House.Plain             error, by newslint.yaml:1 (vale)" in out
    assert newslint("settings", QUAY, "--format", "json").code == 0


def test_the_schema_knows_key_rules_and_styles(house, newslint):
    schema = newslint("schema", "config").report
    vale = schema["properties"]["vale"]
    assert all(part["description"] for part in (vale, *vale["properties"].values()))
    validator = Draft7Validator(schema)
    value = {"styles-path": "s", "based-on": "House", "vocab": ["City"], "in-quotes": "skip"}
    chosen = {"vale": "off", "vale/House": "note", "vale/House.Plain": "error"}
    assert not list(validator.iter_errors({"vale": value, "rules": chosen}))
    for wrong in ({"vale": {"based-on": "House"}}, {"vale": {**value, "stiles": 1}}, {"rules": {"vale/Hose": "off"}}):
        assert list(validator.iter_errors(wrong))


def test_the_shipped_schema_knows_the_key():
    shipped = json.loads((ROOT / "schemas" / "newslint.schema.json").read_text("utf-8"))
    assert set(shipped["properties"]["vale"]["properties"]) >= {"styles-path", "based-on", "vocab", "in-quotes"}


WRONG = {
    "vale: styles\n": "newslint.yaml:1:7: vale: expected keys with values, found “styles”",
    "vale: {styles-path: styles}\n": "“based-on” is missing",
    "vale: {styles-path: nowhere, based-on: House}\n": "newslint.yaml:1:21: there is no folder “nowhere” here",
    "vale: {styles-path: styles, based-on: [Huose]}\n": "newslint.yaml:1:40: there is no style “Huose” in the folder of styles\n  did you mean “House”?",
    "vale: {styles-path: styles, based-on: House, in-quotes: no}\n": "expected one of both, skip, only",
    "extends: house.yaml\n": "house.yaml:1:1: vale: is read from newslint.yaml itself",
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_under_the_key_is_told_at_its_place(house, newslint, text):
    write(house, "house.yaml", "vale: {styles-path: styles, based-on: House}\n")
    write(house, "newslint.yaml", text)
    done = newslint("check")
    assert done.code == 2
    assert WRONG[text] in done.err


# --- reports


FORMS = (
    "human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "html",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_report_form_names_them(house, newslint, form):
    done = newslint("check", "--format", form)
    assert done.code == 1
    assert done.out.count("vale/House.Weasel") >= 3


def test_sarif_has_level_page_and_link_of_each(house, newslint):
    driver = newslint("check", "--format", "sarif").report["runs"][0]["tool"]["driver"]
    known = {rule["id"]: rule for rule in driver["rules"]}
    assert known["vale/House.Plain"]["helpUri"] == "https://house.example/plain-words"
    assert known["vale/House.Plain"]["defaultConfiguration"]["level"] == "error"
    assert "helpUri" not in known["vale/Desk.Doubled"]
    for rule in known.values():
        assert rule["shortDescription"]["text"].strip(". ")
        assert rule["fullDescription"]["text"].strip()
        assert str(house) not in json.dumps(rule)


def test_a_link_that_is_no_page_is_no_link(house, newslint):
    path = house / "styles" / "House" / "Plain.yml"
    path.write_text(path.read_text("utf-8").replace("https://house.example/plain-words", "'javascript:x'"), "utf-8")
    driver = newslint("check", "--format", "sarif").report["runs"][0]["tool"]["driver"]
    assert not any("helpUri" in rule for rule in driver["rules"])


# --- fixes, requests, what is known


def test_fixes_are_offered_and_made_on_request(house, newslint):
    before = (house / QUAY).read_text("utf-8")
    assert newslint("fix").code == 1
    assert (house / QUAY).read_text("utf-8") == before
    newslint("fix", "--unsafe")
    assert (house / QUAY).read_text("utf-8") == before.replace("utilise", "use")


def test_nothing_in_a_quotation_is_changed(house, newslint, rules):
    text = "Quay\n\n“We utilise it,” she said on Monday. They utilise it too.\n"
    write(house, QUAY, text)
    assert rules(QUAY) == ["vale/House.Plain"] * 2
    newslint("fix", "--unsafe", QUAY)
    assert (house / QUAY).read_text("utf-8") == text.replace("They utilise", "They use")


@pytest.mark.parametrize(("choice", "number"), [("both", 2), ("skip", 1), ("only", 1)])
def test_quotations_are_seen_as_the_configuration_says(house, rules, choice, number):
    write(house, QUAY, "Quay\n\n“We utilise it,” she said on Monday. They utilise it too.\n")
    write(
        house,
        "newslint.yaml",
        f"vale: {{styles-path: styles, based-on: House, in-quotes: {choice}}}\nrules: {{all: off}}\n",
    )
    assert len(rules(QUAY)) == number


REQUESTS = {
    "<!-- newslint: ignore vale/House.Weasel -->": ["vale/House.Plain"],
    "<!-- newslint: ignore vale/House: known -->": [],
    "<!-- newslint: ignore vale -->": [],
    "<!-- newslint: ignore vale/House.Plain, vale/House.Weasel until 2999-01-01: known -->": [],
    "<!-- newslint: ignore vale/Desk -->": ["vale/House.Weasel", "vale/House.Plain", "unused-ignore"],
}


@pytest.mark.parametrize("request_", REQUESTS)
def test_requests_in_stories_name_rules_and_styles(house, rules, request_):
    write(house, "stories/ferry.md", f"# Ferry\n\n{request_}\nThe ferry is very full in order to save fuel.\n")
    found = rules("stories/ferry.md", "--extend-select", "unused-ignore")
    assert sorted(found) == sorted(REQUESTS[request_])


@pytest.mark.parametrize("front", ["---\nnewslint: {ignore: [vale/House, vale/Desk.Headline]}\n---\n",
                                   "+++\nnewslint = {ignore = ['vale/House', 'vale/Desk.Headline']}\n+++\n"])  # fmt: skip
def test_so_do_those_in_front_matter(house, rules, front):
    write(house, "stories/ferry.md", f"{front}\n# Ferry!\n\nThe ferry is very full.\n")
    assert rules("stories/ferry.md", "--extend-select", "unused-ignore") == []


def test_an_idle_request_in_toml_is_told_at_its_place(house, newslint):
    write(house, "a.md", "+++\nnewslint = {ignore = ['vale/House.Plain']}\n+++\n\n# Ferry\n\nThe ferry is full.\n")
    [found] = newslint("check", "a.md", "--select", "unused-ignore,vale", "--format", "json").report["findings"]
    assert found["match"] == "vale/House.Plain"


def test_requests_are_written_into_stories(house, newslint, rules):
    done = newslint("check", "--add-ignore", "known", "--select", "vale/House", "stories/ferry.md")
    assert done.code == 0
    text = (house / "stories" / "ferry.md").read_text("utf-8")
    assert "<!-- newslint: ignore vale/House.Plain, vale/House.Weasel: known -->" in text
    assert rules("stories/ferry.md") == ["vale/Desk.Headline"]


def test_a_baseline_knows_them(house, newslint, rules):
    assert "7 findings are known in 2 stories" in newslint("check", "--write-baseline").out
    lines = (house / BASELINE_NAME).read_text("utf-8").splitlines()
    assert sum('"rule": "vale/House.Weasel"' in line for line in lines) == 3
    assert rules() == []
    story = house / QUAY
    story.write_text(story.read_text("utf-8").replace("its spokesman", "its very tall spokesman"), "utf-8")
    assert rules() == ["vale/House.Weasel"]
    assert "3  vale/House.Weasel" in newslint("stats").out
    story.write_text("Quay\n\nNothing.\n", "utf-8")
    assert "4 left it" in newslint("check", "--prune-baseline").out
    assert rules() == []


def test_two_baselines_that_git_merged_are_one(house, newslint, rules):
    newslint("check", "--write-baseline", "--select", "vale/House")
    one = (house / BASELINE_NAME).read_text("utf-8").splitlines()
    newslint("check", "--write-baseline", "--select", "vale/Desk")
    other = (house / BASELINE_NAME).read_text("utf-8").splitlines()
    write(house, BASELINE_NAME, "\n".join([*one[:-1], *[line for line in other if line not in one], one[-1]]) + "\n")
    assert rules() == []


def test_only_changed_lines_are_told(house, rules):
    (house / ".git").rmdir()
    git(house, "init", "-q")
    git(house, "add", "-A")
    git(house, "commit", "-qm", "begin")
    story = house / QUAY
    story.write_text(story.read_text("utf-8") + "\nIt is very late.\n", "utf-8")
    assert rules("--changed", "HEAD") == ["vale/House.Weasel"]


# --- runs


def test_what_lies_in_the_folder_of_styles_is_no_story(house, newslint):
    write(house, "styles/House/notes.txt", "This is a very old page of a package.\n")
    assert newslint("check", "--format", "json").report["stories"] == 2


@pytest.mark.parametrize("name", ["st[y]les {a,b}", "!styles", "#styles", "-styles", ".styles"])
def test_the_folder_of_styles_may_be_called_as_it_likes(house, newslint, name):
    shutil.move(house / "styles", house / name)
    write(house, f"{name}/House/notes.txt", "This is a very old page of a package.\n")
    write(house, "newslint.yaml", f"vale: {{styles-path: '{name}', based-on: [House, Desk]}}\nrules: {{all: off}}\n")
    done = newslint("check", "--format", "json")
    assert (done.report["stories"], done.rules) == (2, ALL)


CHANGES = {
    "styles/House/Weasel.yml": ("  - quite\n", "  - spokesman\n"),
    "styles/config/vocabularies/City/accept.txt": ("Ellery\n", "very\n"),
}


@pytest.mark.parametrize("path", CHANGES)
def test_a_change_of_a_style_makes_kept_answers_stale(house, newslint, path):
    def found():
        return [each["match"] for each in newslint("check", "--format", "json").report["findings"]]

    before = found()
    assert found() == before
    old, new = CHANGES[path]
    file = house / path
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    assert found() != before
    assert sorted(found()) == sorted(
        each["match"] for each in newslint("check", "--no-cache", "--format", "json").report["findings"]
    )


def test_a_new_rule_of_a_style_counts_at_once(house, newslint):
    assert newslint("check", "--format", "json").rules == ALL
    write(house, "styles/House/Law.yml", "extends: existence\nmessage: \"'%s'\"\ntokens: [law]\n")
    assert "vale/House.Law" in newslint("check", "--format", "json").rules


def test_answers_rest_on_no_folder_outside_of_the_styles(house):
    config = str(house / "newslint.yaml")
    write(
        house, "newslint.yaml", "vale: {styles-path: styles, based-on: ['../stories', ..], vocab: ['../../..', /]}\n"
    )
    assert not [path for path in files_behind(config) if "stories" in path]
    for value in ("[1]", "{styles-path: 3}", "{styles-path: styles, based-on: {a: b}}", '{styles-path: "a\\0"}'):
        write(house, "newslint.yaml", f"vale: {value}\n")
        assert files_behind(config)[0] == config


def test_answers_rest_on_a_dictionary_that_is_too_large_to_read(house):
    config = house / "newslint.yaml"
    write(house, "styles/House/Spelling.yml", "extends: spelling\nmessage: \"'%s'\"\ndictionaries: [en]\n")
    write(house, "styles/config/dictionaries/en.dic", "a\n" * 700_000)
    assert str(house / "styles" / "config" / "dictionaries" / "en.dic") in files_behind(str(config))


def test_a_watch_looks_at_the_rules_of_styles(house, newslint, monkeypatch):
    def seen(watched):
        yield
        assert str(house / "styles" / "House" / "Weasel.yml") in watched.state()
        file = house / "styles" / "House" / "Weasel.yml"
        file.write_text(file.read_text("utf-8").replace("- quite", "- old"), "utf-8")
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "changes", seen)
    out = newslint("check", "--watch", "--format", "concise", "--select", "vale/House.Weasel").out
    assert out.count("'quite'") == 1
    assert out.count("'old'") == 1


def test_the_time_of_each_style_is_told(house, newslint):
    done = newslint("check", "--timing", "--format", "concise")
    told = done.out + done.err
    assert "vale/House\n" in told
    assert "vale/Desk\n" in told
    assert done.code == 1
    assert sum("[vale/" in line for line in told.splitlines()) == len(ALL)


@pytest.fixture
def many(house):
    """The house with so many stories that several processes are worth it."""
    text = (house / QUAY).read_text("utf-8")
    for n in range(30):
        write(house, f"stories/{n:02}.txt", text)
    return house


def test_several_processes_give_the_same_report(many, newslint):
    runs = [newslint("check", "--no-cache", "--format", "json", "--jobs", jobs) for jobs in (1, 2)]
    assert runs[0].out == runs[1].out
    assert runs[0].rules.count("vale/House.Weasel") == 63


def test_processes_that_begin_anew_make_the_rules_again(many, newslint, monkeypatch):
    here = newslint("check", "--no-cache", "--format", "json", "--jobs", "1")
    monkeypatch.setattr(pool, "_can_copy", lambda: False)
    anew = newslint("check", "--no-cache", "--format", "json", "--jobs", "2")
    assert (anew.code, anew.out) == (here.code, here.out)


def test_a_wrong_example_ends_no_check_in_several_processes(many, newslint):
    write(many, "styles/House/examples.yaml", "Plian: [\n")
    assert newslint("check", "--no-cache", "--format", "json", "--jobs", "2").code == 1


# --- other commands


def test_two_reports_are_compared(house, newslint):
    newslint("check", "--format", "json", "--output", "a.json")
    newslint("check", "--format", "json", "--output", "b.json", "--ignore", "vale/Desk")
    told = newslint("compare", "a.json", "b.json", "--format", "json").report
    assert told["same"] == 5
    assert "vale/Desk.Doubled" in newslint("compare", "a.json", "b.json").out


def test_a_false_alarm_is_told_without_the_storys_words(house, newslint):
    write(house, QUAY, "Zellnitz quay\n\nBrunhilde Quastorff will utilise the Zellnitz quay on Monday.\n")
    page = newslint("report-false-alarm", f"{QUAY}:3", "--rule", "vale/House.Plain").out
    assert page.startswith("### False alarm: vale/House.Plain\n")
    assert "(error, confidence medium)" in page
    assert not [word for word in ("Zellnitz", "Brunhilde", "Quastorff") if word in page]


@pytest.mark.parametrize(
    "command", [("learn", "stories"), ("completion", "bash"), ("new-plugin", "acme"), ("plugins",)]
)
def test_commands_that_have_nothing_to_do_with_them_go_on(house, newslint, command):
    assert newslint(*command).code == 0


def test_their_hits_in_a_folder_are_counted_and_their_files_stay_as_they_are(house, newslint):
    rule = (house / "styles" / "House" / "Weasel.yml").read_bytes()
    assert "3 hits in 2 of 2 stories" in newslint("test", "vale/House.Weasel", "--corpus", "stories").out
    done = newslint("test", "vale/House.Weasel", "--corpus", "stories", "--wrong", "0", "--write")
    assert done.code == 2
    assert "the file of vale/House.Weasel is not newslint's" in done.err
    assert (house / "styles" / "House" / "Weasel.yml").read_bytes() == rule


def test_programs_get_them(house):
    found = public.check(Path(QUAY))
    assert [each.rule for each in found] == ALL[3:]
    assert found[0].fixes[0].edits[0].text == "use"


# --- doors


def test_the_service_and_the_server_find_what_the_command_finds(house):
    text = (house / QUAY).read_text("utf-8")
    found = Service(root=str(house)).check(Text(text, QUAY)).found
    assert [each.entry.rule for each in found] == ALL[3:]
    ask = Asked(house)
    reply = ask.post("/check", {"text": text, "path": QUAY}).json()
    assert [each["rule"] for each in reply["findings"]] == ALL[3:]
    only = ask.post("/check", {"text": text, "path": QUAY, "select": ["vale/House"]}).json()
    assert {each["rule"] for each in only["findings"]} == {"vale/House.Plain", "vale/House.Weasel"}
    listed = {each["id"]: each for each in ask.get("/rules").json()}
    assert listed["vale/House.Plain"]["on"]
    page = ask.get("/rules/vale/House.Plain").json()
    assert page["page"].startswith("vale/House.Plain (vale;")
    assert str(house) not in json.dumps(page)


def test_clients_of_languagetool_name_them_in_their_own_letters(house):
    text = (house / QUAY).read_text("utf-8")
    ask = Asked(house)
    for name, number in {"vale/House.Weasel": 2, "vale/House": 3, "vale": 4}.items():
        fields = {"text": text, "enabledRules": name, "enabledOnly": "true"}
        assert len(ask.check_by_languagetool(**fields).json()["matches"]) == number


def test_assistants_get_them(house):
    async def session():
        async with Client(server(Door(str(house)))) as client:
            checked = await client.call_tool("check", {"text": (house / QUAY).read_text("utf-8"), "path": QUAY})
            explained = await client.call_tool("explain", {"rule": "vale/House.Plain"})
            return checked, explained

    checked, explained = asyncio.run(session())
    assert not checked.is_error
    assert [each["rule"] for each in checked.structured_content["findings"]] == ALL[3:]
    assert not explained.is_error
    assert "vale/House.Plain" in explained.content[0].text
