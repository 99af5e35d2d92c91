"""Every mistake that a plugin can make is refused, with its name and version, and no check passes because of it."""

import json

import pytest
from helpers import FAULTY, RULE_FILE

RULE = """
from newslint import Bad, CorpusRule, Edit, Finding, Fix, Good, Option, Related, Rule, Span, Zone

class Odd(Rule):
    "because"
    id, topic, message = "acme/odd", "language", "odd"
{attributes}
    def check(self, story):
        {check}

@hookimpl
def register_rules():
    return [Odd]
"""
FILES = "from pathlib import Path\n@hookimpl\ndef register_rule_files():\n    return [Path(__file__).parent / 'rule.yaml']\n"


def rule(check: str = "yield from ()", *attributes: str) -> str:
    return RULE.format(check=check, attributes="".join(f"    {line}\n" for line in attributes))


def hook(name: str, *lines: str, before: str = "") -> str:
    return f"{before}\n@hookimpl\ndef {name}():\n" + "".join(f"    {line}\n" for line in lines)


FORMAT = """
from newslint import Segment, Source, Span, Story, Zone

class Notes:
    name, extensions = "notes", (".txt",)

    def parse(self, source, reading):
        return {gives}

@hookimpl
def register_formats():
    return [Notes()]
"""
CORPUS = """
from newslint import CorpusRule, Place, Position

class Odd(CorpusRule):
    "because"
    id, topic, message = "acme/odd", "language", "odd"

    def collect(self, story):
        {collect}

    def merge(self, a, b):
        return a

    def judge(self, key, fact):
        {judge}

@hookimpl
def register_rules():
    return [Odd]
"""
KIND = """
from pathlib import Path
from newslint import KindRule, Needle, Span

class Shout(KindRule):
    def needles(self):
        return {needles}

    def judge(self, story, hits):
        {judge}

@hookimpl
def register_kinds():
    return {{"shout": Shout}}

@hookimpl
def register_rule_files():
    return [Path(__file__).parent / "rule.yaml"]
"""


@pytest.fixture
def refused(install, faulty, newslint, newsroom):
    """Install a plugin, check a story and give what is said of it; nothing of the plugin's own may be reported."""

    def check(code: str, **files: str) -> str:
        install(code, **files)
        faulty.write_text(FAULTY, encoding="utf-8")
        done = newslint("check", ".", "--format", "json")
        assert done.code == 2
        report = json.loads(done.out or '{"findings": [], "failures": []}')
        assert not [found for found in report["findings"] if found["rule"].startswith("acme/")]
        said = "\n".join([done.err, *(failure["message"] for failure in report["failures"])])
        assert "Traceback" not in said
        assert "a fault of newslint" not in said
        assert "plugin acme 2.1" in said
        return said

    return check


SAID = {
    "yield self.finding(Span(0, 10_000))": "its span is 0-10000, and the story has",
    "yield self.finding(Span(-1, 3))": "its span is -1-3",
    "yield self.finding(Span(9, 3))": "its span is reversed: it goes from 9 to 3",
    "yield self.finding((1, 3))": "its span is a plain tuple: write Span(1, 3)",
    "yield self.finding(Span(1.5, 3))": "a Span of two whole numbers was expected",
    "yield self.finding(None)": "its span is None",
    "yield self.finding(Span(0, 1), severity='eror')": "unknown severity 'eror': did you mean “error”?",
    "yield self.finding(Span(0, 1), confidence='hgih')": "unknown confidence 'hgih': did you mean “high”?",
    "yield self.finding(Span(0, 1), message=7)": "its message is 7: a text was expected",
    "yield self.finding(Span(0, 1), message='\\ud800')": "its message is '\\ud800'",
    "yield self.finding(Span(0, 1), label=None)": "its label is None",
    "yield self.finding(Span(0, 1), related=[Span(0, 1)])": "related holds Span(start=0, end=1): a Related was expected",
    "yield self.finding(Span(0, 1), related=[Related(Span(5, 9_999))])": "the span of a related place is 5-9999",
    "yield self.finding(Span(0, 1), fixes=[Fix('go', (Edit(Span(0, 9_999), ''),))])": "the span of its fix is 0-9999",
    "yield self.finding(Span(0, 1), fixes=[Fix('go', (Edit(Span(3, 1), ''),))])": "the span of its fix is reversed",
    "yield self.finding(Span(0, 1), fixes=[Fix('go', (Edit(Span(0, 1), 7),))])": "the new text of its fix is 7",
    "yield self.finding(Span(0, 1), fixes=[Fix('go', (Edit(Span(0, 3), ''), Edit(Span(2, 4), '')))])": "edits of its fix meet",
    "yield self.finding(Span(0, 1), fixes=[Fix('go', (Edit(Span(0, 1), ''),), 'sfae')])": "unknown safety of a fix",
    "yield self.finding(Span(0, 1))._replace(rule='repeated-word')": "a finding of another rule, 'repeated-word'",
    "yield self.finding(Span(0, 1))._replace(topic='quotes')": "a finding of another topic",
    "yield 'odd'": "check gave 'odd': it must give what self.finding(span) makes",
    "return self.finding(Span(0, 1))": "check gave one finding: it must give findings, so `yield` it",
    "pass": "check gave None: it must give findings (yield them",
    "return 'findings'": "check gave 'findings': it must give findings",
    "import sys; sys.exit(0)": "it called sys.exit(0)",
    "yield self.finding(Span(0, 1)); raise SystemExit": "it called sys.exit()",
    "raise GeneratorExit": "it raised GeneratorExit",
    "yield self.finding(Span(0, 1)); 1 / 0": "ZeroDivisionError: division by zero (newslint_acme/__init__.py, line 10)",
    "return self.check(story)": "RecursionError",
    "story.zones = (); yield from ()": "it changed the story, which other rules read too",
    "story.zones[0].role = 'chrome'; yield from ()": "it changed the story",
    "story.genre = 'opinion'; yield from ()": "it changed the story",
    "self.message = 'new'; yield from ()": "a rule is frozen: cannot set message",
}


@pytest.mark.parametrize("check", SAID)
def test_what_no_finding_may_be_is_refused(refused, check):
    said = refused(rule(check))
    assert "the rule “acme/odd” of plugin acme 2.1 failed on this story" in said
    assert SAID[check] in said


ATTRIBUTES = {
    "sevirity = 'error'": "a rule has no attribute “sevirity”\n  did you mean “severity”?",
    "serverity: str = 'error'": "a rule has no attribute “serverity”\n  did you mean “severity”?",
    "zone = ('headline',)": "a rule has no attribute “zone”\n  did you mean “zones”?",
    "exmaples = ()": "did you mean “examples”?",
    "in_quote = 'both'": "did you mean “in_quotes”?",
    "inquotes = 'both'": "did you mean “in_quotes”?",
    "severity = 'eror'": "unknown severity “eror”\n  did you mean “error”?",
    "severity = None": "unknown severity None",
    "confidence = 'sure'": "unknown confidence “sure”",
    "status = 'new'": "unknown status “new”",
    "in_quotes = True": "unknown in-quotes True",
    "topic = 'qoutes'": "has an unknown topic “qoutes”\n  did you mean “quotes”?",
    "topic = ''": "it has no topic",
    "message = ''": "it has no message",
    "message = ('a',)": "`message` is ('a',)\n  a text was expected",
    "id = 7": "`id` is 7",
    "id = 'other/odd'": "has another plugin's name in its own\n  call it “acme/odd”",
    "zones = 'headline'": '`zones` is a text, “headline”\n  write zones = ("headline",), with the comma',
    "zones = ('headlin',)": "unknown zone “headlin”\n  did you mean “headline”?",
    "zones = None": "`zones` is None",
    "default = 'off'": "`default` is 'off'\n  True or False was expected",
    "finds = 'long ' * 40": "`finds` has 200 characters",
    "when = ['opinion']": "`when` is ['opinion']",
    "when = {'kind': 'opinion'}": "`when` → kind is 'opinion'\n  a list of texts was expected",
    "unless = {'knid': ['opinion']}": "`unless` has an unknown key “knid”\n  did you mean “kind”?",
    "when = {'language': ['Klingonish']}": "“Klingonish” is no language",
    "since = '2026-01-01'": "`since` is '2026-01-01'\n  a datetime.date was expected",
    "aliases = 'odd'": "`aliases` is a text",
    "aliases = ('Odd One',)": "“Odd One” should be small letters",
    "aliases = ('repeated-word',)": "the former name “repeated-word” of “acme/odd” (plugin acme 2.1) is another rule’s name",
    "aliases = ('quotes',)": "is the name of a topic or of all",
    "yields_to = 'repeated-word'": "`yields_to` is a text",
    "examples = Good('a')": "`examples` is",
    "examples = ('a',)": "a tuple of Bad(…), Good(…) and KnownFalse(…) was expected",
    "evidence = 7": "`evidence` is 7",
    "needs = 'quotes'": "`needs` is 'quotes'\n  an Analysis was expected",
    "origin = 'here'": "“origin” is set by newslint",
    "least = Option(1, '')": "the option “least” does not say what it is for",
    "least = Option(None, 'how many')": "`least` is None",
    "least = Option(1, 'how many', minimum=2)": "does not accept its own default: expected at least 2",
    "severity = Option('note', 'how bad')": "unknown severity",
    "zone_list = Option('a', 'which', choices=('b',))": "does not accept its own default",
    "def __init__(self, more): pass": "rule Odd cannot be made: TypeError",
    "def chek(self, story): pass": "a rule has no attribute “chek”\n  did you mean “check”?",
    "def check_zones(self, story, zone): pass": "did you mean “check_zone”?",
}


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_an_attribute_that_is_wrong_is_refused_before_any_story(refused, attribute):
    assert ATTRIBUTES[attribute] in refused(rule("yield from ()", attribute))


def test_attributes_of_its_own_are_a_plugins_business(install, faulty, newslint):
    install(rule("yield from ()", "verbs = ('say',)", "WIDTH = 60", "words = Option(3, 'how many')", "_seen = None"))
    faulty.write_text(FAULTY, encoding="utf-8")
    assert newslint("check", ".", "--format", "json").rules == ["repeated-word"]


HOOKS = {
    hook("register_rulez", "return []"): "“register_rulez” is no hook: did you mean “register_rules”",
    "def register_rules():\n    return []\n": "its function register_rules is no hook yet: write @hookimpl above it",
    "def register_ruls():\n    return []\n": "“register_ruls” is no hook: did you mean “register_rules”",
    "x = 1\n": "it has no hook, and so brings nothing",
    "@hookimpl\ndef register_rules(story):\n    return []\n": "its hook register_rules asks for story",
    "@hookimpl(wrapper=True)\ndef register_rules():\n    yield\n": "its hook register_rules is a wrapper",
    "import sys\nsys.exit(0)\n": "could not be loaded: it called sys.exit(0) (newslint_acme/__init__.py, line 3)",
    "import nowhere\n": "could not be loaded: ModuleNotFoundError",
    "def f(:\n": "could not be loaded: SyntaxError",
    "from newslint import Nothing\n": "could not be loaded: ImportError",
    hook("register_rules", "import sys; sys.exit()"): "failed in its hook register_rules: it called sys.exit()",
    hook("register_rules", "yield 1 / 0"): "failed in its hook register_rules: ZeroDivisionError",
    hook("register_rules", "return None"): "it gave None: Rule classes were expected, in a list",
    hook("register_rules", "return 'odd'"): "it gave 'odd': Rule classes were expected",
    hook("register_rules", "return ['odd']"): "it gave 'odd': it must be a Rule class",
    hook("register_rules", "return [Rule()]", before="from newslint import Rule"): "give the class, not an instance",
    hook("register_rules", "return [KindRule]", before="from newslint import KindRule"): "belongs in register_kinds",
    hook("register_rule_files", "return [7]"): "it gave 7: it must be a path",
    hook("register_rule_files", "return 'rule.yaml'"): "paths were expected, in a list",
    hook("register_rule_files", "return ['nowhere']"): "there is no such rule file or folder; is it packed",
    hook("register_kinds", "return []"): "KindRule classes by their names were expected, as a dict",
    hook("register_kinds", "return {'shout': int}"): "it must be a KindRule class",
    hook("register_kinds", "return {7: int}"): "it gave the name 7",
    hook(
        "register_kinds", "return {'existence': K}", before="from newslint import KindRule\nclass K(KindRule): pass"
    ): "the kind of rule “existence” is taken: newslint itself has one",
    hook("register_formats", "return [int]"): "give an instance, int(), not the class",
    hook("register_formats", "return [7]"): "a format needs a `name`",
    hook(
        "register_formats", "return [F()]", before="class F: name, extensions = 'f', '.f'"
    ): "a format needs `extensions`",
    hook(
        "register_formats", "return [F()]", before="class F: name, extensions = 'f', ('f',)"
    ): "its ending 'f' should be a dot and small letters",
    hook("register_formats", "return [F()]", before="class F: name, extensions = 'f', ('.f',)"): "needs a method `parse",
    hook(
        "register_formats",
        "return [F()]",
        before="class F:\n    name, extensions = 'markdown', ('.f',)\n    def parse(self, source, reading): pass",
    ): "the story format “markdown” is taken",
    hook("register_analyses", "return [7]"): "it must be an Analysis",
    hook(
        "register_analyses", "return [Analysis('qoutes', len)]", before="from newslint import Analysis"
    ): "newslint has no analysis “qoutes” to replace: did you mean “quotes”",
    hook("register_styles", "return {'acme': 'nowhere.yaml'}"): "there is no such file; is it packed",
    hook("register_styles", "return {'ap': __file__}"): "the style “ap” is taken: newslint itself has one",
    hook("register_reporters", "return {'bare': 'write'}"): "it must be a function that takes a report and a stream",
    hook("register_reporters", "return {'json': print}"): "the report format “json” is taken",
}  # fmt: skip


@pytest.mark.parametrize("code", HOOKS)
@pytest.mark.parametrize("command", [("check", "."), ("plugins",)])
def test_a_hook_that_gives_what_it_must_not_is_refused(install, faulty, newslint, code, command):
    install(code)
    faulty.write_text(FAULTY, encoding="utf-8")
    done = newslint(
        *command, *(("--format", "other") if "register_reporters" in code and command[0] == "check" else ())
    )
    assert (done.code, done.out) == (2, "")
    assert "plugin acme 2.1" in done.err
    assert HOOKS[code] in done.err


ZONES = {
    "None": "parse gave None: it must give a Story",
    "Story(source, [Zone('headlin', Span(0, 0), '')])": "unknown zone 'headlin': did you mean “headline”?",
    "Story(source, [Zone('body', Span(0, 9_999), 'a')])": "stands at 0-9999, and the story has",
    "Story(source, [Zone('body', Span(3, 1), 'a')])": "stands at 3-1",
    "Story(source, [Zone('body', Span(0, 4), 'Tail')])": "its text must be what stands at its span",
    "Story(source, [Zone('body', Span(5, 7), 'of'), Zone('body', Span(0, 4), 'Head')])": "zones stand in order",
    "Story(source, [Zone('body', Span(0, 4), None)])": "the text of a zone is None",
    "Story(source, ['body'])": "the story has 'body' among its zones",
    "Story(source, [Zone('body', Span(0, 4), 'He', (Segment(0, 9, 0, 4),))])": "does not lie in the prose of its zone",
    "Story(source, [], language=7)": "the story’s language is 7",
    "Story(source, [], date='Monday')": "the story’s date is 'Monday'",
    "Story(Source('b.txt', 'other'), [])": "the story has another source",
    "1 / 0": "ZeroDivisionError",
    "exit(0)": "it called sys.exit(0)",
}


@pytest.mark.parametrize("gives", ZONES)
def test_a_format_that_gives_no_whole_story_is_refused(refused, gives):
    said = refused(FORMAT.format(gives=gives))
    assert "plugin acme 2.1 failed to read" in said
    assert ZONES[gives] in said


PLACE = "Place('a.txt', Position(0, 1, 1), Position(1, 1, 2), 'H')"
OVER_STORIES = {
    ("pass", ""): "collect gave None: it must give pairs of a key and a fact",
    ("yield 'key'", ""): "collect gave 'key': it must give pairs",
    ("yield 1, 2", ""): "collect gave (1, 2): it must give pairs of a key (a text)",
    ("yield 'a', object", ""): "facts are what JSON can write",
    ("yield 'a', 1", "yield 'odd'"): "judge gave 'odd': it must give what self.entry(place) makes",
    ("yield 'a', 1", "pass"): "judge gave None: it must give entries",
    ("yield 'a', 1", f"return self.entry({PLACE})"): "judge gave one entry: it must give entries",
    ("yield 'a', 1", "yield self.entry(None)"): "judge gave the place None",
    ("yield 'a', 1", "yield self.entry(Place('a.txt', 0, 1, 'H'))"): "judge gave a place that stands at 0",
    ("yield 'a', 1", f"yield self.entry({PLACE})._replace(severity='eror')"): "unknown severity 'eror'",
    ("yield 'a', 1", f"yield self.entry({PLACE})._replace(rule='x')"): "a finding of another rule",
    ("yield 'a', 1", "exit(0)"): "it called sys.exit(0)",
    ("exit(0)", ""): "it called sys.exit(0)",
}  # fmt: skip


@pytest.mark.parametrize(("collect", "judge"), OVER_STORIES)
def test_a_rule_over_several_stories_that_gives_garbage_is_refused(refused, collect, judge):
    said = refused(CORPUS.format(collect=collect, judge=judge or "yield from ()"))
    assert "the rule “acme/odd” of plugin acme 2.1 failed" in said
    assert OVER_STORIES[collect, judge] in said


@pytest.mark.parametrize(
    ("needles", "judge", "message"),
    [
        ("None", "yield from ()", "of plugin acme 2.1 failed on this rule: TypeError"),
        ("[Needle('')]", "yield from ()", "there is nothing to look for here"),
        ("['council']", "yield from ()", "plugin acme 2.1 failed"),
        ("[Needle('council')]", "yield 'odd'", "check gave 'odd'"),
        ("[Needle('council')]", "return None", "judge gave None"),
        ("[Needle('council')]", "yield self.finding(Span(0, 9_999))", "its span is 0-9999"),
        ("exit(0)", "yield from ()", "it called sys.exit(0)"),
    ],
)
def test_a_kind_of_rule_that_gives_garbage_is_refused(refused, needles, judge, message):
    text = RULE_FILE.format(id="acme/odd", kind="shout", topic="language").replace("terms: [marrow]\n", "")
    assert message in refused(KIND.format(needles=needles, judge=judge), rule__yaml=text)


@pytest.mark.parametrize(
    ("run", "message"),
    [
        ("lambda story: 1 / 0", "failed in its analysis “quotes” on a.txt: ZeroDivisionError"),
        ("lambda story: None", "failed in its analysis “quotes” on a.txt: it gave None: a tuple was expected"),
        ("lambda story: exit(0)", "it called sys.exit(0)"),
        ("lambda story: ('odd',)", "it may be the fault of a plugin that gives the analysis “quotes” anew"),
    ],
)
def test_an_analysis_that_breaks_is_its_plugins_fault(install, faulty, newslint, run, message):
    install(hook("register_analyses", f"return [Analysis('quotes', {run})]", before="from newslint import Analysis"))
    faulty.write_text("Head of it\n\n“It is so,” he said. Nobody else did, he said on Monday.\n", encoding="utf-8")
    done = newslint("check", "a.txt")
    assert done.code == 2
    assert message in (done.err + done.out).replace(str(faulty), "a.txt")


def test_a_reporter_that_breaks_is_its_plugins_fault(install, faulty, newslint):
    install(hook("register_reporters", "return {'bare': lambda report: 1}"))
    faulty.write_text(FAULTY, encoding="utf-8")
    done = newslint("check", ".", "--format", "bare")
    assert done.code == 2
    assert "plugin acme 2.1 failed to write the report format “bare”: TypeError" in done.err


@pytest.mark.parametrize("name", ["Acme", "my_plugin", "quotes", "all", "newslint"])
def test_a_name_that_no_plugin_can_have_is_refused(install, newslint, name):
    install(rule(), name)
    done = newslint("plugins")
    assert done.code == 2
    assert f"plugin {name} 2.1: " in done.err


def test_two_plugins_of_one_name_are_both_named(install, newsroom, newslint):
    install(rule())
    info = newsroom / ".site" / "other_news-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other-news\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[newslint]\nacme = other_news\n", encoding="utf-8")
    done = newslint("check", ".")
    assert done.code == 2
    assert "two plugins have the name “acme”: " in done.err
    assert "acme 2.1 of newslint_acme (module newslint_acme)" in done.err
    assert "acme 1.0 of other-news (module other_news)" in done.err


def test_two_rules_of_one_id_are_named_with_their_plugin(refused):
    code = rule().replace("return [Odd]", "return [Odd, Odd]")
    assert "two rules are called “acme/odd” (plugin acme 2.1)" in refused(code)


def test_a_plugin_for_another_newslint_is_told_which_it_asks_for(install, newsroom, newslint):
    install("from newslint import Nothing\n")
    metadata = newsroom / ".site" / "newslint_acme-2.1.dist-info" / "METADATA"
    metadata.write_text(metadata.read_text(encoding="utf-8") + "Requires-Dist: newslint>=99\n", encoding="utf-8")
    said = newslint("plugins").err
    assert "plugin acme 2.1 could not be loaded: ImportError" in said
    assert "it asks for newslint >=99, and this is newslint " in said


def test_what_a_plugin_prints_does_not_end_up_in_a_report(install, faulty, newslint):
    code = "print('hello from import')\n" + rule("print('hello from check'); yield from ()")
    install(code.replace("    return [Odd]", "    print('hello from hook')\n    return [Odd]"))
    faulty.write_text(FAULTY, encoding="utf-8")
    done = newslint("check", ".", "--format", "json")
    assert done.rules == ["repeated-word"]
    assert [line for line in done.err.splitlines() if "hello" in line] == [
        f"hello from {what}" for what in ("import", "hook", "check")
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_rule_is_named_alike_in_one_process_and_in_several(install, newsroom, newslint, jobs):
    install(rule("import sys; sys.exit(0)"))
    for n in range(120):
        (newsroom / f"s{n}.txt").write_text(FAULTY, encoding="utf-8")
    done = newslint("check", ".", "--jobs", jobs, "--no-cache")
    assert done.code == 2
    assert "the rule “acme/odd” of plugin acme 2.1 failed on this story: it called sys.exit(0)" in done.out


@pytest.mark.parametrize("command", [("rules",), ("explain", "acme/odd"), ("test",), ("rules", "--format", "json")])
def test_a_misspelt_attribute_is_refused_by_every_command(install, newslint, command):
    install(rule("yield from ()", "sevirity = 'error'"))
    done = newslint(*command)
    assert (done.code, done.out) == (2, "")
    assert "plugin acme 2.1: rule Odd: a rule has no attribute “sevirity”" in done.err


def test_newslint_test_names_a_rule_that_raises_with_its_plugin(install, newslint):
    install(rule("1 / 0", "examples = (Good('fine'),)"))
    done = newslint("test", "acme/odd")
    assert done.code == 1
    assert "the rule “acme/odd” of plugin acme 2.1 failed on this story: ZeroDivisionError" in done.out


@pytest.mark.parametrize(
    ("attribute", "message"),
    [
        ("finds = 'a'", "acme/odd: it has no example"),
        ("examples = (Good('a', format='markdwon'),)", "unknown format “markdwon”: did you mean “markdown”"),
        ("examples = (Good('a', options={'lest': 1}),)", "acme/odd has no option “lest”"),
        ("examples = (Good('a', language='Klingonish'),)", "“Klingonish” is no language"),
    ],
)
def test_newslint_test_says_what_is_wrong_with_examples(install, newslint, attribute, message):
    install(rule("yield from ()", attribute))
    done = newslint("test", "acme/odd")
    assert done.code == 1
    assert message in done.out


@pytest.mark.parametrize("bad", ["a [[marrow]]", None])
def test_newslint_test_finds_a_word_in_braces_that_nothing_fills_in(newsroom, newslint, bad):
    text = RULE_FILE.format(id="house/marrow", kind="existence", topic="language").replace("{match}", "{replacment}")
    if bad is None:
        text = text.replace('{bad: "a [[marrow]]"}, ', "")
    (newsroom / "rule.yaml").write_text(text, encoding="utf-8")
    done = newslint("test", "rule.yaml")
    assert done.code == 1
    assert "house/marrow: nothing fills in “{replacment}” in its message" in done.out


def test_newslint_test_finds_an_id_that_is_taken(newsroom, newslint):
    text = RULE_FILE.format(id="repeated-word", kind="existence", topic="language")
    (newsroom / "rule.yaml").write_text(text, encoding="utf-8")
    done = newslint("test", "rule.yaml")
    assert done.code == 2
    assert "rule.yaml: two rules are called “repeated-word”" in done.err
    (newsroom / "rule.yaml").write_text(text.replace("repeated-word", "house/marrow"), encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rule-files: [rule.yaml]\n", encoding="utf-8")
    assert newslint("test", "rule.yaml").out == "2 examples hold.\n", "its own id, by way of the configuration"


def test_a_rule_file_of_a_plugin_with_a_mistake_names_the_plugin(refused):
    said = refused(FILES, rule__yaml=RULE_FILE.format(id="acme/x", kind="existence", topic="qoutes"))
    assert "unknown topic “qoutes”" in said
    assert "did you mean “quotes”" in said


def test_a_house_rule_of_an_unknown_topic_is_refused(newsroom, newslint):
    (newsroom / "a.txt").write_text(FAULTY, encoding="utf-8")
    text = RULE_FILE.format(id="house/x", kind="existence", topic="qoutes")
    (newsroom / "rule.yaml").write_text(text, encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("rule-files: [rule.yaml]\n", encoding="utf-8")
    done = newslint("check", "a.txt")
    assert (done.code, "rule.yaml:3:8: the rule “house/x” has an unknown topic “qoutes”" in done.err) == (2, True)
    (newsroom / "rule.yaml").write_text(text.replace("qoutes", "house"), encoding="utf-8")
    assert json.loads(newslint("check", "a.txt", "--format", "json").out)["findings"]
