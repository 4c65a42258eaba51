"""Nothing that a file can hold crashes, hangs or takes long."""

from time import perf_counter

import pytest

from support.yaml_reading import source, told

MB = 1_000_000

LAUGHS = "a: &a [x, x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{'*' + chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20))

HARD = {
    "a billion laughs": LAUGHS,
    "a list that holds itself": "&a [*a]\n",
    "1,000 brackets": "[" * 1_000,
    "100,000 brackets": "[" * 100_000,
    "1 MB of brackets": "[" * MB,
    "100,000 braces": "{" * 100_000,
    "100,000 dashes on a line": "- " * 100_000,
    "steps of dashes": "".join(" " * (2 * i) + "-\n" for i in range(900)),
    "steps of keys": "".join(" " * i + "a:\n" for i in range(1_300)),
    "a text of 50 MB": "a: " + "x" * 50 * MB,
    "a quote and 1 MB": '"' + "x " * (MB // 2 - 1),
    "1 MB of quotes": "'" * MB,
    "1 MB of question marks": "a: " + "? " * (MB // 2 - 9),
    "lines of question marks": "?\n" * (MB // 2),
    "a key of 1 MB": "x" * (MB - 9) + ": y",
    "one key again and again": "a: 1\n" * (MB // 5),
    "100,000 keys": "".join(f"{i}: 1\n" for i in range(100_000)),
    "250,000 items": "- a\n" * (MB // 4),
    "500,000 items in brackets": "[" + "a," * (MB // 2 - 2) + "]",
    "items with wide colons": "[" + "a：b," * (MB // 6 - 2) + "]",
    "a line of hashes": "a: b" + " #" * (MB // 2 - 9),
    "lines of hashes": "#\n" * (MB // 2),
    "items with comments": "- a #\n" * (MB // 6),
    "aliases": "[" + "*a," * (MB // 3 - 3) + "]",
    "lines without a colon": "a\n" * (MB // 2 - 9) + "b: c",
    "comments before a fault": "a: b\n" + "#\n" * (MB // 2 - 20) + "c\nd: e\n",
    "1 MB of blanks": " " * (MB - 9) + "a: b: c",
    "1 MB of line ends": "\n" * MB,
    "bad keys": "{" + "[a]: b," * (MB // 7 - 3) + "}",
    "1 MB of control characters": "\x01" * MB,
}


A_WHILE = 20
"""Seconds. Each takes one or two at most; a pattern that runs away takes minutes."""


@pytest.mark.parametrize("name", HARD)
def test_a_hard_file_is_answered_soon(name: str) -> None:
    data = HARD[name].encode()
    start = perf_counter()
    found = source(data)
    assert perf_counter() - start < A_WHILE
    assert found.problems
    assert len(found.problems) <= 201


@pytest.mark.parametrize(("name", "check"), [("a text of 50 MB", "yaml-too-big"), ("100,000 brackets", "yaml-too-deep")])
def test_a_limit_is_told_as_the_one_problem(name: str, check: str) -> None:
    assert [c for c, _, _ in told(HARD[name])] == [check]


def test_a_file_of_many_items_is_told_where_it_became_too_many() -> None:
    assert [(check, line > 90_000) for check, line, _ in told("a:\n" + "- b\n" * 150_000)] == [("yaml-too-big", True)]


def test_twenty_steps_are_allowed_and_one_more_is_not() -> None:
    steps = "".join("  " * i + "a:\n" for i in range(19))
    assert source(steps + "  " * 19 + "a: b\n").root
    assert told(steps + "  " * 19 + "a:\n" + "  " * 20 + "a: b\n") == [("yaml-too-deep", 21, 41)]


def test_after_a_hundred_problems_the_reading_stops() -> None:
    found = source("a: 1\n" * 300)
    assert len(found.problems) == 101
    assert found.root is None
    assert "yaml-too-many" in {p.check for p in found.problems}
