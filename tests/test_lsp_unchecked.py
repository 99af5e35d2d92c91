"""Why a story is not checked, as editors show it; and texts that are open under two spellings of a URI."""

from lsprotocol import types

from newslint.base.errors import NewslintError
from newslint.lsp.checking import Checked
from newslint.lsp.diagnostics import Writer, nowhere
from newslint.lsp.documents import Documents, uri_of


def shown(error, path):
    [found] = Writer().of(Checked(None, error), uri_of(path), nowhere)
    return found.message


def test_the_file_is_named_where_it_is_not_the_story_itself(tmp_path):
    config, story = str(tmp_path / "newslint.yaml"), str(tmp_path / "story.md")
    error = NewslintError("this is no file that can be read", config)
    assert shown(error, story) == f"this story was not checked: {config}: this is no file that can be read"
    assert shown(NewslintError("it is too long", story), story) == "this story was not checked: it is too long"


def test_a_file_is_found_as_long_as_one_of_its_texts_is_open():
    documents = Documents()
    for uri in ("file:///news/story.md", "file:///news/st%6fry.md"):
        documents.open(types.TextDocumentItem(uri, "markdown", 1, uri))
    for gone, left in (("file:///news/st%6fry.md", "file:///news/story.md"), ("file:///news/story.md", None)):
        documents.close(gone)
        assert documents.text_at("/news/story.md") == left
