"""Files in which writers keep stories and that newslint does not read: what each is, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.base.globs import endings_of
from newslint.base.text import Source, UnreadableStory
from newslint.formats import Reading
from newslint.model.story import Story

_OPEN = "open it and save it as .docx"
_PAGE = "it is a page with all its pictures in one file: save it anew as “Webpage, HTML only” (.html)"
_SAID: Mapping[str, str] = {
    ".doc": f"newslint does not read the files of Word 97 to 2003: {_OPEN}",
    ".dot": f"newslint does not read the files of Word 97 to 2003: {_OPEN}",
    ".pages": "newslint does not read the files of Apple Pages: export it there as Word (.docx) or as plain text",
    ".pdf": "newslint does not read PDF, which has no paragraphs: check the file that it was made from, or save its "
    "text as .txt",
    ".gdoc": "it is only a link to a document in Google Docs: download that as .docx there",
    ".wpd": f"newslint does not read the files of WordPerfect: {_OPEN}",
    ".wps": f"newslint does not read the files of Works or WPS Writer: {_OPEN}",
    ".fodt": "newslint does not read flat OpenDocument: open it and save it as .odt",
    ".mht": _PAGE,
    ".mhtml": _PAGE,
    ".webarchive": _PAGE,
    ".msg": "newslint does not read Outlook's own files: save the message there as .eml",
    ".xls": "newslint does not read the files of Excel: save the sheet as .csv",
    ".xlsx": "newslint does not read the files of Excel: save the sheet as .csv",
    ".indd": "newslint does not read the files of InDesign: export the story there as .rtf or .txt",
    ".icml": "newslint does not read the files of InCopy: export the story there as .rtf or .txt",
    ".epub": "newslint does not read books: check the file that it was made from",
}


class UnreadFiles:
    """Files that are refused outright where somebody names them, and gone by below a folder."""

    name = "unread"
    extensions: tuple[str, ...] = tuple(_SAID)
    named_only = True

    def open(self, data: bytes, path: str) -> Source:
        """Say what such a file is; raises UnreadableStory."""
        said = next((_SAID[ending] for ending in endings_of(path) if ending in _SAID), "newslint does not read it")
        if data.startswith(b"PK\3\4") and b"word/document.xml" in data:
            said = "it is a Word document under another name: let its name end in .docx"
        elif data.startswith(rb"{\rtf"):
            said = "it is RTF under another name: let its name end in .rtf, or open it and save it as .docx"
        raise UnreadableStory(said)

    def parse(self, source: Source, reading: Reading) -> Story:
        """Refuse a text by such a name, which no editor can have opened either."""
        raise UnreadableStory(f"newslint does not read it as a story: {_OPEN}")


FORMATS = (UnreadFiles(),)
