"""`newslint convert-vale` writes rules that find what Vale's rules find, at the same places, or refuses them."""

import re

import pytest
from helpers import write
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.base.yamltext import load
from newslint.commands.convert_vale import convert
from newslint.config.settings import Settings
from newslint.engine.workspace import Workspace
from newslint.formats import Reading, read_stories
from newslint.testing import rules_in
from newslint.vale.conversion import slug
from newslint.vale.literals import Endless, samples, words_of

HEAD = "extends: existence\nmessage: \"Not '%s'\"\nlevel: error\n"
KEPT = {  # rules of which nothing is lost
    "Plain": HEAD + "ignorecase: true\ntokens: [utilise, a lot, marrow]\n",
    "Capitals": HEAD + "tokens: [Marrow, EU]\n",
    "Prefix": HEAD + "tokens: [absolutely, absolutely sure, very sure, very]\n",
    "Longest": HEAD + "tokens: [very sure indeed, very sure, very]\n",
    "Overlap": HEAD + "tokens: [sure indeed, very sure, indeed a lot]\n",
    "Finite": HEAD + "ignorecase: true\ntokens: ['colou?rs?', '(?:be|is|are) sure', 'utili[sz]e']\n",
    "Lazy": HEAD + "tokens: ['a(?: lot)??', 'sure(?: indeed)??']\n",
    "Quotes": HEAD + 'ignorecase: true\ntokens: ["don\'t", "it\'s", do not]\n',
    "Edges": HEAD + "tokens: [\"'tis a\", lot, '-sure']\n",
    "Numbers": HEAD + "tokens: ['\\d+%', '\\d+ percent']\n",
    "NoWord": HEAD + "nonword: true\ntokens: ['!!', 'arro', ' ,']\n",
    "Raw": HEAD + "raw: ['\\b(?:is|are)', ' sure']\n",
    "Ahead": HEAD + "tokens: ['very(?! sure)', '(?<!a )lot']\n",
    "Remove": HEAD + "tokens: [very]\naction: {name: remove}\n",
    "Replace": HEAD + "tokens: [very]\naction: {name: replace, params: [quite]}\n",
    "Swap": (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'\"\nignorecase: true\nlevel: suggestion\n"
        "action: {name: replace}\nlink: https://example.org/a\ndescription: It is shorter.\n"
        "swap:\n  a lot of: many\n  utili[sz]e: use\n  marrow: squash\n  sure: certain\n  very sure: certain\n"
    ),
    "SwapCase": "extends: substitution\nmessage: Use '%s'\nswap:\n  Marrow: Squash\n  EU: European Union\n",
}
REFUSED = {  # others, each with the reason
    "Sentence": ("scope", HEAD + "scope: sentence\ntokens: [marrow]\n"),
    "Heading": ("scope", HEAD + "scope: heading\ntokens: [marrow]\n"),
    "RawText": ("scope", HEAD + "scope: [text, raw]\ntokens: [marrow]\n"),
    "Exceptions": ("exceptions", HEAD + "tokens: [marrow]\nexceptions: [Marrow]\n"),
    "Limit": ("limit", HEAD + "limit: 1\ntokens: [marrow]\n"),
    "Lines": ("line ends", HEAD + "tokens: ['very\\s+sure']\n"),
    "Negated": ("line ends", HEAD + "tokens: ['very[^a]']\n"),
    "Anchor": ("line ends", HEAD + "nonword: true\ntokens: ['^Marrow']\n"),
    "After": ("line ends", HEAD + "nonword: true\ntokens: ['marrow(?=\\s)']\n"),
    "Far": ("sentences", HEAD + "nonword: true\ntokens: ['\\(.+\\)']\n"),
    "Empty": ("pattern", HEAD + "nonword: true\ntokens: ['x*']\n"),
    "Behind": ("pattern", HEAD + "tokens: ['(?<=a|bc)d']\n"),
    "Back": ("back-reference", HEAD + "tokens: ['(a+) \\1']\n"),
    "Nothing": ("nothing to find", HEAD + "tokens: []\n"),
    "Edit": ("action", HEAD + "tokens: [marrow]\naction: {name: edit, params: [trim, m]}\n"),
    "Several": ("action", HEAD + "tokens: [marrow]\naction: {name: replace, params: [a, b]}\n"),
    "Braces": ("message", HEAD.replace("Not", "{Not}") + "tokens: [marrow]\n"),
    "Brackets": ("no example", HEAD + "nonword: true\ntokens: ['\\[\\[']\n"),
    "Always": ("no example", HEAD + "nonword: true\ntokens: ['\\w']\n"),
    "Options": ("several suggestions", "extends: substitution\nmessage: a\nswap: {a: b|c}\n"),
    "Case": ("capitals", "extends: substitution\nmessage: a\nignorecase: true\nswap: {internet: Internet}\n"),
    "Groups": ("patterns in swap", "extends: substitution\nmessage: a\nswap: {'(a|b) c': $1}\n"),
    "Digits": ("patterns in swap", "extends: substitution\nmessage: a\nswap: {'\\d+ c': d}\n"),
    "Quoted": ("patterns in swap", 'extends: substitution\nmessage: a\nswap: {"don\'t": do not}\n'),
    "Wanted": ("patterns in swap", "extends: substitution\nmessage: a\nswap: {sure: '[Cc]ertain'}\n"),
    "SwapNoWord": ("word boundaries", "extends: substitution\nmessage: a\nnonword: true\nswap: {a: b}\n"),
    "Speech": ("parts of speech", "extends: substitution\nmessage: a\npos: NN\nswap: {a: b}\n"),
    "Count": ("kind occurrence", "extends: occurrence\nmessage: a\nmax: 1\ntoken: marrow\n"),
    "Twice": ("kind repetition", "extends: repetition\nmessage: a\ntokens: ['\\w+']\n"),
    "Both": ("kind consistency", "extends: consistency\nmessage: a\neither: {a: b}\n"),
    "If": ("kind conditional", "extends: conditional\nmessage: a\nfirst: (a)\nsecond: (b)\n"),
    "Tengo": ("not read", "extends: script\nmessage: a\nscript: a\n"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder whose newslint.yaml has the style Desk, and its converted rules beside it."""
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSLINT_PLUGINS", "")
        for name, text in KEPT.items():
            write(folder, f"styles/Desk/{name}.yml", text)
        found = convert(str(folder / "styles" / "Desk"), (), Workspace(config_file=None).plugins)
        for name, text in found.files.items():
            write(folder, f"rules/{name}", text)
        config = "vale: {styles-path: styles, based-on: Desk}\nrule-files: [rules/]\nrules: {all: off, desk: on}\n"
        write(folder, "newslint.yaml", config)
        yield folder, Workspace(Settings(), str(folder / "newslint.yaml"))


def both_ways(desk, text: str, name: str = "story.md") -> dict[str, tuple[list, list]]:
    """By each converted rule, what Vale's rule found (places and messages), and what its own did."""
    folder, workspace = desk
    path = str(folder / name)
    source = workspace.open(path, text.encode())
    (story,) = read_stories(workspace.format_of(path, source.text), source, Reading())
    found = {rule: ([], []) for rule in KEPT}
    own = {f"desk/{slug(rule)}": rule for rule in KEPT}
    for finding in workspace.engine(path).check(story):
        said = (finding.span, finding.message)
        if finding.rule in own:
            found[own[finding.rule]][1].append(said)
        elif (rule := finding.rule.removeprefix("vale/Desk.")) in found:
            found[rule][0].append(said)
    return found


# --- what is converted


def test_what_is_converted_and_what_is_not(newsroom, newslint):
    for name, text in {**KEPT, **{name: text for name, (_, text) in REFUSED.items()}}.items():
        write(newsroom, f"styles/Desk/{name}.yml", text)
    found = convert("styles/Desk", (), Workspace().plugins)
    assert set(found.files) == {f"{slug(name)}.yaml" for name in KEPT}
    assert {name: reason for name, (reason, _) in found.refused.items()} == {
        f"Desk.{name}": reason for name, (reason, _) in REFUSED.items()
    }


def test_each_rule_that_is_written_passes_its_own_examples(newsroom, newslint):
    for name, text in KEPT.items():
        write(newsroom, f"styles/Desk/{name}.yml", text)
    assert newslint("convert-vale", "styles/Desk", "--to", "rules").code == 0
    assert len(list((newsroom / "rules").iterdir())) == len(KEPT)
    done = newslint("test", "rules")
    assert done.code == 0, done.out
    assert done.out == f"{2 * len(KEPT)} examples hold.\n"


def test_a_rule_has_all_that_its_file_says(desk):
    rule = next(rule for rule in rules_in(desk[0] / "rules" / "swap.yaml"))
    assert (rule.id, rule.topic, rule.severity, rule.in_quotes) == ("desk/swap", "desk", "note", "both")
    assert (rule.source, rule.why) == ("https://example.org/a", "It is shorter.")
    assert "metadata" not in rule.zones
    assert rule.message == "Use '{replacement}' instead of '{match}'"
    bad, good = rule.examples
    assert (bad.verdict, good.verdict) == ("bad", "good")
    assert bad.fixed
    assert rule.spec["swap"]["certain"] == ("very sure", "sure")


def test_words_are_terms_and_what_has_a_quotation_mark_is_a_pattern(desk):
    folder = desk[0] / "rules"
    spec = {
        rule.id: {key: [*value] for key, value in rule.spec.items() if key != "case"} for rule in rules_in(folder)
    }
    assert spec["desk/plain"]["terms"] == ["utilise", "a lot", "marrow"]
    assert spec["desk/finite"]["terms"] == [
        "colours", "colour", "colors", "color", "be sure", "is sure", "are sure", "utilise", "utilize",
    ]  # fmt: skip
    assert spec["desk/quotes"] == {"terms": ["do not"], "patterns": [r"\bdon't\b", r"\bit's\b"]}
    assert spec["desk/edges"] == {"patterns": [r"\b(?:'tis a|lot|-sure)\b"]}
    assert spec["desk/prefix"]["terms"] == ["absolutely", "very sure", "very"], "what Vale never finds is left out"
    assert spec["desk/lazy"]["terms"] == ["a", "sure"]


# --- the same places


STORIES = [
    "Very sure indeed a lot of marrow, absolutely sure. Don't utilise it's colours!! 5% or 50 percent, EU.\n",
    "# Absolutely sure: Marrow\n\n* very sure\n* very\n\n> “It's very sure,” she said, “don't utilize a lot.”\n",
    "| a lot | very |\n|---|---|\n| marrow | are sure |\n\nEU: is sure indeed a lot , MARROW Utilise A LOT OF SURE\n",
    "qutilise utilisex very-sure un-marrow marrow's _marrow_ **very** sure *a* lot a-lot\n",
]


@pytest.mark.parametrize("text", STORIES)
def test_findings_are_at_the_same_places(desk, text):
    for rule, (vale, own) in both_ways(desk, text).items():
        assert [span for span, _ in own] == [span for span, _ in vale], rule


def test_each_rule_has_found_something_by_then(desk):
    seen = {rule for text in STORIES for rule, (vale, _) in both_ways(desk, text).items() if vale}
    assert seen == set(KEPT)


_BITS = st.sampled_from([
    "utilise", "utilize", "a", "lot", "of", "marrow", "Marrow", "MARROW", "EU", "absolutely", "sure", "very", "indeed",
    "colour", "colors", "be", "is", "are", "don't", "don’t", "it's", "'tis", "do", "not", "5%", "50", "percent", "!!",
    ",", ".", "“", "”", "qq", "Sure", "VERY", "-", "\n\n", "\n", "_", "’s", "?", "A", "Nina Berg said",
])  # fmt: skip
_SPACES = st.sampled_from([" ", " ", " ", "", "-"])
_TEXTS = st.lists(st.tuples(_BITS, _SPACES).map("".join), min_size=1, max_size=40).map("".join)


@settings(max_examples=150)
@given(_TEXTS)
def test_findings_are_at_the_same_places_in_any_text(desk, text):
    for rule, (vale, own) in both_ways(desk, f"Words: {text} end.\n").items():
        assert [span for span, _ in own] == [span for span, _ in vale], (rule, text)


def test_in_plain_text_more_is_found_where_vale_loses_places(desk):
    """Vale 3.15 finds the words of an alert again in the text, and may take others for them."""
    found = both_ways(desk, "Marrow and marrow, a lot.\n\nThe marrows: marrow.\n", "story.txt")
    for rule, (vale, own) in found.items():
        assert len(own) >= len(vale), rule


def test_messages_say_the_same(desk):
    for rule, (vale, own) in both_ways(desk, STORIES[0].lower()).items():
        assert [said for _, said in own] == [said for _, said in vale], rule


# --- the command


def test_it_prints_unless_it_is_told_where_to_write(newsroom, newslint):
    write(newsroom, "styles/Desk/Plain.yml", KEPT["Plain"])
    write(newsroom, "styles/Desk/Count.yml", REFUSED["Count"][1])
    done = newslint("convert-vale", "styles/Desk")
    assert done.code == 0
    assert load(done.out).data["id"] == "desk/plain"
    assert "Desk.Count: not converted: it counts in another way" in done.err
    assert "1 rule not converted (kind occurrence 1)" in done.err
    assert sorted(path.name for path in newsroom.iterdir()) == ["styles"]


def test_files_that_are_there_stay_unless_told(newsroom, newslint):
    for name in ("Plain", "Swap"):
        write(newsroom, f"styles/Desk/{name}.yml", KEPT[name])
    write(newsroom, "rules/swap.yaml", "mine\n")
    done = newslint("convert-vale", "styles/Desk", "--to", "rules")
    assert done.code == 2
    assert "swap.yaml: this file is there already, and nothing was written" in done.err
    assert [path.name for path in (newsroom / "rules").iterdir()] == ["swap.yaml"]
    assert newslint("convert-vale", "styles/Desk", "--to", "rules", "--force").code == 0
    assert (newsroom / "rules/swap.yaml").read_text().startswith("# Was Vale's rule Desk.Swap")


def test_it_writes_through_no_link(newsroom, newslint):
    write(newsroom, "styles/Desk/Plain.yml", KEPT["Plain"])
    write(newsroom, "elsewhere", "mine\n")
    (newsroom / "rules").mkdir()
    (newsroom / "rules/plain.yaml").symlink_to(newsroom / "elsewhere")
    done = newslint("convert-vale", "styles/Desk", "--to", "rules", "--force")
    assert done.code == 2
    assert "symbolic link" in done.err
    assert (newsroom / "elsewhere").read_text() == "mine\n"


def test_two_rules_that_would_have_one_name(newsroom):
    for name in ("TooWordy", "Too-Wordy"):
        write(newsroom, f"styles/Desk/{name}.yml", KEPT["Plain"])
    found = convert("styles/Desk", (), Workspace().plugins)
    assert (list(found.files), {reason for reason, _ in found.refused.values()}) == (["too-wordy.yaml"], {"name"})


def test_words_that_a_vocabulary_accepts_are_kept_out(newsroom, newslint):
    write(newsroom, "styles/Desk/Plain.yml", KEPT["Plain"])
    write(newsroom, "styles/Desk/Free.yml", KEPT["Plain"] + "vocab: false\n")
    write(newsroom, "styles/config/vocabularies/House/accept.txt", "marrow\n")
    done = newslint("convert-vale", "styles/Desk")
    assert "what the vocabulary House accepts is no exception to these rules: name it by --vocab" in done.err
    done = newslint("convert-vale", "styles/Desk", "--vocab", "House")
    assert "Desk.Plain: not converted: the words that a vocabulary accepts are exceptions to it" in done.err
    assert "desk/free" in done.out
    assert newslint("convert-vale", "styles/Desk", "--vocab", "Hous").code == 2


@pytest.mark.parametrize("name", ["gone", "styles/Empty", "a.txt", "/"])
def test_what_is_no_style_is_refused(newsroom, newslint, name):
    (newsroom / "styles/Empty").mkdir(parents=True)
    write(newsroom, "a.txt", "x")
    done = newslint("convert-vale", name)
    assert (done.code, done.out) == (2, "")
    assert re.search("no such folder of a style|no rule of Vale's in this folder", done.err)


HOSTILE = {
    "Long": HEAD + "tokens: [" + "a" * 3000 + "]\n",
    "Many": HEAD + "tokens: ['(?:a|b|c|d)(?:a|b|c|d)(?:a|b|c|d)(?:a|b|c|d)(?:a|b|c|d)(?:a|b|c|d)']\n",
    "Deep": HEAD + "tokens: ['" + "(?:" * 50 + "a{9}" + "){9}" * 50 + "']\n",
    "Control": HEAD + 'tokens: ["a\\x1b[2Jb", "\\u202e"]\n',
    "Words": HEAD + "tokens: [" + ", ".join(f"w{n}" for n in range(5000)) + "]\n",
    "Yaml": HEAD.replace("Not", "a: b # c\\x07") + "tokens: ['no', 'true', 'on', ': #', '\"x\" y']\n",
    "Message": HEAD.replace("Not '%s'", "%d %q %[2]s %[9]s %%") + "tokens: [marrow]\n",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_rule_is_converted_rightly_or_refused(newsroom, newslint, name):
    write(newsroom, f"styles/Desk/{name}.yml", HOSTILE[name])
    done = newslint("convert-vale", "styles/Desk", "--to", "rules")
    assert done.code == 0, done.err
    assert "\x1b" not in done.err + done.out
    assert "\u202e" not in done.err + done.out
    if list((newsroom / "rules").iterdir()):
        done = newslint("test", "rules")
        assert done.code == 0, done.out


def test_names_of_styles_that_are_no_ids(newsroom, newslint):
    for style, rule in (("1A Haus!", "É"), ("true", "no"), ("QUOTES", "All")):
        write(newsroom, f"styles/{style}/{rule}.yml", KEPT["Plain"])
        assert newslint("convert-vale", f"styles/{style}", "--to", f"rules/{style}").code == 0
    done = newslint("test", "rules")
    assert done.code == 0, done.out
    assert [slug(name) for name in ("TooWordy", "LGBTTerms", "P-Value", "1A", "É")] == [
        "too-wordy", "lgbt-terms", "p-value", "rule-1-a", "rule",
    ]  # fmt: skip


# --- words that patterns stand for


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("ours?", ["ours", "our"]),
        ("ours??", ["our", "ours"]),
        ("(?:a|b)c", ["ac", "bc"]),
        ("(a|ab)c?", ["ac", "a", "abc", "ab"]),
        ("[ab-d]", ["a", "b", "c", "d"]),
        ("a{2}", ["aa"]),
        (r"e\.g\.", ["e.g."]),
    ],
)
def test_words_of_a_pattern_in_the_order_in_which_it_tries_them(pattern, words):
    assert words_of(pattern) == words


@pytest.mark.parametrize(
    "pattern", [r"\d", "a+", "a{1,3}", "[^a]", "(?i:a)", "(?i)a", "a(?=b)", "^a", ".", "a{9}", "("]
)
def test_what_stands_for_more_than_words_is_none(pattern):
    with pytest.raises(Endless):
        words_of(pattern)


@given(st.text("ab(|)?", max_size=8))
def test_the_first_word_that_fits_is_what_the_pattern_matches(pattern):
    try:
        words = words_of(pattern)
    except Endless:
        return
    for text in ("ab", "aab", "ba", "b", "bb", ""):
        m = re.match(pattern, text)
        expected = next((word for word in words if text.startswith(word)), None)
        assert (m[0] if m else None) == expected


@pytest.mark.parametrize("pattern", [r"\d{2} (?:am|pm)", r"[^a-c]x", r"a{300}", r"\w+\.?", "(?>ab)c", r"[\d.]+%"])
def test_a_sample_is_matched_by_its_pattern(pattern):
    assert any(re.search(pattern, text) for text in samples(pattern, 0))


def test_samples_of_repeats_in_repeats_stay_short():
    assert all(len(text) <= 300 for text in samples("(?:(?:(?:a{99}){99}){99}){99}", 0))
