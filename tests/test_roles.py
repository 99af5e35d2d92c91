"""Roles in plain text: what a line is follows from its words, its shape and its place, all of them together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint

# What is seen of one line, and how its score is added up, before its neighbours have their say in the role.
from newslint.analyses.roles._lines import end_of, read_lines, says_only_what_pages_say
from newslint.analyses.roles._weights import LEARNT
from newslint.analyses.roles.in_place import headline_rows, story_bounds, traits_in_place
from newslint.analyses.roles.roles import OTHER_HEADLINE, assign_roles
from newslint.analyses.roles.score import RESIDUE
from newslint.base.weights import Weights
from newslint.formats.plain import Plain, paragraphs
from newslint.model.story import ROLES
from newslint.testing import check_format

BODY = [
    "The harbour wall gave way on Tuesday night after three days of rain, and the lower town stood under water.",
    "Firefighters brought 40 people out of their homes in boats, the mayor's office said on Wednesday morning.",
    "Engineers had warned two years ago that the wall would not stand another winter without a new foundation.",
    "“We knew that it would come one day,” said Ana Silva, who runs the bakery on the square below the church.",
    "The council meets on Thursday to decide whether the wall is mended or built anew farther from the shore.",
    "Until then the ferries will land at the northern pier, and buses will bring travellers into the town.",
]
HEADLINE = "Harbour wall gives way after three days of rain"
RELATED = [
    "‘It took all we had’: Farmers count losses after hail",
    "Airline scraps winter flights to northern cities over fuel costs",
    "Rare owl found nesting in disused cinema near the station",
    "Pianist cancels autumn tour after fall at festival",
]


def kinds(*lines: str) -> list[str]:
    text = "\n\n".join(lines) + "\n"
    return [zone.role for zone in assign_roles(text, paragraphs(text))]


def test_headline_and_body():
    assert kinds(HEADLINE, *BODY) == ["headline"] + ["body"] * 6


def test_byline_below_a_deck_makes_the_sentence_above_it_a_deck():
    assert kinds(HEADLINE, "The wall was to be mended next year, the council says.", "By Ana Ruiz", *BODY)[:3] == [
        "headline",
        "deck",
        "byline",
    ]


def test_a_full_sentence_below_the_headline_is_body_where_no_byline_follows():
    assert kinds(HEADLINE, "Rain has broken the harbour wall.", *BODY)[:2] == ["headline", "body"]


def test_caption_and_section_above_the_headline():
    caption = "Firefighters row past the bakery on the square on Tuesday night. (Photo | Coast News)"
    assert kinds(caption, "World", HEADLINE, "Reuters", *BODY)[:5] == [
        "caption",
        "section",
        "headline",
        "byline",
        "body",
    ]


def test_time_stamp_in_the_head():
    assert kinds(HEADLINE, "By Ana Ruiz", "3 March 2024", *BODY)[:3] == ["headline", "byline", "timestamp"]


def test_headline_that_ends_with_a_full_stop():
    assert kinds("Harbour Wall Gives Way After Three Days Of Rain.", *BODY)[0] == "headline"


def test_headlines_of_other_stories_at_the_foot_are_residue_and_say_so():
    text = "\n\n".join([HEADLINE, *BODY, *RELATED])
    tail = assign_roles(text, paragraphs(text))[-4:]
    assert [zone.role for zone in tail] == ["chrome"] * 4
    assert all(OTHER_HEADLINE in zone.why for zone in tail)


def test_buttons_at_the_foot_are_residue():
    assert kinds(HEADLINE, *BODY, "Share this article", "Facebook", "WhatsApp", "Comments")[-4:] == ["chrome"] * 4


def test_prompt_inside_the_story():
    assert kinds(HEADLINE, *BODY[:3], "Story continues below", *BODY[3:])[4] == "chrome"


def test_subhead_between_paragraphs():
    assert kinds(HEADLINE, *BODY[:3], "A wall built in haste", *BODY[3:])[4] == "subhead"


def test_short_closing_sentence_is_body():
    assert kinds(HEADLINE, *BODY, "It rained on.")[-1] == "body"


def test_questions_of_an_interview_are_not_residue():
    asked = ["Who warned you?", BODY[3], "And the council?", BODY[4], "Will you stay?", BODY[5]]
    assert "chrome" not in kinds(HEADLINE, *BODY, *asked)


def test_list_with_bullets_is_a_list():
    assert kinds(HEADLINE, *BODY[:3], "The wall in figures:", "• 410 metres long", "• built in 1961", *BODY[3:])[
        5:7
    ] == ["list", "list"]


def test_the_storys_own_headline_is_spared_below():
    assert kinds(HEADLINE, *BODY, "Read more", HEADLINE, *RELATED)[-5] == "body"


def test_sentences_about_sharing_and_subscribing_are_copy():
    assert not says_only_what_pages_say("Share prices fell for a third day")
    assert not says_only_what_pages_say("Read more books, the teacher told her class.")
    assert says_only_what_pages_say("SHARE THIS ARTICLE")
    assert says_only_what_pages_say("→ Read more: Hail flattens vineyards")


def test_line_ends():
    assert [end_of(t) for t in ("He left.", "“He left.”", "Did he?", "He left:", "He left", "He le…", "", "“Left”")] == [
        "full", "full", "ask", "colon", "none", "cut", "none", "quoted",
    ]  # fmt: skip


def test_promotion_far_below_the_story_lies_outside_it():
    lines = read_lines([*BODY, *(["Short line"] * 12), BODY[0]])
    assert story_bounds(lines) == (0, 5)


@pytest.mark.parametrize(
    "items",
    [
        RELATED[:2],
        ["Silva, Ruiz, Mbeki, Sato", "Olsen, Kaya, Novak, Diaz", "Ito, Weber, Rossi, Li"],
        ["- wall mended by the council", "- ferries moved to the pier", "- buses paid for by the state"],
        [
            "Northern Rovers v Harbour Town or Athletic",
            "Eastern United v Dynamo or Rangers",
            "Albion v Wanderers or City",
        ],
        [
            "The wall in figures:",
            "Some 410 metres long and 8 high",
            "Built in 1961 by the port",
            "Mended twice since then",
        ],
    ],
)
def test_lists_at_the_foot_are_no_headlines(items):
    assert "chrome" not in kinds(HEADLINE, *BODY, *items)


def test_a_row_of_headlines_is_told_from_a_list():
    assert [row.closing for row in headline_rows(read_lines([*BODY, *RELATED]))] == [True]
    assert [row.above for row in headline_rows(read_lines([*BODY[:3], "Read more", RELATED[1], *BODY[3:]]))] == [
        "related"
    ]


def zones_of(*lines: str):
    text = "\n\n".join(lines) + "\n"
    return assign_roles(text, paragraphs(text))


def test_a_line_that_holds_the_storys_own_headline_is_spared():
    assert kinds(HEADLINE, *BODY, "Read more", f"Share this Story : {HEADLINE}", *RELATED)[-5] == "body"


def test_a_headline_in_the_words_of_the_story_is_no_other_storys():
    assert kinds(HEADLINE, *BODY, "Engineers warned that harbour wall would not stand winter")[-1] == "body"


def test_residue_says_what_it_was_for():
    zones = zones_of(HEADLINE, *BODY, "Share this article", "Sign up for our morning newsletter", *RELATED)
    assert [zone.sort for zone in zones[7:]] == ["share", "newsletter", *["headlines"] * 4]
    assert not any(zone.sort for zone in zones[:7])


def test_what_is_only_suspected_stays_copy():
    suspected = [
        z
        for z in zones_of(
            HEADLINE, *BODY[:3], "A keeper lights the lamps of the northern pier before dawn", *BODY[3:]
        )
        if z.sort == "headlines" or z.confidence == "low"
    ]
    assert all(zone.role in ("body", "subhead", "list") and zone.confidence == "low" for zone in suspected)
    assert suspected


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Ruiz",
        "Interview by Ana Ruiz",
        "Compiled by Ana Ruiz and Tom Bell",
        "Von Karin Vogt",
        "Por Ana Ruiz y Luis Mora",
        "Ana Ruiz | Staff writer",
        "Ana Ruiz",
    ],
)
def test_bylines_below_the_headline(line):
    assert kinds(HEADLINE, line, *BODY)[1] == "byline"


def test_job_and_agency_below_the_writer_belong_to_the_byline():
    assert kinds(HEADLINE, "By Ana Ruiz", "Coast Press", *BODY)[2] == "byline"
    assert kinds(HEADLINE, "Ana Ruiz", "Political editor", *BODY)[1:3] == ["byline", "byline"]


def test_a_number_of_decades_is_no_date():
    assert "date" not in read_lines(["A wall that stood for 3 decades"])[0].traits
    assert "date" in read_lines(["Put up 3 Dec"])[0].traits
    assert "date" in read_lines(["3 December"])[0].traits


def test_brackets_hold_a_note_and_a_rule_between_paragraphs_is_no_residue():
    assert kinds(HEADLINE, *BODY, "(Reporting by Ana Ruiz in Port Ellen; editing by Tom Bell)")[-1] == "note"
    assert kinds(HEADLINE, *BODY[:4], "___", *BODY[4:])[5] == "body"


def test_a_league_table_is_no_row_of_headlines():
    table = ["1 Saltmere P17 Pts 38", "2 Ottermouth P17 Pts 36", "3 Lenn Vale P16 Pts 31"]
    assert "chrome" not in kinds(HEADLINE, *BODY, "Table", *table)


def test_what_a_recipe_or_a_programme_lists_is_copy():
    items = ["1 tsp ground ginger", "2 cups of flour", "1/2 tsp salt", "Filling", "3 cups of milk"]
    assert "chrome" not in kinds(HEADLINE, *BODY[:3], *items, *BODY[3:])


def test_scores_add_up_and_unknown_traits_say_nothing():
    weights = Weights(-1.0, {"sure": 2.5, "verb": -0.5})
    assert weights.score(["sure", "verb", "never heard of"]) == 1.0
    assert LEARNT.score(["sure"]) > RESIDUE


LINES = st.lists(
    st.one_of(
        st.text(min_size=1, max_size=80),
        st.sampled_from(
            [*BODY, *RELATED, HEADLINE, "World", "Share", "Advertisement", "By Ana Ruiz", "5", "—", "“", "…"]
        ),
    ),
    max_size=30,
)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_any_text_gets_known_kinds_and_exact_spans(lines):
    story = check_format(Plain(), "\n".join(lines))
    for zone in story.zones:
        assert zone.role in ROLES
        assert zone.confidence in ("low", "medium", "high")
        assert all(isinstance(reason, str) and reason for reason in zone.why)
        assert zone.role != "chrome" or zone.why


@given(LINES)
@settings(max_examples=80, deadline=None)
def test_every_line_has_traits(lines):
    read = read_lines(lines or ["x"])
    assert len(traits_in_place(read, story_bounds(read))) == len(read)


def test_a_credit_glued_to_its_caption_is_seen():
    text = (
        "Mayor opens the lock\n\nBoats went through the new lock on Monday for the first time since the flood of May.\n\n"
        "The mayor at the old lock in May.Credit...Ana Ruiz/Harbour Times\n\n"
        "The gates will be painted green in the summer, the harbour master said on Tuesday afternoon.\n"
    )
    assert [zone.role for zone in check_format(Plain(), text).zones][2] == "caption"


def test_a_sentence_cut_into_lines_between_paragraphs_is_read_as_one():
    text = (
        "Mayor opens the lock\n\nBoats went through the new lock on Monday for the first time since the flood.\n\n"
        "Editor's note: the lock is owned by a company that\nadvertises\nwith this paper, and it\nhas paid for\n"
        "the photographs.\n\nThe gates will be painted green in the summer, the harbour master said.\n\nThe end came.\n\n"
        "It was quiet then.\n\nBoats left.\n\nThe mayor left too, after she had thanked the workers.\n\nRain fell.\n\n"
        "No boat came after that.\n\nThe lock shut at six.\n"
    )
    zones = paragraphs(text)
    assert [zone.text for zone in zones][2] == (
        "Editor's note: the lock is owned by a company that advertises with this paper, and it has paid for the photographs."
    )
    start = zones[2].text.index("advertises")
    span = zones[2].to_source(start, start + 10)
    assert text[span.start : span.end] == "advertises"
    assert (
        len(paragraphs("Rivers\n\nslow water\nmoves by night\nand slower still\nthe moon\n")) == 5
    )  # verse stays verse


def test_a_cut_sentence_is_read_as_one_where_each_line_is_a_paragraph_too():
    long = "Boats went through the new lock on Monday for the first time since the flood, and the mayor waved at each of them twice."
    text = f"Mayor opens the lock\n{long}\nA company that regularly\nadvertises\nwith this paper paid for the lock.\n{long}\n{long}\n{long}\n{long}\n"
    assert "A company that regularly advertises with this paper paid for the lock." in [
        z.text for z in paragraphs(text)
    ]


def test_a_list_of_members_is_copy_however_it_is_led_up_to():
    members = [
        "Aldous Health Trust",
        "Bakers' Union",
        "Donate Blood Wales",
        "Harbour Library Society",
        "Nurses of Ely",
    ]
    lead = "These bodies have said that they will take part on the day:"
    for zones in (zones_of(HEADLINE, *BODY, lead, *members), zones_of(HEADLINE, *BODY, *members)):
        assert not [zone.text for zone in zones if zone.role == "chrome"]


def test_signatures_below_a_letter_are_copy():
    zones = zones_of(
        HEADLINE, *BODY, "Sincerely,", "Ana B. Ruiz", "Member of the Council", "Tom Bell", "Harbour Master"
    )
    assert not [zone.text for zone in zones if zone.role == "chrome"]


def test_a_lead_with_a_colon_is_copy_though_a_page_has_its_words():
    lead = "More from the harbour master's order, as the radio gave it:"
    zones = zones_of(
        HEADLINE, *BODY[:2], lead, "“No boat may leave before the mediator has spoken to both of the crews.”"
    )
    assert zones[3].role == "body"


def test_only_words_and_place_together_make_a_line_certain():
    zones = zones_of(HEADLINE, *BODY, "Share this article", *RELATED)
    sure = [zone.text for zone in zones if zone.role == "chrome" and zone.confidence == "high"]
    assert sure == ["Share this article"]


def test_a_pasted_post_has_a_role_of_its_own_with_its_signature():
    zones = zones_of(HEADLINE, BODY[0], "Still no boat!", "— Ana Ruiz (@example_ruiz) May 6, 2024", *BODY[1:])
    assert [zone.sort for zone in zones[2:4]] == ["post", "post"]
    assert zones[1].role == "body"


def test_a_byline_above_short_paragraphs_is_one():
    zones = zones_of("Gulls win again", "By Ana Ruiz", "The gulls won on Monday, the town said.", "It rained.")
    assert [zone.role for zone in zones] == ["headline", "byline", "body", "body"]


def test_two_short_sentences_that_the_lede_tells_anew_are_a_headline():
    zones = zones_of(
        "The harbour clock stopped in the flood. Nobody in town can mend it now.",
        "A harbour clock that stopped in the flood of May will stay so, for nobody in the town knows how to mend it.",
    )
    assert zones[0].role == "headline"


def test_a_pollsters_name_is_no_picture_credit():
    zones = zones_of("Anger may help the mayor: Reuters/Ipsos poll", *BODY)
    assert zones[0].role == "headline"


def test_a_capital_crosshead_below_the_headline_is_no_headline():
    zones = zones_of("Judge backs the harbour press", "SAVING THE GULLS", *BODY)
    assert [zone.role for zone in zones[:2]] == ["headline", "subhead"]


def test_a_prompt_that_calls_itself_an_editors_note_is_a_prompt():
    note = "Editor's note: Sign up for our harbour newsletter, which tells every Friday what the tide has brought in."
    assert zones_of(HEADLINE, BODY[0], note, *BODY[1:])[2].role == "chrome"
    kept = "Editor's note: The harbour master was asked for a comment on Tuesday, and answered on Thursday evening."
    assert zones_of(HEADLINE, BODY[0], kept, *BODY[1:])[2].role == "note"


def test_a_sentence_with_a_date_is_no_time_stamp_in_any_language():
    story = (
        "Fähre fährt nicht",
        "Die Fähre fährt seit Montag, 3. März 2025 nicht, sagte Huber.",
        "Sie fährt ab Mittwoch, 5. März 2025 wieder, sagte Huber.",
    )
    assert kinds(*story) == ["headline", "body", "body"]


def test_a_line_between_a_pages_words_is_the_pages():
    shown = kinds(HEADLINE, *BODY, "Share this article", "Hot tides", "Sign up for our newsletter", "Most read")
    assert shown[-4:] == ["chrome"] * 4


def test_a_closing_sentence_above_a_pages_words_is_copy():
    assert kinds(HEADLINE, *BODY, "The pier stays shut until May.", "Download our app", "Most read")[-3] == "body"


def test_times_alone_end_the_head_and_their_headings_are_subheads():
    shown = kinds(
        "Storm Ida live: news from the pier",
        "9:42am",
        "Ferries stay in port",
        BODY[0],
        "9:20am",
        "Pier shut",
        BODY[1],
    )
    assert shown == ["headline", "body", "subhead", "body", "body", "subhead", "body"]


def test_a_numbered_heading_ends_the_head_below_a_deck():
    shown = kinds(
        "5 piers to see by night",
        "From the north to the bay, our pick.",
        "1. The old pier",
        BODY[0],
        "2. The mole",
        BODY[1],
    )
    assert shown == ["headline", "deck", "subhead", "body", "subhead", "body"]


def test_paragraphs_without_full_stops_are_no_decks():
    lines = [paragraph.rstrip(".") for paragraph in BODY[:4]]
    assert kinds(HEADLINE, *lines, BODY[4])[1:] == ["body"] * 5


def test_a_paragraph_of_three_sentences_is_no_deck():
    text = "They left at dawn. Nobody saw them go. By noon the whole town had turned out to look for them!"
    assert kinds(HEADLINE, text, *BODY)[1] == "body"


def test_a_caption_above_its_credit_is_one_and_names_no_writer():
    caption = "In this May 3, 2031, photo, keeper Mira Holm speaks during a visit to the pier."
    assert kinds(HEADLINE, "Mira Holm", caption, "(Ana Ruiz/Coast News)", *BODY)[1:4] == ["body", "caption", "credit"]


def test_a_headline_that_runs_on_into_read_more_is_a_link():
    zones = zones_of(HEADLINE, *BODY[:3], "Mayor wants an inquiry into the fall of the tower Read more", *BODY[3:])
    assert (zones[4].role, zones[4].sort) == ("chrome", "related")


def test_the_inner_line_of_a_quotation_is_no_caption():
    zones = zones_of(HEADLINE, *BODY[:2], "When he stood there he knew that the wall would fall,” said", *BODY[2:])
    assert zones[3].sort == ""


def test_a_thing_to_download_is_no_prompt_for_an_app():
    shown = zones_of(
        HEADLINE, *BODY[:3], "Download the list of closed piers for May from the council's site", *BODY[3:]
    )
    assert shown[4].role != "chrome"


def test_a_paragraph_wrapped_onto_a_page_line_is_no_residue():
    text = (
        "The council closes the bridge\n\nThe bridge over the lock closes to carts on Monday, the council said.\n\n"
        "Cookie settings “We have carried nothing but hay since the gate jammed,” said Otto Lang, of the carters.\n\n"
        "Work on the gate takes until the spring, and the ferry is full of barley and of calves before then.\n"
    )
    assert [zone.role for zone in newslint.read(text).zones] == ["headline", "body", "body", "body"]
    assert newslint.fix(text).text == text
