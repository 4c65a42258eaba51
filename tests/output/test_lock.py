"""One build at a time."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from guildbook.output import MARKER, NotBuilt, hold_lock
from support.processes import start_process


def hold(build: Path, told: Connection) -> None:
    with hold_lock(build):
        told.send("held")
        told.recv()


@contextmanager
def another_build(build: Path) -> Iterator[int]:
    """Another process that holds the lock, until it is told or killed; its process id."""
    here, there = Pipe()
    process = start_process(hold, build, there)
    assert here.recv() == "held"
    assert process.pid is not None
    yield process.pid
    here.send("done")
    process.join(10)


def test_a_lock_makes_the_folder_with_its_marker(tmp_path: Path) -> None:
    with hold_lock(tmp_path / "build"):
        assert (tmp_path / "build" / MARKER).is_file()


def test_a_second_build_is_told_which_process_builds(tmp_path: Path) -> None:
    with another_build(tmp_path / "build") as process, pytest.raises(NotBuilt) as refusal, hold_lock(tmp_path / "build"):
        pass
    assert refusal.value.sentence == "Another build is running (process {process})."
    assert refusal.value.values == {"process": str(process)}


def test_a_second_build_is_refused_even_if_the_process_id_cannot_be_read(tmp_path: Path) -> None:
    with hold_lock(tmp_path / "build"):
        (tmp_path / "build" / ".lock").write_bytes(b"\xff?")
        with pytest.raises(NotBuilt) as refusal, hold_lock(tmp_path / "build"):
            pass
    assert (refusal.value.sentence, refusal.value.values) == ("Another build is running.", {})


def test_a_lock_is_free_after_its_build_whether_it_ended_well_or_not(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), hold_lock(tmp_path / "build"):
        1 / 0  # noqa: B018 - a mistake in the build
    with another_build(tmp_path / "build"):
        pass
    with hold_lock(tmp_path / "build"):
        pass


def test_an_error_in_the_build_is_not_taken_for_one_of_the_lock(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), hold_lock(tmp_path / "build"):
        (tmp_path / "nothing").read_bytes()


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    with another_build(tmp_path / "build") as process:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        with hold_lock(tmp_path / "build"):
            pass


def test_a_build_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotBuilt), hold_lock(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == [tmp_path / "notes.txt"]


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    with hold_lock(tmp_path / "build"):
        pass
    (tmp_path / "mine").write_text("precious")
    (tmp_path / "build" / ".lock").unlink()
    (tmp_path / "build" / ".lock").symlink_to(tmp_path / "mine")
    with pytest.raises(NotBuilt), hold_lock(tmp_path / "build"):
        pass
    assert (tmp_path / "mine").read_text() == "precious"
