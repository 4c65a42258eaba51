"""Read a file in every way in which a reader or a program may get its words."""

import base64
import binascii
import gzip
import html
import json
import re
import unicodedata
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

_TAGS = re.compile(r"<[^>]*>")
_ZERO_WIDTH = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]")
"""Characters that no reader sees: between two letters they would hide a word."""

UNBROKEN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
"""Scripts that write no blanks between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese. Each letter counts as a word."""

_WORD = re.compile(rf"[{UNBROKEN}]|[^\W_{UNBROKEN}]+")
_JSON_CODES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_JSON_SIGNS = re.compile(r"\\[bfnrt/\"]")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{20,}")
_WRAPPED_LINE = re.compile(r"(?<=[A-Za-z0-9+/]{60})\r?\n(?=[A-Za-z0-9+/=])")
_GZIP = b"\x1f\x8b"


def split_words(text: str) -> list[str]:
    """The words of a text without letter case, marks, or signs that nobody sees; Unicode's forms of a letter are one."""
    return _WORD.findall(unicodedata.normalize("NFKC", _ZERO_WIDTH.sub("", text)).casefold())


def strip_tags(text: str, between: str = "") -> str:
    """A text without tags, and with what its character references stand for."""
    return html.unescape(_TAGS.sub(between, text))


def read_words(data: bytes) -> Iterator[list[str]]:
    """The words of a file, once for each way to read it.

    The ways: as it is, with the escapes of HTML (twice), JSON and addresses resolved; tags as words, as blanks and as nothing;
    unpacked if it is gzip; and whatever stands in it as base64.
    """
    if data.startswith(_GZIP):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return
    text = data.decode(errors="replace")
    seen: set[str] = set()
    for reading in [*_unescape(text), *_decode_base64(text)]:
        if reading not in seen:
            seen.add(reading)
            yield split_words(reading)


def _unescape(text: str) -> Iterator[str]:
    decoded = {text, _read_json(text), unquote(text)}
    for reading in decoded | {html.unescape(reading) for reading in decoded}:
        yield from (html.unescape(reading), strip_tags(reading, " "), strip_tags(reading))


def _read_json(text: str) -> str:
    text = _JSON_CODES.sub(lambda codes: json.loads(f'"{codes[0]}"'), text)
    return _JSON_SIGNS.sub(" ", text)


def _decode_base64(text: str) -> Iterator[str]:
    """Everything that may be base64, decoded from each of the four letters that its first group may begin with."""
    for found in _BASE64.finditer(_WRAPPED_LINE.sub("", text)):
        for offset in range(4):
            letters = found[0][offset:].replace("-", "+").replace("_", "/")
            try:
                data = base64.b64decode(letters[: len(letters) // 4 * 4], validate=True)
            except binascii.Error:
                continue
            decoded = data.decode(errors="replace")
            if decoded.count("\ufffd") * 4 < len(decoded):
                yield decoded
                yield strip_tags(decoded)
