"""Only UTF-8 is read, and what is not says which byte on which line."""

import pytest

from support.yaml_reading import source, told, tree, words


def test_a_mark_at_the_very_beginning_is_accepted() -> None:
    assert tree(b"\xef\xbb\xbflabel: x\n") == {"label": "x"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_another_unicode_encoding_is_named(encoding: str) -> None:
    found = source("label: Café\n".encode(encoding))
    assert found.root is None
    assert encoding[:6].upper() in words(found.problems[0])


def test_latin_1_is_told_with_byte_line_and_column() -> None:
    found = source("label: x\ntext: ca, café\n".encode("latin-1"))
    assert [(p.position.line, p.position.column) for p in found.problems] == [(2, 14)]
    assert "byte 0xE9 on line 2" in words(found.problems[0])
    assert found.root is None
    assert len(found.lines) == 2


def test_columns_count_characters_and_not_bytes() -> None:
    assert told("label: ééé".encode() + b"\xff") == [("yaml-encoding", 1, 11)]


@pytest.mark.parametrize(
    ("data", "part"), [(b"a: \xe2\x82", "ends in the middle"), (b"a: \xed\xa0\xbd\n", "Half of a character (U+D83D)")]
)
def test_broken_characters_are_told_as_what_they_are(data: bytes, part: str) -> None:
    assert part in words(source(data).problems[0])
    assert told(data) == [("yaml-encoding", 1, 4)]


@pytest.mark.parametrize("code", [0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x80, 0x9F, 0xFEFF, 0xFFFE, 0xFFFF])
def test_characters_that_nobody_sees_are_refused_with_their_code(code: int) -> None:
    found = source(f"label: x\ntext: ab{chr(code)}c\n")
    assert [(p.check, p.position.line, p.position.column) for p in found.problems] == [("yaml-character", 2, 9)]
    assert f"U+{code:04X}" in words(found.problems[0])
    assert found.root is None


def test_all_of_them_are_told_at_once() -> None:
    assert [line for _, line, _ in told("a: \x01\nb: c\nd: \x02\n")] == [1, 3]


def test_accents_emoji_and_joined_characters_are_kept() -> None:
    text = "e\u0301 👩\u200d👩\u200d👧 مرحبا \u200b"
    assert tree(f'a: "{text}"\n') == {"a": text}
