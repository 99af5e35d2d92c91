"""What rules of Vale's say, kind by kind and key by key, on rules and stories made up for it."""

import pytest
from helpers import write
from vale_rules import LONG, findings, rule, style, told, words

from newslint.base.errors import NewslintError


@pytest.fixture
def said(tmp_path):
    """What a rule says of a text that is long to Vale: the words it tells of."""

    def run(text: str, extends: str, *, path: str = "story.txt", vale: dict | None = None, **keys) -> list[str]:
        return words(style(tmp_path, {"Rule": rule(extends, **keys)}, **(vale or {})), text + LONG, path)

    return run


# --- existence


def test_each_token_is_told_of_where_it_is_a_word(said):
    assert said("A bus, a tram and a busker.", "existence", tokens=["bus", "tram"]) == ["bus", "tram"]


def test_tokens_are_patterns(said):
    assert said("Buses and trams.", "existence", tokens=["[Bb]us(?:es)?", r"tr\w+"]) == ["Buses", "trams"]


def test_tokens_mind_capitals_unless_the_rule_ignores_them(said):
    assert said("Bus, bus.", "existence", tokens=["bus"]) == ["bus"]
    assert said("Bus, bus.", "existence", tokens=["bus"], ignorecase=True) == ["Bus", "bus"]


def test_tokens_that_are_no_words_stand_anywhere(said):
    assert said("Busker!! Wait!!", "existence", tokens=["!!", "us"], nonword=True) == ["us", "!!", "!!"]


def test_raw_patterns_are_joined_as_they_are(said):
    assert said("Room 5b, room 6.", "existence", raw=["[Rr]oom", r"\s\d"]) == ["Room 5", "room 6"]


def test_raw_stands_before_tokens_and_behind_them_where_it_is_appended(said):
    keys = {"tokens": ["bus", "tram"], "raw": [r"\s?red\s?"]}
    assert said("A red bus, a tram red.", "existence", **keys) == [" red bus"]
    assert said("A red bus, a tram red.", "existence", append=True, **keys) == ["tram red"]


def test_no_exception_is_told_of(said):
    keys = {"tokens": [r"[A-Z]{2,}"], "exceptions": ["BBC", "(?i)usa"]}
    assert said("BBC, NATO and USA.", "existence", **keys) == ["NATO"]


def test_a_part_of_an_exception_of_several_words_is_not_told_of_in_capitals_either(said):
    assert said("A bus, a Bus Lane.", "existence", tokens=["[Bb]us"], exceptions=["bus lane"]) == ["bus"]


def test_a_words_template_of_the_house_holds(said):
    keys = {"tokens": ["bus"], "vale": {"word-template": r"(?m)(?<!\w)(?:%s)s?\b"}}
    assert said("Two buses? Two buss!", "existence", **keys) == ["buss"]


def test_a_token_beside_letters_of_other_alphabets_is_no_word(said):
    """Of .NET's word boundaries, which know all letters."""
    assert said("cafés, busé, bus", "existence", tokens=["caf", "bus"]) == ["bus"]


# --- vocabularies


@pytest.fixture
def accepted(tmp_path):
    write(tmp_path, "styles/config/vocabularies/Town/accept.txt", "BBC\nbus lane\n[Mm]arlow\n(?i)nato\n")
    return {"vocab": ["Town"]}


def test_what_a_vocabulary_accepts_is_not_told_of(said, accepted):
    tokens = [r"[A-Z]{3,}", "bus", "Marlow"]
    assert said("BBC ITV NATO bus lane bus Marlow.", "existence", tokens=tokens, vale=accepted) == ["ITV", "bus"]


def test_a_rule_may_leave_vocabularies_aside(said, accepted):
    assert said("BBC ITV", "existence", tokens=[r"[A-Z]{3}"], vocab=False, vale=accepted) == ["BBC", "ITV"]


def test_substitution_repetition_and_conditional_go_by_vocabularies_too(said, accepted):
    assert said("The bus lane, a bus", "substitution", swap={"bus": "coach"}, vale=accepted) == ["bus"]
    assert said("BBC BBC ITV ITV", "repetition", tokens=[r"\w+"], vale=accepted) == ["ITV ITV"]
    keys = {"first": r"\b([A-Z]{3})\b", "second": r"\(([A-Z]{3})\)"}
    assert said("BBC ITV", "conditional", vale=accepted, **keys) == ["ITV"]


# --- substitution


def test_words_are_to_be_swapped(said):
    assert said("They utilize a bus.", "substitution", swap={"utilize": "use", "tram": "bus"}) == ["utilize"]


def test_the_longest_that_is_observed_goes_first(tmp_path):
    swap = {"bus": "coach", "bus stop": "stop"}
    config = style(tmp_path, {"Rule": rule("substitution", swap=swap, message="%s for %s")})
    assert [each.message for each in told(config, "A bus stop, a bus." + LONG)] == [
        "stop for bus stop",
        "coach for bus",
    ]


def test_captures_of_what_is_observed_are_filled_in(tmp_path):
    swap = {r"(\w+) years of age": "$1 years old"}
    config = style(tmp_path, {"Rule": rule("substitution", swap=swap, message="%s for %s")})
    assert [each.message for each in told(config, "She is 30 years of age." + LONG)] == [
        "30 years old for 30 years of age"
    ]


def test_what_is_as_expected_is_not_told_of(said):
    assert said("A Bus, a bus", "substitution", swap={"bus": "Bus"}, ignorecase=True) == ["bus"]
    assert said("e-mail, email, E-Mail", "substitution", swap={"[eE]-?[mM]ail": "e-?mail"}) == ["E-Mail"]


def test_of_a_rule_that_replaces_the_expected_is_a_text_not_a_pattern(said):
    keys = {"swap": {",,,": "..."}, "nonword": True}
    assert said("Wait,,, no", "substitution", **keys) == []  # three of any sign are as expected
    assert said("Wait,,, no", "substitution", action={"name": "replace"}, **keys) == [",,,"]


def test_the_expected_takes_a_capital_where_the_rule_says_so(tmp_path):
    keys = {"swap": {"[Uu]tilize": "use"}, "message": "%s for %s"}
    config = style(tmp_path, {"Rule": rule("substitution", capitalize=True, **keys)})
    assert [each.message for each in told(config, "Utilize or utilize." + LONG)] == [
        "Use for Utilize",
        "use for utilize",
    ]


def test_exceptions_of_a_substitution_are_left(said):
    assert said("A bus, a Bus.", "substitution", swap={"[Bb]us": "coach"}, exceptions=["Bus"]) == ["bus"]


# --- occurrence


@pytest.mark.parametrize(
    "token", [r"\b(\w+)\b", r"\w+", r"(?:\b\w+)", r"\w+(?!\w)"]
)  # the last is tried as it stands
def test_words_are_counted_whatever_letters_they_are_of(said, token):
    text = "Zażółć gęślą_jaźń, o'clock — 5½ e\u0301a."
    assert said(text, "occurrence", token=token, max=5, scope="sentence")[0] == "Zażółć"
    assert "Zażółć" not in said(text, "occurrence", token=token, max=6, scope="sentence")


def test_too_many_in_a_block_are_told_of_once_at_the_first(tmp_path):
    keys = {"token": r"\bbus\b", "max": 1, "scope": "paragraph", "message": "there were %s"}
    config = style(tmp_path, {"Rule": rule("occurrence", **keys)})
    found = told(config, "A bus.\n\nThe tram, a bus and a bus.\n" + LONG)
    assert [(each.words, each.line, each.message) for each in found] == [("bus", 3, "there were 2")]


def test_too_few_are_told_of_at_the_first_or_at_the_top_of_the_story(said):
    assert said("A bus.", "occurrence", token="bus", min=2) == ["bus"]
    assert said("A tram.", "occurrence", token="bus", min=1) == [""]
    assert said("A bus.", "occurrence", token="BUS", min=1, ignorecase=True) == []


def test_a_token_is_counted_without_the_edges_of_words(said):
    assert said("A busker.", "occurrence", token="us", max=0) == []  # nothing is the most
    assert said("A busker, a bus.", "occurrence", token="us", max=1) == ["us"]


# --- repetition


def test_a_token_twice_is_told_of_within_a_sentence(said):
    keys = {"tokens": [r"[^\s]+"]}
    assert said("It is is so. So it is.", "repetition", **keys) == ["is is"]
    assert said("He left. left behind was a a\nbus.", "repetition", **keys) == ["a a"]
    assert said("It was it.\nit", "repetition", **keys) == []


def test_how_often_a_token_may_follow_itself(said):
    assert said("no no no", "repetition", tokens=[r"\w+"], max=2) == []
    assert said("no no no no", "repetition", tokens=[r"\w+"], max=2) == ["no no"]
    assert said("no no, it is, so so", "repetition", tokens=[r"\w+"], max=1) == ["so so"]  # Vale counts on


def test_repetitions_mind_capitals_and_letters_as_the_rule_says(said):
    assert said("It it, 5 5", "repetition", tokens=[r"\w+"]) == ["5 5"]
    assert said("It it, 5 5", "repetition", tokens=[r"\w+"], ignorecase=True, alpha=True) == ["It it"]


@pytest.mark.parametrize("token", [r"[^\s]+", r"\S+", r"(?:[^\s]+)"])  # the last is not known for what it is
@pytest.mark.parametrize(
    ("text", "small", "told"),
    [
        ("It it, 5 5 a no. No trams", False, ["5 5"]),
        ("The bus\u2003bus, a Straße STRASSE the", False, []),
        ("The bus\u2003bus a Straße STRASSE the", False, ["bus\u2003bus"]),
        ("The bus\u2003bus a Straße STRASSE the", True, ["bus\u2003bus", "Straße STRASSE"]),
        ("It it, a tram", True, []),
        ("It it a tram", True, ["It it"]),
        ("A bus of the trams", True, []),
    ],
)
def test_runs_between_spaces_are_repeated_as_any_token_is(said, token, text, small, told):
    assert said(text, "repetition", tokens=[token], ignorecase=small) == told


def test_exceptions_of_a_repetition_are_left(said):
    assert said("had had, is is", "repetition", tokens=[r"\w+"], exceptions=["had"]) == ["is is"]


def test_the_message_of_a_repetition_has_the_token_once(tmp_path):
    config = style(tmp_path, {"Rule": rule("repetition", tokens=[r"\w+"])})
    assert told(config, "It is\nis so." + LONG)[0].message == "about 'is'"


# --- consistency


def test_two_ways_of_writing_are_told_of_once_at_the_last_words_of_the_block(said):
    keys = {"either": {"advisor": "adviser", "centre": "center"}}
    assert said("An advisor, the center.", "consistency", **keys) == []
    assert said("An advisor, an adviser, an advisor, the center.", "consistency", **keys) == ["advisor"]


def test_what_was_seen_is_remembered_from_block_to_block_of_a_story(said):
    keys = {"either": {"advisor": "adviser"}, "scope": "paragraph"}
    assert said("An advisor.\n\nAn adviser.\n\nNobody.\n\nAn adviser!", "consistency", **keys) == [
        "adviser",
        "adviser",
    ]


def test_pairs_mind_capitals_and_edges_of_words_as_the_rule_says(said):
    assert said("Advisor, adviser", "consistency", either={"advisor": "adviser"}) == []
    assert said("Advisor, adviser", "consistency", either={"advisor": "adviser"}, ignorecase=True) == ["adviser"]
    assert said("colour, colored", "consistency", either={"colour": "color"}) == []
    assert said("colour, colored", "consistency", either={"colour": "color"}, nonword=True) == ["color"]


# --- conditional


DEFINED = {"first": r"\b([A-Z]{3,5})\b", "second": r"\b[A-Z][a-z]+ \(([A-Z]{3,5})\)"}


def test_what_stands_without_the_second_is_told_of(said):
    assert said("The Union (WFTU) met. The WFTU and NATO left.", "conditional", **DEFINED) == ["NATO"]


def test_exceptions_of_a_condition_are_left(said):
    assert said("NATO, ASEAN", "conditional", exceptions=["NATO"], **DEFINED) == ["ASEAN"]


def test_what_is_defined_in_one_block_is_so_in_all_that_come_after_it(said):
    text = "NATO spoke.\n\nThe Alliance (NATO) met.\n\nNATO left."
    assert said(text, "conditional", scope="paragraph", **DEFINED) == ["NATO"]


def test_a_second_without_a_group_needs_only_stand_in_the_same_block(said):
    keys = {"first": r"\bbus\b", "second": r"\btimetable\b", "scope": "paragraph"}
    assert said("A bus.\n\nThe bus has a timetable.", "conditional", **keys) == ["bus"]


# --- what all kinds have


@pytest.mark.parametrize(("level", "severity"), [("suggestion", "note"), ("warning", "warning"), ("error", "error")])
def test_levels_are_severities(tmp_path, level, severity):
    config = style(tmp_path, {"Rule": rule("existence", tokens=["bus"], level=level)})
    assert [each.severity for each in findings(config, "A bus.\n")] == [severity]


def test_a_rule_without_a_level_warns(tmp_path):
    config = style(tmp_path, {"Rule": 'extends: existence\nmessage: "%s"\ntokens: [bus]\n'})
    assert [each.severity for each in findings(config, "A bus.\n")] == ["warning"]


def test_rules_below_the_least_level_are_not_read(said):
    assert said("A bus.", "existence", tokens=["bus"], vale={"min-alert-level": "error"}) == []


def test_a_limit_holds_for_a_story(said):
    assert said("A bus, a bus, a bus.", "existence", tokens=["bus"], limit=2) == ["bus", "bus"]


@pytest.mark.parametrize(
    ("message", "filled"),
    [
        ("Not '%s'.", "Not 'bus'."),
        ("No.", "No."),
        ("%[1]s and %[1]s", "bus and bus"),
        ("100%% %s", "100% bus"),
        ("%q", '"bus"'),
    ],
)
def test_messages_are_filled_as_go_fills_them(tmp_path, message, filled):
    config = style(tmp_path, {"Rule": rule("existence", tokens=["bus"], message=message)})
    assert [each.message for each in told(config, "A bus.\n")] == [filled]


def test_a_message_is_of_one_line(tmp_path):
    config = style(tmp_path, {"Rule": rule("existence", tokens=[r"a\s+bus"])})
    assert [each.message for each in told(config, "It is a\n\nbus.\n")] == ["about 'a  bus'"]


@pytest.mark.parametrize(
    ("expected", "message"),
    [
        ("coach", "Use 'coach' for 'bus'."),
        ("coach|car", "Use 'coach' or 'car' for 'bus'."),
        ("coach|car|taxi", "Use 'coach', 'car', or 'taxi' for 'bus'."),
        (r"either\|or", "Use 'either|or' for 'bus'."),
    ],
)
def test_a_rule_that_replaces_names_all_that_may_stand_there(tmp_path, expected, message):
    keys = {"swap": {"bus": expected}, "message": "Use '%s' for '%s'.", "action": {"name": "replace"}}
    config = style(tmp_path, {"Rule": rule("substitution", **keys)})
    (found,) = findings(config, "A bus.\n")
    assert found.message == message
    options = [edit.text for fix in found.fixes for edit in fix.edits]
    assert options == expected.replace(r"\|", "\0").split("|") if "\\" not in expected else ["either|or"]


def test_without_an_action_nothing_is_proposed(tmp_path):
    config = style(tmp_path, {"Rule": rule("substitution", swap={"bus": "coach"})})
    assert [each.fixes for each in findings(config, "A bus.\n")] == [()]


@pytest.mark.parametrize(
    ("action", "instead"),
    [
        ({"name": "remove"}, [""]),
        ({"name": "replace", "params": ["coach", "car"]}, ["coach", "car"]),
        ({"name": "edit", "params": ["trim_right", "."]}, ["e.g"]),
        ({"name": "edit", "params": ["regex", r"(\w)\.(\w)\.", "$1, $2"]}, ["e, g"]),
        ({"name": "edit", "params": ["split", ".", "1"]}, ["g"]),
        ({"name": "edit", "params": ["truncate", "."]}, ["e"]),
    ],
)
def test_actions_are_fixes(tmp_path, action, instead):
    config = style(tmp_path, {"Rule": rule("existence", tokens=[r"e\.g\."], nonword=True, action=action)})
    (found,) = findings(config, "Some, e.g. buses.\n")
    assert [edit.text for fix in found.fixes for edit in fix.edits] == instead


def test_alerts_of_one_rule_come_in_the_order_of_the_text_and_rules_do_not_hide_one_another(tmp_path):
    rules = {"One": rule("existence", tokens=["bus", "tram"]), "Two": rule("existence", tokens=["tram", "a bus"])}
    found = told(style(tmp_path, rules), "A tram, a bus." + LONG)
    assert [(each.rule, each.words) for each in found] == [
        ("One", "tram"),
        ("Two", "tram"),
        ("Two", "a bus"),
        ("One", "bus"),
    ]


def test_of_tokens_at_one_place_the_first_listed_wins(said):
    assert said("A bus stop.", "existence", tokens=["bus", "bus stop"]) == ["bus"]
    assert said("A bus stop.", "existence", tokens=["bus stop", "bus"]) == ["bus stop"]


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("extends: existence\ntokens: [bus]\n", "has no `message`"),
        ("extends: existance\nmessage: x\n", "existence"),
        ("extends: existence\nmessage: x\ntoken: [bus]\n", "unknown key “token”"),
        ("extends: existence\nmessage: x\ntokens: ['(bus']\n", "`tokens` cannot be used"),
        ("extends: existence\nmessage: x\nlevel: severe\ntokens: [bus]\n", "suggestion, warning, error"),
        ("extends: script\nmessage: x\nscript: y\n", "Tengo"),
    ],
)
def test_what_is_wrong_with_a_rule_is_told_with_its_file_and_line(tmp_path, written, complaint):
    with pytest.raises(NewslintError) as told_:
        words(style(tmp_path, {"Rule": written}), "A bus.\n")
    assert complaint in str(told_.value)
    assert told_.value.path.endswith("Rule.yml")
    assert told_.value.line
