"""Sites built once for all tests."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest

from support.command import run_guildbook

ENGINES = ("mkdocs", "zensical")


def build_site(write: Callable[[Path], object], engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site/ folder of a community that `write` writes; built once for all tests and all of pytest's workers."""
    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    folder = root / f"{write.__name__}-{engine}"
    with lock_file(root / f"{folder.name}.lock"):
        if not (folder / "site").exists():
            write(folder)
            done = run_guildbook(folder, "build", "--engine", engine)
            assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return folder / "site"


@contextmanager
def lock_file(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        flock(file, LOCK_EX)
        yield
