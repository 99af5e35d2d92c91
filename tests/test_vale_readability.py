"""Vale's `extends: readability` and `extends: metric`: what is counted, the grades, and formulas over the counts."""

import math

import pytest
from helpers import markdown, plain
from hypothesis import given
from hypothesis import strategies as st
from vale_told import refused, told

from newslint.vale.counts import Counts, blocks_of, counts, syllables_of
from newslint.vale.extensions.readability import METRICS
from newslint.vale.formulas import DEEPEST, MOST_PARTS, Formula, Wrong

EASY = "The dog ran to the mill. It sat by the door. We fed it."
HARD = "Administrative irregularities notwithstanding, the municipality’s extraordinary deliberations continued."
PAGE = f"""# The mill reopens

{EASY}

## Who paid

### And how

- The town
- The county

> We all did.

```
code
```
"""
NUMBERS = {"words": 100.0, "sentences": 8.0, "heading_h2": 0.0}
PARTS = ("words", "1", "2.5", "+", "-", "*", "/", "%", "(", ")", "<", "&&", "!", "?", ":", "true", "math.log")


def grade(metric="Flesch-Kincaid", highest="8"):
    return f'extends: readability\nmessage: "grade %s"\ngrade: {highest}\nmetrics: [{metric}]\n'


def metric(formula, condition="> 0"):
    return f"extends: metric\nmessage: 'it is %s'\nformula: |\n  {formula}\ncondition: '{condition}'\n"


def worked(text):
    return Formula(text, NUMBERS)(NUMBERS)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("", 0), ("a", 1), ("by", 1), ("the", 1), ("mill", 1), ("bridge", 1), ("bridges", 2), ("walked", 2),
        ("wanted", 2), ("mayor", 2), ("people", 2), ("recipe", 3), ("Catastrophe", 4), ("undersea", 3), ("outrun", 2),
        ("biologist", 4), ("stationed", 2), ("quiet", 2), ("quieter", 3), ("beautiful", 3), ("California", 5),
        ("administration", 5), ("rhythm", 2), ("businesses", 3), ("tsk", 1), ("Ångström", 1), ("1,200", 1),
    ],
)  # fmt: skip
def test_syllables_are_those_of_vale_mistakes_included(word, number):
    assert syllables_of(word) == number


def test_what_is_counted_in_a_text():
    text = "The U.S. mayor said it’s 2 miles. Was it?\n\nNobody’d counted naïvety."
    assert counts(text) == Counts(
        words=14, sentences=3, syllables=20, paragraphs=2, characters=49, complex_words=2, long_words=2,
        polysyllabic_words=2,
    )  # fmt: skip
    assert counts("\n\n \n\n") == Counts(0, 0, 0, 0, 0, 0, 0, 0)


@given(st.lists(st.text("ab éEed'12.!?\n", max_size=20), max_size=5))
def test_counts_of_paragraphs_add_up(paragraphs):
    parts = [part.replace("\n\n", "\n").strip("\n") for part in paragraphs]
    together, each = counts("\n\n".join(parts)), [counts(part) for part in parts]
    assert together == Counts(*map(sum, zip(*each, strict=True))) if each else together == counts("")
    assert together.complex_words <= together.polysyllabic_words <= together.words <= max(together.syllables, 0)


def test_grades_are_worked_out_from_counts():
    there = Counts(100, 5, 150, 3, 480, 12, 30, 15)
    assert {name: round(METRICS[name](there), 2) for name in METRICS} == {
        "Automated Readability": 11.18,
        "Coleman-Liau": 10.94,
        "Flesch-Kincaid": 9.91,
        "Gunning Fog": 12.8,
        "SMOG": 13.02,
    }


def test_a_story_that_is_too_hard_is_told_once_at_its_head(newsroom, newslint):
    (finding,) = told(newsroom, newslint, {"Grade": grade()}, f"# The mill\n\n{HARD}\n\n{HARD}\n")
    assert finding["message"] == "grade 36.43"
    assert (finding["start"]["line"], finding["match"], finding["fixes"]) == (1, "", [])
    assert told(newsroom, newslint, {"Grade": grade()}, f"# {HARD}\n\n{EASY}\n") == [], "no heading counts"


def test_several_grades_are_told_by_their_mean(newsroom, newslint):
    both = grade("SMOG, Gunning Fog", "0")
    said = [told(newsroom, newslint, {"Grade": rule}, HARD)[0]["message"] for rule in (grade("SMOG"), both)]
    assert said == ["grade 18.24", "grade 24.26"]


def test_plain_text_has_no_grade_in_vale(newsroom, newslint):
    rules = {"Grade": grade(), "Metric": metric("words")}
    assert told(newsroom, newslint, rules, HARD, name="a.txt") == []


def test_a_story_without_a_word_has_none_either(newsroom, newslint):
    rules = {"Grade": grade(highest="-100"), "Metric": metric("words + 1")}
    assert told(newsroom, newslint, rules, "# The mill\n\n…\n") == []


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("words", "21.00"), ("sentences", "6.00"), ("paragraphs", "4.00"), ("syllables", "22.00"),
        ("(0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59", "-1.86"),
        ("heading.h1 + heading.h2 * 10 + heading_h3 * 100 + heading.h4", "111.00"),
        ("list*100 + blockquote*10 + pre", "211.00"),
    ],
)  # fmt: skip
def test_formulas_go_by_what_the_story_has(newsroom, newslint, formula, result):
    (finding,) = told(newsroom, newslint, {"Metric": metric(formula, "> -100")}, PAGE)
    assert finding["message"] == f"it is {result}"


def test_the_condition_goes_by_the_result_and_may_go_by_more(newsroom, newslint):
    rules = {
        "A": metric("words", "> 20"),
        "B": metric("words", "> 21"),
        "C": metric("words", "> 20 && sentences < 3"),
        "D": metric("words", "+ sentences == 27"),
        "E": metric("1.0 / 3", "== 0.333333"),
    }
    assert [each["rule"] for each in told(newsroom, newslint, rules, PAGE)] == [f"vale/Desk.{n}" for n in "ADE"]


def test_blocks_of_a_story_are_counted_by_sort():
    found = blocks_of(markdown(PAGE))
    assert {name: n for name, n in found.items() if n} == {
        "heading_h1": 1, "heading_h2": 1, "heading_h3": 1, "list": 2, "blockquote": 1, "pre": 1,
    }  # fmt: skip
    assert blocks_of(plain("A <pre> text.\n"))["pre"] == 0


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3 - 4 / 8.0", 6.5), ("2 - 3 - 4", -5), ("-(words) + 1", -99), ("7/2", 3), ("-7/2", -3), ("-7 % 3", -1),
        ("7/2.0", 3.5), ("1/2*words", 0), ("words/2", 50), ("words > 99 ? 1 : 2", 1), ("!(words > 99) ? 1 : 2", 2),
        ("words >= 100 && sentences != 8 || true", True), ("1e2 == words", True), (".5 + 1.", 1.5),
        ("math.sqrt(words) + math.max(1, sentences)", 18), ("math.floor(math.pi)", 3), ("math.pow(10, 400)", math.inf),
        ("math.sqrt(0 - words) > 1", False), ("math.log(0.0)", -math.inf), ("words/heading_h2", math.inf),
        ("heading_h2/heading_h2 == 1", False), ("math.is_nan(heading_h2/heading_h2)", True),
    ],
)  # fmt: skip
def test_formulas_are_worked_out_as_tengo_does(text, result):
    assert worked(text) == result


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is nothing in it"), ("1 +", "in place of its end"), ("(1", "expected ) in place of its end"),
        ("wrods", "there is no number “wrods”"), ("words words", "words stands after its end"),
        ("math.jn(1, 2)", "there is no “math.jn” here"), ("math.sqrt(1, 2)", "takes 1 number, not 2"),
        ("words && true", "a number stands where a condition should"), ("1 + (words > 1)", "a condition stands"),
        ("1 < 2 < 3", "a condition stands"), ("true ? 1 : false", "one side of : gives a number"),
        ("words % 2", "% is for whole numbers"), ("1/0", "divided by 0"), ("9" * 20, "too large"),
        ("__import__", "there is no number"), ("words; words", "means nothing here"), ("[words]", "means nothing"),
        ("“words”", "means nothing"), ("'words'", "means nothing"), ("words.real", "there is no number “words.real”"),
        ("(" * (DEEPEST + 1) + "1", "stand in one another"),         ("true?1:" * DEEPEST + "1", "stand in one another"), ("-" * MOST_PARTS + "1", f"more than {MOST_PARTS}"),
        ("1+" * MOST_PARTS + "1", f"more than {MOST_PARTS}"), ("1 " * 2000, "is longer than 2,000"),
    ],
)  # fmt: skip
def test_what_is_no_formula_is_refused(text, said):
    with pytest.raises(Wrong) as caught:
        worked(text)
    assert said in str(caught.value)


@given(st.lists(st.sampled_from(PARTS), max_size=20))
def test_any_formula_is_worked_out_or_refused(parts):
    try:
        found = worked(" ".join(parts))
    except Wrong:
        return
    assert isinstance(found, int | float)


def test_as_long_a_formula_as_may_be_is_worked_out():
    assert worked("words" + "+words" * (MOST_PARTS // 2 - 1)) == 100 * (MOST_PARTS // 2)
    assert worked("(" * (DEEPEST - 1) + "words" + ")" * (DEEPEST - 1)) == 100


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (grade("Flesch Kincaid"), "expected one of Automated Readability"),
        ("extends: readability\nmessage: no\ngrade: 8\n", "vale/Desk.Rule has no `metrics`"),
        (grade(highest="high"), "expected a number after `grade`"),
        (metric("wrods / 2"), "`formula` cannot be used: there is no number “wrods”"),
        (metric("words > 2"), "the formula gives no number"),
        (metric("words", "+ 2"), "the condition compares nothing"),
        (metric("words", ""), "has no `condition`"),
        (metric("words", "> many"), "`condition` cannot be used: there is no number “many”"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_place(newsroom, newslint, rule, said):
    err = refused(newsroom, newslint, rule)
    assert said in err
    assert "Rule.yml:" in err
