"""The words that pages name their parts by, in classes, ids, roles and properties, and what each is for."""

from __future__ import annotations

from newslint.base.lazy import pattern

# By what a part is for; a word counts where it stands alone or in a compound (`related-links`, `relatedLinks`).
GROUPS: dict[str, str] = {
    "related": (
        "related recommend(?:ed|ations?)? recirc(?:ulation)? readmore morefrom moreon readnext also trending "
        "popular most latest upnext nextstory yarpp outbrain taboola zergnet revcontent teasers? linked "
        "suggest(?:ed|ions?)? similar crosslinks? inlinelinks? links? linklist seealso more next "
        "prev(?:ious)?"
    ),
    "share": (
        "share(?:s|bar|tools|daddy)? sharing social(?:media)? addtoany addthis sharethis follow twitter "
        "facebook tools? toolbar print email bookmark actions? buttons?"
    ),
    "comment": ("comments? disqus respond reply replies discussion livefyre coral viafoura spotim reactions? likes?"),
    "ad": (
        "ads? adv advert(?:s|isement|isements|ising)? adslot adunit adbox dfp gpt sponsor(?:ed|s)? "
        "promo(?:s|tion|ted)? marketing banner affiliate commercial shop(?:ping)? product buy deals? offer "
        "merch"
    ),
    "signup": (
        "newsletters? signup subscri(?:be|ption|ptions|bers?)? regwall register registration login optin "
        "mailchimp alerts? cta donat(?:e|ion|ions) membership member notice callout inquirer"
    ),
    "nav": (
        "nav(?:bar|igation)? menu breadcrumbs? pagination pager paging toc masthead topbar header skip tabs? "
        "site sitemap subnav footer foot bottom copyright legal disclaimer cookies? privacy cli onetrust "
        "consent gdpr banner modal popup overlay dropdown search"
    ),
    "side": ("sidebar aside rail widgets? secondary complementary sticky module box infobox"),
    "meta": (
        "meta byline author(?:s|ed|name|info)? dateline date(?:s|time|published)? time(?:stamp)? published "
        "updated posted contributor reporter writer kicker eyebrow categor(?:y|ies) section label source info "
        "details"
    ),
    "bio": ("bio biography about profile authorbox authorbio vcard avatar staff"),
    "tags": ("tags? tagged topics? keywords? taglist hashtags?"),
    "caption": (
        "caption(?:ed|s)? cutline figcaption legend credits? copyright photographer photo(?:s|credit)? image "
        "img pic(?:ture)? picture media figure gallery slideshow carousel slider lightbox thumb(?:nail)?s? "
        "video player embed audio podcast"
    ),
    "deck": (
        "deck dek subtitle subhead(?:line|ing)? subhed standfirst summary excerpt description intro lead lede "
        "abstract sell strapline synopsis keypoints highlights bullets takeaways tldr"
    ),
    "quote": ("pullquote pull blockquote quote"),
    "note": ("footnotes? endnotes? references corrections? correction editorsnote note"),
    "hidden": ("hidden hide invisible sr only screenreader visuallyhidden offscreen noprint print"),
    "copy": (
        "article(?:body|text|content|main|copy)? body story(?:body|text|content|copy)? entry(?:content)? "
        "post(?:content|body|text)? content(?:body|text)? text copy prose paragraphs? rich richtext wysiwyg "
        "main hentry blog news fulltext"
    ),
}
_NEEDLES = {group: "|".join(words.split()) for group, words in GROUPS.items()}
_WORD = pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_known: dict[str, frozenset[str]] = {}
_group_of = pattern("|".join(f"(?P<{group}>{words})" for group, words in _NEEDLES.items()))
_words: dict[str, str] = {}


def groups_of(name: str) -> frozenset[str]:
    """What the words of a class, an id or a role say of a part of a page."""
    found = _known.get(name)
    if found is None:
        if len(_known) > 20_000:
            _known.clear()
        groups = {_group(word.lower()) for word in _WORD.findall(name)}
        groups.discard("")
        found = _known[name] = frozenset(groups)
    return found


def _group(word: str) -> str:
    group = _words.get(word)
    if group is None:
        m = _group_of.fullmatch(word)
        group = _words[word] = (m.lastgroup or "") if m else ""
        if len(_words) > 20_000:
            _words.clear()
    return group
