"""What is in an owner's folder and cannot be read is told by its name, and is never taken for nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from guildbook.load import folder_reader, load
from support.command import run_guildbook

pytestmark = pytest.mark.slow

UNDER = "import ctypes, os, runpy, shutil, sys; {}; runpy.run_module('guildbook', run_name='__main__', alter_sys=True)"
"""Runs the command line with the arguments that follow, after something was done to the process."""

NO_ROOT = (
    "[ctypes.CDLL(None).prctl(24, right, 0, 0, 0) for right in (1, 2) if os.geteuid() == 0]; os.execv({0!r}, [{0!r}, *{1}])"
)
"""Without CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH permissions hold root back like everybody."""

PAGE = "---\nsite: members\ntitle: Mine\n---\nWords.\n"
CLOSED = "cannot be opened"
GONE = "was there a moment ago, and is gone now"


def under(folder: Path, preparation: str, *arguments: str) -> "CompletedProcess[str]":
    command = [sys.executable, "-c", UNDER.format(preparation), *arguments]
    seen = {**os.environ, "COLUMNS": "200"}
    return subprocess.run(command, cwd=folder, env=seen, capture_output=True, text=True, timeout=120)


def as_anybody(folder: Path, *arguments: str) -> "CompletedProcess[str]":
    """The command line, as somebody whom permissions hold back."""
    return under(folder, NO_ROOT.format(sys.executable, ["-m", "guildbook", *arguments]))


@contextmanager
def closed(path: Path) -> Iterator[None]:
    mode = path.stat().st_mode
    path.chmod(0)
    yield
    path.chmod(mode)


def put(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def refused(done: "CompletedProcess[str]", folder: Path, name: str, words: str) -> str:
    """What is told of one problem with this name and no other; the exit code is 1, and nothing was published."""
    assert done.returncode == 1, done.stderr
    assert done.stderr == ""
    assert f"  {name}:1:1" in done.stdout
    assert words in done.stdout
    assert "One thing must be mended" in done.stdout, done.stdout
    assert not (folder / "site").exists()
    return done.stdout


FILES: dict[str, str | bytes] = {
    "content/staff/people.yml": "people: {}\n",
    "content/pages/mine.md": PAGE,
    "content/pages/more/deep.md": PAGE,
    "content/pages/hall.png": b"\x89PNG",
    "site_config/site.yml": 'accent: "#a8472a"\n',
    "site_config/templates/members/rules.md.j2": '{% extends "!members/rules.md.j2" %}\n',
    "site_config/overrides/partials/footer.html": "<footer>Mine</footer>",
    "site_config/assets/extra/a.png": b"\x89PNG",
}
FOLDERS = (
    "content/staff",
    "content/pages",
    "content/pages/more",
    "playbooks",
    "content",
    "site_config",
    "site_config/templates/members",
    "site_config/overrides/partials",
    "site_config/assets/extra",
)


@pytest.fixture
def full(small: Path) -> Path:
    """A community with something in every folder."""
    put(small, {name: data for name, data in FILES.items() if name != "content/staff/people.yml"})
    (small / "content/staff").mkdir(exist_ok=True)
    return small


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("inside", [True, False], ids=["to a folder beside it", "to elsewhere"])
def test_a_folder_that_is_a_link_is_told_and_not_taken_for_empty(full: Path, tmp_path: Path, name: str, inside: bool) -> None:
    there = (full if inside else tmp_path) / "moved"
    (full / name).rename(there)
    (full / name).symlink_to(there)
    said = refused(run_guildbook(full, "check"), full, name, "This is a link, not an ordinary file or folder")
    assert "Put the file or the folder itself here" in said


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_cannot_be_opened_is_told_and_not_taken_for_empty(full: Path, name: str) -> None:
    with closed(full / name):
        refused(as_anybody(full, "check"), full, name, f"This folder {CLOSED}")


@pytest.mark.engine
def test_with_a_folder_that_cannot_be_read_nothing_is_published(full: Path) -> None:
    with closed(full / "content/staff"):
        refused(as_anybody(full, "build"), full, "content/staff", f"This folder {CLOSED}")
    (full / "content/staff").rename(full / "moved")
    (full / "content/staff").symlink_to("../moved")
    refused(run_guildbook(full, "build"), full, "content/staff", "This is a link")


@pytest.mark.parametrize(
    "name", [*(name for name in FILES if "staff" not in name), "content/rules.yml", "playbooks/spoilers.yml"]
)
def test_a_file_that_cannot_be_opened_is_told_in_the_same_words_whatever_it_is(full: Path, name: str) -> None:
    with closed(full / name):
        refused(as_anybody(full, "check"), full, name, f"This file {CLOSED}")


@pytest.mark.engine
def test_a_link_that_leads_nowhere_or_to_itself_may_have_been_a_folder(small: Path) -> None:
    shutil.rmtree(small / "content/staff")
    for where in ("nowhere", "staff"):
        (small / "content/staff").symlink_to(where)
        refused(run_guildbook(small, "check"), small, "content/staff", "This is a link")
        (small / "content/staff").unlink()


def test_a_file_where_a_folder_belongs_is_told(small: Path) -> None:
    put(small, {"content/pages": "a note"})
    refused(run_guildbook(small, "check"), small, "content/pages", "Guildbook needs a folder of this name")


def test_a_device_is_told_and_not_waited_for(small: Path) -> None:
    os.mkfifo(small / "content/groups.yml")
    refused(run_guildbook(small, "check"), small, "content/groups.yml", "not an ordinary file")


def test_what_nobody_asks_for_is_passed_over(full: Path) -> None:
    (full / "content/notes.txt").symlink_to(full / "content/rules.yml")
    (full / "content/.git").symlink_to(full / "playbooks")
    (full / "content/pages/_drafts").symlink_to(full / "playbooks")
    os.mkfifo(full / "playbooks/pipe")
    assert run_guildbook(full, "check").returncode == 0


@pytest.mark.parametrize("name", ["content/pages/mine.md", "site_config/templates/members/rules.md.j2"])
def test_words_that_are_not_utf_8_are_told_with_their_line(full: Path, name: str) -> None:
    put(full, {name: str(FILES[name]).encode() + "caf\u00e9".encode("latin-1")})
    done = run_guildbook(full, "check")
    assert done.returncode == 1
    assert "The file ends in the middle of a character." in done.stdout
    assert name in done.stdout


def test_a_page_with_a_byte_order_mark_is_a_page(full: Path) -> None:
    put(full, {"content/pages/mine.md": b"\xef\xbb\xbf" + PAGE.encode()})
    assert run_guildbook(full, "check").returncode == 0


def test_a_first_line_of_a_page_that_is_no_text_is_told(full: Path) -> None:
    put(full, {"content/pages/mine.md": PAGE.replace("title: Mine", "title: Mine\nreplaces: [rules]")})
    done = run_guildbook(full, "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert "“replaces”" in done.stdout


def test_what_a_closed_folder_holds_is_not_reported_as_missing(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that refers to it would be reported too, and hide the one thing that is wrong."""

    def refuse(folder: Path) -> list[tuple[str, folder_reader.EntryKind]]:
        if folder.name == "content":
            raise PermissionError
        return read(folder)

    read = folder_reader._read_entries
    monkeypatch.setattr(folder_reader, "_read_entries", refuse)
    assert [(problem.position.file, problem.check) for problem in load(small).problems] == [("content", "unreadable-file")]


VANISH = """
def vanish(event, arguments):
    if event == {event!r} and str(arguments[0]).endswith({name!r}) and os.path.exists(arguments[0]):
        (shutil.rmtree if os.path.isdir(arguments[0]) else os.unlink)(arguments[0])
sys.addaudithook(vanish)
"""
"""Takes a file or folder away in the moment in which Python is about to open or list it."""


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ("open", "content/rules.yml"),
        ("open", "content/pages/mine.md"),
        ("open", "content/pages/hall.png"),
        ("open", "site_config/templates/members/rules.md.j2"),
        ("os.scandir", "content/staff"),
        ("os.scandir", "content/pages/more"),
    ],
)
def test_what_vanishes_while_it_is_read_is_told(full: Path, event: str, name: str) -> None:
    preparation = f"exec({VANISH.format(event=event, name=name)!r})"
    refused(under(full, preparation, "check"), full, name, GONE)


@pytest.mark.engine
@pytest.mark.parametrize(
    "command", [["check"], ["build"], ["serve", "--port", "0"], ["schema", "--write"], ["show", "rules/a"]]
)
def test_a_community_that_is_not_there_is_told_by_every_command(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "note").write_text("a file")
    for name, words in (("gone", "There is no folder"), ("note", "is a file, not the folder of a community")):
        done = run_guildbook(tmp_path, "-C", name, *command)
        assert (done.returncode, done.stderr) == (1, ""), done.stderr
        assert words in done.stdout
        assert str(tmp_path / name) in done.stdout
        assert sorted(path.name for path in tmp_path.iterdir()) == ["note"]


@pytest.mark.parametrize("mode", [0o000, 0o400, 0o100])
def test_a_community_that_is_closed_is_told(small: Path, mode: int) -> None:
    small.chmod(mode)
    try:
        for command in (["check"], ["serve", "--port", "0"]):
            done = as_anybody(small.parent, "-C", "small", *command)
            assert (done.returncode, done.stderr) == (1, "")
            assert f"small {CLOSED}" in done.stdout
    finally:
        small.chmod(0o755)


def test_a_working_directory_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = under(tmp_path / "gone", "os.rmdir(os.getcwd())", "check")
    assert done.returncode == 3
    assert "cannot be opened" in done.stderr
    assert "Traceback" not in done.stderr
