"""Text files that are packed by gzip or zstd: unpacked within limits, and packed again when they are fixed."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

from newslint.base.text import MAX_BYTES, Source, Span, UnreadableStory, decode
from newslint.base.typed import Any

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_GZIP_BITS = 31  # zlib's window for gzip
_PIECE = 1 << 16  # bytes that are unpacked at a time
_MOST_PARTS = 1_000  # that one gzip file may consist of, one after another
_NEED_ZSTD = "it is packed by zstd, which Python reads from 3.14 on; for older ones install “newslint[zstd]”"


class PackedSource(Source):
    """The text in a packed file. `data` are the bytes of the file, `pack` makes such bytes of others."""

    __slots__ = ("pack",)
    taken_out = True

    def __init__(self, inner: Source, data: bytes, pack: Callable[[bytes], bytes]) -> None:
        super().__init__(inner.path, inner.text, inner.encoding, inner.bom, data)
        self.pack = pack

    def with_text(self, text: str) -> Source:
        """Another text in a file packed in the same way."""
        return PackedSource(Source(self.path, text, self.encoding, self.bom), b"", self.pack)

    def rewritten(self, text: str, edits: Sequence[tuple[Span, str]]) -> bytes:
        """The bytes of the file with another text; raises UnicodeEncodeError."""
        return self.pack(self.encode(text))


def open_packed(data: bytes, path: str) -> Source:
    """A source from the bytes of a file that may be packed; raises UnreadableStory."""
    if data.startswith(_GZIP):
        return PackedSource(decode(_gunzipped(data), path), data, _gzipped)
    if data.startswith(_ZSTD):
        return PackedSource(decode(_unzstd(data), path), data, _zstd)
    if path.lower().endswith((".gz", ".zst")):
        raise UnreadableStory(f"it is not packed as its name says, or its beginning is damaged: {_named(path)}")
    return decode(data, path)


def _named(path: str) -> str:
    return "such a file begins with the bytes 1F 8B" if path.lower().endswith(".gz") else "zstd has 28 B5 2F FD there"


def _gunzipped(data: bytes) -> bytes:
    found: list[bytes] = []
    size = at = 0
    for _ in range(_MOST_PARTS):
        inflating: Any = zlib.decompressobj(_GZIP_BITS)
        while not inflating.eof:
            piece = inflating.unconsumed_tail or data[at : at + _PIECE]
            at += 0 if inflating.unconsumed_tail else len(piece)
            if not piece:
                raise _cut_off("gzip")
            try:
                text = inflating.decompress(piece, MAX_BYTES + 1 - size)
            except zlib.error:
                raise UnreadableStory(f"its gzip data are damaged near byte {at:,}") from None
            size += len(text)
            if size > MAX_BYTES:
                raise _too_large()
            found.append(text)
        at -= len(inflating.unused_data)
        if at >= len(data) or not data[at : at + _PIECE].strip(b"\0"):
            return b"".join(found)
    raise UnreadableStory(f"it consists of more than {_MOST_PARTS:,} gzip files one after another")


def _gzipped(data: bytes) -> bytes:
    packing = zlib.compressobj(9, zlib.DEFLATED, _GZIP_BITS)
    return packing.compress(data) + packing.flush()


def _too_large() -> UnreadableStory:
    return UnreadableStory(f"what is packed in it is larger than {MAX_BYTES >> 20} MB")


def _unzstd(data: bytes) -> bytes:
    kind, module = _zstd_module()
    found: list[bytes] = []
    size = 0
    try:
        for text in (_by_python if kind == "python" else _by_package)(module, data):
            size += len(text)
            if size > MAX_BYTES:
                raise _too_large()
            found.append(text)
    except module.ZstdError:
        raise UnreadableStory("its zstd data are damaged") from None
    return b"".join(found)


def _by_python(module: Any, data: bytes) -> Iterator[bytes]:
    """What is packed, piece by piece, by the module of Python 3.14."""
    while data:
        unpacking = module.ZstdDecompressor()
        while not unpacking.eof:
            text = unpacking.decompress(data, MAX_BYTES)
            data = b""
            yield text
            if not text and unpacking.needs_input and not unpacking.eof:
                raise _cut_off("zstd")
        data = unpacking.unused_data


def _by_package(module: Any, data: bytes) -> Iterator[bytes]:
    """The same by the package zstandard, which takes no limit: a thousand bytes unpack to 32 MB at most."""
    at = 0
    while at < len(data):
        unpacking = module.ZstdDecompressor(max_window_size=8 * MAX_BYTES).decompressobj()
        while not unpacking.eof:
            piece = data[at : at + 1000]
            if not piece:
                raise _cut_off("zstd")
            at += len(piece)
            yield unpacking.decompress(piece)
        at -= len(unpacking.unused_data)


def _cut_off(how: str) -> UnreadableStory:
    return UnreadableStory(f"it is cut off: its {how} data end in the middle")


def _zstd(data: bytes) -> bytes:
    kind, module = _zstd_module()
    packed: bytes = module.compress(data) if kind == "python" else module.ZstdCompressor().compress(data)
    return packed


def _zstd_module() -> tuple[str, Any]:
    """Python's own module, or the package; raises UnreadableStory where there is neither."""
    from importlib import import_module

    for kind, name in (("python", "compression.zstd"), ("package", "zstandard")):
        try:
            return kind, import_module(name)
        except ImportError:
            continue
    raise UnreadableStory(_NEED_ZSTD)
