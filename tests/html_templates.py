"""Pages of invented stories, each in the markup that one common kind of news site wraps its stories in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

HEADLINE = "Harbour board votes to close the old swing bridge"
DECK = "Engineers say the span at Port Ellery has two winters left in it"
BYLINE = "By Marta Quill"
PARAGRAPHS = (
    "PORT ELLERY — The harbour board voted seven to two on Tuesday to close the swing bridge to cars from March.",
    "The bridge, which opened in 1911, carries about 4,000 vehicles a day between the fish market and the north quay.",
    "“We would rather close it on a day of our choosing than on a day of its own,” said Ines Tarrow, who chairs the board.",
    "Two members voted against. One of them, Dell Orme, said traders on the quay had not been asked.",
    "“Nobody came to my shop,” he said. “Nobody went to anybody’s shop.”",
    "A survey in autumn found cracks in three of the eight pins that hold the turning gear. Repairs would cost $9.4 million.",
    "The state has offered $2 million & would pay it only if the county finds as much, a spokeswoman said.",
    "Buses will turn at the market. Walkers and cyclists may still cross until the gear is taken out.",
    "Fishing crews welcomed the vote: the span now opens by hand, and boats wait for up to 40 minutes.",
    "The board meets again on Feb. 11 to choose among three plans for a new crossing.",
)  # fmt: skip
SUBHEAD = "What a new crossing would cost"
ITEMS = ("A fixed bridge: $31 million", "A lift bridge: $46 million", "A ferry: $3 million a year")
OTHERS = (
    "Council weighs a tax on empty shops", "Ferry crews accept a pay offer after nine weeks of talks",
    "Heron nests found at the old brewery", "School roof to be repaired by the summer, officials say",
)  # fmt: skip
MENU = ("Home", "News", "Sport", "Business", "Opinion", "Obituaries", "Weather")
COMMENTS = (
    "My grandfather worked on that bridge and he would be ashamed of the lot of them, I can tell you.",
    "About time. I have sat in that queue every working day since 1998 and nobody ever apologised.",
)  # fmt: skip

Wrap = Callable[[str], str]


def _links(items: Sequence[str], tag: str = "li", css: str = "") -> str:
    return "".join(f'<{tag} class="{css}"><a href="/{n}">{escape(item)}</a></{tag}>' for n, item in enumerate(items))


def _body(paragraph: Wrap, between: Sequence[str], subhead: str = "<h2>{}</h2>", items: str = "<ul>{}</ul>") -> str:
    """The copy, with what a site sets between its paragraphs."""
    parts = [paragraph(escape(text, quote=False)) for text in PARAGRAPHS]
    for n, box in enumerate(between):
        parts.insert(3 * n + 2, box)
    parts.append(subhead.format(SUBHEAD))
    parts.append(items.format("".join(f"<li>{item}</li>" for item in ITEMS)))
    return "\n".join(parts)


def _p(text: str) -> str:
    return f"<p>{text}</p>"


def _page(head: str, body: str, css: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | Ellery Post</title>'
        f'<meta property="og:title" content="{HEADLINE}">{head}<style>p {{ margin: 0 }}</style></head>\n'
        f'<body class="{css}">{body}<script>if (a < b) document.write("<p>No story</p>")</script></body></html>'
    )


_LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "'
    + HEADLINE
    + '", "datePublished": "2026-01-13T08:00:00Z", "author": {"@type": "Person", "name": "Marta Quill"}}</script>'
)
_NAV = f"<header><nav><ul>{_links(MENU)}</ul></nav></header>"
_FOOT = (
    "<footer><p>© 2026 Ellery Post Media. All rights reserved.</p><ul>"
    + _links(("Privacy", "Terms"))
    + "</ul></footer>"
)
_SIGNUP = (
    '<div class="newsletter-signup"><h3>Get the Morning Tide</h3><p>Sign up for our free newsletter and get the news '
    'of the harbour every day.</p><form><input type="email"><button>Sign up</button></form></div>'
)
_AD = '<div class="ad-slot" id="ad-3"><span>Advertisement</span></div>'
_PICTURE = (
    '<figure><img src="b.jpg" alt="The swing bridge at dusk"><figcaption>The swing bridge at Port Ellery last week. '
    "Photo: Lee Arden</figcaption></figure>"
)
_RELATED = f'<aside class="related"><h3>Related stories</h3><ul>{_links(OTHERS)}</ul></aside>'
_COMMENTS = (
    '<section id="comments" class="comments-area"><h2>2 comments</h2>' + "".join(map(_p, COMMENTS)) + "</section>"
)
_TEASERS = "".join(
    f'<article class="teaser-card"><h3><a href="/t{n}">{other}</a></h3><p>The story of it in a sentence or two, '
    f"so that readers may choose to read on, number {n}.</p></article>"
    for n, other in enumerate(OTHERS)
)


def block_theme() -> str:
    """WordPress with a block theme."""
    copy = _body(_p, (f'<figure class="wp-block-image">{_PICTURE[8:]}', _SIGNUP), '<h2 class="wp-block-heading">{}</h2>',
                 '<ul class="wp-block-list">{}</ul>')  # fmt: skip
    main = (
        f'<main class="wp-block-group"><h1 class="wp-block-post-title">{HEADLINE}</h1><div class="wp-block-post-author">'
        f'{BYLINE}</div><div class="entry-content wp-block-post-content">{copy}</div>'
        f'<div class="wp-block-query related">{_TEASERS}</div></main>'
    )
    return _page(_LD, f'<div class="wp-site-blocks">{_NAV}{main}{_COMMENTS}{_FOOT}</div>', "wp-singular single-post")


def classic_theme() -> str:
    """WordPress with a classic theme and a sidebar."""
    share = (
        '<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul>'
        + _links(("Twitter", "Facebook"))
        + "</ul></div>"
    )
    main = (
        f'<div id="primary"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{HEADLINE}'
        '</h1><div class="entry-meta"><span class="posted-on">January 13, 2026</span> <span class="byline">'
        f'{BYLINE}</span></div></header><div class="entry-content">{_body(_p, (_PICTURE, _AD))}{share}</div>'
        f'</article>{_COMMENTS}</div><div id="secondary" class="widget-area sidebar"><h2>Recent Posts</h2><ul>'
        f"{_links(OTHERS)}</ul></div>"
    )
    return _page("", f'<div id="page">{_NAV}<div id="content">{main}</div>{_FOOT}</div>', "single has-sidebar")


def drupal() -> str:
    """Drupal with fields."""
    copy = _body(_p, (_AD, _RELATED))
    main = (
        f'<div class="region region-content"><article class="node node--type-article"><h1 class="page-title">{HEADLINE}</h1>'
        f'<div class="field field--name-field-author">{BYLINE}</div><div class="field field--name-body field--type-text-'
        f'with-summary"><div class="field-item even">{copy}</div></div></article></div>'
        f'<div class="region region-sidebar-second"><div class="block views-block">{_TEASERS}</div></div>'
    )
    return _page("", f'<div class="layout-container">{_NAV}{main}{_FOOT}</div>', "path-node sidebar-second")


def ghost() -> str:
    """Ghost with its default theme."""
    main = (
        f'<main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><h1 class="gh-article-'
        f'title">{HEADLINE}</h1><p class="gh-article-excerpt">{DECK}</p><div class="gh-article-meta"><h4>Marta Quill</h4>'
        f'<time datetime="2026-01-13">Jan 13, 2026</time></div></header><section class="gh-content gh-canvas">'
        f'{_body(_p, (_PICTURE,))}</section></article></main><section class="gh-readmore"><h3>Read more</h3>{_TEASERS}</section>'
    )
    return _page(_LD, f'<div class="gh-viewport">{_NAV}{main}{_SIGNUP}{_FOOT}</div>', "post-template")


def arc() -> str:
    """A page as Arc renders it."""
    copy = _body(lambda text: f'<p class="c-paragraph" data-el="text">{text}</p>', (_AD, _SIGNUP, _AD))
    main = (
        f'<section class="b-right-rail__main"><h1 class="b-headline">{HEADLINE}</h1><h2 class="b-subheadline">{DECK}</h2>'
        f'<div class="b-byline">{BYLINE}</div>{_PICTURE}<article class="b-article-body">{copy}</article>'
        f'<div class="c-stack b-results-list">{_TEASERS}</div></section><aside class="b-right-rail__rail"><h3>Most read</h3>'
        f"<ol>{_links(OTHERS)}</ol></aside>"
    )
    return _page(_LD, f'<div id="fusion-app">{_NAV}<main>{main}</main>{_FOOT}</div>')


def brightspot() -> str:
    """A page as Brightspot renders it."""
    enhancement = (
        f'<div class="Enhancement" data-align-right><ul class="RelatedList-items">{_links(OTHERS[:2])}</ul></div>'
    )
    main = (
        f'<main class="Page-main"><bsp-story-page><h1 class="Page-headline">{HEADLINE}</h1><div class="Page-byline">'
        f'{BYLINE}</div><div class="Page-articleBody"><div class="RichTextStoryBody RichTextBody">'
        f'{_body(_p, (enhancement, _AD))}</div></div></bsp-story-page></main><div class="Page-below">'
        f'<bsp-list-loadmore class="PageListStandardD">{_TEASERS}</bsp-list-loadmore></div>'
    )
    return _page(_LD, f"{_NAV}{main}{_FOOT}", "Page-body StoryPage")


def amp() -> str:
    """An AMP page."""
    copy = _body(_p, ('<amp-ad width="300" height="250" type="x"></amp-ad>', "<amp-img src=b.jpg width=1></amp-img>"))
    main = (
        f'<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{HEADLINE}</h1>'
        f'<div class="amp-wp-meta amp-wp-byline">{BYLINE}</div></header><div class="amp-wp-article-content">{copy}</div>'
        f'<footer class="amp-wp-article-footer"><div class="amp-wp-meta">Tags: bridges, harbour</div></footer></article>'
    )
    return _page(_LD + "<noscript><style amp-boilerplate>body{}</style></noscript>", f"{_NAV}{main}{_FOOT}")


def broadcaster() -> str:
    """A broadcaster's page of text blocks with machine-made class names."""
    block = (
        '<div data-component="text-block" class="ssrcss-11r1m41 ep2nwvo0"><div class="ssrcss-7uxr49">{}</div></div>'
    )
    copy = _body(lambda text: block.format(f'<p class="ssrcss-1q0x1qg eq5iqo00">{text}</p>'), (_AD,),
                 '<div data-component="subheadline-block"><h2>{}</h2></div>', block.format("<ul>{}</ul>"))  # fmt: skip
    links = f'<div data-component="links-block"><h2>Related topics</h2><ul>{_links(OTHERS)}</ul></div>'
    main = (
        f'<main id="main-content"><article><div data-component="headline-block"><h1>{HEADLINE}</h1></div>'
        f'<div data-component="byline-block">{BYLINE}</div>{copy}{links}</article></main>'
    )
    return _page(_LD, f"{_NAV}<div>{main}</div>{_FOOT}")


def newsletter_site() -> str:
    """A newsletter's page on the web."""
    subscribe = (
        '<div class="subscription-widget-wrap"><p>Thanks for reading! Subscribe for free to get new posts.</p></div>'
    )
    main = (
        f'<article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">{HEADLINE}</h1>'
        f'<h3 class="subtitle">{DECK}</h3><div class="byline-wrapper">Marta Quill</div></div><div class="available-content">'
        f'<div class="body markup">{_body(_p, (_PICTURE, subscribe))}</div></div></article><div class="single-post-section '
        f'comments-section">{"".join(map(_p, COMMENTS))}</div>'
    )
    return _page(_LD, f'<div class="main-menu">{_links(MENU, "div")}</div>{main}{_FOOT}')


def platform() -> str:
    """A writing platform's page, without a name that says anything."""
    copy = _body(
        lambda text: f'<p class="pw-post-body-paragraph mx my mz">{text}</p>',
        (_PICTURE,),
        '<h1 class="na nb">{}</h1>',
    )
    main = (
        f'<div><section><div class="fi fj"><h1 class="pw-post-title">{HEADLINE}</h1><div class="ab q"><a href="/@mq">Marta '
        f"Quill</a> <span>·</span> <span>4 min read</span></div>{copy}</div></section></div>"
    )
    more = f'<div class="recommended"><h2>Recommended from the platform</h2>{_TEASERS}</div>'
    return _page("", f'<div id="root"><div>{_links(MENU, "a")}</div><article>{main}</article>{more}{_FOOT}</div>')


def site_builder() -> str:
    """A site builder's page of nested boxes."""
    copy = _body(lambda text: f'<p style="white-space:pre-wrap" class="">{text}</p>', (), "<h3>{}</h3>")
    box = f'<div class="sqs-block html-block"><div class="sqs-block-content"><div class="sqs-html-content">{copy}</div></div></div>'
    main = (
        f'<article class="h-entry BlogItem"><div class="BlogItem-meta"><time>January 13, 2026</time></div><h1 class="entry-title">'
        f'{HEADLINE}</h1><div class="blog-item-content"><div class="sqs-layout"><div class="row sqs-row"><div class="col">{box}'
        f'</div></div></div></div></article><section class="item-pagination"><a href="/n"><h2>{OTHERS[0]}</h2></a></section>'
    )
    return _page("", f"{_NAV}<main>{main}</main>{_SIGNUP}{_FOOT}")


def static() -> str:
    """A static site's page."""
    main = (
        f'<main><h1>{HEADLINE}</h1><p class="meta">{BYLINE}, Jan 13, 2026</p>{_body(_p, (_PICTURE,))}<hr><p class="tags">'
        f"{_links(('bridges', 'harbour'), 'span')}</p></main><aside><h2>Latest</h2><ul>{_links(OTHERS)}</ul></aside>"
    )
    return _page("", f"{_NAV}{main}{_FOOT}")


TEMPLATES: dict[str, Callable[[], str]] = {
    "wordpress block theme": block_theme, "wordpress classic theme": classic_theme, "drupal": drupal, "ghost": ghost,
    "arc": arc, "brightspot": brightspot, "amp": amp, "broadcaster": broadcaster, "newsletter": newsletter_site,
    "platform": platform, "site builder": site_builder, "static": static,
}  # fmt: skip
