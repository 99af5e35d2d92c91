"""What a fuzzer calls with bytes of its own: they are read, checked and fixed as a story, and nothing may break.

`make fuzz` runs it for FUZZ_SECONDS (an hour) by atheris, which watches newslint's branches and looks for new ones.
Without atheris (`pip install atheris`: it has wheels for Linux only) it says so and mutates what it has by chance.
What broke is written to a file, and its name printed; `python -m fuzz.target FILE` tries that one again.
"""

import argparse
import faulthandler
import hashlib
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import NamedTuple

from .counts import SEED
from .limited import MB

SLOW = 120  # seconds for one story beyond which it counts as hung, on a busy machine and watched by atheris
MOST = 20_000  # bytes of a story
_ENDINGS = (".txt", ".md", ".mdx", ".markdown")


class Fault(AssertionError):
    """Something that newslint must never do to a story."""


class Parts(NamedTuple):
    """What newslint is called by; imported only when the fuzzer is ready to watch it."""

    decode: Callable[..., object]
    unreadable: type[Exception]
    refused: type[Exception]
    newslint: object
    source: Callable[..., object]


def parts() -> Parts:
    """Import what is fuzzed, all of it: newslint imports much only when a story asks for it."""
    import newslint
    from newslint.base.errors import NewslintError
    from newslint.base.text import Source, UnreadableStory, decode

    for module in walk_packages(newslint.__path__, "newslint."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return Parts(decode, UnreadableStory, NewslintError, newslint, Source)


def try_story(data: bytes, known: Parts) -> None:
    """Read, check, show and fix some bytes; raises Fault, or whatever newslint itself raises.

    The first byte says which format they are taken for and whether fixes that are only offered are made as well.
    """
    if not data:
        return
    path, offers = "a" + _ENDINGS[data[0] % 4], bool(data[0] & 4)
    try:
        source = known.decode(data[1:], path)
    except known.unreadable:
        return
    if source.encode(source.text) != data[1:]:
        raise Fault("read and written back, the story has other bytes")
    text = source.text
    news = known.newslint
    try:
        found = news.check(text, path=path, min_confidence="low")
    except known.refused as error:
        if type(error) is not known.refused:
            raise  # a rule or a plugin that broke
        return  # there is no story in it, and that is said
    for finding in found:
        news.locate(finding, source)
        edits = [edit.span for fix in finding.fixes for edit in fix.edits]
        for span in (finding.span, *(other.span for other in finding.related), *edits):
            if not 0 <= span.start <= span.end <= len(text):
                raise Fault(f"{finding.rule} marks {span} in a text of {len(text)}")
    done = news.fix(text, path=path, offers=offers)
    made, at = "", 0
    for span, new in done.edits:
        made += text[at : span.start] + new
        at = span.end
    if made + text[at:] != done.text:
        raise Fault("the edits do not make the text that was fixed")
    if news.fix(done.text, path=path, offers=offers).text != done.text:
        raise Fault("fixed a second time, the story changes again")


def seeds() -> list[bytes]:
    """What fuzzing begins with: the stories of the project, and small hostile files."""
    from .hostile import sample

    root = Path(__file__).parent.parent.parent
    stories = [*(root / "examples").rglob("*.md"), *(root / "tests" / "stories").rglob("*.txt")]
    found = [bytes([index % 8]) + path.read_bytes()[:MOST] for index, path in enumerate(sorted(stories))]
    return found + [bytes([index % 8]) + each.data()[:2000] for index, each in enumerate(sample(200))]


def by_chance(rng: random.Random, pool: Sequence[bytes]) -> bytes:
    """One of the seeds with pieces cut out, doubled, swapped with those of another, and bytes changed."""
    data = bytearray(rng.choice(pool))
    for _ in range(rng.choice((1, 1, 2, 4, 8))):
        start = rng.randrange(len(data) + 1)
        end = min(len(data), start + int(rng.expovariate(0.05)))
        other = rng.choice(pool)
        begin = rng.randrange(len(other))
        piece = other[begin : begin + int(rng.expovariate(0.05))]
        data[start:end] = rng.choice(
            (b"", bytes(data[start:end]) * 2, piece, rng.randbytes(1), piece + bytes(data[start:end]))
        )
    return bytes(data[:MOST])


def _without_atheris(seconds: float, seed: int, folder: Path) -> int:
    """Mutate the seeds by chance until the time is over, or something breaks."""
    known, rng, pool = parts(), random.Random(seed), seeds()
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = by_chance(rng, pool)
        faulthandler.dump_traceback_later(SLOW, exit=True)
        try:
            try_story(data, known)
        except Exception as error:
            file = folder / f"crash-{hashlib.sha256(data).hexdigest()[:16]}"
            file.write_bytes(data)
            print(f"{type(error).__name__}: {error}\n{count:,} stories (seed {seed}); this one is in {file}")
            raise
        count += 1
    faulthandler.cancel_dump_traceback_later()
    print(f"{count:,} stories read, checked and fixed without a fault (seed {seed})")
    return 0


def _with_atheris(atheris: object, seconds: float, seed: int, folder: Path) -> int:
    """Let atheris look for branches that no story has taken yet."""
    with atheris.instrument_imports(include=["newslint"]):
        known = parts()
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    for data in seeds():
        (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    flags = [f"-max_total_time={int(seconds)}", f"-timeout={SLOW}", "-rss_limit_mb=1024", f"-max_len={MOST}"]
    flags += [f"-seed={seed}", f"-artifact_prefix={folder}{os.sep}", str(corpus)]
    atheris.Setup([sys.argv[0], *flags], lambda data: try_story(data, known))
    atheris.Fuzz()
    return 0


def main() -> int:
    """Fuzz for a time, or try the files that are named."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.target", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=float(os.environ.get("FUZZ_SECONDS", "3600")))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--folder", type=Path, default=Path(".fuzz"), help="where what broke is kept")
    asked = parser.parse_args()
    os.environ["NEWSLINT_PLUGINS"] = ""
    for file in asked.files:
        try_story(file.read_bytes()[: MB * 20], parts())
    if asked.files:
        return 0
    asked.folder.mkdir(exist_ok=True)
    try:
        import atheris
    except ImportError:
        print("atheris is not here (pip install atheris; wheels for Linux only): stories are mutated by chance")
        return _without_atheris(asked.seconds, asked.seed, asked.folder)
    return _with_atheris(atheris, asked.seconds, asked.seed, asked.folder)


if __name__ == "__main__":
    sys.exit(main())
