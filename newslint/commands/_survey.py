"""What lies in a content repository: where its stories are, which keys their front matter has, how they are dated."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from newslint.base.globs import is_no_story
from newslint.base.record import NamedTuple
from newslint.base.typed import Any
from newslint.engine.workspace import Workspace
from newslint.formats import FIELDS, Reading
from newslint.model.story import Story
from newslint.run.story_files import HIDDEN, SKIPPED_FOLDERS

MOST_READ = 400  # stories that are read, from all over the repository
_LEAST_WORDS = 60  # of a text without front matter that is taken for a story
_PARTS_OF_SITES = frozenset(("archetypes", "assets", "layouts", "public", "static", "themes", "vendor"))
_COMMON = 0.02  # of the stories must have a key before it is proposed
# What newsrooms call their fields, beside the names that newslint knows without being told.
_ALSO: Mapping[str, tuple[str, ...]] = {
    "headline": ("hed", "titel", "titre", "titulo", "título", "headline_text"),
    "deck": (
        *("dek", "subheadline", "subheading", "sub_title", "sub_headline", "teaser", "abstract", "intro"),
        *("strapline", "lead", "vorspann", "chapo", "bajada", "unterzeile"),
    ),
    "section": ("rubric", "rubrik", "eyebrow", "topline", "dachzeile"),
    "byline": (
        *("reporter", "reporters", "writer", "writers", "by", "journalist", "contributor", "contributors", "creator"),
        *("autor", "autores", "autoren", "auteur", "redakteur"),
    ),
    "dateline": ("place", "location", "ort"),
    "caption": ("photo_caption", "picture_caption", "featured_image_caption", "bildunterschrift"),
    "credit": ("photo_credit", "picture_credit", "photographer", "photo_by"),
    "date": (
        *("published_at", "published_on", "publish_date", "publication_date", "pub_date", "date_published", "posted"),
        *("post_date", "created_at", "datum", "fecha"),
    ),
    "kind": ("story_type", "article_type", "genre"),
    "language": ("locale", "lng", "sprache"),
}  # fmt: skip


class Survey(NamedTuple):
    """What was seen: `folders` with the endings of the stories in them, the files beside them that are none."""

    stories: int
    read: int
    folders: Mapping[str, Collection[str]]
    others: Sequence[str]
    keys: Counter[str]
    dated: int
    damaged: int
    inside: Collection[str]  # folders in which stories lie

    def fields(self) -> dict[str, list[str]]:
        """The keys for each field, where the repository has others than those that newslint knows."""
        found = {}
        for field, also in _ALSO.items():
            more = [key for key in self._in_use(also) if key.casefold() not in FIELDS[field]]
            if more:
                found[field] = [*self._in_use(FIELDS[field]), *more]
        return found

    def known(self) -> dict[str, list[str]]:
        """The keys in use that newslint reads without being told."""
        return {field: keys for field, names in FIELDS.items() if (keys := self._in_use(names))}

    def _in_use(self, names: Sequence[str]) -> list[str]:
        least = max(1, self.read * _COMMON)
        there = {key.casefold(): key for key, number in self.keys.items() if number >= least}
        return [there[name] for name in names if name in there]

    def patterns(self) -> list[str]:
        """What `stories:` may say, to mean these and those to come."""
        found = []
        for folder, endings in sorted(self.folders.items()):
            names = [ending[1:] for ending in sorted(endings)]
            ending = names[0] if len(names) == 1 else "{" + ",".join(names) + "}"
            found.append(f"{folder}/**/*.{ending}" if folder else f"/*.{ending}")
        return found

    def kinds(self, known: Mapping[str, str]) -> dict[str, str]:
        """The folders whose names say of what kind their stories are."""
        found: dict[str, str] = {}
        for folder in sorted(self.inside):
            name = folder.rpartition("/")[2].casefold()
            kind = known.get(name) or known.get(name.removesuffix("s"))
            if kind and kind != "news" and not any(folder.startswith(f"{other}/") for other in found):
                found[folder] = kind
        return found


def survey(folder: str, workspace: Workspace) -> Survey:
    """Look at a repository, at the files that are stories by their endings."""
    files = list(_texts_below(folder, workspace.plugins.endings.by_nature))
    step = max(1, len(files) // MOST_READ)
    keys: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    folders: dict[str, set[str]] = {}
    inside: set[str] = set()
    for path in files[::step]:
        story = _read(os.path.join(folder, path), workspace)
        if story is None:
            continue
        tally["read"] += 1
        tally["dated"] += story.date is not None
        tally["damaged"] += bool(story.damage)
        keys.update(key for key, value in story.metadata.items() if isinstance(key, str) and _says_something(value))
        top, _, rest = path.partition("/")
        folders.setdefault(top if rest else "", set()).add(os.path.splitext(path)[1].lower())
        inside |= set(_parents(path))
    named = [path for path in files if path.partition("/")[0] in folders or ("" in folders and "/" not in path)]
    others = sorted({name for path in named if _is_no_story(name := path.rpartition("/")[2])})
    stories = sum(not _is_no_story(path.rpartition("/")[2]) for path in named)
    return Survey(stories, tally["read"], folders, others, keys, tally["dated"], tally["damaged"], inside)


def _texts_below(folder: str, endings: Collection[str]) -> Iterator[str]:
    """Files that may be stories, by their paths below the folder with slashes."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not (f[0] == "." or f in SKIPPED_FOLDERS or f in _PARTS_OF_SITES))
        for name in sorted(files):
            if not name.startswith(HIDDEN) and os.path.splitext(name)[1].lower() in endings:
                yield os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")


def _is_no_story(name: str) -> bool:
    return name.startswith("_") or is_no_story(name)


def _read(path: str, workspace: Workspace) -> Story | None:
    """A story; nothing for a page of another sort or one that cannot be read."""
    if _is_no_story(os.path.basename(path)):
        return None
    try:
        story = workspace.read(workspace.open(path), Reading())
    except Exception:  # no text, or one that a format falls over: `check` will say so
        return None
    if any(key.casefold() in (*FIELDS["headline"], *_ALSO["headline"]) for key in map(str, story.metadata)):
        return story
    return story if len(story.prose.text.split()) >= _LEAST_WORDS else None


def _says_something(value: Any) -> bool:
    return value not in (None, "", [], False, True)


def _parents(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
