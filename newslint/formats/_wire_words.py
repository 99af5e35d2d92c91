"""What agencies write round the copy they send: signs of control, lines of code, and words to editors."""

from __future__ import annotations

from newslint.base.lazy import pattern

SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"  # start of header, of text; end of text, of transmission

# The head of a message by IPTC 7901: source and number, priority, category, words, and what the sender adds.
IPTC_HEAD = r"[A-Za-z]{2,8}[ ]?\d{2,6} {1,3}[1-9] {1,3}[A-Za-z]{1,4} {1,6}\d{1,5}\b"
# Its two lines by ANPA 1312: service and number with a selector; priority, category, keyword, date and words.
ANPA_HEAD = r"[A-Za-z]\d{3,5}[^\s]{0,20}[ \t]*\r?\n[a-z] ?[a-z][ \t]*\S[^\r\n]{2,90}\d\d-\d\d[ \d-]{0,6} \d{3,5}"
# The line by which AP's copy begins where its head is gone: keyword, version, words.
SLUG_LINE = r"\^(?:AM|PM|BC|AP)-[^\s<][^\r\n<]{0,120}<"
RELEASE = r"Source: *[^\r\n]{2,120}\r?\n[ \t]*MEDIA RELEASE PR ?\d+"
TICKER = r"(?:[^a-z\r\n*]{10,200} \*\* ){3}"

MARK = (
    rf"\A(?:[\s\x00\x16\x7f]{{0,200}}\x01|[\s\x00\x16\x7f]{{0,40}}(?:{IPTC_HEAD}[^\r\n]{{0,60}}[\r\n]|{ANPA_HEAD}"
    rf"|{SLUG_LINE}|ZCZC\b|{RELEASE})|{TICKER})"
)

iptc_head = pattern(
    r"\s*(?P<service>[A-Za-z]{2,8}?)[ ]?(?P<message>\d{2,6}) +(?P<priority>[1-9]) +(?P<category>[A-Za-z]{1,4})"
    r" +(?P<words>\d{1,5})\b"
)
anpa_head = pattern(
    r"[\s\x16]*(?P<service>[A-Za-z])(?P<message>\d{3,5})[^\r\n]{0,40}[\r\n]{1,2}"
    r"(?P<priority>[a-z])[ ]?(?P<category>[a-z])[\x00-\x20]*(?P<keyword>\S[^\r\n]{0,90}?)"
    r" +\d\d-\d\d[ \d-]{0,6} (?P<words>\d{3,5})"
)
slug_line = pattern(
    r"(?:\*\d{1,6}< ?)?\^?(?P<slug>(?:AM|PM|BC|AP|EU|NA|[A-Z]{2})-[^<,\r\n]{1,90})(?P<version>,[^<\r\n]{0,60})?<?"
)
trailer_date = pattern(
    r"\b(?P<day>\d\d)(?P<time>\d{4})(?: GMT| UTC|Z)? (?P<month>[A-Za-zäéû]{3,9})\.? (?P<year>\d\d)\b"
)
wire_date = pattern(r"\bAP-\w{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) (?P<time>\d{4})GMT")

END_LINE = pattern(r"\^?(?:AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}(?:GMT)?|NNNN|END|_{2,}|-{3,}|\*{3,}|={3,}|-0-)[<= ]*")
# What follows the copy and is for editors alone, from such a line to the end.
AFTERWORD = pattern(
    r"#{1,3} .{0,30}(?:Notebook|NOTEBOOK|Notizblock|Contacts|Kontakte|Note to editors|Internet links)\b"
    r"|\* ?\* ?\* ?\*|The following information is not (?:intended )?for publication"
    r"|Die folgenden Informationen sind nicht"
)
# Whom readers of a release may ask, until its copy goes on.
CONTACT = pattern(
    r"(?:MEDIA )?CONTACTS?:|(?:Media )?[Cc]ontacts?(?: details)?:|Contact$|SOURCE[: ]|Source: "
    r"|For (?:more|further) information,? contact\b"
)
# A word to the desk, which readers never see; and one to readers.
DESK = pattern(
    r"\(?(?:Eds?|EDS|Editors|EDITORS|Attention|ATTENTION|ATTN|Achtung)\b ?[:._—)]|#+ |(?:Source|SOURCE): "
    r"|(?:AP|EPA|AFP|Reuters|dpa) (?:Photos?|Graphics?|Video|PHOTOS?)\b|With AP (?:Photos?|Graphics?|Video)"
    r"|\(?(?:Photos?|Logo|Image|Video|Picture|Photo caption|Multimedia) ?[-:] ?(?=https?:|$)|MEDIA RELEASE\b"
    r"|https?://\S+$"
)
NOTE = pattern(r"\(?(?:EDITOR[’']?S[’']? NOTE|Editor[’']?s[’']? [Nn]ote)\b ?[:._—)-]")
BYLINE = pattern(r"(?:By|BY|Von|Par|Por|Di|Da|Door) (?!.*[.!?]$)[^:;]{2,90}$")
BELOW_BYLINE = pattern(
    r"(?:The )?(?:Associated Press|AP|Reuters|AFP|dpa|PA|UPI|AAP|Kyodo|Xinhua|EFE|ANSA|Agence France-Presse)\b"
    r".{0,60}$|.{0,60}\b(?:Writer|Correspondent|Reporter|Editor|Columnist|Analyst|Press|News|Service|Agency|Times"
    r"|Post|Tribune)$"
)
# Marks of a version, and labels above a headline.
LABEL = pattern(
    r"(?:\d{1,2}(?:ST|ND|RD|TH) )?(?:NEWS )?(?:LEAD|NET|ADD|TAKE|UPDATE|ROUNDUP|URGENT|FLASH|BULLETIN|ADVISORY"
    r"|CORRECTION|CORRECTED|REPEAT|RPT|FEATURE|ANALYSIS|BACKGROUND|PREVIEW|EXTRA|EILMELDUNG|ZUSAMMENFASSUNG|EIL)\b"
    r"[ \d.:/()-]*|\d(?:st|nd|rd|th) (?:Ld|Lead|Add).{0,40}|[^\s]{1,30}(?: [^\s]{1,30})? ?:|\(Achtung\)"
    r"|/?[\w, -]{1,60}/(?:[^\s/]{1,40}/?)*"
)
SIGN_OFF = pattern(
    r"dpa(?: [a-z]{2,4}){1,6}|\(?[A-Z]{2,5}\\?/[A-Za-z]{1,4}(?:/[A-Za-z]{1,4})*\)?|==? ?[A-Z]\w{1,20}"
    r"|[A-Z]{2,5} (?:[A-Z]{2,10}|[a-z]{2,4}(?:/[a-z]{2,4}){0,3})"
)
DATELINE_ALONE = pattern(
    r"[A-ZÀ-Þ]{2}[^\r\n]{0,100}?"
    r"(?:/[^\r\n/]{2,40}/ ?(?:--?|–|—)?|\([^()]{2,40}\) ?(?:--?|–|—|_)| (?:--|—|–|_))$"
)
CODE_LINE = pattern(r"[%#$:&*~@=+]|[A-Z]{2} [A-Z]{3}\b|ZCZC\b")
ISSUED = pattern(r"Issued at \d{1,2}[:.]\d\d\b")
# By their first three letters, in the languages of agencies that write so.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen",
            "feb fev fév",
            "mar mär mrz maa",
            "apr avr abr",
            "may mai mei mag",
            "jun giu",
            "jul lug",
            "aug aoû ago",
            "sep set",
            "oct okt out ott",
            "nov",
            "dec dez dic déc",
        ),
        1,
    )
    for name in names.split()
}
