"""A template is no story, in whatever format; a story with a sign or two for words in it is one."""

import documents
import pytest

import newslint
from newslint.base.errors import NewslintError
from newslint.base.text import Source
from newslint.formats import FIELDS, Reading, Unread, read_stories
from newslint.formats.jsonl import FORMATS as JSONL

TEMPLATES = {
    "jinja.html": '{% extends "base.html" %}{% block body %}<h1>{{ story.headline }}</h1>{% for p in story.body %}<p>{{ p }}'
    "</p>{% endfor %}<p class=byline>By {{ story.author }}</p>{% endblock %}",
    "page.html": "<!doctype html><html><head><title>{{ title }}</title></head><body><article><h1>{{ headline }}</h1>"
    "<p>{{ lede }}</p><p>{{ body|safe }}</p></article></body></html>",
    "erb.html": "<html><body><h1><%= @story.title %></h1><% @story.body.each do |p| %><p><%= p %></p><% end %></body></html>",
    "mustache.html": "<html><body><h2>{{headline}}</h2>{{#paragraphs}}<p>{{{text}}}</p>{{/paragraphs}}</body></html>",
    "archetype.md": '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\n---\n\n{{ .Content }}\n',
    "loop.md": "{% for post in site.posts %}\n- [{{ post.title }}]({{ post.url }})\n{% endfor %}\n",
    "copy.txt": "{{ headline }}\n\n{{ byline }}\n\n{{ body }}\n",
    "item.nitf": "<nitf><body><body.head><hedline><hl1>{{ headline }}</hl1></hedline></body.head><body.content>"
    "<p>{{ body }}</p></body.content></body></nitf>",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_no_story(tmp_path, name):
    path = tmp_path / name
    path.write_text(TEMPLATES[name], encoding="utf-8")
    with pytest.raises(NewslintError, match=r"it is a template: “[{<]"):
        newslint.read(path)


def test_nor_is_one_in_word(tmp_path):
    path = tmp_path / "story.docx"
    path.write_bytes(documents.docx(*map(documents.paragraph, ("{{headline}}", "{{byline}}", "{{text}}"))))
    with pytest.raises(NewslintError, match="it is a template"):
        newslint.read(path)


def test_of_several_records_the_templates_are_told_alone():
    lines = '{"headline": "{{ title }}", "text": "{{ text }}"}\n{"headline": "Pier", "text": "The pier is closed."}\n'
    found = list(read_stories(JSONL[0], Source("a.jsonl", lines), Reading(FIELDS)))
    assert [isinstance(each, Unread) for each in found] == [True, False]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "# Council votes to close the pier\n\n{{< figure src=a.png >}}\n\nThe vote was on Monday.\n"),
        ("b.md", "---\ntitle: The ferry pier in pictures\n---\n\n{{< gallery >}}\n"),
        ("c.html", "<h1>Dear {{first_name}}</h1><p>The council voted on Monday to close the pier, it said.</p>"),
        ("d.txt", "The council voted on Monday.\n\nShe wrote {{x}} on the wall.\n"),
    ],
)
def test_a_story_with_such_a_sign_is_one(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert newslint.read(path).zones
