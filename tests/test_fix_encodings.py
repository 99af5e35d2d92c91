"""What a fix writes can be read in the encoding that a file names, by those who take it at its word."""

import quopri
from xml.dom import minidom

import pytest

from newslint.engine.workspace import Workspace
from newslint.run.fix_stories import fix_bytes

HEADLINE = "Harbour council votes to close the old ferry pier"
COPY = (
    "&#8220;We looked at every option and every price,&#8221; Petrovic said on Monday evening in Saltmere.",
    '"It is gone," Halvorsen said on Monday in the the town of Saltmere, at the caf{}.',
    "&#8220;It is closed,&#8221; she said.",
)


def fixed(name, data):
    done = fix_bytes(Workspace(config_file=None), data, name, offers=True)
    assert not done.failure
    assert dict(done.made)["repeated-word"] == 1
    return done.new


def markup(last="é"):
    return "".join(f"<p>{each.format(last)}</p>" for each in COPY)


@pytest.mark.parametrize("last", ["e", "é"])
@pytest.mark.parametrize(
    "encoding", ["ISO-8859-1", "US-ASCII", "windows-1252", "ISO-8859-15", "ISO-8859-2", "UTF-8", "koi8-r"]
)
def test_in_xml_marks_are_written_by_number_where_its_encoding_has_none(encoding, last):
    head = f"<body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head>"
    text = f'<?xml version="1.0" encoding="{encoding}"?><nitf><body>{head}<body.content>{markup(last)}</body.content></body></nitf>'
    new = fixed("a.nitf", text.encode(encoding, "xmlcharrefreplace"))
    words = "".join(node.data for node in texts(minidom.parseString(new)))
    assert "“It is gone,” Halvorsen said on Monday in the town of Saltmere, at the caf" in words


def texts(node):
    for child in node.childNodes:
        yield from texts(child) if child.childNodes else [child] if child.nodeType == child.TEXT_NODE else []


@pytest.mark.parametrize("last", ["e", "é"])
@pytest.mark.parametrize("encoding", ["iso-8859-1", "us-ascii", "windows-1252", "iso-8859-15", "shift_jis", "utf-8"])
def test_in_a_page_they_are_written_where_its_encoding_has_them(encoding, last):
    text = (
        f"<!doctype html><html lang=en><head><meta charset={encoding}><title>{HEADLINE}</title></head><body><article>"
        f"<h1>{HEADLINE}</h1>{markup(last)}</article></body></html>"
    )
    new = fixed("a.html", text.encode(encoding, "xmlcharrefreplace"))
    read = new.decode("cp1252" if encoding in ("iso-8859-1", "us-ascii") else encoding)
    assert any(f"{a}It is gone,{b} Halvorsen said on Monday in the town" in read for a, b in ("“”", '""'))


@pytest.mark.parametrize("sent", ["7bit", "8bit", "quoted-printable"])
@pytest.mark.parametrize("charset", ["us-ascii", "iso-8859-1", "windows-1252", "utf-8"])
def test_in_mail_nothing_is_written_that_its_part_cannot_hold(charset, sent):
    head = (
        f"From: a@example.org\r\nSubject: {HEADLINE}\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {sent}\r\n\r\n"
    )
    body = markup("e").encode()
    new = fixed("a.eml", head.encode() + (quopri.encodestring(body) if sent == "quoted-printable" else body))
    written = new.partition(b"\r\n\r\n")[2]
    assert sent != "7bit" or written.isascii()
    read = (quopri.decodestring(written) if sent == "quoted-printable" else written).decode(charset)
    assert not any("\x80" <= sign < "\xa0" for sign in read)
    assert any(f"{a}It is gone,{b} Halvorsen said on Monday in the town" in read for a, b in ("“”", '""'))
