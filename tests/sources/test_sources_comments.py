"""A comment may stand on a line of its own or open a block; anywhere else it hides words and is an error."""

import pytest

from support.yaml_reading import source, told, tree, words


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: Say hello in #introductions\n", 1, 17),
        ("a: one # note\nb: two\n", 1, 8),
        ("a: one\n  two #three\n", 2, 7),
        ("a: 'one' # note\n", 1, 10),
        ('a: "one"#note\n', 1, 9),
        ("a: | # note\n  text\n", 1, 6),
        ("a:\n  - one # note\n  - b: two\n", 2, 9),
        ("a:\n  - #introductions\n  - b: two\n", 2, 5),
        ("a: [b, c] # note\n", 1, 11),
        ("a: [b, # note\n  c]\n", 1, 8),
        ("a: {b: c} # note\n", 1, 11),
        ("place: #introductions\nb: c\n", 1, 8),
        ("place: #introductions\n", 1, 8),
        ("a: # note\n  words\n", 1, 4),
        ("a: one\n  #introductions\nb: c\n", 2, 3),
        ("a: well- # note\nb:\n  - c: d\n", 1, 10),
    ],
)
def test_words_behind_a_hash_are_not_lost_without_a_word(text: str, line: int, column: int) -> None:
    assert told(text) == [("yaml-hash", line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "# ours\na: b\n  # further in\nc: d\n",
        "--- # ours\na: b\n",
        "rules: # ours\n  a: b\n",
        "rules: # ours\n  - a\n",
        "rules: # ours\n- a\n",
        "rules:\n  - # the first\n    a: b\n  # the second\n  - c: d\n    #e: f\n",
        "rules:\n  a: b\n  #c: d\n#e\nf: g\n",
        'a: "one #two"\nb: C#\nc: |\n  # heading\n  text # more\nd: >\n  #channel\n',
        "a: 'one\n  #two'\n",
        "a: b\n\n#introductions\nc: d\n",
    ],
)
def test_comments_on_lines_of_their_own_and_hashes_in_texts_are_fine(text: str) -> None:
    assert tree(text)


def test_a_channel_is_shown_in_quotes() -> None:
    (problem,) = source("text: Say hello in #introductions\n").problems
    assert '"Say hello in #introductions"' in words(problem)
    assert problem.position.length == len("#introductions")
    (problem,) = source("place: #introductions\n").problems
    assert '"#introductions"' in words(problem)


def test_a_note_is_sent_to_a_line_of_its_own() -> None:
    (problem,) = source("label: No spam # ours\n").problems
    assert "line of its own" in words(problem)


def test_all_of_them_are_told_at_once() -> None:
    assert [line for _, line, _ in told("a: b #c\nd: e #f\ng:\n  - h #i\n")] == [1, 2, 4]


@pytest.mark.parametrize("text", ["text: one #x\n  two\nb: c\n", "text: one #x\ntwo\nb: c\n", "a:\n  - one #x\n    two\n"])
def test_a_hash_that_breaks_the_next_line_is_the_one_thing_told(text: str) -> None:
    assert [check for check, _, _ in told(text)] == ["yaml-hash"]


def test_a_hash_in_a_quote_that_is_never_closed_is_not_taken_for_a_comment() -> None:
    assert told('a: "Say #hello\nb: c\n') == [("yaml-quote", 1, 4)]
