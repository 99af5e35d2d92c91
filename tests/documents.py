"""Tiny writers of Word documents and OpenDocument texts, for tests; run by itself it writes those in examples/formats.

The same story gives the same bytes on every machine: parts are stored, not packed, and have no day.
"""

import io
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EXAMPLES = Path(__file__).parent.parent / "examples" / "formats"

STYLES = {
    "Normal": ("Normal", ""), "Title": ("Title", "<w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:rPr><w:sz w:val=\"48\"/></w:rPr>"),
    "Subtitle": ("Subtitle", "<w:rPr><w:i/></w:rPr>"), "Heading2": ("heading 2", "<w:rPr><w:b/></w:rPr>"),
    "Quote": ("Quote", ""), "Caption": ("caption", ""), "ListBullet": ("List Bullet", ""),
    "FootnoteText": ("footnote text", ""), "Unsichtbar": ("Hidden words", "<w:rPr><w:vanish/></w:rPr>"),
}  # fmt: skip


def run(text: str, props: str = "") -> str:
    """A run of type; a tab and a line break are elements."""
    inner = "".join(
        {"\t": "<w:tab/>", "\u2028": "<w:br/>"}.get(piece, f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
        for piece in _pieces(text)
    )
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{inner}</w:r>"


def _pieces(text: str) -> list[str]:
    out = [""]
    for sign in text:
        if sign in "\t\u2028":
            out += [sign, ""]
        else:
            out[-1] += sign
    return [piece for piece in out if piece]


def paragraph(*runs: str, style: str = "", props: str = "") -> str:
    """A paragraph of runs; what is no XML is a run of its own."""
    said = (f'<w:pStyle w:val="{style}"/>' if style else "") + props
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{inner}</w:p>"


def docx(*paragraphs: str, packed: bool = True, root: str = "", **parts: str) -> bytes:
    """A document; `parts` are footnotes, endnotes or comments, each the XML that its part has inside."""
    kinds = {name: f"word/{name}.xml" for name in ("styles", *parts)}
    styles = "".join(
        f'<w:style w:type="{"character" if "vanish" in props else "paragraph"}" w:styleId="{key}"><w:name w:val="{name}"/>{props}</w:style>'
        for key, (name, props) in STYLES.items()
    )
    types = f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>' + "".join(
        f'<Override PartName="/{path}" ContentType="{WORD}.{name}+xml"/>' for name, path in kinds.items()
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{name}" Target="{name}.xml"/>' for n, name in enumerate(kinds, 1)
    )
    files = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{XML}<w:document xmlns:w="{W}"{root}><w:body>{"".join(paragraphs)}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "word/styles.xml": f'{XML}<w:styles xmlns:w="{W}">{styles}</w:styles>',
        **{f"word/{name}.xml": f'{XML}<w:{name} xmlns:w="{W}">{inner}</w:{name}>' for name, inner in parts.items()},
    }
    return zipped(files, packed=packed)


def zipped(files: dict[str, str | bytes], *, packed: bool = True) -> bytes:
    """A zip file of these, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED if packed and name != "mimetype" else zipfile.ZIP_STORED
            archive.writestr(info, content)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a document, as the standard library reads them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


NS = "urn:oasis:names:tc:opendocument:xmlns"
ODT_SPACES = "".join(f' xmlns:{name}="{NS}:{space}:1.0"' for name, space in (
    ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
))  # fmt: skip
ODT_STYLES = ("Standard", "Title", "Subtitle", "Heading_20_2", "Quotations", "Caption", "Text_20_body", "Footnote")


def words(text: str) -> str:
    """Words of an OpenDocument paragraph, with spaces in a row, tabs and line breaks as elements."""
    out, before = [], " "
    for sign in text:
        element = {"\t": "<text:tab/>", "\u2028": "<text:line-break/>"}.get(sign)
        out.append(element or ("<text:s/>" if sign == " " and before == " " else escape(sign)))
        before = sign
    return "".join(out)


def odt(*paragraphs: str, automatic: str = "", packed: bool = True, **more: str) -> bytes:
    """An OpenDocument text of paragraphs in XML."""
    styles = "".join(
        f'<style:style style:name={quoteattr(name)} style:family="paragraph" style:display-name={quoteattr(name.replace("_20_", " "))}/>'
        for name in ODT_STYLES
    )
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'{XML}<office:document-content{ODT_SPACES} office:version="1.3"><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{"".join(paragraphs)}</office:text></office:body></office:document-content>',
        "styles.xml": f'{XML}<office:document-styles{ODT_SPACES} office:version="1.3"><office:styles>{styles}</office:styles></office:document-styles>',
        "META-INF/manifest.xml": f'{XML}<manifest:manifest xmlns:manifest="{NS}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        **more,
    }
    return zipped(files, packed=packed)


def odt_paragraph(text: str, style: str = "Text_20_body", tag: str = "p") -> str:
    """A paragraph of words."""
    return f'<text:{tag} text:style-name="{style}">{words(text)}</text:{tag}>'


# The story of the examples: one word stands twice, and one name is spelled two ways.
STORY = (
    ("Title", "Marlow Quay loses its last ferry for six weeks"),
    ("Subtitle", "Residents will go round by road while the slip is mended"),
    ("", "By Ines Hartwell"),
    ("", "MARLOW QUAY, March 3 – The last ferry across the Tarn estuary will stop on Monday for six weeks, the harbour board said on Tuesday."),
    ("", "The board will mend the the slip, which a barge damaged in January. About 340 people cross the water each day, most of them on their way to work."),
    ("", "“We looked for another way and there is none,” said Dorothea Lindqvist, who chairs the board."),
    ("Heading2", "Round by road"),
    ("", "A bus will run every half hour by way of the bridge at Sallow, a trip of 50 minutes. The ferry takes eight."),
    ("", "Shopkeepers fear for the spring. Peter Amsel, who sells bread on the quay, said he would open three days a week."),
    ("Quote", "“My customers come off that boat,” he said."),
    ("", "Lindquist said the board had asked for money for a second slip twice since 2019."),
    ("", "The ferry is to sail again on April 16."),
    ("Caption", "The ferry Osprey at the slip in Marlow Quay. Photo: J. Reece"),
)  # fmt: skip


def example_docx() -> bytes:
    """The story with what writers leave in documents: a tracked change, a comment, a note, type in the midst of words."""
    made = []
    for style, text in STORY:
        if "half hour" in text:
            before, after = text.split("half hour")
            deleted = '<w:del w:id="1" w:author="A. Desk"><w:r><w:delText xml:space="preserve">quarter of an </w:delText></w:r></w:del>'
            inserted = f'<w:ins w:id="2" w:author="A. Desk">{run("half ")}</w:ins>'
            made.append(paragraph(before, deleted, inserted, run("hour", "<w:b/>"), after))
        elif "340" in text:
            note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
            marked = (
                '<w:commentRangeStart w:id="0"/>'
                + run("340 people")
                + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
            )
            before, after = text.split("340 people")
            made.append(paragraph(before, marked, after, note))
        else:
            made.append(paragraph(text, style=style))
    footnotes = (
        '<w:footnote w:id="2">'
        + paragraph("<w:r><w:footnoteRef/></w:r>", " The board counted them in October.", style="FootnoteText")
        + "</w:footnote>"
    )
    comments = (
        '<w:comment w:id="0" w:author="A. Desk" w:initials="AD">' + paragraph("Is that both ways?") + "</w:comment>"
    )
    return docx(*made, packed=False, footnotes=footnotes, comments=comments)


def example_odt() -> bytes:
    """The same story from LibreOffice."""
    styles = {"": "Text_20_body", "Heading2": "Heading_20_2", "Quote": "Quotations"}
    made = [
        odt_paragraph(text, styles.get(style, style), "h" if style == "Heading2" else "p") for style, text in STORY
    ]
    return odt(*made, packed=False)


def example_rtf() -> bytes:
    """The same story as RTF."""
    lines = []
    for _, text in STORY:
        signs = [sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text]
        lines.append("\\pard " + "".join(signs) + "\\par\n")
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0 Times;}}\\f0\\fs24\n" + "".join(lines) + "}\n").encode(
        "ascii"
    )


def example_gdocs() -> bytes:
    """The same story as Google Docs exports it, with a comment, a note, a header and a link through Google."""
    span = '<span class="c1">{}</span>'.format
    made = []
    for style, text in STORY:
        inner = span(escape(text))
        if "340 people" in text:
            before, after = text.split("340 people")
            link = '<a class="c6" href="https://www.google.com/url?q=https://tarn.example/count&amp;sa=D&amp;source=editors&amp;usg=x">340 people</a>'
            inner = f'{span(before)}<span class="c5">{link}</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>{span(escape(after))}<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>'
        if style == "Heading2":
            made.append(f'<h2 class="c7" id="h.3x2">{inner}</h2>')
        else:
            made.append(f'<p class="c2 {style.lower() if style in ("Title", "Subtitle") else "c3"}">{inner}</p>')
    head = '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
    css = "@import url(https://themes.googleusercontent.com/fonts/css?kit=x);ol{margin:0;padding:0}.c1{color:#000000;font-weight:400}.c4{font-weight:700}.c6{color:inherit;text-decoration:inherit}"
    header = f'<div><p class="c2">{span("Tarn Valley Post &ndash; draft")}</p></div>'
    note = f'<hr class="c8"><div><p class="c2"><a href="#ftnt_ref1" id="ftnt1">[1]</a>{span("&nbsp;The board counted them in October.")}</p></div>'
    comment = f'<div class="c9"><p class="c2"><a href="#cmnt_ref1" id="cmnt1">[a]</a>{span("Is that both ways?")}</p><p class="c2">{span("The the board says so.")}</p></div>'
    return f'{head}{css}</style></head><body class="c0 doc-content">{header}{"".join(made)}{note}{comment}</body></html>\n'.encode()


MADE = {
    "ferry.docx": example_docx,
    "ferry.odt": example_odt,
    "ferry.rtf": example_rtf,
    "ferry-google-docs.html": example_gdocs,
}

if __name__ == "__main__":
    for file, make in MADE.items():
        (EXAMPLES / file).write_bytes(make())
        sys.stdout.write(f"{file}: {len(make()):,} bytes\n")
