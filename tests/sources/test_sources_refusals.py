"""What YAML can do and a playbook has no use for is refused at its line, in plain words."""

import pytest

from support.yaml_reading import plain, source, told, words


def test_a_key_twice_names_both_lines() -> None:
    found = source("rules:\n  no-spam: a\n  be-kind: b\n  no-spam: c\n")
    assert told("rules:\n  no-spam: a\n  be-kind: b\n  no-spam: c\n") == [("yaml-duplicate-key", 4, 3)]
    assert "line 2" in words(found.problems[0])
    assert "no-spam" in words(found.problems[0])
    assert plain(found.root) == {"rules": {"no-spam": "a", "be-kind": "b"}}


@pytest.mark.parametrize(
    ("text", "check", "line", "column"),
    [
        ("a: &x b\n", "yaml-special", 1, 4),
        ("a: b\nc: *x\n", "yaml-special", 2, 4),
        ("a: !!str b\n", "yaml-special", 1, 4),
        ("a: !important\n", "yaml-special", 1, 4),
        ("a:\n  <<: b\n", "yaml-special", 2, 3),
        ("a: b\n---\nc: d\n", "yaml-documents", 2, 1),
        ("---\na: b\n---\nc: {\n", "yaml-documents", 3, 1),
        ("a: b\n...\n", "yaml-documents", 2, 1),
        ("a: b\n...\nc: d\n", "yaml-documents", 2, 1),
        ("%YAML 1.1\n---\na: b\n", "yaml-directive", 1, 1),
        ("%TAG ! x\n---\na: b\n", "yaml-directive", 1, 1),
        ("%FOO\na: b\n", "yaml-directive", 1, 1),
        ("? a\n: b\n", "yaml-key", 1, 3),
        ("? [a]\n: b\n", "yaml-key", 1, 3),
        ("[a, b]: c\n", "yaml-key", 1, 1),
        ("{a: b}: c\n", "yaml-key", 1, 1),
        ("a:\n  - b\n    - c\n", "yaml-indent", 3, 5),
        ("a:\n  label：x\n", "yaml-colon-wide", 2, 8),
        ("a:\n  label:\u00a0x\n", "yaml-blank", 2, 9),
        ("a:\n  -\u3000one\n", "yaml-blank", 2, 4),
        ("\u00a0\u00a0a: b\n", "yaml-blank", 1, 1),
        ("a\u202f: b\n", "yaml-blank", 1, 2),
        ("a：b: c\n", "yaml-colon-wide", 1, 2),
    ],
)
def test_refused_at_its_place(text: str, check: str, line: int, column: int) -> None:
    assert told(text) == [(check, line, column)]


@pytest.mark.parametrize(
    "value", ["*bold", "&Tea time", "!important", "{{ x }}", "*bold* words", "& more", "@all", "`x`", "%x"]
)
def test_a_text_that_begins_with_a_sign_is_shown_in_quotes(value: str) -> None:
    for text in (f"a: {value}\n", f"a:\n  - {value}\n"):
        (problem,) = source(text).problems
        assert f'"{value}"' in words(problem)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "This file is empty"),
        ("\n\n", "This file is empty"),
        ("# ours\n", "only comments"),
        ("---\n", "only comments"),
        ("- a\n", "begins with a list"),
        ("just words\n", "holds a text"),
        ("label:No spam\n", "blank is missing"),
    ],
)
def test_a_file_that_is_no_mapping_says_what_it_is(text: str, part: str) -> None:
    (problem,) = source(text).problems
    assert part in words(problem)
    assert source(text).root is None
