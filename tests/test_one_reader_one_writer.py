"""Files are read by load/folder_reader and package_data, and written by output; no other module touches a disk."""

import ast
from collections.abc import Iterator
from pathlib import Path

from support.paths import ROOT

PACKAGE = ROOT / "generator" / "guildbook"
READS = {"open", "read_bytes", "read_text", "rglob", "glob", "iterdir", "scandir", "listdir", "walk"}
WRITES = {
    "mkdir",
    "makedirs",
    "touch",
    "write_bytes",
    "write_text",
    "rename",
    "unlink",
    "rmdir",
    "rmtree",
    "symlink_to",
    "chmod",
}
DISK = READS | WRITES | {"chdir"}

ROOMS = ("load/folder_reader.py", "package_data.py", "output/")
ALLOWED = {("engine/mkdocs_worker.py", "chdir")}
"""It is a process of its own."""


def calls(file: Path) -> Iterator[tuple[str, str]]:
    """What a module asks of a disk: its path and the name of the function."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in DISK:
                yield file.relative_to(PACKAGE).as_posix(), name


def test_only_the_reader_the_package_data_and_output_touch_a_disk() -> None:
    found = {call for file in PACKAGE.rglob("*.py") for call in calls(file)}
    assert {name for name, _ in found if name.startswith(ROOMS)} >= {"load/folder_reader.py", "package_data.py"}
    assert {(name, call) for name, call in found if not name.startswith(ROOMS)} == ALLOWED


def test_the_reader_and_the_package_data_write_nothing() -> None:
    found = {call for file in (PACKAGE / "load/folder_reader.py", PACKAGE / "package_data.py") for call in calls(file)}
    assert {call for _, call in found} & WRITES == set()
