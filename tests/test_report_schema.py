"""`newslint schema report` is right about real reports, and knows every key in them."""

import json

import pytest
from helpers import FAULTY, NEWSROOM, write
from jsonschema import Draft7Validator
from print_docs import SCHEMAS

SCHEMA = json.loads((SCHEMAS / "report.schema.json").read_text(encoding="utf-8"))


def closed(schema):
    """The same schema, in which a key that it does not name is a mistake."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    if "properties" in found and found.get("type") == "object":
        found["additionalProperties"] = False
    return found


WHOLE = Draft7Validator(closed(SCHEMA))
LINE = Draft7Validator({"$ref": "#/definitions/line", "definitions": SCHEMA["definitions"]})


def mistakes(validator, data):
    return [error.message for error in validator.iter_errors(data)]


@pytest.fixture
def mixed(newsroom):
    """A folder with a faulty story, one that cannot be read, a picture's place without a story, and records."""
    write(newsroom, "a.txt", FAULTY)
    write(newsroom, "newslint.yaml", "budgets: {repeated-word: 1}\n")
    (newsroom / "bad.txt").write_bytes(b"a\0b")
    write(newsroom, "empty.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>")
    lines = [{"headline": "Council closes bridge", "body": FAULTY}, {"headline": "Ferry is back", "body": FAULTY}]
    write(newsroom, "wire.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    return newsroom


def test_the_command_prints_what_is_committed(newslint, newsroom):
    assert newslint("schema", "report").report == SCHEMA
    Draft7Validator.check_schema(SCHEMA)


def test_a_report_with_all_there_is_holds_to_it_key_by_key(mixed, newslint):
    report = newslint("check", ".", "wire.jsonl", "--format", "json", "--min-confidence", "low").report
    assert report["failures"]
    assert report["absent"]
    assert report["budgets"]
    assert any("record" in finding for finding in report["findings"])
    assert any(finding["fixes"] for finding in report["findings"])
    assert not mistakes(WHOLE, report)


def test_the_example_newsroom_and_an_empty_run_hold_to_it(newsroom, newslint):
    report = newslint("check", NEWSROOM, "--format", "json").report
    assert any(finding["related"] for finding in report["findings"])
    assert not mistakes(WHOLE, report)
    assert not mistakes(WHOLE, newslint("check", ".", "--allow-empty", "--format", "json").report)


def test_every_line_of_json_lines_holds_to_it_and_the_first_counts_the_others(mixed, newslint):
    lines = [json.loads(line) for line in newslint("check", ".", "--format", "jsonl").out.splitlines()]
    assert not [said for line in lines for said in mistakes(LINE, line)]
    sorts = [line["type"] for line in lines]
    assert sorts[0] == "run"
    assert lines[0]["budgets"]
    assert (lines[0]["findings"], lines[0]["failures"]) == (sorts.count("finding"), sorts.count("failure"))
    assert lines[0]["findings"]
    assert lines[0]["failures"]


@pytest.mark.parametrize("damage", [
    lambda report: report.pop("findings"),
    lambda report: report.update(schema=2),
    lambda report: report["tool"].update(name="vale"),
    lambda report: report["findings"][0].pop("fingerprint"),
    lambda report: report["findings"][0].update(severity="fatal"),
    lambda report: report["findings"][0]["start"].update(line=0),
    lambda report: report["findings"][0]["fixes"][0].update(edits={}),
])  # fmt: skip
def test_what_is_no_report_is_refused(faulty, newslint, damage):
    report = newslint("check", "a.txt", "--format", "json", "--select", "repeated-word").report
    assert not mistakes(Draft7Validator(SCHEMA), report)
    damage(report)
    assert mistakes(Draft7Validator(SCHEMA), report)
