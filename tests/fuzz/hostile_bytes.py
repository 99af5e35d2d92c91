"""Files that are hardly text: encodings, broken bytes, controls, what other programs write."""

import base64
import gzip
import random
import zlib

STORY = """\
Council closes the old bridge

By Jane Smith

SALTMERE, March 3 (Courier) - The council voted on Monday, March 3, 2026, to close the old bridge to lorries.

"It is 90 years old," said Mayor Ann O'Neill. “Repairs will take until spring,” she added.

Dr. Lee, 41, said 3,000 people and 4% of the the traders crossed it in 2025.
"""


def fill(text: str, size: int) -> str:
    """A text again and again up to a size."""
    return (text * (size // max(1, len(text)) + 1))[: max(size, 0)]


def noise(rng: random.Random, size: int) -> bytes:
    return rng.randbytes(size)


def noise_after_a_story(rng: random.Random, size: int) -> bytes:
    return STORY.encode() + rng.randbytes(size) + STORY.encode()


def utf_16_with_a_mark(rng: random.Random, size: int) -> bytes:
    return fill(STORY, size // 2).encode("utf-16")


def utf_16_big_without_a_mark(rng: random.Random, size: int) -> bytes:
    return fill(STORY, size // 2).encode("utf-16-be")


def utf_16_cut_in_half(rng: random.Random, size: int) -> bytes:
    return b"\xff\xfe" + fill(STORY, size // 2).encode("utf-16-le")[1:]


def utf_16_of_lone_surrogates(rng: random.Random, size: int) -> bytes:
    return b"\xff\xfe" + b"\x00\xd8" * (size // 2)


def utf_32(rng: random.Random, size: int) -> bytes:
    return fill(STORY, size // 4).encode("utf-32")


def utf_32_beyond_unicode(rng: random.Random, size: int) -> bytes:
    return b"\xff\xfe\x00\x00" + b"\xff\xff\xff\x7f" * (size // 4)


def utf_7(rng: random.Random, size: int) -> bytes:
    return fill(STORY, size // 2).encode("utf-7")


def broken_utf_8(rng: random.Random, size: int) -> bytes:
    parts = (
        b"\xc3",
        b"\xe2\x80",
        b"\xf0\x9f\x98",
        b"\xed\xa0\x80",
        b"\xc0\xaf",
        b"\xf8\x88\x80\x80\x80",
        b"word ",
        b"\xfe\xff",
        b"\n",
    )
    return b"".join(rng.choice(parts) for _ in range(size // 2))


def one_broken_byte_at_the_end(rng: random.Random, size: int) -> bytes:
    return fill(STORY, size).encode() + b"\xe2"


def continuation_bytes(rng: random.Random, size: int) -> bytes:
    return b"\x80" * size


def windows_1252(rng: random.Random, size: int) -> bytes:
    return fill("\u201cCaf\u00e9\u201d, said Ren\u00e9 \u2013 \u2018so\u2019\u2026 \u20ac5\n\n", size).encode(
        "cp1252"
    )


def undefined_in_windows_1252(rng: random.Random, size: int) -> bytes:
    return b"A caf\x81\x8d\x8f\x90\x9d said \x93so\x94. " * (size // 28)


def nul_bytes(rng: random.Random, size: int) -> bytes:
    return b"\0" * size


def nul_between_letters(rng: random.Random, size: int) -> bytes:
    return b"\0".join(bytes([byte]) for byte in fill(STORY, size // 2).encode("utf-8", "replace"))


def one_nul_in_a_story(rng: random.Random, size: int) -> bytes:
    return fill(STORY, size).encode() + b"\0" + STORY.encode()


def byte_order_marks(rng: random.Random, size: int) -> bytes:
    return b"\xef\xbb\xbf" * (size // 3)


def mark_before_front_matter(rng: random.Random, size: int) -> bytes:
    return b"\xef\xbb\xbf" * 2 + b"---\ntitle: x\n---\n" + fill(STORY, size).encode()


def every_control(rng: random.Random, size: int) -> bytes:
    return bytes(rng.choice(range(32)) for _ in range(min(size, 300_000)))


def escapes_for_a_terminal(rng: random.Random, size: int) -> bytes:
    parts = (
        "\x1b[2J",
        "\x1b]0;owned\x07",
        "\x1b]8;;http://x.test\x1b\\",
        "\x9b31m",
        "\x07",
        "the the ",
        "“",
        "\x1bP",
        "\n::error::x\n",
    )
    return "".join(rng.choice(parts) for _ in range(size // 5)).encode()


def all_line_ends(rng: random.Random, size: int) -> bytes:
    ends = (
        b"\n",
        b"\r",
        b"\r\n",
        b"\n\r",
        b"\r\r\n",
        b"\x0b",
        b"\x0c",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
        b"\xe2\x80\xa9",
    )
    return b"".join(b"The council said so so." + rng.choice(ends) for _ in range(size // 25))


def carriage_returns_alone(rng: random.Random, size: int) -> bytes:
    return fill(STORY, size).replace("\n", "\r").encode()


def only_line_feeds(rng: random.Random, size: int) -> bytes:
    return b"\n" * size


def only_carriage_returns(rng: random.Random, size: int) -> bytes:
    return b"\r" * size


def lone_surrogates(rng: random.Random, size: int) -> str:
    return fill("\ud800 said \udfff\ud83d “the \udc00 the” said\n\n", size // 2)


def garbled_once(rng: random.Random, size: int) -> str:
    return fill("â€œCafÃ© Ã¢â‚¬â„¢ donâ€™tâ€\x9d Ã\xa0 â‚¬ ï»¿ Â£5 Ã¼ber ", size // 2)


def garbled_many_times(rng: random.Random, size: int) -> str:
    text = "“Café” – naïve’s"
    for _ in range(6):
        text = text.encode("utf-8").decode("cp1252", "replace")
    return fill(text + " ", size // 3)


def gzip_of_a_story(rng: random.Random, size: int) -> bytes:
    return gzip.compress(fill(STORY, size * 3).encode(), mtime=0)


def zip_of_nothing(rng: random.Random, size: int) -> bytes:
    return b"PK\x03\x04" + zlib.compress(b"\0" * size) + b"PK\x05\x06" + b"\0" * 18


def pdf(rng: random.Random, size: int) -> bytes:
    return b"%PDF-1.7\n1 0 obj << /Length 9 >> stream\n" + rng.randbytes(size) + b"\nendstream endobj\n%%EOF"


def rtf(rng: random.Random, size: int) -> str:
    return "{\\rtf1\\ansi " + fill("{\\b \\'93The the council\\'94 said\\par}\n", size) + "}"


def base64_of_noise(rng: random.Random, size: int) -> bytes:
    return base64.b64encode(rng.randbytes(size * 3 // 4))


def base64_in_lines(rng: random.Random, size: int) -> bytes:
    return base64.encodebytes(rng.randbytes(size * 3 // 4))


def quoted_printable(rng: random.Random, size: int) -> str:
    return fill("=E2=80=9CSo,=E2=80=9D said the the =\nmayor.=20\n", size)


def every_sign_of_unicode(rng: random.Random, size: int) -> str:
    return "".join(
        chr(rng.choice((rng.randrange(0xD800), rng.randrange(0xE000, 0x110000)))) for _ in range(size // 4)
    )


def letters_without_case(rng: random.Random, size: int) -> str:
    return fill("東京の市長は「橋を閉じる」と言った。" * 7 + "\n\n", size // 3)


def right_to_left(rng: random.Random, size: int) -> str:
    return fill("قال رئيس البلدية «سنغلق الجسر» \u202eabc\u202c \u2067x\u2069 אמר \u200f", size // 2)


def folding_changes_length(rng: random.Random, size: int) -> str:
    return fill("İSTANBUL ŉ ǰ ΐ ﬃ ẞ ß said İ İ “ﬁﬁ” ", size // 2)


def emoji_joined(rng: random.Random, size: int) -> str:
    return fill("👩\u200d👩\u200d👧\u200d👦🏿\ufe0f" + "\u200d", size // 20)


def zalgo(rng: random.Random, size: int) -> str:
    return fill("s" + "\u0336\u0489\u035b\u0321" * 20 + "aid ", size // 2)


def one_letter_and_its_marks(rng: random.Random, size: int) -> str:
    return "“e" + "\u0301" * (size // 2) + "” said"


def a_single_byte(rng: random.Random, size: int) -> bytes:
    return rng.choice((b"\xef", b"-", b"{", b'"', b"\0", b"a", b"\xff", b"+", b"#", b"<", b"&", b"\r"))


def nothing(rng: random.Random, size: int) -> bytes:
    return b""


BYTES = tuple(
    value
    for name, value in list(globals().items())
    if callable(value) and getattr(value, "__module__", "") == __name__ and name != "fill"
)
