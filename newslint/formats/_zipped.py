"""Documents that are zip files (.docx, .odt): parts read within limits, changed ones written, all else left as it is.

The zipfile of the standard library reads such files, but cannot copy a part as it stands: to write one anew by it
inflates and packs every picture again. What is needed here is little: a list, and parts by zlib.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping

from newslint.base.record import NamedTuple
from newslint.base.text import UnreadableStory
from newslint.base.writing import UnwrittenStory

MOST_INFLATED = 20 << 20  # bytes of a part; the text of a thousand pages has five million
MOST_MEMBERS = 20_000
_LIST_END = struct.Struct("<4s4H2LH")  # the end of the list of contents
_ENTRY = struct.Struct("<4s6H3L5H2L")  # an entry of that list
_LOCAL = struct.Struct("<4s5H3L2H")  # what stands before each part
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _SIZES_FOLLOW = 1, 8  # flags
_ZIP64 = 0xFFFFFFFF
_ZIP64_EXTRA = 1
_1980 = 0x21  # the first day that a zip file can tell
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Member(NamedTuple):
    """A part of a zip file: where its entry in the list begins, and what that says; sizes are in bytes."""

    entry: int
    start: int
    packed: int
    inflated: int
    check: int
    method: int
    flags: int


class Zipped:
    """A zip file's parts by name. Raises UnreadableStory where it is none, or broken; nothing goes to disk."""

    def __init__(self, data: bytes, kind: str) -> None:
        self.data = data
        self.kind = kind  # "Word document": for what is said of it
        self.members: dict[str, Member] = {}
        self._end, self._list = self._find_list()
        for name, member in self._entries():
            if name in self.members:
                raise UnreadableStory(f"it is no sound {kind}: it has two parts of one name, {name[:80]!r}")
            self.members[name] = member

    def _broken(self, why: str) -> UnreadableStory:
        return UnreadableStory(f"it is no whole {self.kind}: {why}")

    def _find_list(self) -> tuple[int, int]:
        data = self.data
        if data.startswith(_OLD_OFFICE):
            raise UnreadableStory(_old(data, self.kind))
        if not data.startswith(b"PK"):
            raise self._broken("such a file is a zip file, and begins with “PK”")
        end = data.rfind(b"PK\5\6", -_LIST_END.size - 0xFFFF)
        if end < 0 or end + _LIST_END.size > len(data):
            raise self._broken("its end is missing (a zip file ends with a list of its contents)")
        _, disk, _, _, number, size, start, _ = _LIST_END.unpack_from(data, end)
        if disk or _ZIP64 in (size, start):
            raise self._broken("it is a zip file in several pieces, or of a form for larger ones: save it again")
        if number > MOST_MEMBERS or start + size > end:
            raise self._broken("its list of contents is damaged")
        return end, start

    def _entries(self) -> Iterator[tuple[str, Member]]:
        data, at = self.data, self._list
        for _ in range(_LIST_END.unpack_from(data, self._end)[4]):
            if at + _ENTRY.size > self._end:
                raise self._broken("its list of contents is damaged")
            found = _ENTRY.unpack_from(data, at)
            signature, flags, method, check, packed, inflated = found[0], found[3], found[4], *found[7:10]
            name, extra, comment, start = *found[10:13], found[16]
            if signature != b"PK\1\2" or _ZIP64 in (packed, inflated, start) or start + packed > self._list:
                raise self._broken("its list of contents is damaged")
            first = at + _ENTRY.size
            encoding = "utf-8" if flags & 0x800 else "cp437"
            yield (
                data[first : first + name].decode(encoding, "replace"),
                Member(at, start, packed, inflated, check, method, flags),
            )
            at = first + name + extra + comment

    def read(self, name: str, most: int = MOST_INFLATED) -> bytes | None:
        """A part's bytes, of which no more than `most` are inflated; None where there is none of that name."""
        member = self.members.get(name)
        if member is None:
            return None
        if member.flags & _ENCRYPTED:
            raise UnreadableStory(f"it is encrypted: open it with its password and save the {self.kind} without one")
        if member.inflated > most:
            raise self._too_large(name, most)
        packed = self.data[self._body(name, member) :][: member.packed]
        if member.method == _STORED:
            content = packed
        elif member.method == _DEFLATED:
            content = self._inflated(name, packed, most)
        else:
            raise UnreadableStory(f"its part {name} is packed in a way that no {self.kind} is")
        if len(content) != member.inflated or zlib.crc32(content) != member.check:
            raise self._broken(f"its part {name} is damaged")
        return content

    def _inflated(self, name: str, packed: bytes, most: int) -> bytes:
        inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflating.decompress(packed, most + 1)
        except zlib.error:
            raise self._broken(f"its part {name} is damaged") from None
        if len(content) > most:
            raise self._too_large(name, most)
        return content

    def _too_large(self, name: str, most: int) -> UnreadableStory:
        return UnreadableStory(f"its part {name} is larger than {most >> 20} MB once it is unpacked: no story is")

    def _body(self, name: str, member: Member) -> int:
        """Where the bytes of a part begin, behind what says so."""
        if member.start + _LOCAL.size > self._list:
            raise self._broken(f"its part {name} is damaged")
        found = _LOCAL.unpack_from(self.data, member.start)
        if found[0] != b"PK\3\4":
            raise self._broken(f"its part {name} is damaged")
        start: int = member.start + _LOCAL.size + found[9] + found[10]
        return start

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """The file with other bytes in some parts, or with parts it did not have; every other part as it stands."""
        data, out, moved = self.data, bytearray(), dict[int, tuple[int, int, int, int]]()
        placed = sorted(self.members.items(), key=lambda pair: pair[1].start)
        stops = [member.start for _, member in placed[1:]] + [self._list]
        if placed:
            out += data[: placed[0][1].start]
        for (name, member), stop in zip(placed, stops, strict=True):
            start, content = len(out), changed.get(name)
            if content is None:
                out += data[member.start : stop]
                moved[member.entry] = start, member.packed, member.inflated, member.check
                continue
            packed = _packed(content, member.method)
            out += self._local(name, member, packed, content) + packed
            moved[member.entry] = start, len(packed), len(content), zlib.crc32(content)
        new = {name: content for name, content in changed.items() if name not in self.members}
        entries = bytearray(data[self._list : self._end])
        for at, (start, size, inflated, check) in moved.items():
            first = at - self._list
            was = _ENTRY.unpack_from(data, at)
            other = size != was[8] or check != was[7] or inflated != was[9]
            flags = was[3] & ~_SIZES_FOLLOW if other else was[3]
            fields = (*was[:3], flags, *was[4:7], check, size, inflated, *was[10:16], start)
            _ENTRY.pack_into(entries, first, *fields)
        for name, content in new.items():
            local, entry = _new_part(name, content, len(out))
            out += local
            entries += entry
        return bytes(out + entries + self._list_end(len(out), len(entries), len(new)))

    def _list_end(self, start: int, size: int, more: int) -> bytes:
        found = list(_LIST_END.unpack_from(self.data, self._end))
        found[3:7] = found[3] + more, found[4] + more, size, start
        return _LIST_END.pack(*found) + self.data[self._end + _LIST_END.size :]

    def _local(self, name: str, member: Member, packed: bytes, content: bytes) -> bytes:
        """What stands before a changed part: as before, with its new sizes."""
        found = list(_LOCAL.unpack_from(self.data, member.start))
        first = member.start + _LOCAL.size
        named = self.data[first : first + found[9]]
        extra = b"".join(_without_sizes(self.data[first + found[9] : first + found[9] + found[10]]))
        found[2] &= ~_SIZES_FOLLOW
        found[6:9] = zlib.crc32(content), len(packed), len(content)
        found[10] = len(extra)
        return _LOCAL.pack(*found) + named + extra


def _without_sizes(extra: bytes) -> Iterator[bytes]:
    """The fields of a part's head that may stay when its size changes."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64_EXTRA:
            yield extra[at : at + 4 + size]
        at += 4 + size


def _packed(content: bytes, method: int) -> bytes:
    if method == _STORED:
        return content
    packing = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packing.compress(content) + packing.flush()


def _new_part(name: str, content: bytes, at: int) -> tuple[bytes, bytes]:
    """A part that the file did not have, and its entry in the list."""
    packed, named = _packed(content, _DEFLATED), name.encode("ascii")
    sizes = zlib.crc32(content), len(packed), len(content), len(named)
    local = _LOCAL.pack(b"PK\3\4", 20, 0, _DEFLATED, 0, _1980, *sizes, 0)
    entry = _ENTRY.pack(b"PK\1\2", 20, 20, 0, _DEFLATED, 0, _1980, *sizes, 0, 0, 0, 0, 0, at)
    return local + named + packed, entry + named


def _old(data: bytes, kind: str) -> str:
    """What is said of a file of the form that Office had before: encrypted files are packed in it to this day."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"it is encrypted: open it with its password and save the {kind} without one"
    return "it is a file of Word 97 to 2003 under another name: open it and save it as .docx"


def spliced(data: bytes, pieces: Mapping[tuple[int, int], bytes]) -> bytes:
    """Bytes in which stretches are replaced; none lies over another; raises UnwrittenStory."""
    out, at = list[bytes](), 0
    for (start, end), new in sorted(pieces.items()):
        if start < at:
            raise UnwrittenStory("two changes meet in one place of the document, so it was left as it was")
        out += (data[at:start], new)
        at = end
    return b"".join((*out, data[at:]))
