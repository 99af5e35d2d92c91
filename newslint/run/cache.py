"""The cached outcomes of a run's stories, looked up by content and by what they rest on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date as Date

from newslint.base.text import UnreadableStory, read_bytes
from newslint.base.typed import Any
from newslint.config.discovery import ConfigFinder
from newslint.run.cache_files import ResultFiles, digest_of, folder_for, key_of, shard_of
from newslint.run.fingerprint import Fingerprints
from newslint.run.outcome import Outcome, Said, StoryFile

MOST_HELD = 32 << 20  # bytes of stories that wait to be checked; those beyond are read a second time


class ResultCache:
    """The kept outcomes of a run's stories, each beside its configuration."""

    def __init__(self, finder: ConfigFinder, fingerprints: Fingerprints, *, facts: bool) -> None:
        self._finder = finder
        self._fingerprints = fingerprints
        self._facts = facts
        self._stores: dict[str, ResultFiles] = {}
        self._today = Date.today().isoformat()
        self._with_facts: list[tuple[str, str, str]] = []  # configuration, key, path
        self.damaged: list[str] = []
        self._sum = 0  # stands for all known stories and their contents, whatever their order

    def _place(self, path: str) -> tuple[str, str]:
        """The configuration of a path, and its key."""
        config = self._finder.file_for(os.path.dirname(path))
        return config, key_of(path, self._fingerprints.of(config))

    def _store(self, config: str) -> ResultFiles:
        if config not in self._stores:
            self._stores[config] = ResultFiles(folder_for(config))
        return self._stores[config]

    def known(self, paths: Sequence[str]) -> Iterator[Outcome | StoryFile]:
        """What is known of each path, or else the story with its bytes, which have been read to tell.

        They come by file of the cache, so that one is in memory at a time.
        """
        held = 0
        places = sorted((config, shard_of(key), key, path) for path in paths for config, key in (self._place(path),))
        for config, _, key, path in places:
            try:
                data = read_bytes(path)
            except UnreadableStory as error:
                yield Outcome(path, failure=str(error))
                continue
            digest = digest_of(data)
            outcome = self._store(config).get(path, key, digest, self._today, facts=self._facts)
            if outcome is None:
                held += len(data)
                yield StoryFile(path, data if held < MOST_HELD else None)
                continue
            if self._facts:
                self._with_facts.append((config, key, path))
                self._sum += int(key + digest, 16)
            yield outcome

    def known_facts(self) -> Iterator[Outcome]:
        """The known stories again, now with their facts; those whose facts are damaged go to `damaged`."""
        for config, key, path in self._with_facts:
            facts = self._store(config).facts(key)
            if facts is None:
                self.damaged.append(path)
            else:
                yield Outcome(path, facts=facts, repeated=True)

    def keep(self, digest: str, outcome: Outcome) -> None:
        """Keep what was worked out."""
        if digest and not (outcome.failure or outcome.broken):
            config, key = self._place(outcome.path)
            self._store(config).put(key, digest, outcome)

    def close(self) -> None:
        """Write what waits to be written."""
        for store in self._stores.values():
            store.close()

    def _key(self) -> str:
        return f"{self._sum % (1 << 256):x} {len(self._with_facts)} {self._today}"

    def judged(self) -> list[Said] | None:
        """What rules over several stories said of just these stories, if that is known."""
        return self._first().judged(self._key()) if self._with_facts else []

    def keep_judged(self, entries: list[Any]) -> None:
        """Keep what they said."""
        self._first().keep_judged(self._key(), entries)

    def _first(self) -> ResultFiles:
        return self._store(min(config for config, _, _ in self._with_facts))
