"""LanguageTool's interface: what its clients send and get, counted in their units, and refused in their words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from served import FAULTY, Asked

from newslint.base.errors import NewslintError
from newslint.base.text import Span
from newslint.engine.fixing import apply
from newslint.model.finding import Edit, Finding, Fix
from newslint.server.languagetool import annotated
from newslint.server.languagetool.matches import replaced
from newslint.server.replies import Refused
from newslint.service.limits import NoStoryThere

FORM = "application/x-www-form-urlencoded"
KEPT_BY_SUPERDESK = {
    *("misspelling", "whitespace", "other", "grammar", "characters", "typographical", "locale-violation"),
}


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    return Asked(tmp_path_factory.mktemp("house"))


def matches(reply):
    assert reply.status_code == 200, reply.text
    return reply.json()["matches"]


def utf16(text):
    """A text as clients in Java or JavaScript index it."""
    data = text.encode("utf-16-le")
    return [data[at : at + 2] for at in range(0, len(data), 2)]


def applied(text, match, value):
    units, start = utf16(text), match["offset"]
    changed = [*units[:start], *utf16(value), *units[start + match["length"] :]]
    return b"".join(changed).decode("utf-16-le")


def test_json_that_is_sent_as_a_form_is_told_where_it_belongs(ask):
    reply = ask.post("/check", content='{"text": "It was teh end."}', headers={"Content-Type": FORM})
    assert (reply.status_code, "application/json" in reply.text) == (400, True)


def test_a_reply_has_all_that_languagetools_has(ask):
    reply = ask.check_by_languagetool(text=FAULTY).json()
    assert list(reply) == [
        *("software", "warnings", "language", "matches", "sentenceRanges"),
    ]
    assert reply["software"]["name"] == "LanguageTool"
    assert reply["language"]["code"] == "en-US"
    assert reply["language"]["detectedLanguage"].keys() == {"name", "code", "confidence", "source"}
    assert reply["sentenceRanges"] == [[0, len(FAULTY) - 1]]
    repeated, misspelt = reply["matches"]
    assert misspelt == {
        "message": "“teh” is misspelt: did you mean “the”?",
        "shortMessage": "Misspelt word",
        "replacements": [{"value": "the"}],
        "offset": 41,
        "length": 3,
        "context": {"text": f"...{FAULTY[1:].rstrip()} ", "offset": 43, "length": 3},
        "sentence": FAULTY.rstrip(),
        "type": {"typeName": "UnknownWord"},
        "rule": {
            "id": "misspelt-word",
            "description": misspelt["rule"]["description"],
            "issueType": "misspelling",
            "urls": [{"value": misspelt["rule"]["urls"][0]["value"]}],
            "category": {"id": "TYPOS", "name": "Possible Typo"},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }
    assert repeated["replacements"] == [{"value": "The"}]
    assert FAULTY[repeated["offset"] :][: repeated["length"]] == "The the"


def test_offsets_count_utf_16_units(ask):
    text = f"😀😀 {FAULTY}"
    for match in matches(ask.check_by_languagetool(text=text)):
        units = utf16(text)[match["offset"] : match["offset"] + match["length"]]
        marked = b"".join(units).decode("utf-16-le")
        assert marked in ("The the", "teh")
        context = match["context"]
        part = utf16(context["text"])[context["offset"] : context["offset"] + context["length"]]
        assert b"".join(part).decode("utf-16-le") == marked


def test_markup_is_passed_over_and_offsets_count_it(ask):
    parts = [
        {"text": "The the mayor said "},
        {"markup": "<b class='😀'>"},
        {"text": "teh end"},
        {"markup": "</b>"},
        {"markup": "<br/>", "interpretAs": "\n\n"},
        {"text": "They recieve "},
        {"markup": "<i>"},
        {"text": "untill"},
        {"markup": "</i>"},
        {"text": " end of the fair."},
    ]
    whole = "".join(part.get("text", "") + part.get("markup", "") for part in parts)
    found = matches(ask("POST", "/v2/check", data={"language": "auto", "data": json.dumps({"annotation": parts})}))
    marked = [b"".join(utf16(whole)[m["offset"] :][: m["length"]]).decode("utf-16-le") for m in found]
    assert {"The the", "teh", "recieve", "untill"} <= set(marked)
    for match, words in zip(found, marked, strict=True):
        if "<" in words:
            assert match["replacements"] == []
        for value in match["replacements"][:1]:
            assert applied(whole, match, value["value"]).count("<") == whole.count("<")


def test_json_data_may_hold_a_plain_text(ask):
    plain = matches(ask("POST", "/v2/check", data={"language": "en", "data": json.dumps({"text": FAULTY})}))
    assert plain == matches(ask.check_by_languagetool(text=FAULTY))


def test_get_and_superdesks_paths_answer_as_well(ask):
    expected = matches(ask.check_by_languagetool(text=FAULTY))
    for path in ("/v2/check", "/check"):
        assert matches(ask.get(path, params={"language": "en-US", "text": FAULTY})) == expected
    assert matches(ask("POST", "/check", data={"language": "en-US", "text": FAULTY})) == expected
    assert ask.get("/languages").json() == ask.get("/v2/languages").json()
    assert ask.get("/v2/maxtextlength").text == "10000"
    assert ask.get("/v2/info").json()["software"]["apiVersion"] == 1


def test_languages_are_listed_and_told(ask):
    codes = {each["longCode"] for each in ask.get("/v2/languages").json()}
    assert {"en", "en-US", "en-GB", "de-DE", "fr"} <= codes
    german = "Der Rat hat am Montag nicht über die Brücke und auch nicht über das Geld der Stadt gesprochen. " * 3
    told = ask("POST", "/v2/check", data={"text": german, "language": "auto", "preferredVariants": "en-GB,de-AT"})
    assert told.json()["language"]["code"] == "de-AT"
    assert (
        ask("POST", "/v2/check", data={"text": FAULTY * 3, "language": "auto"}).json()["language"]["code"] == "en-US"
    )
    assert ask("POST", "/v2/check", data={"text": FAULTY, "language": "en-XX"}).status_code == 200


def test_rules_and_categories_are_switched(ask):
    def rules(**fields):
        return [each["rule"]["id"] for each in matches(ask.check_by_languagetool(text=FAULTY, **fields))]

    assert rules() == ["repeated-word", "misspelt-word"]
    assert rules(disabledRules="misspelt-word,WHITESPACE_RULE,UPPERCASE_SENTENCE_START") == ["repeated-word"]
    assert rules(disabledCategories="TYPOS") == ["repeated-word"]
    assert rules(disabledCategories="LANGUAGE") == []
    assert rules(enabledRules="misspelt-word", enabledOnly="true") == ["misspelt-word"]
    assert rules(enabledRules="EN_A_VS_AN", enabledOnly="true") == []
    assert rules(enabledRules="EN_A_VS_AN") == ["repeated-word", "misspelt-word"]
    assert set(rules(enabledRules="wordy-phrase")) >= {"repeated-word", "misspelt-word"}


def test_picky_shows_what_is_less_sure(ask):
    text = "Council votes\n\nThe mayor, a former a teacher, said that that was all.\n"
    usual = {json.dumps(m) for m in matches(ask.check_by_languagetool(text=text))}
    picky = {json.dumps(m) for m in matches(ask.check_by_languagetool(text=text, level="picky"))}
    assert usual <= picky


REFUSED = [
    ({"text": "a", "data": "{}"}, "Set only 'text' or 'data' parameter, not both"),
    ({}, "Missing 'text' or 'data' parameter"),
    ({"text": "a", "language": "xx"}, "'xx' is not a language code known to LanguageTool."),
    ({"text": "a", "preferredVariants": "en-GB"}, "You specified 'preferredVariants'"),
    ({"text": "a", "language": "auto", "preferredVariants": "en"}, "Invalid format for 'preferredVariants'"),
    ({"text": "a", "enabledOnly": "true"}, "You must specify enabled rules"),
    ({"text": "a", "enabledOnly": "true", "disabledRules": "its"}, "You cannot specify disabled rules"),
    ({"data": "{"}, "the field 'data' is not JSON"),
    ({"data": "[" * 40_000}, "the field 'data' is nested too deep"),
    ({"data": "[]"}, "must be an object"),
    ({"data": "{}"}, "requires either 'text' or 'annotation'"),
    ({"data": '{"annotation": 3}'}, "must be a list"),
    ({"data": '{"annotation": [{"text": "a", "markup": "b"}]}'}, "either 'text' or 'markup'"),
    ({"data": '{"annotation": [{"text": 3}]}'}, "'text' must be a string"),
    ({"data": '{"text": "\\ud800"}'}, "half a character"),
]


@pytest.mark.parametrize(("fields", "said"), REFUSED)
def test_wrong_requests_are_refused_in_its_words(ask, fields, said):
    reply = ask.check_by_languagetool(**fields)
    assert reply.status_code == 400
    assert reply.headers["content-type"].startswith("text/plain")
    assert reply.text.startswith("Error: ")
    assert said in reply.text


def test_bytes_that_are_no_form_and_texts_that_are_too_long(ask):
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert ask("POST", "/v2/check", content=b"text=%ff&language=en", headers=form).status_code == 400
    assert ask("POST", "/v2/check", content=b"text=\xff&language=en", headers=form).status_code == 400
    assert ask("POST", "/v2/check", content="text=Über&language=en".encode(), headers=form).status_code == 200
    assert ask("POST", "/v2/check", content=b"a=1&" * 999, headers=form).status_code == 400
    assert ask("POST", "/v2/check", content=b"{}", headers={"content-type": "text/plain"}).status_code == 415
    long = ask.check_by_languagetool(text="a" * 10_001)
    assert (long.status_code, long.text[:40]) == (413, "Error: Your text exceeds the limit of 10")
    assert ask.check_by_languagetool(text="a" * 300_000).status_code == 413


def test_nothing_to_check_is_no_fault(ask):
    for text in ("", " \n\n "):
        assert matches(ask.check_by_languagetool(text=text)) == []
    assert matches(ask("POST", "/v2/check", data={"language": "en", "data": '{"annotation": []}'})) == []
    assert (
        matches(ask("POST", "/v2/check", data={"language": "en", "data": '{"annotation": [{"markup": "<p>"}]}'}))
        == []
    )


def test_where_there_is_no_story_nothing_is_found(ask, monkeypatch):
    def none(*_):
        raise NoStoryThere("none")

    monkeypatch.setattr(ask.here.service, "check", none)
    assert matches(ask.check_by_languagetool(text="x")) == []


def test_a_fault_of_newslints_is_told_without_a_word_of_the_text(ask, monkeypatch):
    def broken(*_):
        raise NewslintError("a rule fell over it") from KeyError("secret")

    monkeypatch.setattr(ask.here.service, "check", broken)
    reply = ask.check_by_languagetool(text="secret")
    assert reply.status_code == 500
    assert "secret" not in reply.text


def test_pages_of_any_site_may_ask_it(ask):
    preflight = ask("OPTIONS", "/v2/check", headers={"origin": "https://cms.example"})
    assert preflight.status_code == 204
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "POST" in preflight.headers["access-control-allow-methods"]
    form = {"text": FAULTY, "language": "en-US"}
    reply = ask("POST", "/v2/check", data=form, headers={"origin": "https://cms.example"})
    assert reply.headers["access-control-allow-origin"] == "*"
    assert ask("POST", "/v2/check", data={}).headers["access-control-allow-origin"] == "*"


def test_every_rule_has_an_issue_type_that_superdesk_shows(ask):
    from newslint.server.languagetool.matches import rule_data

    pack = ask.here.service.workspace().config_of("a.txt").pack
    told = [rule_data(rule.id, rule.topic, rule) for rule in pack.rules.values()]
    assert {each["issueType"] for each in told} <= KEPT_BY_SUPERDESK
    assert all(each["description"] and each["category"]["name"] for each in told)


@st.composite
def fixed(draw):
    """A text, a stretch of it and a fix of some edits anywhere, none over another."""
    text = draw(st.text("ab 😀\n", min_size=1, max_size=40))
    places = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    edits = [
        Edit(Span(start, end), draw(st.text("xy😀", max_size=3)))
        for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text)))), tuple(edits)


@given(fixed())
def test_one_replacement_comes_to_the_same_as_a_fix_of_several_edits(case):
    text, span, edits = case
    finding = Finding("r", "language", "warning", "high", "m", span, fixes=(Fix("f", edits),))
    wide, values = replaced(finding, annotated.plain(text))
    assert wide.end > wide.start
    if values:
        assert [text[: wide.start] + value + text[wide.end :] for value in values] == [apply(text, edits)]
    else:
        assert apply(text, edits) == text


@given(st.lists(st.tuples(st.sampled_from(["text", "markup", "read"]), st.text("ab😀\n<", max_size=5)), max_size=8))
def test_places_in_annotated_text_lead_back_to_it(drawn):
    parts = [
        {"text": text} if kind == "text" else {"markup": text, **({"interpretAs": "\n"} if kind == "read" else {})}
        for kind, text in drawn
    ]
    given_text = annotated.of_json(json.dumps({"annotation": parts}))
    assert given_text.whole == "".join(text for _, text in drawn)
    for start in range(len(given_text.plain)):
        for end in range(start, len(given_text.plain) + 1):
            told = given_text.span(Span(start, end))
            assert 0 <= told.start <= told.end <= len(given_text.whole)
            if given_text.is_exact(Span(start, end)) and end > start:
                assert given_text.whole[told.start : told.end] == given_text.plain[start:end]
    assert given_text.units(len(given_text.whole)) == len(utf16(given_text.whole))


@given(st.binary(max_size=60))
def test_no_bytes_for_data_do_more_than_be_refused(data):
    told = []
    try:
        annotated.of_json(data.decode("latin-1"))
    except Refused as refused:
        told.append(refused.status)
    assert told in ([], [400])
