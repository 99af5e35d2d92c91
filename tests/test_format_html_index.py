"""Pages without a story of their own are told from those with one: lists of teasers, errors, walls."""

import pytest

import newslint
from newslint.base.errors import NewslintError

COPY = (
    "<p>The council of Saltmere voted on Monday to close the old ferry pier, after two years of talks with"
    " fishermen.</p><p>Mayor Ana Petrovic said the pier could not be saved, and that the crews would be paid.</p>"
)


def teaser(n, tag="div", href="/story/{}"):
    return (
        f'<{tag} class="card"><h3><a href="{href.format(n)}">Council votes on plan number {n}</a></h3>'
        f"<p>The council of Saltmere voted on Monday on plan number {n}, after two years of talks.</p></{tag}>"
    )


def read(tmp_path, body, title="Politics | Harbour News", head=""):
    path = tmp_path / "page.html"
    path.write_text(
        f"<!doctype html><html lang=en><head>{head}<title>{title}</title></head><body>{body}</body></html>",
        encoding="utf-8",
    )
    return newslint.read(path)


LISTS = {
    "cards": "<main><h1>Politics</h1>" + "".join(map(teaser, range(20))) + "</main>",
    "articles": "<main><h1>Politics</h1>" + "".join(teaser(n, "article") for n in range(20)) + "</main>",
    "rows": "<main>" + "".join(f"<section>{teaser(n)}{teaser(n + 1)}</section>" for n in range(0, 20, 2)) + "</main>",
    "results": "<h1>Results for “pier”</h1><ol>"
    + "".join(f"<li><a href=/{n}>Pier closes, part {n}</a><p>… the old pier was closed …</p></li>" for n in range(9))
    + "</ol>",
    "links": "<ul>" + "".join(f"<li><a href=/{n}>The story number {n}</a></li>" for n in range(50)) + "</ul>",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_page_that_lists_stories_has_none(tmp_path, name):
    with pytest.raises(NewslintError, match=r"a page that lists \d+ others and has no story of its own"):
        read(tmp_path, LISTS[name])


def test_a_story_above_such_a_list_is_one(tmp_path):
    body = f"<article><h1>Pier to close</h1>{COPY}</article><section>{''.join(map(teaser, range(9)))}</section>"
    assert [zone.text[:11] for zone in read(tmp_path, body).of("body")][:2] == ["The council", "Mayor Ana P"]


def test_a_brief_among_links_is_one(tmp_path):
    links = "".join(f"<li><a href=/{n}>The story number {n}</a></li>" for n in range(50))
    body = f"<ul>{links}</ul><article><h1>Pier to close</h1><p><a href=/x>News from Saltmere</a></p>{COPY[:130]}</p></article>"
    assert read(tmp_path, body).of("body")


def test_a_live_report_whose_posts_link_to_themselves_is_one(tmp_path):
    posts = "".join(teaser(n, "article", "/live#post-{}") for n in range(9))
    assert read(tmp_path, f"<main><h1>The vote as it happened</h1>{posts}</main>").of("body")


def test_a_list_that_says_it_is_a_story_is_one(tmp_path):
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Nine plans"}</script>'
    assert read(tmp_path, LISTS["cards"], head=head).of("body")


def test_a_list_that_open_graph_calls_an_article_is_one(tmp_path):
    head = '<meta property="og:type" content="article">'
    assert read(tmp_path, LISTS["articles"], head=head).zones


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("403 Forbidden", "You do not have permission to access this resource."),
        ("Just a moment...", "This process is automatic. Your browser will be sent on to the page shortly."),
        ("Before you continue", "We and our 842 partners store and access information on a device, such as cookies."),
        ("Page not found | Harbour News", "The page that you looked for is not here. Try to search for it."),
        ("Redirecting", "If you are not sent on, click here."),
        ("Seite nicht gefunden", "Die Seite, die Sie suchen, gibt es nicht."),
    ],
)
def test_an_error_or_a_wall_is_no_story(tmp_path, title, text):
    with pytest.raises(NewslintError, match="a page in the place of a story: “"):
        read(tmp_path, f"<h1>{title}</h1><p>{text}</p>", title)


def test_a_story_that_begins_so_is_one(tmp_path):
    assert read(tmp_path, f"<article><h1>Forbidden city opens its gates</h1>{COPY}</article>", "Forbidden city").zones
    assert read(tmp_path, f"<article><h1>Access denied</h1>{COPY * 5}</article>", "Access denied").zones


def test_a_page_whose_text_is_in_its_data_alone_says_so(tmp_path):
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{COPY[3:70]}"}}</script>'
    with pytest.raises(NewslintError, match=r"its text is in its data alone \(JSON-LD\)"):
        read(tmp_path, "<div id=root></div>", head=head)
