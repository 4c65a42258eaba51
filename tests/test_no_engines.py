"""What `make check` runs starts no engine and no browser: a test that does so without its marker fails."""

import subprocess
import sys
from pathlib import Path

import pytest

from support.command import run_guildbook
from support.guard.watched_programs import EXIT_CODE, SAYS

PROGRAMS = (["-m", "mkdocs", "--version"], ["-m", "zensical", "--version"], ["-m", "playwright", "--version"])


@pytest.mark.parametrize("arguments", PROGRAMS, ids=lambda arguments: arguments[1])
def test_a_test_without_a_marker_that_starts_one_fails(arguments: list[str]) -> None:
    with pytest.raises(pytest.fail.Exception, match="give the test the marker"):
        subprocess.run([sys.executable, *arguments], check=True)


def test_a_build_that_such_a_test_starts_ends_before_its_engine(small: Path) -> None:
    done = run_guildbook(small, "build")
    assert done.returncode == EXIT_CODE
    assert SAYS in done.stderr
    assert not (small / "site").exists()


@pytest.mark.engine
def test_with_a_marker_an_engine_may_be_started() -> None:
    assert subprocess.run([sys.executable, "-m", "mkdocs", "--version"], capture_output=True).returncode == 0
