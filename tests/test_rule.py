"""Rules are frozen, their options typed, and a false example is told apart from a true one."""

import pytest

from newslint import Bad, Evidence, Good, KnownFalse, Option, Rule
from newslint.base.errors import ConfigError
from newslint.rulebook import plugins
from newslint.rulebook.rule_pages import as_data, rule_page, what_it_finds
from newslint.testing import example_cases, examples, rules_in, run_example, unmark

FORMATS = plugins.load("").formats


class Odd(Rule):
    """Odd words are odd. They are."""

    id, topic, message = "odd", "language", "“odd” is odd"
    depth = Option(2, "how deep", minimum=1)
    share = Option(0.5, "how much")
    strict = Option(False, "whether")
    words = Option(("odd",), "which")
    mode = Option("a", "how", choices=("a", "b"))
    evidence = Evidence(stories=10, hits=3, wrong=1, cases=20, found=19, on="words set in")
    source = "a guide"
    examples = (
        Bad("an [[odd]] day", fixed="an even day", message="“odd” is odd"),
        Good("fine"),
        Bad("a [[queer]] day", options={"words": ["queer"]}),
        KnownFalse("the [[odd]] number"),
    )

    def check_zone(self, story, zone):
        from newslint import Edit, Fix

        for word in self.words:
            at = zone.text.find(word)
            if at >= 0:
                span = zone.to_source(at, at + len(word))
                yield self.finding(span, fixes=[Fix("even it out", (Edit(span, "even"),))])


@pytest.mark.parametrize("example", Odd.examples)
def test_examples_hold(example):
    run_example(Odd(), example, FORMATS)


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (Bad("[[an]] odd day"), "expected ['0-2 'an'']"),
        (Good("an odd day"), "expected []"),
        (Bad("an [[odd]] day", fixed="an old day"), "fixing"),
        (Bad("an [[odd]] day", message="no"), "expected the message"),
        (Bad("((an)) [[odd]] day"), "related places"),
        (Bad("an [[odd]] day]]"), "closes nothing"),
        (Bad("an [[odd day"), "never closed"),
    ],
)
def test_examples_that_do_not_hold_say_why(example, message):
    with pytest.raises(AssertionError) as caught:
        run_example(Odd(), example, FORMATS)
    assert message.replace("'", "") in str(caught.value).replace("'", "").replace('"', "")


def test_a_fix_that_leaves_the_fault_is_told():
    class Stuck(Odd):
        def check_zone(self, story, zone):
            for finding in super().check_zone(story, zone):
                yield finding._replace(fixes=tuple(f._replace(edits=()) for f in finding.fixes))

    with pytest.raises(AssertionError, match="fixing"):
        run_example(Stuck(), Bad("an [[odd]] day", fixed="an even day"), FORMATS)


def test_options_are_typed_and_have_limits():
    rule = Odd().configure({"depth": 3, "share": 1, "strict": True, "words": ["x"], "mode": "b"})
    assert (rule.depth, rule.share, rule.strict, rule.words, rule.mode) == (3, 1.0, True, ("x",), "b")
    assert Odd().depth == 2


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"depth": "3"}, "expected a whole number, found '3'"),
        ({"depth": True}, "expected a whole number, found True"),
        ({"depth": 0}, "expected at least 1, found 0"),
        ({"words": [1]}, "expected a list of texts"),
        ({"mode": "c"}, "expected one of a, b, found 'c'"),
        ({"dept": 1}, "has no option “dept”"),
    ],
)
def test_a_wrong_option_says_what_was_expected(settings, message):
    with pytest.raises(ConfigError) as caught:
        Odd().configure(settings)
    assert message in str(caught.value)


def test_a_rule_is_frozen():
    with pytest.raises(AttributeError):
        Odd().message = "x"
    with pytest.raises(AttributeError):
        Odd().depth = 3
    assert repr(Odd()) == "<rule odd>"


def test_a_rules_page_has_options_evidence_and_source():
    page = "\n".join(rule_page(Odd()))
    for part in (
        "depth (default 2): how deep",
        "3 hits in 10 edited stories, 1 of them wrong",
        "19 of 20 faults",
        "a guide",
    ):
        assert part in page
    assert as_data(Odd())["evidence"]["faults"] == {"cases": 20, "found": 19, "on": "words set in"}


def test_a_rules_page_parts_its_examples():
    page = "\n".join(rule_page(Odd()))
    for part in (
        "\n\nExample 1: finds what is in [[ ]]\n    an [[odd]] day\n  It says: “odd” is odd\n",
        "\n  After the fix:\n    an even day\n\nExample 2: finds what is in [[ ]], with words: [queer]\n",
        "\n\nExample 3: finds nothing\n    fine\n\n",
        "\n\nExample 4: finds what is in [[ ]], wrongly (a known false alarm)\n",
    ):
        assert part in page


def test_a_rules_page_fits_a_terminal():
    class Wordy(Odd):
        """Wordy rules say the same thing over and over, and their reasons run on for longer than anybody reads."""

        examples = (Bad("an [[odd]] day " + "of rain and wind " * 12, note="a long one, " * 10),)
        depth = Option(2, "how deep " * 20)

    wordy = Wordy().with_(why=Wordy.__doc__, evidence=Evidence(cases=1, found=1, on="words " * 30))
    assert max(map(len, "\n".join(rule_page(wordy)).split("\n"))) <= 88


def test_a_rule_that_does_not_say_what_it_finds_is_listed_by_its_reason():
    assert what_it_finds(Odd().with_(why="Odd words are odd. They are.")) == "Odd words are odd"
    assert what_it_finds(Odd().with_(why="")) == "“odd” is odd"
    assert what_it_finds(Odd().with_(finds="An odd word")) == "An odd word"
    assert as_data(Odd().with_(finds="An odd word"))["finds"] == "An odd word"


def test_marks_nest():
    assert unmark("a [[b ((c)) d]]")[1:] == ([(2, 7)], [(4, 5)])


def test_a_team_can_run_the_examples_of_its_files(tmp_path):
    text = "id: x-y\nkind: existence\ntopic: language\nmessage: m\nwhy: w\nterms: [a]\nexamples: [{good: b}]\n"
    (tmp_path / "x-y.yaml").write_text(text, encoding="utf-8")
    (rule,) = rules_in(tmp_path)
    run_example(rule, rule.examples[0], FORMATS)


def test_asking_for_the_examples_of_a_plugin_that_is_not_there_fails(monkeypatch):
    monkeypatch.setenv("NEWSLINT_PLUGINS", "")
    with pytest.raises(AssertionError, match="is it installed"):
        examples("nobody")
    assert callable(examples())
    from newslint.rulebook import pack

    assert next(example_cases(pack.load(plugins.load(""))))
