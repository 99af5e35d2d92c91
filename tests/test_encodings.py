"""Files in encodings that nothing names: what would be read as other words than stand there is refused."""

import pytest

import newslint
from newslint.base.text import UnreadableStory, decode
from newslint.formats._mail_source import open_mail  # private: mail is opened by its own way

RUSSIAN = "Совет порта проголосовал за закрытие старого паромного причала. Мэр сказала, что причал нельзя спасти. "
CHINESE = "港口議會投票決定關閉舊渡輪碼頭。市長表示碼頭無法挽救。"
JAPANESE = "港の議会は古いフェリー桟橋を閉鎖することを決議した。市長は桟橋を救うことはできないと述べた。"
FOREIGN = [
    ("cp1251", RUSSIAN), ("koi8-r", RUSSIAN), ("iso8859-5", RUSSIAN), ("gb18030", CHINESE), ("big5", CHINESE),
    ("euc-jp", JAPANESE), ("iso2022-jp", JAPANESE), ("cp1253", "Το συμβούλιο του λιμανιού ψήφισε για το κλείσιμο. "),
    ("cp1256", "صوت مجلس الميناء على إغلاق الرصيف القديم للعبارات. "),
]  # fmt: skip


def page(text, head):
    return f"<!doctype html><html><head>{head}<title>A</title></head><body><h1>A</h1><p>{text * 3}</p></body></html>"


@pytest.mark.parametrize(("encoding", "text"), FOREIGN)
@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>", "<meta charset=iso-8859-1>", "<meta charset=none>"])
def test_a_page_that_does_not_name_its_encoding_is_refused(encoding, text, head):
    with pytest.raises(UnreadableStory, match="UTF-8"):
        decode(page(text, head).encode(encoding), "page.html")


@pytest.mark.parametrize(("encoding", "text"), [each for each in FOREIGN if each[0] != "iso2022-jp"])
def test_a_page_that_names_it_is_read(tmp_path, encoding, text):
    path = tmp_path / "page.html"
    path.write_bytes(page(text, f"<meta charset={encoding}>").encode(encoding))
    assert text.strip() in newslint.read(path).prose.text


@pytest.mark.parametrize("ending", [".txt", ".md", ".csv"])
def test_copy_in_it_is_refused_too(ending):
    with pytest.raises(UnreadableStory, match=r"its words would be “Ñîâåò ïîðòà”: save it as UTF-8"):
        decode((RUSSIAN * 3).encode("cp1251"), f"story{ending}")


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", "; charset=iso-8859-1"])
def test_so_is_mail(charset):
    head = f"From: a@example.org\r\nSubject: x\r\nContent-Type: text/plain{charset}\r\n\r\n"
    with pytest.raises(UnreadableStory, match="save it as UTF-8"):
        open_mail(head.encode() + RUSSIAN.encode("cp1251"), "story.eml")


@pytest.mark.parametrize(
    "text",
    [
        "As informações são: não há ações, coração, à noite é só “isso”. ",
        "Það er æðislegt að ráða því öllu, sagði Ásþór Ægisson. ",
        "Hääyöaie on pitkä — jäätyä öisin, hän sanoi: ”Työ on hyvää”. ",
        "L’été dernier, à l’Élysée, «\xa0Où\xa0?\xa0» — déçu… ",
        "“Wait…” — “No.” ———————————————————— ••••••••••••••••••",
    ],
)
def test_western_copy_in_windows_1252_is_read(text):
    assert decode((text * 20).encode("cp1252"), "story.txt").text == text * 20


def test_utf_8_with_a_damaged_byte_is_called_so():
    for text in (RUSSIAN, "The mayor’s “plan” for the café — it’s “done”. "):
        data = (text * 9).encode()
        with pytest.raises(UnreadableStory, match="it is UTF-8 text, but byte 0 is damaged"):
            decode(b"\xff" + data, "story.txt")


def test_utf_32_is_not_read_as_utf_16():
    with pytest.raises(UnreadableStory, match="UTF-32"):
        decode("The pier is closed.".encode("utf-32"), "story.txt")
