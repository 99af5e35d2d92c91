"""Front matter that cannot be read, means too much or never ends: YAML, TOML and JSON."""

import random
from collections.abc import Callable

from .hostile_bytes import STORY, fill

FIELDS = ("title", "headline", "deck", "byline", "author", "date", "kind", "type", "language", "lang", "caption", "dateline",
          "newslint", "section", "credit", "tags", "weird key", "0", "null", "__proto__", "<<", "?")  # fmt: skip
# Values that some reader of YAML stumbles over: tags that do not fit, numbers and days that are none, shapes.
YAML_VALUES = (
    "!!bool foo", '!!int ""', "!!int x", "!!float x", "!!float .", "!!null x", "!!timestamp never", "!!timestamp 2020-13-45",
    "!!timestamp 0000-00-00", "!!binary ÿ", "!!binary =", "!!set {a, b}", "!!set [a]", "!!omap [a: 1, b]", "!!omap x", "!!pairs [a]",
    "!!pairs {a: 1}", "!!map [1]", "!!seq {a: 1}", "!!str [1]", "!!merge x", "!!value =", "!!python/object/apply:os.system ['id']",
    "!!python/name:os.system", "!!python/object/new:type []", "!!yaml x", "!unknown x", "!<tag:x> y", "!!", "!", "! x", "!!int 0x",
    "!!int 0b2", "!!int 1:99:99", "!!int -", "!!int +", "!!int _", "!!int 0o9", "!!float 1e", "!!float 1e99999", "!!float nan",
    "0o", "0x", "0b", "1_", "_1", "1__2", "08", "1:2:3", "190:20:30", "190:20:30.15", "1e400", "-.inf", ".nan", ".INF", "1.e+", "+.e3",
    "9" * 5000, "-" + "9" * 5000, "0x" + "f" * 5000, "1:" * 200 + "1", "1e" + "9" * 20, "0." + "0" * 5000 + "1",
    "2020-13-45", "2020-02-30", "0000-01-01", "9999-12-31T23:59:60Z", "2020-1-1 25:61:61", "2020-01-01T00:00:00+99:99",
    "2020-01-01 00:00:00 -25:00", "2001-12-14t21:59:43.10-05:00", "2020-01-01T00:00:00.9999999999Z", "20200101", "10000-01-01", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00", "2020-06-06T24:00:00Z",
    '"\\UFFFFFFFF"', '"\\U00110000"', '"\\ud800"', '"\\ud83d\\ude00"', '"\\x"', '"\\xZZ"', '"\\q"', '"\\', '"open', "'open", "'it''", "'''", '"a" b',
    "[", "]", "{", "}", "[,]", "{,}", "[a, b", "{a: b", "{a: b: c}", "[[[[[[", "{? }", "? ", "- x", "-", ": ", ": :", "a: b: c", "*nobody", "&a *a", "&a",
    "*", "&", "&a [*a]", "&a {b: *a}", "|", ">", "|-9", "|0", ">99", "|+-", ">\n  folded\n more", "|\n\ttab", "@at", "`tick", "%percent", "#c", "x #c", "\tx", "\x07", "\u2028", "\ufeff", "\x85", "\u200b", "~", "null", "yes", "on", "=",
    "<<: *a", "{<<: 1}", "{<<: [1]}", "{<<: {a: 1}, a: 2}", "{[a]: b}", "{{a: 1}: 2}", "{a: 1, a: 2}",
    "TK TK", "“open and the the", "x" * 70000, '"' + "\\n" * 3000 + '"', "<b>the the</b> &amp; &#0; &#x110000; &#99999999;",
)  # fmt: skip
TOML_VALUES = (
    "9" * 5000, "0x" + "f" * 5000, "1e99999", "1979-13-45", "1979-05-27T25:61:61Z", "1979-05-27 07:32:00-99:99", "07:61", "'''open", '"""open',
    '"\\uD800"', '"\\UFFFFFFFF"', '"\\q"', "[" * 200 + "]" * 200, "[1, [2, [3", "{a = 1", "{a = 1, a = 2}", "nan", "-inf", "+0x1", "1__0", "0o9",
    "true1", "", "=", "[[", "0001-01-01", "9999-12-31T23:59:59.9999999999Z", "0000-00-00", "{a.b.c.d = 1}", "\x00", "'\x07'", '"a\nb"',
)  # fmt: skip
JSON_VALUES = (
    "9" * 5000, "-" + "9" * 5000, "1e99999", "NaN", "-Infinity", "01", "[" * 5000, '"\\ud800"', '"\\uZZZZ"', '"\x01"', "[1,]", "{,}", "'x'",
    "undefined", "", "nul", '{"a": 1, "a": 2}', "/* c */ 1", '"open', "0x1", "1.", ".5", "+1", '"' + "\\u0041" * 9000 + '"', "[" * 500 + "]" * 500,
)  # fmt: skip


def yaml_values(rng: random.Random, size: int) -> str:
    """A few fields whose values are rubbish."""
    lines = [f"{rng.choice(FIELDS)}: {rng.choice(YAML_VALUES)}" for _ in range(rng.randint(1, 4))]
    return "---\n" + "\n".join(lines) + "\n---\n" + fill(STORY, max(size, 800))


def toml_values(rng: random.Random, size: int) -> str:
    lines = [f"{rng.choice(FIELDS[:14])} = {rng.choice(TOML_VALUES)}" for _ in range(rng.randint(1, 3))]
    return "+++\n" + "\n".join(lines) + "\n+++\n" + fill(STORY, size)


def json_values(rng: random.Random, size: int) -> str:
    inner = ", ".join(f'"{rng.choice(FIELDS[:14])}": {rng.choice(JSON_VALUES)}' for _ in range(rng.randint(1, 3)))
    opens, closes = rng.choice((("", ""), (";;;\n", "\n;;;"), ("---json\n", "\n---")))
    return f"{opens}{{{inner}}}{closes}\n\n" + fill(STORY, size)


def billion_laughs(rng: random.Random, size: int) -> str:
    lines = ["a0: &a0 [lol, lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    return "---\n" + "\n".join(lines) + "\ntitle: *a29\n---\n" + STORY


def merges_of_merges(rng: random.Random, size: int) -> str:
    lines = ["m0: &m0 {a: 1}"] + [
        f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}], b{n}: 1}}" for n in range(1, 25)
    ]
    return "---\n" + "\n".join(lines) + "\n---\n" + STORY


def aliases_one_after_another(rng: random.Random, size: int) -> str:
    count = min(size // 10, 20_000)
    return "---\ntitle: &a x\ntags: [" + "*a, " * count + "]\n---\n" + STORY


def anchors(rng: random.Random, size: int) -> str:
    return "---\n" + "".join(f"k{n}: &a{n} v\n" for n in range(size // 14)) + "---\n" + STORY


def nested_lists(rng: random.Random, size: int) -> str:
    deep = rng.choice((39, 59, 61, 200, 1000, 30_000))
    return "---\ntitle: " + "[" * deep + "]" * deep + "\n---\n" + STORY


def nested_maps(rng: random.Random, size: int) -> str:
    deep = rng.choice((59, 61, 500, 5000))
    return "---\ntitle: " + "{a: " * deep + "1" + "}" * deep + "\n---\n" + STORY


def nested_blocks(rng: random.Random, size: int) -> str:
    deep = min(1000, max(10, int(size**0.5)))
    return "---\n" + "".join(" " * n + "a:\n" for n in range(deep)) + "---\n" + STORY


def dashes_in_a_row(rng: random.Random, size: int) -> str:
    return "---\n" + "- " * (size // 2) + "x\n---\n" + STORY


def questions_in_a_row(rng: random.Random, size: int) -> str:
    return "---\n" + "? " * min(size // 2, 5_000) + "x\n---\n" + STORY


def many_keys(rng: random.Random, size: int) -> str:
    return "---\n" + "".join(f"key{n}: value {n}\n" for n in range(size // 20)) + "---\n" + STORY


def many_same_keys(rng: random.Random, size: int) -> str:
    return "---\n" + "title: the the same\n" * (size // 20) + "---\n" + STORY


def many_tags(rng: random.Random, size: int) -> str:
    return "---\ntitle: x\ntags:\n" + "".join(f"- tag {n}\n" for n in range(size // 10)) + "---\n" + STORY


def long_title(rng: random.Random, size: int) -> str:
    return "---\ntitle: " + fill("The the council “closes ", size) + "\n---\n" + STORY


def long_title_in_quotes(rng: random.Random, size: int) -> str:
    return '---\ntitle: "' + fill('The the \\" \\u201cx\\n ', size) + '"\n---\n' + STORY


def long_block_text(rng: random.Random, size: int) -> str:
    return "---\ndescription: >\n" + fill("  The the council said “so\n", size) + "\n---\n" + STORY


def comments_only(rng: random.Random, size: int) -> str:
    return "---\n" + fill("# newslint: ignore all\n", size) + "\n---\n" + STORY


def never_closed(rng: random.Random, size: int) -> str:
    return "---\n" + fill("title: x\nauthor: The the\n", size)


def never_closed_toml(rng: random.Random, size: int) -> str:
    return "+++\n" + fill('title = "x"\n', size)


def never_closed_json(rng: random.Random, size: int) -> str:
    return '{"title": "' + fill("the the ", size)


def fences_only(rng: random.Random, size: int) -> str:
    return fill(rng.choice(("---\n", "+++\n", ";;;\n", "---json\n{}\n---\n", "...\n", "--- \n+++\n")), size)


def tabs_for_indents(rng: random.Random, size: int) -> str:
    return "---\ntitle:\n" + fill("\t- the the\n", min(size, 60_000)) + "---\n" + STORY


def toml_tables(rng: random.Random, size: int) -> str:
    return "+++\n" + "".join(f"[a{n}.b]\nignore = 'x'\n" for n in range(size // 24)) + "+++\n" + STORY


def toml_dotted(rng: random.Random, size: int) -> str:
    return "+++\n" + ".".join(["a"] * min(size // 2, 20_000)) + " = 1\n+++\n" + STORY


def toml_nested(rng: random.Random, size: int) -> str:
    deep = min(size // 2, 50_000)
    return "+++\na = " + "[" * deep + "]" * deep + "\n+++\n" + STORY


def toml_array_of_tables(rng: random.Random, size: int) -> str:
    return "+++\n" + "[[a]]\n" * (size // 6) + "+++\n" + STORY


def json_nested(rng: random.Random, size: int) -> str:
    return '{"a": ' * (size // 6) + "1" + "}" * (size // 6)


def json_lists(rng: random.Random, size: int) -> str:
    return '{"title": ' + "[" * (size // 2) + "]" * (size // 2) + "}\n" + STORY


def json_keys(rng: random.Random, size: int) -> str:
    return "{" + ",".join(f'"k{n}": "the the"' for n in range(size // 18)) + "}\n" + STORY


def ignores_in_metadata(rng: random.Random, size: int) -> str:
    head = {"---": "newslint:\n  ignore:\n", "+++": "[newslint.ignore]\n"}
    fence = rng.choice(("---", "+++"))
    line = "    rule-{0}: because\n" if fence == "---" else "rule-{0} = 'because'\n"
    return f"{fence}\n{head[fence]}" + "".join(line.format(n) for n in range(size // 22)) + f"{fence}\n" + STORY


def ignore_keys_in_json(rng: random.Random, size: int) -> str:
    inner = ", ".join(f'"rule-{n}": "ignore newslint"' for n in range(size // 32))
    return '{"newslint": {"ignore": {' + inner + "}}}\n" + STORY


def ignore_of_odd_shape(rng: random.Random, size: int) -> str:
    value = rng.choice(
        (
            "5",
            "yes",
            "[]",
            "[[a]]",
            "{a: [1]}",
            "[1, null]",
            "{until: 2020-13-45}",
            "{a: {until: 9}}",
            "{a: {reason: [x]}}",
            "a b c",
            "~",
        )
    )
    return f"---\nnewslint:\n  ignore: {value}\n---\n" + fill(STORY, size)


def newslint_of_odd_shape(rng: random.Random, size: int) -> str:
    value = rng.choice(
        ("5", "yes", "[ignore]", "'ignore'", "{ignroe: x}", "~", "{ignore: {ignore: {ignore: x}}}", "2020-01-01")
    )
    return f"---\nnewslint: {value}\n---\n" + fill(STORY, size)


def fields_of_odd_shape(rng: random.Random, size: int) -> str:
    shapes = ("[a, [b]]", "{a: {b: c}}", "[]", "{}", "~", "5", "true", "2020-01-01", "[~, 5, {a: b}]", "1.5", "''")
    return (
        "---\n" + "".join(f"{field}: {rng.choice(shapes)}\n" for field in FIELDS[:16]) + "---\n" + fill(STORY, size)
    )


def prose_between_rules(rng: random.Random, size: int) -> str:
    return fill("---\nThe council: said “so\n\nand the the\n---\n", size)


def several_documents(rng: random.Random, size: int) -> str:
    return fill("---\ntitle: x\n...\n%YAML 9.9\n%TAG ! tag:x,1:\n---\ntitle: y\n", size)


def directives(rng: random.Random, size: int) -> str:
    return "---\n%YAML " + "9" * 5000 + ".1\n%TAG !e! tag:x\ntitle: !e!x y\n---\n" + STORY


METADATA: tuple[Callable[[random.Random, int], str], ...] = tuple(
    value
    for name, value in list(globals().items())
    if callable(value) and getattr(value, "__module__", "") == __name__
)
# The first three try one value of many: they stand for more files than the others.
METADATA += (yaml_values,) * 24 + (toml_values,) * 5 + (json_values,) * 5
