"""Whatever a stranger's file holds, each format reads it or says in words why not, soon and in little memory."""

import gzip
import io
import os
import subprocess
import sys
import zipfile

import pytest
from same_story import WRITERS, written

from newslint.engine.workspace import Workspace
from newslint.run.one_file import Checker
from newslint.run.outcome import StoryFile

PROOF = "NEWSLINT_CASES" in os.environ
SIZE = 19_000_000 if PROOF else 200_000  # bytes of what is only large
SECONDS, MEGABYTES = 2, 200

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><nitf>&i;</nitf>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body>&x;</body></nitf>'
)


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def large(unit):
    return (unit * (SIZE // len(unit) + 1)).encode()[:SIZE]


HOSTILE = {
    "nothing": b"",
    "a blank": b" \r\n\t",
    "NULs": b"\0" * 1000,
    "NULs in a tag": b"<nitf>\0\0</nitf>",
    "random bytes": bytes((i * 7919 + i // 3) % 256 for i in range(5000)),
    "not UTF-8": b'<?xml version="1.0" encoding="utf-8"?><nitf><body>\xff\xfe\x81\x8d</body></nitf>',
    "an unknown encoding": b'<?xml version="1.0" encoding="x-none"?><nitf><body>\xe9</body></nitf>',
    "UTF-16 without a mark": "<nitf><body><p>copy</p></body></nitf>".encode("utf-16-le"),
    "an entity bomb": BOMB.encode(),
    "an entity from outside": OUTSIDE.encode(),
    "a gzip bomb": gzip.compress(b"{}\n" * 40_000_000 if PROOF else b"{}\n" * 8_000_000, 6),
    "a zip bomb": zipped(word__document_dot_xml=b"<w:p>" + b"a" * 60_000_000, content_dot_xml=b"a" * 60_000_000),
    "half a zip": zipped(word__document_dot_xml=b"<w:p>text</w:p>")[:60],
    "depth in tags": large("<p><b>"),
    "depth in objects": large('{"a":'),
    "depth in lists": large("["),
    "depth in quotations": large("> "),
    "openings": large("<"),
    "comments": large("<!--"),
    "entities": large("&amp"),
    "attributes": b"<html " + large('a="b" '),
    "an open string": b'{"headline": "' + large("a \\n "),
    "backslashes": b'{"headline": "' + large("\\"),
    "quotation marks": large('"'),
    "commas": large(","),
    "line ends": large("\r\n"),
    "carriage returns": large("\r"),
    "control bytes": large("\x01\x02\x03\x16"),
    "headers": large("Subject: a\r\n"),
    "encoded words": b"Subject: " + large("=?utf-8?q?=61?= "),
    "stars": large("*a "),
    "underlines": large("===\n"),
    "back ticks": large("`a "),
    "brackets": large("[a]("),
    "one long line": large("word "),
    "many short lines": large("word\n\n"),
}


@pytest.fixture(scope="module")
def checker():
    return Checker(Workspace(config_file=None))


def endings():
    return sorted(Workspace(config_file=None).plugins.endings.known)


@pytest.mark.parametrize("ending", endings())
def test_a_file_that_is_broken_is_read_or_refused_in_words(checker, ending):
    for what, data in HOSTILE.items():
        if len(data) > 1_000_000 or (len(data) > 100_000 and "bomb" not in what and not PROOF):
            data = data[:100_000] if "bomb" not in what else data
        _, outcome = checker.check_file(StoryFile(f"story{ending}", data))
        said = outcome.failure or outcome.absent
        assert "fault of newslint" not in said, f"{what}: {said}"
        assert said or outcome.stories or outcome.broken, what


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_is_cut_off_is_read_or_refused_in_words(checker, name):
    ending, data = written(name)
    for part in range(1, 40):
        _, outcome = checker.check_file(StoryFile(f"story{ending}", data[: len(data) * part // 40]))
        assert "fault of newslint" not in (outcome.failure or outcome.absent)


CODE = """
import resource, sys, time
from newslint.engine.workspace import Workspace
from newslint.run.one_file import Checker
from newslint.run.outcome import StoryFile

def most_memory():  # in KB; what `resource` tells begins with what the parent had
    try:
        with open("/proc/self/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

checker = Checker(Workspace(config_file=None))
name, file = sys.argv[1:]
checker.check_file(StoryFile(name, b"x"))
data = open(file, "rb").read()
start = time.process_time()
_, outcome = checker.check_file(StoryFile(name, data))
spent = time.process_time() - start
print(round(spent, 2), most_memory() // 1024, outcome.failure or outcome.absent or f"{outcome.stories} stories")
"""


@pytest.mark.skipif(not PROOF, reason="of full size in make proof alone: it takes minutes")
@pytest.mark.parametrize("ending", endings())
@pytest.mark.parametrize("what", HOSTILE)
def test_a_large_file_takes_little_time_and_memory(tmp_path, ending, what):
    file = tmp_path / "data"
    file.write_bytes(HOSTILE[what])
    done = subprocess.run(
        [sys.executable, "-c", CODE, f"story{ending}", str(file)], capture_output=True, text=True, check=True
    )
    seconds, megabytes, said = done.stdout.split(" ", 2)
    print(ending, what, done.stdout)
    assert "fault of newslint" not in said
    if "stories" not in said:  # what is read is given the time of its size
        assert float(seconds) <= SECONDS, done.stdout
        assert int(megabytes) <= MEGABYTES, done.stdout
