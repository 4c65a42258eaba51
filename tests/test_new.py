"""`guildbook new` makes a whole community, or says in a line why not and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from guildbook import output
from guildbook.problems import NotBuilt
from support.command import run_guildbook
from support.trees import read_tree

pytestmark = pytest.mark.slow

UNDER = "import ctypes, os, resource, sys; {}; os.execv(sys.executable, [sys.executable, '-m', 'guildbook', *sys.argv[1:]])"
SMALL_FILES = "resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
NO_ROOT = "[ctypes.CDLL(None).prctl(24, right, 0, 0, 0) for right in (1, 2) if os.geteuid() == 0]"
"""Without CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH permissions hold root back like everybody."""


def under(folder: Path, preparation: str, *arguments: str) -> "CompletedProcess[str]":
    command = [sys.executable, "-c", UNDER.format(preparation), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


def refused(done: "CompletedProcess[str]", words: str) -> None:
    """Two lines say why, and what to do."""
    assert done.returncode == 3, done.stderr
    assert words in done.stderr
    _why, fix = done.stderr.splitlines()
    assert fix.startswith("→ ")
    assert done.stdout == ""


def test_a_new_community_is_well_and_its_build_folder_can_be_used(tmp_path: Path) -> None:
    assert run_guildbook(tmp_path, "new", "deep/inside/demo").returncode == 0
    demo = tmp_path / "deep/inside/demo"
    assert run_guildbook(demo, "check", "--strict").returncode == 0
    made = read_tree(demo)
    assert run_guildbook(demo, "schema", "--write").returncode == 0
    assert read_tree(demo).items() - {("build/.lock", (demo / "build/.lock").read_bytes())} == made.items()


def test_an_empty_folder_is_filled_as_it_is(tmp_path: Path) -> None:
    was = tmp_path.stat().st_ino
    assert run_guildbook(tmp_path, "new", ".").returncode == 0
    assert tmp_path.stat().st_ino == was
    assert (tmp_path / "content/community.yml").is_file()


@pytest.mark.parametrize("size", [0, 1000, 9000])
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_left(tmp_path: Path, size: int) -> None:
    for where in ("demo", "deep/inside/demo", "empty"):
        (tmp_path / "empty").mkdir(exist_ok=True)
        refused(under(tmp_path, SMALL_FILES.format(size=size), "new", where), "The disk is full")
        assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_a_folder_in_which_nobody_may_write_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    for mode in (0o555, 0o000):
        (tmp_path / "closed").chmod(mode)
        for where in ("closed", "closed/demo", "closed/deep/demo"):
            refused(under(tmp_path, NO_ROOT, "new", where), "This account is not allowed to make")
        (tmp_path / "closed").chmod(0o755)
        assert not list((tmp_path / "closed").iterdir())


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("mine")
    (tmp_path / "link").symlink_to("nowhere")
    refused(run_guildbook(tmp_path, "new", "note/demo"), "stands in its way")
    refused(run_guildbook(tmp_path, "new", "link"), "stands in its way")
    refused(run_guildbook(tmp_path, "new", "x" * 300), "is too long")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "note"]


def test_whatever_ends_it_only_what_was_made_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(path: Path, *arguments: object, **more: object) -> object:
        if path.name == "c":
            (tmp_path / "new" / "theirs").touch()
            raise KeyboardInterrupt
        return make(path, *arguments, **more)  # type: ignore[arg-type]

    make = Path.open
    monkeypatch.setattr(Path, "open", interrupt)
    with pytest.raises(KeyboardInterrupt):
        output.create_tree(tmp_path / "new", {"a/b": b"", "c": b""})
    assert [path.name for path in tmp_path.rglob("*")] == ["new", "theirs"]


def test_a_path_that_leaves_the_folder_is_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        output.create_tree(tmp_path / "new", {"../theirs": b""})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("number", [*output.create.CANNOT_CREATE, 5], ids=str)
def test_every_refusal_has_words_that_can_be_filled(tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise OSError(number, os.strerror(number), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(NotBuilt) as refusal:
        output.create_tree(tmp_path / "new", {"a": b""})
    assert str(tmp_path / "new") in refusal.value.sentence.format_map(refusal.value.values)
    assert refusal.value.fix.format_map(refusal.value.values)
