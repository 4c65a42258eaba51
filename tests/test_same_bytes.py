"""P7: the same input gives the same bytes, whatever the machine; builds ask no network and publish only what was planned."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guildbook.model import CHECKED
from support.communities import copy_community
from support.trees import read_tree

pytestmark = pytest.mark.engine

HERE_AND_THERE = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711", "COLUMNS": "20"},
)
SITE = "addresses: {members: https://members.example/welcome/, handbook: https://handbook.example/}\n"
"""With addresses there is a sitemap too, in which engines write dates."""

UMASKS = (0o077, 0o002)
STRAYS = (
    "content/notes.md~",
    "content/.env",
    "content/.hidden/x.md",
    "content/_private/x.md",
    "content/draft.md",
    "content/rules.yml.orig",
    "content/photo.jpg",
    "playbooks/notes.txt",
    "playbooks/.spam.yml.swp",
    "site_config/secret.txt",
    "site_config/door/x.md",
    "build/members/docs/left.md",
    "build/members/overrides/partials/footer.html",
    "build/handbook/docs/left.html",
    "secret.md",
)
CANARY = b"zqstrayqz"

WITHOUT_SOCKETS = """
import ctypes, os, platform, struct, sys

NUMBER, ARCHITECTURE = {"x86_64": (41, 0xC000003E), "aarch64": (198, 0xC00000B7)}[platform.machine()]
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOWED, KILLED = 0x7FFF0000, 0x80000000
steps = [
    (LOAD, 0, 0, 4),
    (EQUAL, 0, 3, ARCHITECTURE),
    (LOAD, 0, 0, 0),
    (EQUAL, 0, 1, NUMBER),
    (RETURN, 0, 0, KILLED),
    (RETURN, 0, 0, ALLOWED),
]
code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))

class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_void_p)]

libc = ctypes.CDLL(None, use_errno=True)
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
assert libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0, os.strerror(ctypes.get_errno())
program = Program(len(steps), ctypes.addressof(code))
assert libc.prctl(SECCOMP, FILTER, ctypes.byref(program), 0, 0) == 0, os.strerror(ctypes.get_errno())
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Start a program that Linux kills when it, or what it starts, asks for a socket (seccomp(2), which needs no rights)."""


Done = subprocess.CompletedProcess[str]


def run(command: Sequence[str], umask: int = 0o022, environment: Mapping[str, str] | None = None) -> Done:
    """Run a program in the top folder; what it says is read as text."""
    seen = {**os.environ, **(environment or {})}
    return subprocess.run(command, cwd="/", env=seen, umask=umask, capture_output=True, encoding="utf-8", timeout=300)


def build(folder: Path, *arguments: str, umask: int = 0o022, environment: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Both sites of a folder, built from elsewhere, and what they were built of."""
    done = run([sys.executable, "-m", "guildbook", "-C", str(folder), "build", *arguments], umask, environment)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return made(folder)


def made(folder: Path) -> dict[str, bytes]:
    parts = ("site/members", "site/handbook", "build/members/docs", "build/handbook/docs")
    return {f"{part}/{name}": data for part in parts for name, data in read_tree(folder / part).items()}


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def lay_out(source: Path, folder: Path, backwards: bool) -> None:
    """Copy a community file by file in one order or the other, each file of another age."""
    for number, (name, data) in enumerate(sorted(read_tree(source).items(), reverse=backwards)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (10**9, 10**9 + number * 86_400))


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_two_machines_make_the_same_bytes(tmp_path: Path, engine: str) -> None:
    folders = (tmp_path / "one", tmp_path / "in a deeper folder" / "mit Blänk")
    source = copy_community("starter", tmp_path / "source")
    (source / "site_config/site.yml").write_text(SITE)
    trees = []
    for folder, environment, umask in zip(folders, HERE_AND_THERE, UMASKS, strict=True):
        lay_out(source, folder, backwards=umask == UMASKS[0])
        trees.append(build(folder, "--engine", engine, umask=umask, environment=environment))
    assert differences(*trees) == []
    assert len([name for name in trees[0] if name.endswith(".html")]) > 10
    assert {"site/members/sitemap.xml", "site/members/sitemap.xml.gz", "site/handbook/robots.txt"} <= set(trees[0])
    today = datetime.now(UTC).date()
    days = {day.isoformat() for day in (today - timedelta(1), today, today + timedelta(1))} - {CHECKED}
    assert not [name for name, data in trees[0].items() if any(day.encode() in data for day in days)]
    assert b"lastmod" not in trees[0]["site/members/sitemap.xml"]
    assert not [name for name, data in trees[0].items() if str(tmp_path).encode() in data]


def test_a_build_in_one_place_is_the_same_again_and_publishes_nothing_that_was_not_planned(tmp_path: Path) -> None:
    folder = copy_community("starter", tmp_path / "starter")
    before = build(folder)
    for stray in (*STRAYS, "site/members/stray.html", "site/handbook/stray/index.html"):
        path = folder / stray
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(CANARY)
    assert [name for name, data in made(folder).items() if CANARY in data] != []

    again = build(folder)
    assert differences(before, again) == []
    assert not [name for name, data in again.items() if CANARY in data]


def test_a_build_follows_no_link_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/rules.yml").write_bytes(b"rules: {}")
    folder = copy_community("small", tmp_path / "small")
    (folder / "content/rules.yml").unlink()
    (folder / "content/rules.yml").symlink_to(tmp_path / "secret/rules.yml")
    done = run([sys.executable, "-m", "guildbook", "-C", str(folder), "build"])
    assert done.returncode == 1
    assert "content/rules.yml:1:1" in done.stdout
    assert not (folder / "site").exists()


def without_sockets(*command: str) -> Done:
    return run([sys.executable, "-c", WITHOUT_SOCKETS, sys.executable, *command])


def test_a_program_without_sockets_is_killed_when_it_or_its_child_asks_for_one() -> None:
    ask = "import socket; socket.socket()"
    assert without_sockets("-c", "print('well')").stdout == "well\n"
    assert without_sockets("-c", ask).returncode < 0
    child = f"import subprocess, sys; print(subprocess.run([sys.executable, '-c', {ask!r}]).returncode < 0)"
    assert without_sockets("-c", child).stdout == "True\n"


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_build_opens_no_socket_and_neither_does_its_engine(tmp_path: Path, engine: str) -> None:
    folder = copy_community("small", tmp_path / "small")
    done = without_sockets("-m", "guildbook", "-C", str(folder), "build", "--engine", engine)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert (folder / "site/members/index.html").is_file()
