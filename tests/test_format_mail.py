"""Mail: what of it is the story, with places in the file whatever encoding its parts are sent in."""

import base64
import os
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from helpers import ROOT, assert_reading_grows_with_length, sampled, workspace
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint
from newslint.base.errors import NewslintError
from newslint.base.text import NoStory, Source, UnreadableStory
from newslint.formats import Reading, read_story
from newslint.formats.mail import Email, EmailInText
from newslint.run.fix_stories import fix_bytes
from newslint.testing import check_format

EMAIL = Email()
CASES = settings(max_examples=int(os.environ.get("NEWSLINT_CASES", "100")), deadline=None)
COPY = ["Zoë Lind, 71, took over the the café in 1989.", "“I will miss it,” she said – and left, 100=100."]


def mail(body: str | bytes, *headers: str, subject: str = "Lock café to close") -> bytes:
    head = (
        f"Subject: {subject}",
        "From: Nell Ashby <nell@westmoor.example>",
        "Date: Thu, 06 Mar 2025 16:42:10 +0000",
    )
    body = body if isinstance(body, bytes) else body.encode()
    return "\r\n".join([*head, "MIME-Version: 1.0", *headers]).encode() + b"\r\n\r\n" + body


def read(data: bytes):
    return read_story(EMAIL, EMAIL.open(data, "a.eml"), Reading())


def roles(story) -> list[tuple[str, str]]:
    return [(zone.role, zone.text) for zone in story.zones]


def made(copy: list[str], cte: str, charset: str = "utf-8", subject: str = "Lock café to close") -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["From"] = "Nell Ashby <nell@westmoor.example>"
    message.set_content("\n\n".join(copy) + "\n", charset=charset, cte=cte)
    return message.as_bytes()


def test_the_subject_is_the_headline_and_quoted_mail_and_signatures_are_no_copy():
    body = (
        "By Nell Ashby\n\nWESTMOOR (AP) — The lock café will close in April after 60 years, its\nowner said on Thursday, "
        "when she turned 71.\n\n- Tea cost £1\n- Cake cost £2\n\nOn Mon, 3 Mar 2025 at 10:01, the desk wrote:\n"
        "> Can you file by five?\n\n-- \nNell Ashby\nReporter\n"
    )
    story = read(
        mail(
            body,
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
            subject="Re: Lock café to close",
        )
    )
    assert roles(story) == [
        ("headline", "Lock café to close"),
        ("byline", "By Nell Ashby"),
        ("body", "WESTMOOR (AP) — The lock café will close in April after 60 years, its owner said on Thursday, when she turned 71."),
        ("list", "- Tea cost £1"),
        ("list", "- Cake cost £2"),
    ]  # fmt: skip
    assert story.metadata == {"headline": "Lock café to close", "sender": "Nell Ashby", "date": "2025-03-06"}
    assert (story.format, str(story.date), story.language) == ("email", "2025-03-06", "en")


@pytest.mark.parametrize("cte", ["8bit", "quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_each_encoding_reads_as_the_same_copy(cte, charset):
    story = check_format(EMAIL, made(COPY, cte, charset))
    assert roles(story) == [("headline", "Lock café to close"), *[("body", text) for text in COPY]]


def test_places_are_those_of_the_file():
    story = read(made(COPY, "quoted-printable"))
    zone = story.zones[1]
    at = zone.text.index("Zoë")
    span = zone.to_source(at, at + 3)
    assert story.source.text[span.start : span.end] == "Zo=C3=AB"


def test_a_part_in_another_charset_than_the_file_is_read_in_its_own():
    body = (
        b"--x\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n" + "Кафе закрыто.\r\n".encode("koi8-r")
        + b"--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nDas Caf\xe9 ist zu.\r\n--x--\r\n"
    )  # fmt: skip
    story = check_format(EMAIL, mail(body, "Content-Type: multipart/mixed; boundary=x", subject="Cafe"))
    assert [zone.text for zone in story.zones] == ["Cafe", "Кафе закрыто.", "Das Café ist zu."]


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("=?utf-8?Q?Caf=C3=A9_to_close?=", "Café to close"),
        ("=?utf-8?B?Q2Fmw6kgdG8=?= =?utf-8?Q?_close?=", "Café to close"),
        ("=?iso-8859-1?q?Caf=E9?= to close", "Café to close"),
        ("Café to\r\n close", "Café to close"),
        ("FW: Re: Café to close", "Café to close"),
    ],
)
def test_a_subject_is_read_as_readers_see_it(subject, headline):
    story = check_format(EMAIL, mail("It will close in May.\r\n", subject=subject))
    assert story.zones[0].text == headline


def alternatives(plain: bytes, page: bytes) -> bytes:
    return (
        b"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + plain
        + b"\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + page
        + b"\r\n--x--\r\n"
    )  # fmt: skip


def test_plain_text_is_read_before_a_page_of_the_same():
    body = alternatives(b"It will close in May.", b"<p>Read us online</p>")
    story = read(mail(body, "Content-Type: multipart/alternative; boundary=x"))
    assert [zone.text for zone in story.zones][1:] == ["It will close in May."]


def test_a_page_is_read_where_there_is_no_plain_text():
    body = alternatives(
        b"",
        b'<html><head><style>p=7Bcolor:red}</style></head><body><p class=3D"a">The caf=C3=A9 &amp;=\r\n bar will <b>close</b>.</p></body></html>',
    )
    story = check_format(EMAIL, mail(body, "Content-Type: multipart/alternative; boundary=x"))
    assert [zone.text for zone in story.zones][1:] == ["The café & bar will close."]


def test_a_story_that_is_attached_to_a_note_is_read():
    told = "The lock café will close in April after 60 years, its owner said. " * 3
    body = (
        "--x\r\nContent-Type: text/plain\r\n\r\nHere it is. Cheers, Nell\r\n--x\r\nContent-Type: text/plain; name=a.txt\r\n"
        "Content-Disposition: attachment; filename=a.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        f"{base64.b64encode(told.encode()).decode()}\r\n--x--\r\n"
    )
    story = read(mail(body, "Content-Type: multipart/mixed; boundary=x"))
    assert [zone.text for zone in story.zones][1:] == [told.strip()]


def test_flowed_text_goes_on_where_a_line_ends_in_a_space():
    body = "The lock café will close in April, and \r\nits owner said so.\r\nIt opened in 1965.\r\n"
    story = read(mail(body, "Content-Type: text/plain; charset=utf-8; format=flowed"))
    assert [zone.text for zone in story.zones][1:] == [
        "The lock café will close in April, and its owner said so.",
        "It opened in 1965.",
    ]


@pytest.mark.parametrize(
    ("data", "error", "what"),
    [
        (mail("", "Content-Type: text/plain"), NoStory, "without text"),
        (mail("-- \r\nNell\r\n"), NoStory, "without words of its own"),
        (mail('{"Headline": ["A"]}\r\n'), NoStory, "JSON"),
        (
            mail("--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--", "Content-Type: multipart/mixed; boundary=x"),
            NoStory,
            "without text",
        ),
        (mail("--x\r\n\r\nx\r\n--x--", "Content-Type: multipart/report; boundary=x"), NoStory, "delivery"),
        (mail("BEGIN:VCALENDAR", "Content-Type: text/calendar"), NoStory, "invitation"),
        (
            mail("--x\r\n\r\nIt rained\r\n", "Content-Type: multipart/mixed; boundary=x"),
            UnreadableStory,
            "breaks off",
        ),
        (mail("It rained", "Content-Type: multipart/mixed; boundary=x"), UnreadableStory, "parts are missing"),
        (b"<html><p>It rained.</p></html>", UnreadableStory, "headers"),
        (b"It rained on Monday.\n", UnreadableStory, "headers"),
        (b"", UnreadableStory, "headers"),
        (mail("a\0b"), UnreadableStory, "binary"),
    ],
)
def test_what_is_no_story_is_refused_by_what_it_is(data, error, what):
    with pytest.raises(error, match=what):
        read(data)


def test_the_example_keeps_the_contract():
    check_format(EMAIL, (ROOT / "examples" / "formats" / "cafe.eml").read_bytes())


@pytest.mark.parametrize("cte", ["8bit", "quoted-printable"])
def test_a_fix_changes_nothing_else_of_the_file(cte):
    old = made(COPY, cte)
    fixed = fix_bytes(workspace(), old, "a.eml", offers=True)
    assert fixed.new == old.replace(b"the the", b"the")


def test_base64_is_not_written_into():
    old = made(COPY, "base64")
    assert fix_bytes(workspace(), old, "a.eml", offers=True).new == old


def test_mail_saved_as_text_is_told_by_its_headers():
    text = made(COPY, "quoted-printable").decode()
    assert workspace().open("a.txt", text.encode()).text == text
    assert (
        read_story(EmailInText(), Source("a.txt", " " * 257 + text), Reading()).zones[0].text == "Lock café to close"
    )


WORD = st.builds(str.__add__, st.sampled_from("abceéßT漢😀"), st.text("abceéßT漢😀&<>\"\\=_?'", max_size=9))
WORDS = st.lists(WORD, min_size=1, max_size=25).map(" ".join)


@CASES
@given(st.lists(WORDS, min_size=1, max_size=5), WORDS, st.sampled_from(("8bit", "quoted-printable", "base64")))
def test_copy_is_read_as_it_was_written(copy, subject, cte):
    story = check_format(EMAIL, made(copy, cte, subject=f"Now {subject[:20].strip()}"))
    assert [zone.text for zone in story.zones] == [f"Now {subject[:20].strip()}", *copy]


HEAD = b"Subject: a\nMIME-Version: 1.0\n"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"X: y\n" * 1_000_000,
        HEAD + b" x\n" * 1_000_000,
        HEAD + b"Content-Type: multipart/mixed; boundary=-\n\n" + b"-" * 10_000_000,
        HEAD + b"Content-Type: multipart/mixed; boundary=-\n\n" + b"---\n" * 2_000_000,
        b"".join([HEAD + b"Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n" % (n, n) for n in range(3_000)]),
        HEAD + b"\n" + b"a\n" * 5_000_000,
        HEAD + b"\n" + b"a" * 15_000_000,
        HEAD + b"\n" + b">" * 390_000,
        HEAD + b"\n" + b"On a" * 99_000,
        HEAD + b"Content-Transfer-Encoding: base64\n\n" + b"YWFh" * 99_000,
        HEAD + b"Content-Transfer-Encoding: base64\n\n" + b"YWFh \n" * 19_000,
        HEAD + b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=C3=A9" * 66_000,
        HEAD + b"Content-Type: text/html\n\n" + b"<p>" * 133_000,
        b"Subject: " + b"=?utf-8?Q?" * 1_000_000 + b"\nFrom: " + b"<" * 1_000_000 + b"\n\nIt rained.\n",
        b"Subject: a\nDate: " + b"1 " * 1_000_000 + b"\nContent-Type: " + b"a;" * 1_000_000 + b"\n\nIt rained.\n",
        b"Subject: a\nContent-Type: text/plain; charset=utf-7\n\n" + b"+AAA-" * 10_000,
    ],
    ids=range(16),
)
def test_hostile_files_are_read_or_refused(data):
    try:
        assert read(data)
    except UnreadableStory as refused:
        assert str(refused)  # noqa: PT017 - either will do


@pytest.mark.parametrize(
    "unit",
    sampled(["a ", "a\r\n", "a\n\n", "a\r", "> a\r\n", ">", "-- \r\n", "On a wrote:\r\n", "=20", "=\r\n", "=", "=E2=80=99", "YWJj", "\r\n",
     "A: b\r\n", "A: ", " a\r\n", "=?utf-8?q?a?= ", "=?utf-8?q?", "=?", '"', "(", "<", "--b\r\n", "--b\r\n\r\na\r\n", "<p>",
     "* a\r\n", "日"]),
)  # fmt: skip
def test_the_work_grows_with_the_length(unit):
    head = "From: Zoë <zoe@example.org>\r\nSubject: Café\r\nMIME-Version: 1.0\r\n"
    forms = [
        f"{head}Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: {sent}\r\n\r\n@@"
        for kind, sent in (("plain", "8bit"), ("plain", "quoted-printable"), ("plain", "base64"), ("html", "8bit"))
    ]
    mixed = f"{head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\na\r\n@@\r\n--b--\r\n"
    for form in (
        *forms,
        mixed,
        f"{head}Content-Type: text/plain; format=flowed\r\n\r\n@@",
        "@@",
        "From: @@\r\n\r\nCopy.",
    ):
        assert_reading_grows_with_length("a.eml", form, unit)


VOTE = "The council of Saltmere voted on Monday to close the old ferry pier."


def posted(body, kind="text/plain; charset=utf-8"):
    head = f"From: Nora <nora@example.org>\r\nSubject: Pier to close\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n"
    return newslint.read(head + body, format="email")


OUTLOOK = "From: Desk <desk@example.org>\r\nSent: 11 March 2026 09:00\r\nTo: Nora\r\nSubject: RE: pier\r\n\r\n"


def test_the_mail_that_outlook_quotes_is_no_copy():
    story = posted(f"{VOTE}\r\n\r\n{OUTLOOK}Dear Nora, please please file by noon.\r\n")
    assert [zone.text for zone in story.of("body")] == [VOTE]


def test_what_is_passed_on_without_a_word_is_copy():
    assert [zone.text for zone in posted(f"{OUTLOOK}{VOTE}\r\n").of("body")] == [VOTE]


@pytest.mark.parametrize(
    "quoted",
    [
        '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Monday Desk wrote:</div><blockquote>{}</blockquote></div>',
        '<hr><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Desk</div><div>{}</div>',
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm"><p><b>From:</b> Desk</p></div><p>{}</p>',
        '<div class="moz-cite-prefix">On Monday Desk wrote:</div><blockquote type="cite">{}</blockquote>',
        '<div class="gmail_signature"><div>{}</div></div>',
    ],
)
def test_the_mail_that_html_quotes_is_no_copy(quoted):
    quoted = quoted.format("Dear Nora, please please file by noon.")
    story = posted(f"<html><body><div><p>{VOTE}</p></div>{quoted}</body></html>", "text/html; charset=utf-8")
    assert [zone.text for zone in story.of("body")] == [VOTE]
    assert posted(f"<html><body>{quoted}</body></html>", "text/html; charset=utf-8").zones


@pytest.mark.parametrize("sort", ["pdf", "msword", "vnd.openxmlformats-officedocument.wordprocessingml.document"])
def test_a_note_to_a_document_is_no_story(sort):
    def sent(text):
        return posted(
            f"--b\r\nContent-Type: text/plain\r\n\r\n{text}\r\n--b\r\nContent-Type: application/{sort}; name=a\r\n"
            "Content-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n--b--\r\n",
            "multipart/mixed; boundary=b",
        )

    with pytest.raises(NewslintError, match="it is a note to what is attached"):
        sent("Please see attached.\r\n\r\nNora")
    assert sent(f"{VOTE} {VOTE} {VOTE}").zones
