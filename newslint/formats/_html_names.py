"""The names of HTML elements, by what the HTML standard has them do."""

from __future__ import annotations

VOID = frozenset((
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "image", "input", "keygen",
    "link", "meta", "param", "source", "track", "wbr", "head",
))  # fmt: skip
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "map", "mark", "nobr", "output", "picture", "q", "rp", "rt", "ruby", "s", "samp", "slot", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
))  # fmt: skip
ENDS_P = frozenset((
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "li", "listing", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
))  # fmt: skip
BLOCKS = ENDS_P | {
    "body", "html", "caption", "colgroup", "frameset", "legend", "optgroup", "option", "tbody", "td", "tfoot", "th",
    "thead", "tr",
}  # fmt: skip
MUTE = frozenset((
    "svg", "math", "template", "select", "datalist", "object", "video", "audio", "canvas", "applet", "button",
    "del", "s", "strike",  # what somebody took back
))  # fmt: skip
FOREIGN = frozenset(("svg", "math"))
PHRASING = frozenset(("p", "li", "td", "th", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
TABLE_PARTS = frozenset(("table", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"))
SCOPE = frozenset(("table", "td", "th", "caption", "html", "template", "object", "applet", "marquee"))
P_SCOPE = SCOPE | {"button"}
PASSED = frozenset(("address", "div", "p"))  # blocks through which an item ends the item before it
ROWS = frozenset(("tbody", "thead", "tfoot", "caption", "colgroup"))
ENDS: dict[str, frozenset[str]] = {
    "li": frozenset(("li",)), "dt": frozenset(("dt", "dd")), "dd": frozenset(("dt", "dd")),
    "option": frozenset(("option",)), "td": frozenset(("td", "th")), "th": frozenset(("td", "th")),
    "tr": frozenset(("tr", "caption", "colgroup")), "tbody": ROWS, "thead": ROWS, "tfoot": ROWS,
}  # fmt: skip
