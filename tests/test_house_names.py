"""House names: files that anyone can write, the right form by style and day, and names that are nearly known."""

from datetime import date

import pytest

from newslint.analyses.names import house_forms as forms
from newslint.analyses.names.known import KnownNames, known
from newslint.base.errors import ConfigError
from newslint.checks.house_name import HouseName
from newslint.matcher import Matcher
from newslint.model.names import ENTITIES, STYLES, HouseNames, Name, together
from newslint.words.name_files import read_names, shipped

SHIPPED = [name for path in shipped() for name in read_names(path).names]
HEAD = "# Talks in the east\n\n"


@pytest.fixture
def house(newsroom, newslint):
    """Check a story under a configuration with a file of names; gives (rule, match) of what is found."""

    def check(text, names="", settings="", select="names"):
        (newsroom / "house.yaml").write_text(names, encoding="utf-8")
        (newsroom / "newslint.yaml").write_text(("names: house.yaml\n" if names else "") + settings, encoding="utf-8")
        (newsroom / "a.md").write_text(text, encoding="utf-8")
        done = newslint("check", "--format", "json", *(("--select", select) if select else ()), "a.md")
        assert done.code in (0, 1), done.err
        return [(f["rule"], f["match"], f["message"]) for f in done.report["findings"]]

    return check


# --- newslint's own list


def test_every_shipped_entry_says_where_it_is_from():
    assert len(SHIPPED) >= 150
    assert {name.entity for name in SHIPPED} == set(ENTITIES)
    assert not [name.name for name in SHIPPED if not name.source]
    assert not [name.name for name in SHIPPED if not name.variants and len(set(name.right)) < 2]


@pytest.mark.parametrize("style", ["", *STYLES])
def test_what_is_written_for_a_wrong_form_is_not_wrong_itself(style):
    table = forms.table(None, style)
    wrong = {each.text for each in table.wrong if not table.names[each.owner].since}
    assert not [each for each in table.wrong if each.right in wrong]


@pytest.mark.parametrize("style", ["", *STYLES])
def test_no_form_has_two_right_ones_on_one_day(style):
    table = forms.table(None, style)
    for day in (date(2005, 5, 1), date(2016, 2, 1), date(2020, 5, 1), date(2026, 5, 1)):
        right = {}
        for each in table.wrong:
            if table.names[each.owner].holds_on(day) and not each.alone:
                assert right.setdefault(each.text, each.right) == each.right, each


def test_a_shipped_style_that_reads_names_is_known_to_them():
    table = forms.table(None, "ap")
    assert {"Zelensky": "Zelenskyy", "Volodymyr Zelenskiy": "Volodymyr Zelenskyy"}.items() <= {
        each.text: each.right for each in table.wrong
    }.items()


# --- files of names


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("names:\n  - name: Ana Ruiz\n    variant: [Anna Ruiz]\n", "unknown key “variant”", 3),
        ("names:\n  - kind: person\n", "“name” is missing", 2),
        ("names:\n  - {name: Ana Ruiz, kind: people}\n", "expected one of person, place, organisation", 2),
        ("names:\n  - name: Ana Ruiz\n    forms: {app: Anna Ruiz}\n", "unknown key “app”", 3),
        ("names:\n  - name: Ana Ruiz\n    variants: [Ana Ruiz]\n", "both right and wrong", 3),
        ("names:\n  - name: Ana Ruiz\n    variants:\n      - anna ruiz\n", "has no capital", 4),
        ("names:\n  - name: Ana Ruiz\n    family: Ruis\n", "is no word of", 3),
        ("names:\n  - name: Ana Ruiz\n  - name: Ana Ruiz\n", "a second time", 3),
        ("names:\n  - {name: Ana Ruiz, since: 2020-01-01, until: 2019-01-01}\n", "before it begins", 2),
        ("names:\n  - {name: Ana Ruiz, since: May}\n", "expected a date such as", 2),
        ("names:\n  - name: 1984\n", "expected a name", 2),
        ("names: [Ana Ruiz]\n", "expected keys with values", 1),
        ("Ana Ruiz\n", "expected keys with values", 1),
        ("names: []\n---\nnames: []\n", "a file of names has one", 3),
        ("names: [\n", "not valid YAML", 2),
    ],
)
def test_a_mistake_is_shown_with_its_line(tmp_path, text, message, line):
    path = tmp_path / "names.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        read_names(str(path))
    assert caught.value.line == line
    assert caught.value.path == str(path)


def test_an_unknown_key_or_style_is_met_with_a_near_miss(tmp_path):
    path = tmp_path / "names.yaml"
    for text, hint in (("- {name: A, variant: [B]}", "variants"), ("- {name: A, forms: {guardiann: B}}", "guardian")):
        path.write_text(f"names:\n  {text}\n", encoding="utf-8")
        with pytest.raises(ConfigError) as caught:
            read_names(str(path))
        assert hint in caught.value.hint


def test_a_file_is_read_alike_from_the_cache(tmp_path):
    path = tmp_path / "names.yaml"
    path.write_text(
        "names:\n  - {name: Ana Ruiz, variants: Anna Ruiz, since: 2020-01-01, count: 7, seen: {Ana Riz: 1}}\n"
        "dropped: [Bo Li]\n",
        encoding="utf-8",
    )
    first, second = read_names(str(path)), read_names(str(path))
    assert first == second
    assert first.dropped == ("Bo Li",)
    name = second.names[0]
    assert name == Name("Ana Ruiz", variants=("Anna Ruiz",), since=date(2020, 1, 1), times=7, seen={"Ana Riz": 1})


def test_an_empty_file_holds_no_names(tmp_path):
    path = tmp_path / "names.yaml"
    path.write_text("# nobody yet\n", encoding="utf-8")
    assert read_names(str(path)).names == ()


def test_a_missing_file_is_an_error_at_its_place(newsroom, newslint):
    (newsroom / "newslint.yaml").write_text("names: [nobody.yaml]\n", encoding="utf-8")
    (newsroom / "a.txt").write_text("A story.\n", encoding="utf-8")
    done = newslint("check", "a.txt")
    assert done.code == 2
    assert "newslint.yaml:1:9: there is no file of names “nobody.yaml” here" in done.err


def test_a_file_is_found_beside_the_configuration_that_names_it(newsroom, newslint):
    (newsroom / "desk" / "lists").mkdir(parents=True)
    (newsroom / "desk" / "lists" / "n.yaml").write_text(
        "names: [{name: Thrale, kind: place, variants: [Thrayle]}]\n", encoding="utf-8"
    )
    (newsroom / "desk" / "style.yaml").write_text("names: lists/n.yaml\n", encoding="utf-8")
    (newsroom / "newslint.yaml").write_text("extends: desk/style.yaml\n", encoding="utf-8")
    (newsroom / "a.txt").write_text(f"{HEAD}They sailed to Thrayle on Monday.\n", encoding="utf-8")
    assert "house-name" in newslint("check", "--format", "json", "a.txt").rules


def test_later_lists_decide_and_keep_what_former_ones_know():
    former = (Name("Kyiv", "place", variants=("Kiyv",), leave=("chicken Kiev",), since=date(2020, 1, 1)),)
    (joined,) = together([former, (Name("Kyiv", "place", variants=("Kieff",)),)])
    assert joined.variants == ("Kieff", "Kiyv")
    assert joined.leave == ("chicken Kiev",)
    assert joined.since is None


# --- the rule


def test_a_style_chooses_among_good_forms(house):
    text = f"{HEAD}Zelensky spoke to Muammar Gaddafi’s son.\n"
    assert house(text, select="house-name") == []
    assert [m for _, m, _ in house(text, settings="extends: ap\n", select="house-name")] == [
        "Zelensky",
        "Muammar Gaddafi",
    ]
    assert house(text, settings="extends: bbc\n", select="house-name") == []


def test_an_unknown_style_is_an_error_with_a_near_miss(newsroom, newslint):
    (newsroom / "newslint.yaml").write_text("style: {house-name: reuter}\n", encoding="utf-8")
    (newsroom / "a.txt").write_text("A story.\n", encoding="utf-8")
    done = newslint("check", "a.txt")
    assert done.code == 2
    assert "reuters" in done.err


@pytest.mark.parametrize(("day", "found"), [("2015-03-01", []), ("2024-03-01", ["Kiev"])])
def test_an_entry_goes_by_the_day_of_the_story(house, day, found):
    text = f"---\ntitle: Talks in the east\ndate: {day}\n---\n\nThe talks in Kiev failed on Monday.\n"
    assert [m for _, m, _ in house(text, select="house-name")] == found


def test_as_of_sets_the_day(house):
    text = f"{HEAD}The talks in Kiev failed on Monday.\n"
    assert house(text, settings='as-of: "2015-03-01"\n', select="house-name") == []
    assert house(text, settings="as-of: today\n", select="house-name")


@pytest.mark.parametrize(
    ("day", "found"), [("2018-01-01", []), ("2020-01-01", ["Astana"]), ("2024-01-01", ["Nur-Sultan"])]
)
def test_a_name_may_change_and_change_back(house, day, found):
    text = f"{HEAD}They met in Astana. Flights to Nur-Sultan were late.\n"
    assert [m for _, m, _ in house(text, settings=f'as-of: "{day}"\n', select="house-name")] == found


def test_a_house_decides_against_the_shipped_list(house):
    names = "names:\n  - {name: Volodymyr Zelensky}\n  - {name: Kiev, kind: place}\n"
    text = f"{HEAD}Zelenskyy spoke in Kiev. Zelenskyy left.\n"
    assert [m for _, m, _ in house(text, names, "extends: ap\n", "house-name")] == ["Zelenskyy"]


def test_names_switch_the_rule_on(house):
    names = "names: [{name: Thrale, kind: place, variants: [Thrayle]}]\n"
    assert ("house-name", "Thrayle") in [f[:2] for f in house(f"{HEAD}They sailed to Thrayle.\n", names, select="")]
    assert house(f"{HEAD}They sailed to Kiev.\n", "", select="names") != []
    assert [f for f in house(f"{HEAD}They sailed to Kiev.\n", "", select="") if f[0] == "house-name"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Write to desk@Kiev.example or see www.Kiev.example/Kiev and https://Kiev.example.",
        "Follow @Kiev and #Kiev today.",
        "He said “Kiev is cold” and left.",
        "Kyiv (Kiev) has metro lines.",
        "Bombay Sapphire is a gin, and IIT Bombay a school.",
        "Mumbai, formerly known as Bombay, is large.",
        "Kyiv or Kiev, the spelling matters.",
        "The battle of 1943 left Kiev in ruins.",
        "Odessa, Texas, is dry. Odessa had rain.",
        "They read the Kyiv Post.",
    ],
)
def test_what_is_not_the_copy_s_own_use_is_left_alone(house, text):
    assert house(f"{HEAD}{text}\n", select="house-name") == []


# --- both name rules in one place


def test_the_rule_of_the_story_speaks_where_both_would(house):
    text = f"{HEAD}Volodymyr Zelenskyy spoke. Zelensky left, and Zelenskyy stayed away.\n"
    assert [f[:2] for f in house(text, settings="extends: ap\n")] == [("inconsistent-name", "Zelensky")]


def test_a_known_form_is_the_right_one_of_two_however_often_it_stands(house):
    text = f"{HEAD}Marta Kollwitzer spoke. Kollwitser left. Kollwitser came back, and Kollwitser sang.\n"
    assert [m for _, m, _ in house(text)] == ["Kollwitzer"]
    assert [m for _, m, _ in house(text, "names: [{name: Marta Kollwitzer}]\n")] == ["Kollwitser"]


def test_two_known_people_are_no_clash_but_two_known_forms_of_one_are(house):
    text = f"{HEAD}Marta Kollwitzer spoke. Later Kollwitser sang.\n"
    both = "names: [{name: Marta Kollwitzer}, {name: Jan Kollwitser}]\n"
    assert house(text, both) == []
    one = "names: [{name: Marta Kollwitzer, also: [Marta Kollwitser]}]\n"
    assert [f[:2] for f in house(text, one)] == [("inconsistent-name", "Kollwitser")]


# --- names that are nearly known


NEARLY = "names: [{name: Volodymyr Zelenskyy}, {name: Ana Ruizgarcia, count: 2}]\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Volodymyr Zelenskiyy spoke.", ["Zelenskiyy"]),
        ("The speech that Zelenskyyi gave was short.", ["Zelenskyyi"]),
        ("Mike Zelenskiyy spoke.", []),  # another person
        ("Ana Ruizgarsia spoke.", []),  # too rare in the archive to go by
        ("The Zelenskyys came.", []),
        ("“Zelenskiyy came,” she said.", []),
    ],
)
def test_a_near_miss_of_a_frequent_name_is_found(house, text, found):
    assert [m for _, m, _ in house(f"{HEAD}{text}\n", NEARLY, select="house-name")] == found


def test_known_names_tell_whose_a_form_is():
    index = KnownNames((Name("Kim Jong Un", family="Kim"), Name("Ana Ruiz", also=("Ana Ruiz-Vega",))))
    assert index.owners("Ana Ruiz-Vega") == {"Ana Ruiz"}
    assert index.owners("Kim") == {"Kim Jong Un"}
    assert index.owners("Bo") == frozenset()
    assert index.near("Ruiz") == ""


# --- what it costs, and the cache


def test_ten_thousand_names_are_one_automaton():
    names = tuple(Name(f"Person Fam{n:05}x", variants=(f"Person Fam{n:05}y",)) for n in range(10_000))
    table = forms.table(HouseNames(names, "ten thousand"), "")
    matcher = Matcher(table.needles())
    (hit,) = [m for m in matcher.scan("Person Fam00007y spoke.", [(0, 23)]) if not table.wrong[m.needle].alone]
    assert table.wrong[hit.needle].right == "Person Fam00007x"
    assert known(HouseNames(names)).owners("Fam00007x") == {"Person Fam00007x"}


def test_a_changed_file_of_names_is_heeded_at_once(house):
    text = f"{HEAD}They sailed to Thrayle.\n"
    assert house(text, "names: [{name: Thrale, kind: place}]\n", select="") == []
    assert house(text, "names: [{name: Thrale, kind: place, variants: [Thrayle]}]\n", select="")
    assert house(text, "names: [{name: Thrayle, kind: place}]\n", select="") == []


def test_the_rule_is_off_without_style_and_names():
    assert HouseName.default is False
