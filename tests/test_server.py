"""newslint's own routes: what they find and change, what they refuse, and that openapi.json says the same."""

import json

import jsonschema
import pytest
from served import FAULTY, Asked

from newslint.reporters.json import finding
from newslint.server.shapes import REPLIES
from newslint.service.seen import as_data
from newslint.service.service import Service, Text


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    (folder / "newslint.yaml").write_text("rules: {its: off}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ask(root):
    return Asked(root, decisions=root / "decisions.sqlite")


@pytest.fixture(scope="module")
def described(ask):
    return ask.get("/openapi.json").json()


def fits(described, name, data):
    """Whether a reply is what openapi.json says of it."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    jsonschema.Draft202012Validator(schema).validate(data)
    return True


def test_a_text_is_checked_as_the_command_checks_it(ask, root, described):
    reply = ask.post("/check", {"text": FAULTY, "path": "city/fair.txt"})
    assert reply.status_code == 200
    found = Service(root=str(root)).check(Text(FAULTY, "city/fair.txt")).found
    expected = [{**finding(each.entry, each.fingerprint), "path": "city/fair.txt"} for each in found]
    assert [each["rule"] for each in expected] == ["repeated-word", "misspelt-word"]
    assert reply.json() == {"schema": 1, "stories": 1, "findings": expected, "failures": [], "known": 0}
    assert fits(described, "Checked", reply.json())


def test_a_reply_does_not_tell_where_the_folder_lies(ask, root):
    for path in ("/check", "/show", "/fix"):
        assert str(root) not in ask.post(path, {"text": FAULTY, "path": "a.md"}).text
    assert str(root) not in ask.post("/check", {"text": FAULTY, "path": "../../etc/passwd"}).text


def test_choices_of_rules_and_confidence_hold(ask):
    def rules(**choices):
        return [each["rule"] for each in ask.post("/check", {"text": FAULTY, **choices}).json()["findings"]]

    assert rules(select=["repeated-word"]) == ["repeated-word"]
    assert rules(ignore=["repeated-word"]) == ["misspelt-word"]
    assert rules(min_confidence="high") == ["repeated-word"]


def test_fixes_are_made_as_a_whole_or_by_name(ask, described):
    offered = ask.post("/fix", {"text": FAULTY, "offers": True}).json()
    assert offered["text"] == "The mayor said on Monday that it was the end of the fair.\n"
    assert offered["made"] == {"misspelt-word": 1, "repeated-word": 1}
    assert fits(described, "Changed", offered)
    second = ask.post("/check", {"text": FAULTY}).json()["findings"][1]["fingerprint"]
    one = ask.post("/fix", {"text": FAULTY, "fingerprints": [second, "unknown"]}).json()
    assert one["text"] == FAULTY.replace("teh", "the")
    assert one["left"] == ["unknown"]
    at = FAULTY.index("teh")
    assert one["edits"] == [
        {
            "start": {"offset": at, "line": 1, "column": at + 1},
            "end": {"offset": at + 3, "line": 1, "column": at + 4},
            "text": "the",
        }
    ]
    safe = ask.post("/fix", {"text": FAULTY}).json()
    assert (safe["text"], safe["edits"], safe["made"]) == (FAULTY, [], {})


def test_a_finding_is_ignored_with_a_reason(ask, described):
    story = {"text": FAULTY, "path": "fair.md"}
    first = ask.post("/check", story).json()["findings"][0]["fingerprint"]
    asked = {**story, "fingerprints": [first], "reason": "the band's name"}
    changed = ask.post("/ignore", asked).json()
    assert "the band's name" in changed["text"]
    assert changed["left"] == []
    assert fits(described, "Changed", changed)
    after = ask.post("/check", {**story, "text": changed["text"]}).json()
    assert "repeated-word" not in [each["rule"] for each in after["findings"]]
    plain = ask.post("/ignore", {**asked, "path": "fair.txt"}).json()  # a plain text has no place for a request
    assert (plain["text"], plain["edits"], plain["left"]) == (FAULTY, [], [first])


def test_a_text_is_shown_as_it_is_read(ask, root, described):
    shown = ask.post("/show", {"text": FAULTY}).json()
    (story,) = Service(root=str(root)).read(Text(FAULTY)).stories
    assert shown["stories"] == [json.loads(json.dumps({**as_data(story), "path": ""}))]
    assert fits(described, "Shown", shown)


def test_rules_are_listed_as_they_are_here(ask, described):
    listed = {each["id"]: each for each in ask.get("/rules").json()}
    assert not listed["its"]["on"]
    assert listed["repeated-word"]["on"]
    assert fits(described, "Rules", list(listed.values()))
    chosen = {each["id"]: each["on"] for each in ask.post("/rules", {"select": ["its"]}).json()}
    assert [rule for rule, on in chosen.items() if on] == ["its"]
    page = ask.get("/rules/its").json()
    assert page["page"].startswith("its (language;")
    assert fits(described, "RulePage", page)
    missing = ask.get("/rules/it")
    assert missing.status_code == 404
    assert "its" in missing.json()["error"]["hint"]


def test_styles_are_listed_with_their_axes(ask, described):
    found = ask.get("/styles").json()
    assert fits(described, "Styles", found)
    axes = {each["axis"]: each["values"] for each in found["axes"]}
    for style in found["styles"]:
        assert style["axes"].keys() <= axes.keys()
    (ap,) = (each["axes"] for each in found["styles"] if each["name"] == "ap")
    assert ap["quote-marks"] in axes["quote-marks"]
    answer = ask.post("/check", {"text": FAULTY, "style": "ap", "axes": {"quote-marks": "single"}})
    assert answer.status_code == 200


def test_decisions_are_kept_and_counted_without_a_word_of_the_story(ask, root, described):
    first = ask.post("/check", {"text": FAULTY}).json()["findings"][0]
    decision = {"fingerprint": first["fingerprint"], "rule": first["rule"], "decision": "rejected", "why": "a name"}
    assert ask.post("/decisions", decision).json() == {"kept": True}
    counts = ask.get("/decisions").json()
    assert fits(described, "Decisions", counts)
    assert [(each["rule"], each["rejected"]) for each in counts["rules"]] == [("repeated-word", 1)]
    kept = b"".join(path.read_bytes() for path in root.glob("decisions.sqlite*"))
    assert b"a name" in kept
    assert b"mayor" not in kept
    assert ask.post("/decisions", {**decision, "rule": "repeated-wrod"}).status_code == 400


def test_without_a_file_decisions_are_refused(tmp_path):
    ask = Asked(tmp_path)
    assert ask.get("/decisions").status_code == 404
    assert "--decisions" in ask.get("/decisions").json()["error"]["hint"]
    assert ask.get("/healthz").json()["decisions"] is False


WRONG = [
    ({}, "“text” is missing", ""),
    ({"text": 3}, "expected a text", ""),
    ({"text": "a", "stile": "ap"}, "unknown key “stile”", "style"),
    ({"text": "a", "style": "pa"}, "unknown style “pa”", "ap"),
    ({"text": "a", "format": "markdwon"}, "unknown story format", "markdown"),
    ({"text": "a", "min_confidence": "hihg"}, "expected one of low, medium, high", "high"),
    ({"text": "a", "select": ["itss"]}, "unknown rule or topic", "its"),
    ({"text": "a", "select": "its"}, "expected a list", ""),
    ({"text": "a", "path": "../x.txt"}, "leads out of the folder", ""),
    ({"text": "a", "path": "x\0.txt"}, "NUL", ""),
    ({"text": "a\ud800"}, "half a character", ""),
    ([], "expected keys with values", ""),
]


@pytest.mark.parametrize(("asked", "said", "hint"), WRONG)
def test_what_is_wrong_with_a_request_is_named(ask, described, asked, said, hint):
    reply = ask.post("/check", content=json.dumps(asked), headers={"content-type": "application/json"})
    assert reply.status_code == 400
    error = reply.json()["error"]
    assert said in error["message"]
    assert hint in error.get("hint", "")
    assert fits(described, "Error", reply.json())


def sent(ask, data, **headers):
    return ask.post("/check", content=data, headers={"content-type": "application/json", **headers})


def test_bytes_that_are_no_request_are_refused(ask, described):
    wrong = {
        b'{"text": "\xff"}': 400,
        b"{": 400,
        b"": 400,
        b"[" * 5_000 + b"]" * 5_000: 400,
        b'{"text": ' + b'{"a":' * 3_000 + b"1" + b"}" * 3_001: 400,
        b'{"text": ' + b"9" * 9_000 + b"}": 400,
        b'{"text": "' + b"a" * 10_001 + b'"}': 413,
        b'{"text": "' + b"a" * 300_000 + b'"}': 413,
    }
    for data, status in wrong.items():
        reply = sent(ask, data)
        assert reply.status_code == status, data[:40]
        assert fits(described, "Error", reply.json())
    assert sent(ask, b"x" * 300_000, **{"content-length": "1" * 30}).status_code == 413
    assert sent(ask, b'{"text": "A fair."}').status_code == 200


def test_a_body_without_a_length_is_read_no_further_than_it_may_be(ask):
    pieces = []

    async def endless():
        while True:
            pieces.append(1)
            yield b" " * 10_000

    assert ask.post("/check", content=endless(), headers={"content-type": "application/json"}).status_code == 413
    assert len(pieces) < 40


def test_other_sites_and_other_hosts_are_not_heard(root):
    ask = Asked(root, hosts=("localhost", "127.0.0.1", "[::1]"))
    fine = {"text": "A fair.\n"}
    assert ask.post("/check", fine).status_code == 200
    assert ask.post("/check", fine, headers={"origin": "http://localhost:8081"}).status_code == 200
    assert ask.post("/check", fine, headers={"origin": "https://evil.example"}).status_code == 403
    assert ask.post("/check", fine, headers={"origin": "null"}).status_code == 403
    assert ask.post("/check", fine, headers={"host": "evil.example:8081"}).status_code == 403
    assert ask.post("/check", fine, headers={"host": "[::1]:8081"}).status_code == 200
    plain = ask.post("/check", content=json.dumps(fine), headers={"content-type": "text/plain"})
    assert plain.status_code == 415
    assert "access-control-allow-origin" not in ask.post("/check", fine).headers


def test_a_token_is_asked_for(root):
    ask = Asked(root, token="opén sesame")
    right = {"authorization": "Bearer opén sesame".encode()}
    for path in ("/rules", "/styles", "/decisions"):
        assert ask.get(path).status_code == 401
    assert ask.post("/check", {"text": "a"}).status_code == 401
    assert ask.post("/check", {"text": "a"}, headers={"authorization": "Bearer open"}).status_code == 401
    assert ask.post("/check", {"text": "a"}, headers=right).status_code == 200
    assert ask.get("/healthz").status_code == 200
    assert ask.check_by_languagetool(text="a").status_code == 401
    assert ask.check_by_languagetool(text="a", apiKey="opén sesame").status_code == 200


def test_methods_and_routes_that_are_not_there(ask, described):
    wrong = ask("PUT", "/check")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")
    assert fits(described, "Error", wrong.json())
    assert ask.get("/chekc").status_code == 404
    assert ask.get("/desk/../app.py").status_code == 404
    assert ask.get("/desk/%2e%2e%2fapp.py").status_code == 404
    assert ask.get("/desk/missing.js").status_code == 404
    assert ask("HEAD", "/healthz").status_code == 200


def test_the_desk_is_sent_with_a_policy_that_lets_in_nothing_else(ask, monkeypatch, tmp_path):
    monkeypatch.setattr("newslint.server.desk.FOLDER", str(tmp_path))
    (tmp_path / "index.html").write_text("<!doctype html><title>desk</title>", encoding="utf-8")
    (tmp_path / "desk.js").write_text("'use strict';", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no", encoding="utf-8")
    page = ask.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"
    assert ask.get("/desk/desk.js").text == "'use strict';"
    assert ask.get("/desk/notes.txt").status_code == 404


def test_a_broken_configuration_is_told_and_the_server_goes_on(root, tmp_path):
    ask = Asked(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "newslint.yaml").write_text("rules: {itss: off}\n", encoding="utf-8")
    reply = ask.post("/check", {"text": "a", "path": "sub/a.txt"})
    assert reply.status_code == 503
    error = reply.json()["error"]
    assert (error["path"], error["line"]) == ("sub/newslint.yaml", 1)
    assert ask.post("/check", {"text": "a", "path": "a.txt"}).status_code == 200


def test_openapi_names_every_route_and_each_of_its_parts_is_there(ask, described):
    assert described["openapi"] == "3.1.0"
    for name, schema in REPLIES.items():
        assert described["components"]["schemas"][name] == schema
        jsonschema.Draft202012Validator.check_schema(schema)
    text = json.dumps(described)
    for reference in {part.partition('"')[0] for part in text.split('"$ref": "#/')[1:]}:
        part = described
        for step in reference.split("/"):
            part = part[step]
    operations = [each for path in described["paths"].values() for each in path.values()]
    assert len({each["operationId"] for each in operations}) == len(operations)
    for path, methods in described["paths"].items():
        for method in methods:
            reply = ask(method.upper(), path.replace("{id}", "its"))
            assert reply.status_code not in (404, 405, 500), (method, path)
