"""Mail with a story in it: `.eml` files, and text files that begin with the headers of mail."""

from __future__ import annotations

from newslint.base.text import Source
from newslint.formats import Reading
from newslint.model.story import Story

_SURE = r"(?i:MIME-Version|Message-ID|Received|Return-Path|Delivered-To)"  # headers that no other text has
_LINE = r"(?:[A-Za-z][\w-]{0,40}:|[ \t])[^\r\n]*\r?\n"
TEXT_MARK = rf"\A\s{{0,600}}(?=[A-Za-z][\w-]{{0,40}}:)(?:{_LINE}){{0,80}}?{_SURE}: ?\S"


class _Mail:
    """What both formats do: the subject is the headline, the text of the mail the story."""

    def parse(self, source: Source, reading: Reading) -> Story:
        """Read the mail's own text; quoted mail, signatures and attachments are no copy."""
        from newslint.formats._mail import read_mail

        return read_mail(source, reading)


class Email(_Mail):
    """Mail as a program saves it, each part in an encoding of its own."""

    name = "email"
    extensions: tuple[str, ...] = (".eml",)

    def open(self, data: bytes, path: str) -> Source:
        """The file's text, in the encoding of the mail's text where that is sent as it is."""
        from newslint.formats._mail_source import open_mail

        return open_mail(data, path)


class EmailInText(_Mail):
    """Mail that was saved as text."""

    name = "email-in-text"
    extensions: tuple[str, ...] = (".txt",)
    mark = TEXT_MARK


FORMATS = (Email(), EmailInText())
