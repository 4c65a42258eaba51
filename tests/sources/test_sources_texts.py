"""What an owner wrote comes out as it was written, and says where it stood."""

import pytest

from guildbook.sources import Mapping, Scalar, Sequence
from support.yaml_reading import plain, source, tree


@pytest.mark.parametrize(
    "written", ["no", "NO", "on", "~", "null", "1.10", "010", "0123456", "1e3", "12:30", "22:30", "2026-02-30", "=", ".inf"]
)
def test_a_value_stays_the_text_that_was_written(written: str) -> None:
    assert tree(f"label: {written}\n") == {"label": written}
    assert tree(f"{written}: label\n") == {written: "label"}


@pytest.mark.parametrize(
    "value",
    [
        "Bonjour\u00a0! Soyez gentils\u202f:oui\u3000.",
        "注意：不要发广告",
        "\u201cBe kind\u201d",
        "R&D, a*b, why? yes! C# is fine, https://example.org/#top too",
        "-b",
        "?b",
        ":b",
    ],
)
def test_ordinary_text_is_left_alone(value: str) -> None:
    assert tree(f"text: {value}\nsigns:\n  - {value}\nnote: |\n  {value}\n") == {
        "text": value,
        "signs": [value],
        "note": f"{value}\n",
    }


def test_nothing_after_a_colon_is_none_and_an_empty_text_is_a_text() -> None:
    assert tree("label:\nshort: ''\nsigns:\n  - \n  - a\n") == {"label": None, "short": "", "signs": ["", "a"]}


def test_a_block_keeps_its_last_line_end() -> None:
    assert tree("a: |\n  one\n  two\nb: >-\n  one\n  two\n") == {"a": "one\ntwo\n", "b": "one two"}


def test_braces_alone_come_through_as_a_mapping_without_a_value() -> None:
    assert tree("text: {member}\nlist: [Name]\n") == {"text": {"member": None}, "list": ["Name"]}


def test_every_node_says_where_it_stands_and_how_it_was_written() -> None:
    root = source("label: No spam\nsigns:\n  - 'many posts'\ntext: |\n  One\n").root
    assert root
    label, signs, text = root.entries
    assert isinstance(label.value, Scalar)
    assert isinstance(signs.value, Sequence)
    assert isinstance(text.value, Scalar)
    item = signs.value.items[0]
    assert isinstance(item, Scalar)
    places = [(at.line, at.column, at.length) for at in (label.key_at, label.value.at, item.at, text.value.at)]
    assert places == [(1, 1, 5), (1, 8, 7), (3, 5, 12), (4, 7, 1)]
    assert [label.value.style, item.style, text.value.style] == ["plain", "quoted", "block"]
    assert signs.value.at.line == 3
    assert label.value.at.file == "content/rules.yml"


def test_a_text_over_two_lines_is_underlined_on_its_first() -> None:
    root = source("label: No spam\n  at all\n").root
    assert root
    assert root.entries[0].value
    assert root.entries[0].value.at.length == len("No spam")


def test_a_single_line_of_dashes_may_begin_a_file() -> None:
    assert tree("# ours\n---\nlabel: x\n") == {"label": "x"}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_gives_the_same(end: str) -> None:
    text = "label: No spam\ntext: |\n  One\n\n  Two\nsigns:\n  - a\n"
    assert source(text.replace("\n", end)) == source(text)


def test_a_problem_does_not_take_the_rest_of_the_file_away() -> None:
    found = source("label: *bold\nshort: x\nshort: y\n")
    assert plain(found.root) == {"label": "*bold", "short": "x"}
    assert isinstance(found.root, Mapping)
    assert len(found.problems) == 2
