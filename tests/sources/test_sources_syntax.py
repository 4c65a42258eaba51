"""A fault of the syntax is told at the place where a person should look, in our words, with the exact remedy."""

import pytest

from support.yaml_reading import source, told, words

LIBYAML = ["scalar", "token", "mapping", "anchor", "alias", "sequence", "indicator", "node", "stream", "flow", "parsing"]

FAULTS = [
    ("a:\n\tb: c\n", "yaml-tab", 2, 1, "two for each step inwards"),
    ("a:\n  \tb: c\n", "yaml-tab", 2, 3, "Use blanks instead"),
    ("a: |\n\ttext\n", "yaml-tab", 2, 1, "Use blanks instead"),
    ("a: one\n\ttwo\n", "yaml-tab", 2, 1, "Use blanks instead"),
    ("a:\n-\tb: c\n", "yaml-tab", 2, 2, "Use a blank instead"),
    ("a: Be kind: always\n", "yaml-colon", 1, 11, '"Be kind: always"'),
    ("a: Be kind:\n", "yaml-colon", 1, 11, '"Be kind:"'),
    ("a:\n  - b: Be kind: always\n", "yaml-colon", 2, 15, '"Be kind: always"'),
    ('a: Say "hi": it\'s kind\n', "yaml-colon", 1, 12, "Write | and nothing else"),
    ('a: Say "hi": now\n', "yaml-colon", 1, 12, "'Say \"hi\": now'"),
    ("a: Attention\u00a0: non\n", "yaml-colon", 1, 14, '"Attention\u00a0: non"'),
    ("a: “Be kind: always”\n", "yaml-curly-quote", 1, 4, '"Be kind: always"'),
    ("a: ‘Be kind: always’\n", "yaml-curly-quote", 1, 4, '"Be kind: always"'),
    ('a: "never\nb: c\nd: e\n', "yaml-quote", 1, 4, "never closed"),
    ("a: 'tis the season\nb: c\n", "yaml-quote", 1, 4, '"\'tis the season"'),
    ('a: "late\nb: "c"\nd: e\n', "yaml-quote", 1, 4, "only on line 2"),
    ("a: 'it's'\nb: c\n", "yaml-quote", 1, 8, '"it\'s"'),
    ("a:\n  - 'it's'\n", "yaml-quote", 2, 9, '"it\'s"'),
    ('a: "Be kind" is our rule\n', "yaml-quote", 1, 14, "'\"Be kind\" is our rule'"),
    ('a: "x": y\n', "yaml-quote", 1, 7, "'\"x\": y'"),
    ('a: "C:\\path"\n', "yaml-backslash", 1, 7, "'C:\\path'"),
    ("a: b\n  c: d\n", "yaml-indent", 2, 3, "column 1 like a"),
    ("a:\n  b: c\n    d: e\n", "yaml-indent", 3, 5, "column 3 like b"),
    ("a:\n    b: c\n  d: e\n", "yaml-indent", 3, 3, "1, 5"),
    ("a:\n  - b\n - c\n", "yaml-indent", 3, 2, "1, 3"),
    ("a: b\n- c\n", "yaml-indent", 2, 1, "among keys"),
    ("a:\n  - b\n  c: d\n", "yaml-indent", 3, 3, "no list item"),
    (" a: b\nc: d\n", "yaml-indent", 2, 1, "these columns: 2"),
    ("a: |\n  x\n y\nb: c\n", "yaml-indent", 3, 2, "1, 3"),
    ("a: |\n    \n  x\nb: c\n", "yaml-indent", 2, 1, "Delete the blanks"),
    ("a: b\nlabel No spam\nc: d\n", "yaml-key", 2, 1, "a colon and a blank"),
    ("label No spam\nb: c\n", "yaml-key", 1, 1, "a colon and a blank"),
    ("a:\n  label No spam\n  b: c\n", "yaml-key", 2, 3, "a colon and a blank"),
    ("a: b\nlabel\n", "yaml-key", 2, 1, "a colon and a blank"),
    ("text: This is\na long text\nb: c\n", "yaml-key", 2, 1, "further in than that key"),
    (": b\n", "yaml-key", 1, 1, "nothing before this colon"),
    ("a:b\nc: d\n", "yaml-colon", 1, 2, "blank is missing"),
    ("c: d\na:b\ne: f\n", "yaml-colon", 2, 2, "blank is missing"),
    ("b: c\nlabel:\u00a0No\nd: e\n", "yaml-blank", 2, 7, "space bar"),
    ("label:\u00a0No\nb: c\n", "yaml-blank", 1, 7, "space bar"),
    ("label：No\nb: c\n", "yaml-colon-wide", 1, 6, "ordinary colon"),
    ("b: c\nlabel：No\n", "yaml-colon-wide", 2, 6, "ordinary colon"),
    ("a: b\n\u00a0\nc: d\n", "yaml-blank", 2, 1, "space bar"),
    ("a: @x\n", "yaml-start", 1, 4, '"@x"'),
    ("a: `x`\n", "yaml-start", 1, 4, '"`x`"'),
    ("a: %x\n", "yaml-start", 1, 4, '"%x"'),
    ("a: *bold* x\n", "yaml-start", 1, 4, '"*bold* x"'),
    ("a: & x\n", "yaml-start", 1, 4, '"& x"'),
    ("a: {member} hello\n", "yaml-start", 1, 4, '"{member} hello"'),
    ("a: [Name] must\n", "yaml-start", 1, 4, '"[Name] must"'),
    ("a:\n  - [Name] must\n", "yaml-start", 2, 5, '"[Name] must"'),
    ("a: {{ x }} hello\n", "yaml-start", 1, 4, '"{{ x }} hello"'),
    ("a: > x\n", "yaml-start", 1, 4, "on the next line"),
    ("a: |x|\n", "yaml-start", 1, 4, "on the next line"),
    ("a: - b\n", "yaml-start", 1, 4, "on its own line"),
    ("a: ? b\n", "yaml-start", 1, 4, '"? b"'),
    ("a: , b\n", "yaml-start", 1, 4, '", b"'),
    ("a: ] b\n", "yaml-start", 1, 4, '"] b"'),
    ("a: !! b\n", "yaml-start", 1, 4, '"!! b"'),
    ("a: {x\nb: c\n", "yaml-bracket", 1, 4, "Write }"),
    ("a: [x, y\nb: c\n", "yaml-bracket", 1, 4, "Write ]"),
    ("a: [x,\n", "yaml-bracket", 1, 5, "closing bracket"),
    ('a: ["x" y]\n', "yaml-bracket", 1, 9, "comma"),
    ("a: b\n%x\n", "yaml-directive", 2, 1, "further in"),
    ("x" * 1_100 + ": y\n", "yaml-key", 1, 1, "too long"),
]


@pytest.mark.parametrize(("text", "check", "line", "column", "part"), FAULTS)
def test_a_fault_is_told_where_to_look_and_what_to_do(text: str, check: str, line: int, column: int, part: str) -> None:
    assert told(text) == [(check, line, column)]
    assert part in words(source(text).problems[0])
    assert source(text).root is None


@pytest.mark.parametrize("text", [text for text, *_ in FAULTS])
def test_no_word_of_the_library_is_ever_shown(text: str) -> None:
    for problem in source(text).problems:
        said = f"{problem.sentence} {problem.fix}".lower()
        assert not [word for word in LIBYAML if word in said]


def test_an_example_of_a_long_text_is_cut_and_one_that_goes_on_says_so() -> None:
    (problem,) = source(f"a: {'Be kind: always, ' * 9}\n").problems
    assert len(words(problem)) < 250
    assert '…"' in words(problem)
    (problem,) = source("a: @all of you\n  and me\n").problems
    assert '"@all of you …"' in words(problem)


def test_what_is_wrong_above_a_fault_is_told_with_it() -> None:
    assert told("a: 1\na: 2\nb: c # d\ne: @x\n") == [("yaml-duplicate-key", 2, 1), ("yaml-hash", 3, 6), ("yaml-start", 4, 4)]
