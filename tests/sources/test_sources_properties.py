"""Whatever stands in a file, reading it gives a root or a reason, and what we write ourselves comes back as it was."""

from time import perf_counter

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guildbook.sources import Source
from support.yaml_reading import plain, source, words

FRAGMENTS = st.sampled_from(
    [
        *":-#'\"“[]{},|>?%@`\\~ \t\n\r\0\ufeff\u00a0\u2028：",
        "a",
        "b c",
        "é",
        "注意",
        ": ",
        "- ",
        "\n  ",
        "\n    ",
        " #x",
        "|-\n",
        "&x",
        "*x",
        "!x",
        "!!str ",
        "? ",
        "<<: ",
        "---\n",
        "\n---\n",
        "...",
        "key: ",
        "\nkey: v",
        "\n- item",
        "\n  key: |\n    text\n",
    ]
)
ALLOWED = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff\u2028\u2029")
KEYS = st.text(ALLOWED, max_size=12)
TEXTS = st.text(ALLOWED)
TREES = st.dictionaries(
    KEYS,
    st.recursive(TEXTS, lambda inside: st.lists(inside, max_size=4) | st.dictionaries(KEYS, inside, max_size=4), max_leaves=12),
    max_size=5,
)


def check(found: Source) -> None:
    assert found.root or any(problem.is_error for problem in found.problems)
    for problem in found.problems:
        at = problem.position
        line = found.lines[at.line - 1] if at.line <= len(found.lines) else ""
        assert 1 <= at.line <= len(found.lines) + 1
        assert 1 <= at.column <= len(line) + 1
        assert at.length >= 1
        assert words(problem)


@given(st.text() | st.lists(FRAGMENTS, max_size=30).map("".join))
@example("")
@example("{a\n b\u00a0: c}")
@example("*xb c\n- item：")
@example("[*a, \n")
@example("{{{\n")
@settings(max_examples=400, deadline=None)
def test_any_text_gives_a_root_or_a_reason_soon(text: str) -> None:
    start = perf_counter()
    check(source(text.encode("utf-8", "surrogatepass")))
    assert perf_counter() - start < 2


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_root_or_a_reason(data: bytes) -> None:
    check(source(data))


@given(TREES)
@settings(max_examples=200, deadline=None)
def test_what_a_program_writes_in_quotes_comes_back_as_it_was(tree: dict[str, object]) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_style='"', width=1_000_000)
    found = source(written)
    assert not found.problems
    assert plain(found.root) == tree
