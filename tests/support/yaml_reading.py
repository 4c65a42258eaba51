"""What the tests of `sources` share: short ways to ask what was read, and what was told."""

from guildbook.problems import Problem
from guildbook.sources import Mapping, Node, Scalar, Source, read

Plain = str | list["Plain"] | dict[str, "Plain"] | None


def source(text: str | bytes) -> Source:
    return read("content/rules.yml", text if isinstance(text, bytes) else text.encode())


def plain(node: Node | None) -> Plain:
    if node is None or isinstance(node, Scalar):
        return node.text if node else None
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items]


def tree(text: str | bytes) -> Plain:
    found = source(text)
    assert not found.problems
    return plain(found.root)


def told(text: str | bytes) -> list[tuple[str, int, int]]:
    return [(p.check, p.position.line, p.position.column) for p in source(text).problems]


def words(problem: Problem) -> str:
    return f"{problem.sentence} {problem.fix}".format(**problem.values)
