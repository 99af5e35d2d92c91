"""Each kind of YAML rule does what its keys say, and refuses keys that do not go together."""

from pathlib import Path

import pytest

from newslint.base.errors import RuleError
from newslint.model.rule import Example
from newslint.rulebook import plugins
from newslint.rulebook.pack import files_below, load, read_rules
from newslint.testing import check_text, run_example

PLUGINS = plugins.load("")
HEAD = "id: try-it\ntopic: language\nmessage: 'about {match}'\nwhy: because\n"
EXAMPLES = "examples: [{good: fine}]\n"


def rule_from(tmp_path: Path, text: str):
    file = tmp_path / "try-it.yaml"
    body = HEAD + text + ("" if "examples:" in text else EXAMPLES)
    file.write_text(body, encoding="utf-8")
    (rule,) = read_rules(str(file), PLUGINS.kinds)
    return rule


def hits(rule, text, **keys):
    _, findings = check_text(rule, text, Example("bad", text, **keys), PLUGINS.formats)
    return [text[f.span.start : f.span.end] for f in findings]


def messages(rule, text, **keys):
    return [f.message for f in check_text(rule, text, Example("bad", text, **keys), PLUGINS.formats)[1]]


def test_existence_finds_terms_and_patterns_but_not_exceptions(tmp_path):
    rule = rule_from(tmp_path, "kind: existence\nterms: [kiev]\npatterns: ['ode\\w+a']\nexcept: [chicken kiev]\n")
    assert hits(rule, "Kiev and Odessa, but chicken Kiev.") == ["Kiev", "Odessa"]


def test_existence_alone_wants_the_whole_line(tmp_path):
    rule = rule_from(
        tmp_path, "kind: existence\nterms: [advertisement]\nalone: line\nfix: {delete: line, safety: safe}\n"
    )
    text = "An advertisement ran.\n\nADVERTISEMENT:\n\nIt ended.\n"
    assert hits(rule, text) == ["ADVERTISEMENT"]
    fixed = "An advertisement ran.\n\nIt ended.\n"
    run_example(rule, Example("bad", text.replace("ADVERTISEMENT", "[[ADVERTISEMENT]]"), fixed), PLUGINS.formats)


def test_existence_can_delete_the_match_or_replace_it(tmp_path):
    rule = rule_from(tmp_path, "kind: existence\nterms: [' very']\nfix: {delete: match}\n")
    run_example(rule, Example("bad", "It is[[ very]] late.", "It is late."), PLUGINS.formats)
    rule = rule_from(tmp_path, "kind: existence\nterms: [amid]\nfix: {replace: during}\n")
    run_example(rule, Example("bad", "[[Amid]] rain, he left.", "During rain, he left."), PLUGINS.formats)


def test_quotations_are_left_out_unless_a_rule_asks_for_them(tmp_path):
    text = "The thing is odd. “The thing is odd,” said Ana Ruiz."
    for setting, number in (("skip", 1), ("only", 1), ("both", 2)):
        rule = rule_from(tmp_path, f"kind: existence\nterms: [the thing]\nin-quotes: {setting}\n")
        assert len(hits(rule, text)) == number, setting


def test_substitution_keeps_the_case_of_what_it_replaces(tmp_path):
    rule = rule_from(tmp_path, "kind: substitution\nswap: {adviser: [advisor], Kyiv: [kiev, kieff]}\n")
    text = "[[Advisor]] and [[advisor]] in [[KIEV]], [[Kieff]]."
    run_example(rule, Example("bad", text, "Adviser and adviser in KYIV, Kyiv."), PLUGINS.formats)


def test_substitution_spares_exceptions(tmp_path):
    rule = rule_from(tmp_path, "kind: substitution\nswap: {Kyiv: [kiev]}\nexcept: [chicken kiev]\n")
    assert hits(rule, "Chicken Kiev was eaten in Kiev.") == ["Kiev"]


def test_choice_follows_the_majority_and_the_style_beats_it(tmp_path):
    rule = rule_from(tmp_path, "kind: choice\nforms: {dots: U.S., plain: US}\n")
    text = "The US spoke. The US left. The U.S. stayed."
    assert hits(rule, text) == ["U.S."]
    assert hits(rule, text, style={"try-it": "dots"}) == ["US"]
    assert hits(rule, "The U.S. spoke. Tell us.") == []


def test_choice_carries_slots_over(tmp_path):
    rule = rule_from(
        tmp_path,
        "kind: choice\nslots: {n: '\\d+'}\nforms: {tight: '£{n}m', wide: ['£{n} million', '{n} million pounds']}\n",
    )
    text = "It cost £3m, then £4m, then [[5 million pounds]]."
    run_example(rule, Example("bad", text, "It cost £3m, then £4m, then £5m."), PLUGINS.formats)


def test_occurrence_counts_per_story_paragraph_and_sentence(tmp_path):
    text = "But no. But yes.\nBut so, but then.\n"
    for per, number in (("story", 1), ("paragraph", 2), ("sentence", 1)):
        rule = rule_from(tmp_path, f"kind: occurrence\nterms: [but]\nmax: 1\nper: {per}\n")
        assert len(hits(rule, text)) == number, per


def test_occurrence_can_want_at_least_so_many(tmp_path):
    rule = rule_from(tmp_path, "kind: occurrence\nterms: [helpline]\nmin: 1\n")
    assert hits(rule, "No number.\nNone.") == ["No number."]
    assert hits(rule, "A helpline.") == []


def test_conditional_wants_the_same_words_in_both_places(tmp_path):
    rule = rule_from(
        tmp_path,
        "kind: conditional\nfirst: '\\b([A-Z]{3,5})\\b'\nthen: '\\w+ \\(([A-Z]{3,5})\\)'\nexcept: [NATO]\norder: before\n",
    )
    assert hits(rule, "NATO met the ECI. The ABC Council (ABC) met the DEF.") == ["ECI", "ABC", "DEF"]
    assert hits(rule, "The Council (ABC) met. ABC left.") == []


def test_sequence_allows_gaps_within_a_sentence(tmp_path):
    rule = rule_from(tmp_path, "kind: sequence\nsteps: [[arrested, held], for, [murder, theft]]\nwithin: 2\n")
    assert hits(rule, "She was held on Monday for alleged murder. He was arrested. For theft?") == [
        "held on Monday for alleged murder"
    ]


def test_structure_requires_forbids_and_measures(tmp_path):
    rule = rule_from(tmp_path, "kind: structure\nrequire: [byline]\n")
    assert hits(rule, "One paragraph.\n") == ["One paragraph."]
    assert messages(rule, "") == ["about byline"]
    rule = rule_from(tmp_path, "kind: structure\nforbid: body\n")
    assert hits(rule, "One.\nTwo.\n") == ["One.", "Two."]
    rule = rule_from(tmp_path, "kind: structure\nanchor: paragraph\nmax-characters: 5\n")
    assert hits(rule, "Short\nToo long\n") == ["Too long"]


def test_measure_scores_texts_that_are_long_enough(tmp_path):
    rule = rule_from(tmp_path, "kind: measure\nmetric: flesch_kincaid_grade\nmax: 3\nwhen: {language: en}\n")
    long = "Representatives acknowledged infrastructural rehabilitation necessitating appropriations. " * 20
    assert len(hits(rule, long)) == 1
    assert hits(rule, "Short.") == []


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("kind: existance\n", "unknown kind “existance”", 5),
        ("kind: existence\n", "needs terms or patterns", 1),
        ("kind: existence\nterms: [a]\ncolour: red\n", "unknown key “colour”", 7),
        ("kind: existence\nterms: 3\n", "expected a text, found “3”", 6),
        ("kind: existence\npatterns:\n- a\n- '('\n", "does not compile", 8),
        ("kind: existence\nterms: [a]\nseverity: bad\n", "expected one of note, warning, error", 7),
        ("kind: existence\nterms: [a]\nzones: [bodi]\n", "found “bodi”", 7),
        ("kind: substitution\n", "“swap” is missing", 1),
        ("kind: substitution\nswap: {a: [b], c: [b]}\n", "both “c” and “a”", 6),
        ("kind: choice\nforms: {a: x}\n", "at least two forms", 6),
        ("kind: choice\nforms: {a: '{n} x', b: y}\n", "slot {n} is not defined", 6),
        ("kind: occurrence\nterms: [a]\n", "needs min or max", 1),
        ("kind: occurrence\nterms: [a]\nmin: 1\nper: sentence\n", "per story only", 7),
        ("kind: occurrence\nmax: 1\n", "needs terms or patterns", 1),
        ("kind: conditional\nfirst: '('\nthen: b\n", "does not compile", 6),
        ("kind: sequence\nsteps: [a]\n", "at least 2 items", 6),
        ("kind: structure\nmax-words: 3\n", "say what to measure", 1),
        ("kind: structure\n", "needs require, forbid", 1),
        ("kind: measure\nmetric: flesch\nmax: 3\n", "found “flesch”", 6),
        ("kind: measure\nmetric: smog_index\n", "needs max or min", 1),
        ("kind: existence\nterms: [a]\nexamples: []\n", "at least 1 items", 7),
        ("kind: existence\nterms: [a]\nexamples: [{bad: a}]\n", "marks nothing", 7),
        ("kind: existence\nterms: [a]\nexamples: [{good: '[[a]]'}]\n", "marks something", 7),
        ("kind: existence\nterms: [a]\nexamples: [{note: a}]\n", "exactly one of", 7),
        ("kind: existence\nterms: [a]\nsince: tomorrow\n", "a date such as", 7),
        ("kind: existence\nterms: [a\n", "not valid YAML", 7),
    ],
)
def test_a_mistake_in_a_rule_file_is_shown_with_its_line(tmp_path, text, message, line):
    with pytest.raises(RuleError) as caught:
        rule_from(tmp_path, text)
    assert message in str(caught.value)
    assert caught.value.line == line
    assert caught.value.path.endswith("try-it.yaml")


def test_rules_that_ship_hold_what_is_asked_of_strangers_rules_and_are_made_alike():
    """A check takes them as they are, for to compile their patterns takes time."""
    own = [path for plugin, path in PLUGINS.rule_paths if plugin is None]
    read = {rule.id: rule for path in own for file in files_below(path) for rule in read_rules(file, PLUGINS.kinds)}
    kept = {rule.id: rule for rule in load(PLUGINS).rules.values() if rule.kind != "python"}
    assert len(read) > 30
    assert {name: _made(rule) for name, rule in kept.items()} == {name: _made(rule) for name, rule in read.items()}


def _made(rule):
    return {key: value for key, value in vars(rule).items() if key != "examples"}
