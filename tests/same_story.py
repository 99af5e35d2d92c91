"""One story with four faults, written as each format writes it, by the name of the format."""

import csv
import gzip
import io
import json
from html import escape

import documents

HEADLINE = "Harbour council votes to close the old ferry pier"
BYLINE = "By Nora Field"
BODY = (
    (
        "SALTMERE, March 12 (Harbour News) — The council voted on Monday to to close the old ferry pier, after two years"
        " of talks with fishermen."
    ),
    "Mayor Ana Petrovic said the pier could not be saved. “We looked at every option and every price,” Petrovic said.",
    "“It is the end of a way of life for this whole town.”",
    (
        "Owen Halvorsen, who has fished from the pier since 1994, said the vote came too soon. “Nobody asked the crews"
        " who land here every morning,” Halverson said."
    ),
    "Advertisement",
    "The vote was 7 to 4. Brandt & Sons, the builders, are to begin in May. The work is to cost 1.2 million pounds.",
    "Share this story on Facebook",
)
COPY = tuple(each for each in BODY if each not in ("Advertisement", "Share this story on Facebook"))
FOUND = {
    ("repeated-word", "to to"),
    ("inconsistent-name", "Halverson"),
    ("ad-label", "Advertisement"),
    ("share-bar", "Share this story on Facebook"),
}


def markup(tag="p"):
    """The paragraphs in tags, entities escaped."""
    return "\n".join(f"<{tag}>{escape(each, quote=False)}</{tag}>" for each in BODY)


def plain():
    return "\n\n".join((HEADLINE, BYLINE, *BODY)) + "\n"


def markdown(body=BODY):
    return f"---\ntitle: {HEADLINE}\nauthor: Nora Field\n---\n\n" + "\n\n".join(body) + "\n"


def mdx():
    return (
        f"---\ntitle: {HEADLINE}\nauthor: Nora Field\n---\nimport Map from './map'\n\n<Map town=\"Saltmere\" />\n\n"
        + ("\n\n".join(BODY) + "\n")
    )


def html():
    return (
        f"<!doctype html><html lang=en><head><title>{HEADLINE} - Harbour News</title><style>p {{ margin: 0 }}</style>"
        "</head><body><nav><a href=/>Home</a> <a href=/sport>Sport</a></nav><main><article>"
        f"<h1>{HEADLINE}</h1><p class=byline>{BYLINE}</p>\n{markup()}\n</article></main>"
        "<footer><p>About Harbour News</p></footer></body></html>\n"
    )


def gdocs():
    paragraphs = "".join(f'<p class="c1"><span class="c0">{escape(each, quote=False)}</span></p>' for each in BODY)
    return (
        '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type">'
        '<style type="text/css">@import url(https://themes.googleusercontent.com/fonts/css?kit=x);.c0{color:#000}</style>'
        f'</head><body class="c2 doc-content"><p class="c3 title" id="h.x"><span class="c0">{HEADLINE}</span></p>'
        f'<p class="c1"><span class="c0">{BYLINE}</span></p>{paragraphs}</body></html>'
    )


def asciidoc():
    return f"= {HEADLINE}\n:author: Nora Field\n\n" + "\n\n".join(BODY) + "\n"


def restructuredtext():
    return f"{HEADLINE}\n{'=' * len(HEADLINE)}\n\n:Author: Nora Field\n\n" + "\n\n".join(BODY) + "\n"


def nitf():
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>pier</title></head><body><body.head>'
        f"<hedline><hl1>{HEADLINE}</hl1></hedline><byline>{BYLINE}</byline>"
        "<dateline><location>SALTMERE</location></dateline></body.head>"
        f"<body.content>\n{markup()}\n</body.content></body></nitf>\n"
    )


def newsml_g2():
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"'
        ' guid="urn:newsml:example.org:1" version="1" standard="NewsML-G2" standardversion="2.29"><itemMeta>'
        '<itemClass qcode="ninat:text"/></itemMeta><contentMeta>'
        f"<by>{BYLINE}</by><headline>{HEADLINE}</headline></contentMeta>"
        '<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>pier</title></head><body>\n{markup()}\n</body></html></inlineXML></contentSet></newsItem>\n"
    )


def newsml_1():
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<NewsML><NewsItem><NewsComponent><Role FormalName="Main"/><NewsLines>'
        f"<HeadLine>{HEADLINE}</HeadLine><ByLine>{BYLINE}</ByLine></NewsLines><ContentItem>"
        '<MediaType FormalName="Text"/><DataContent><nitf><body><body.content>'
        f"\n{markup()}\n</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>\n"
    )


def rss():
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour News</title><item>'
        f"<title>{HEADLINE}</title><dc:creator>Nora Field</dc:creator>"
        f"<content:encoded><![CDATA[{markup()}]]></content:encoded></item></channel></rss>\n"
    )


def atom():
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title>'
        f"<entry><title>{HEADLINE}</title><author><name>Nora Field</name></author>"
        f'<content type="html">{escape(markup(), quote=False)}</content></entry></feed>\n'
    )


_LIGHT = "\n\n".join(escape(each, quote=False) for each in BODY)  # as WordPress keeps what its old editor wrote


def wxr():
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">'
        "<channel><title>Harbour News</title><wp:wxr_version>1.2</wp:wxr_version><item>"
        f"<title>{HEADLINE}</title><dc:creator><![CDATA[Nora Field]]></dc:creator>"
        f"<content:encoded><![CDATA[{_LIGHT}]]>"
        "</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>\n"
    )


def ninjs():
    return json.dumps(
        {
            "uri": "urn:example:1",
            "type": "text",
            "headline": HEADLINE,
            "byline": BYLINE,
            "located": "Saltmere",
            "body_xhtml": markup(),
        },
        ensure_ascii=False,
        indent=1,
    )


def record():
    return {"id": "a-1", "headline": HEADLINE, "byline": BYLINE, "text": "\n\n".join(BODY)}


def jsonl():
    return json.dumps(record()) + "\n"


def csv_table():
    out = io.StringIO()
    rows = csv.DictWriter(out, record())
    rows.writeheader()
    rows.writerow(record())
    return out.getvalue()


def archieml():
    return f"headline: {HEADLINE}\nbyline: {BYLINE}\n\n[+body]\n" + "\n\n".join(BODY) + "\n[]\n"


def anpa():
    body = "".join(f"\t   {each}\r\n \r\n" for each in BODY)
    return (
        "\x16\x16\x01A4127\x1fpelly\r\nr a\x11\x13 BC-Pier    03-12 0120\r\n\x02\x02BC-Pier,120<\r\n"
        f"^{HEADLINE}<\r\n^{BYLINE}=\r\n{body}\x0303-12-26 1000GMT\r\n\x04"
    )


def iptc7901():
    body = "".join(f"{each}\r\n\r\n" for each in BODY)
    return (
        "\x01eca114 3 i 168 ccccb   hrb 207\r\n\r\nHarbour/Pier/\r\n"
        f"\x02{HEADLINE}\r\n{BYLINE} =\r\n\r\n{body}\x03\r\n121030 mar 26\r\n\x04"
    )


def email():
    return (
        f"From: Nora Field <nora@example.org>\r\nTo: desk@example.org\r\nSubject: {HEADLINE}\r\n"
        "Date: Thu, 12 Mar 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 8bit\r\n\r\n" + "\r\n\r\n".join((BYLINE, *BODY)) + "\r\n"
    )


def docx():
    lines = [documents.paragraph(HEADLINE, style="Title"), *map(documents.paragraph, (BYLINE, *BODY))]
    return documents.docx(*lines, packed=False)


def odt():
    lines = [documents.odt_paragraph(HEADLINE, "Title"), *map(documents.odt_paragraph, (BYLINE, *BODY))]
    return documents.odt(*lines, packed=False)


WRITERS = {
    "plain": (".txt", plain),
    "markdown": (".md", markdown),
    "mdx": (".mdx", mdx),
    "html": (".html", html),
    "gdocs": (".html", gdocs),
    "asciidoc": (".adoc", asciidoc),
    "restructuredtext": (".rst", restructuredtext),
    "nitf": (".xml", nitf),
    "newsml-g2": (".xml", newsml_g2),
    "newsml-1.2": (".xml", newsml_1),
    "rss": (".xml", rss),
    "atom": (".xml", atom),
    "wxr": (".xml", wxr),
    "ninjs": (".json", ninjs),
    "jsonl": (".jsonl", jsonl),
    "jsonl-gz": (".jsonl.gz", lambda: gzip.compress(jsonl().encode(), mtime=0)),
    "csv": (".csv", csv_table),
    "archieml": (".aml", archieml),
    "anpa": (".anpa", anpa),
    "iptc7901": (".iptc7901", iptc7901),
    "email": (".eml", email),
    "docx": (".docx", docx),
    "odt": (".odt", odt),
}


def written(name):
    """The story's file in a format: its ending, and its bytes."""
    ending, write = WRITERS[name]
    said = write()
    return ending, said if isinstance(said, bytes) else said.encode("utf-8")
