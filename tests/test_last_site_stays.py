"""Whatever happens to a build, both sites stand as they were or as they should be, and the next build works (P1)."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from guildbook import output
from support.command import run_guildbook
from support.communities import copy_community
from support.trees import read_tree

pytestmark = pytest.mark.engine

Site = dict[str, bytes]
OLD, NEW = "Do not give the end away.", "Keep the end to yourself."

UNDER = "import os, resource, sys; {}; os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
"""Runs Python with the arguments that follow, after something was done to the process."""

SMALL_DISK = "resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"
NO_ROOT = "import ctypes; [ctypes.CDLL(None).prctl(24, right, 0, 0, 0) for right in (1, 2) if os.geteuid() == 0]"
"""Without CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH permissions hold root back like everybody."""


@dataclass(frozen=True)
class Built:
    """A community with both sites built, in words that are old or new, and what the sites hold then."""

    folder: Path
    sites: dict[str, dict[str, Site]]

    def say(self, words: str) -> None:
        rules = self.folder / "content" / "rules.yml"
        rules.write_text(re.sub(f"{OLD}|{NEW}", words, rules.read_text()))

    def standing(self) -> list[str]:
        """What readers find, a word for each site: OLD, NEW or "mixed"."""
        return [self._state(name) for name in ("members", "handbook")]

    def _state(self, name: str) -> str:
        found = read_tree(self.folder / "site" / name)
        return next((words for words, sites in self.sites.items() if found == sites[name]), "mixed")

    def start(self, under: str = "pass") -> "subprocess.Popen[str]":
        """A build in a process group of its own, as in a terminal."""
        command = [sys.executable, "-c", UNDER.format(under), "-m", "guildbook", "build"]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, cwd=self.folder, start_new_session=True, **streams)

    def start_and_wait_for_the_engines(self) -> "subprocess.Popen[str]":
        """A build that stands where the engines are at work."""
        shutil.rmtree(self.folder / "build")
        building = self.start()
        wait_for(lambda: len(children(building.pid)) == 2 and any((self.folder / "build").glob("*/out")))
        return building

    def refused(self, code: int, under: str = "pass") -> str:
        """What a build says that fails; the old sites stand, to the letter and untouched."""
        self.say(NEW)
        was, building = self._identities(), self.start(under)
        said = building.communicate(timeout=120)[1]
        assert building.returncode == code
        assert "Traceback" not in said
        assert self._identities() == was
        assert not self._hidden()
        return said

    def next_build_works(self) -> None:
        self.say(NEW)
        done = run_guildbook(self.folder, "build")
        assert (done.returncode, done.stderr) == (0, "")
        assert self.standing() == [NEW, NEW]
        assert not self._hidden()

    def _identities(self) -> dict[str, tuple[int, int, bytes]]:
        files = sorted((self.folder / "site").rglob("*"))
        return {str(p): (p.stat().st_ino, p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in files}

    def _hidden(self) -> list[str]:
        return sorted(p.name for p in (self.folder / "site").iterdir() if p.name not in ("members", "handbook"))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Built once, and copied for each test."""
    community = Built(copy_community("small", tmp_path_factory.mktemp("model") / "small"), {})
    for words in (NEW, OLD):
        community.say(words)
        assert run_guildbook(community.folder, "build").returncode == 0
        community.sites[words] = {name: read_tree(community.folder / "site" / name) for name in ("members", "handbook")}
    assert community.sites[OLD]["members"] != community.sites[NEW]["members"]
    assert community.sites[OLD]["handbook"] != community.sites[NEW]["handbook"]
    return community


@pytest.fixture
def built(model: Built, tmp_path: Path) -> Built:
    shutil.copytree(model.folder, tmp_path / "small")
    return Built(tmp_path / "small", model.sites)


def wait_for(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    return sorted(number for number, parent in running() if parent == process)


def running() -> Iterator[tuple[int, int]]:
    """Every process and its parent, from /proc."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = status.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it ended meanwhile
            continue
        if state != "Z":
            yield int(status.parent.name), int(parent)


def test_a_broken_playbook_changes_nothing_and_exits_with_1(built: Built) -> None:
    (built.folder / "playbooks" / "broken.yml").write_text("kind: [")
    assert built.refused(1) == ""


def test_an_engine_that_the_system_kills_changes_nothing_and_exits_with_3(built: Built) -> None:
    built.say(NEW)
    building = built.start_and_wait_for_the_engines()
    os.kill(children(building.pid)[-1], signal.SIGKILL)
    said = building.communicate(timeout=120)[1]
    assert building.returncode == 3
    assert re.search(r"The system stopped mkdocs while it built the \w+ site\. The last site is as it was\.", said)
    assert "Traceback" not in said
    assert built.standing() == [OLD, OLD]
    built.next_build_works()


def test_killed_at_random_moments_each_site_is_the_old_or_the_new_one_and_the_next_build_works(built: Built) -> None:
    moment = random.Random(seed := random.randrange(10**9))
    begun = time.monotonic()
    built.next_build_works()
    takes = time.monotonic() - begun
    for turn in range(10):
        words, before = (OLD, NEW)[turn % 2], built.standing()
        built.say(words)
        building = built.start()
        try:
            building.communicate(timeout=moment.uniform(0, takes * 1.1))
        except subprocess.TimeoutExpired:
            building.kill()
            building.communicate()
        for state, was in zip(built.standing(), before, strict=True):
            assert state in (was, words), f"seed {seed}, turn {turn}"
    built.next_build_works()


def test_an_engine_ends_with_a_killed_build_so_that_the_next_build_has_the_folder_for_itself(built: Built) -> None:
    building = built.start_and_wait_for_the_engines()
    engines = set(children(building.pid))
    building.kill()
    building.communicate()
    wait_for(lambda: not dict(running()).keys() & engines)
    assert not list((built.folder / "build").glob("*/out/search/search_index.json"))  # what an engine writes last
    built.next_build_works()


@pytest.mark.parametrize(("signal_", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_interrupted_the_old_sites_stand_nothing_runs_on_and_the_exit_code_says_so(
    built: Built, signal_: signal.Signals, code: int
) -> None:
    built.say(NEW)
    for whom in (os.kill, os.killpg):  # by a program, and by Ctrl-C, which the engines get too
        building = built.start_and_wait_for_the_engines()
        engines = children(building.pid)
        whom(building.pid, signal_)
        _, said = building.communicate(timeout=120)
        assert building.returncode == code
        assert "Traceback" not in said
        assert built.standing() == [OLD, OLD]
        assert not dict(running()).keys() & set(engines)
    built.next_build_works()


def test_a_second_build_waits_for_nobody_says_so_and_exits_with_3(built: Built) -> None:
    built.say(NEW)
    first = built.start_and_wait_for_the_engines()
    os.kill(first.pid, signal.SIGSTOP)
    second = run_guildbook(built.folder, "build")
    assert second.returncode == 3
    assert second.stderr.splitlines() == [
        f"Another build is running (process {first.pid}).",
        "→ Wait until it is done, then build again.",
    ]
    assert built.standing() == [OLD, OLD]
    os.kill(first.pid, signal.SIGCONT)
    first.communicate(timeout=120)
    assert first.returncode == 0
    assert built.standing() == [NEW, NEW]


def test_a_disk_that_takes_no_more_changes_nothing_and_exits_with_3(built: Built) -> None:
    for largest in (200, 20_000):  # too small for a page of ours; for what the engine writes
        said = built.refused(3, SMALL_DISK.format(size=largest))
        assert "The disk is full" in said
        assert "The last site is as it was" in said
    built.next_build_works()


def test_a_folder_that_is_not_ours_is_refused_and_nothing_in_it_is_changed(built: Built) -> None:
    (built.folder / "site" / "members" / output.MARKER).unlink()
    said = built.refused(3)
    assert "site/members has files in it that Guildbook did not make." in said
    assert "Nothing was changed." in said


def test_a_site_that_is_a_link_is_refused_and_what_it_points_to_stays(built: Built) -> None:
    members, precious = built.folder / "site" / "members", built.folder.parent / "precious"
    members.rename(precious)
    members.symlink_to(precious)
    was = read_tree(precious)
    assert "site/members is a link to another one." in built.refused(3)
    assert members.is_symlink()
    assert read_tree(precious) == was
    members.unlink()
    built.next_build_works()


def test_folders_that_may_not_be_written_to_change_nothing_and_exit_with_3(built: Built) -> None:
    for where in ("site", "build"):
        with read_only(built.folder / where):
            said = built.refused(3, NO_ROOT)
        assert "This account is not allowed to work in" in said
        assert "The last site is as it was." in said
    built.next_build_works()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    subprocess.run(["chmod", "-R", "a-w", folder], check=True)
    yield
    subprocess.run(["chmod", "-R", "u+w", folder], check=True)


def test_where_nothing_can_be_written_guildbook_says_so_in_a_line(small: Path) -> None:
    command = [sys.executable, "-m", "guildbook", "check"]
    with Path("/dev/full").open("wb") as full:  # Linux's disk that is always full
        done = subprocess.run(command, cwd=small, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 3
    assert done.stderr.startswith("The disk is full")
    assert "Traceback" not in done.stderr
