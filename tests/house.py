"""Measure the code's structure and hold it to its limits: `make check` runs this script.

It prints each figure beside its limit, then every place that breaks one, and ends with exit code 1 if there is any.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

PACKAGE = Path(__file__).parent.parent / "generator" / "guildbook"
PAGES = ("pages/members", "pages/handbook")
SHARED_NAMES = {"run", "__all__"}
"""`run` is what every command is started by; `__all__` is Python's own."""

COMPONENT_FILES = {"macro.j2", "style.css", "script.js", "example.yml"}
"""What a component's folder may hold."""

LOOSE_MAPPING = re.compile(r"\b(?:dict|Mapping)\[str, (?:object|Any)\]")
"""A mapping of which nobody can say what it holds."""

Definition = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Figure:
    """A measured number with the largest value it may have, and the places that break the limit."""

    name: str
    value: float
    limit: float
    places: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """True where the value is within the limit."""
        return self.value <= self.limit


def measure(package: Path) -> Iterator[Figure]:
    """Every figure of a package's structure."""
    modules = {path.relative_to(package).as_posix(): path.read_text(encoding="utf-8") for path in sorted(package.rglob("*.py"))}
    trees = {name: ast.parse(text) for name, text in modules.items()}
    yield from _measure_sizes("module", {name: text.count("\n") for name, text in modules.items()}, limit=250, middle=90)
    yield from _measure_sizes("function", dict(_function_lengths(trees)), limit=40, middle=8)
    yield _count("imports from a page to a page", _sibling_imports(trees))
    yield _count("dict[str, object] in views and pages", _loose_mappings(modules))
    yield _count("file names that stand twice", _repeated_files(package))
    yield _count("top-level names with two meanings", _repeated_names(trees))
    yield _count("template lines over 160 characters", _long_template_lines(package))


def _measure_sizes(kind: str, sizes: Mapping[str, int], limit: int, middle: int) -> Iterator[Figure]:
    too_long = [f"{name}: {size} lines" for name, size in sizes.items() if size > limit]
    yield Figure(f"longest {kind}, lines ({len(sizes)} in all)", max(sizes.values()), limit, too_long)
    yield Figure(f"median {kind}, lines", median(sizes.values()), middle)


def _count(name: str, places: Iterable[str]) -> Figure:
    found = sorted(places)
    return Figure(name, len(found), 0, found)


def _function_lengths(trees: Mapping[str, ast.Module]) -> Iterator[tuple[str, int]]:
    """Every function with the number of its lines, the docstring left out."""
    for module, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, Definition):
                yield f"{module}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1 - _docstring_length(node)


def _docstring_length(node: Definition) -> int:
    first = node.body[0]
    return first.end_lineno - first.lineno + 1 if ast.get_docstring(node) is not None else 0


def _sibling_imports(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    for module, tree in trees.items():
        folder = module.rpartition("/")[0]
        if folder in PAGES and not module.endswith("__init__.py"):
            for node in ast.walk(tree):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("guildbook." + folder.replace("/", ".")):
                    yield f"{module}:{node.lineno} {node.module}"


def _loose_mappings(modules: Mapping[str, str]) -> Iterator[str]:
    for module, text in modules.items():
        if module.startswith(("views/", "pages/")):
            yield from (f"{module}:{n}" for n, line in enumerate(text.splitlines(), 1) if LOOSE_MAPPING.search(line))


def _repeated_files(package: Path) -> Iterator[str]:
    """Python modules of one name: what a newcomer searches for has to be one file. Components are named by their folders."""
    paths = defaultdict(list)
    for path in package.rglob("*.py"):
        if path.name not in ("__init__.py", "__main__.py"):
            paths[path.name].append(path.relative_to(package).as_posix())
    for path in package.rglob("components/*/*"):
        if path.is_file() and path.name not in COMPONENT_FILES:
            paths[f"no part of a component: {path.name}"] += [path.relative_to(package).as_posix()] * 2
    yield from (f"{name}: {', '.join(sorted(found))}" for name, found in paths.items() if len(found) > 1)


def _repeated_names(trees: Mapping[str, ast.Module]) -> Iterator[str]:
    modules = defaultdict(set)
    for module, tree in trees.items():
        for node in tree.body:
            for name in _defined_names(node):
                modules[name].add(module)
    for name, found in modules.items():
        if len(found) > 1 and name not in SHARED_NAMES:
            yield f"{name}: {', '.join(sorted(found))}"


def _defined_names(node: ast.stmt) -> list[str]:
    if isinstance(node, Definition | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return []


def _long_template_lines(package: Path) -> Iterator[str]:
    for path in package.rglob("*.j2"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if len(line) > 160:
                yield f"{path.relative_to(package).as_posix()}:{number}: {len(line)} characters"


def main() -> int:
    """Print the figures. Gives 1 where a limit is broken, else 0."""
    figures = list(measure(PACKAGE))
    for figure in figures:
        print(f"{'  ' if figure.holds else '! '}{figure.name:<45} {figure.value:>6g}   at most {figure.limit:g}")
    for figure in figures:
        print(*(f"  {figure.name}: {place}" for place in figure.places), sep="\n", end="\n" if figure.places else "")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
