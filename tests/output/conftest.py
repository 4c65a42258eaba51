"""Two versions of two sites, and processes that can be killed or interrupted at every step they take."""

import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

import pytest

from guildbook.output import NotBuilt, publish, read_tree

Sites = dict[Path, dict[str, bytes]]


def may_mount() -> bool:
    """May this process mount a disk in memory? Tried in a name space of its own, so that nothing stays mounted."""
    return subprocess.run("unshare --mount mount -t tmpfs tmpfs /mnt", shell=True, capture_output=True).returncode == 0


collect_ignore = [] if may_mount() else ["test_small_disk.py", "test_new_on_small_disk.py"]


class Published:
    """Two sites in a folder, in an old and a new version of unequal size and shape."""

    def __init__(self, root: Path) -> None:
        self.members = root / "members"
        self.handbook = root / "handbook"
        self.old = self.version("old", "gone/index.html")
        self.new = self.version("new", "rules/index.html")

    def version(self, text: str, *more: str) -> Sites:
        pages = ("index.html", *more)
        return {site: {page: f"{site.name} {text}".encode() for page in pages} for site in (self.members, self.handbook)}

    def standing(self) -> list[str]:
        """What stands where readers look, a word for each site: "old", "new", "missing" or "mixed"."""
        return [self._state(site) for site in (self.members, self.handbook)]

    def hidden(self) -> list[str]:
        return sorted(entry.name for entry in self.members.parent.iterdir() if entry.name.startswith("."))

    def refusal(self, sites: Sites) -> NotBuilt:
        """Why these sites were not built; the old ones stand untouched and nothing is left beside them."""
        before = self._identities()
        with pytest.raises(NotBuilt) as refusal:
            publish(sites)
        assert (self.standing(), self.hidden()) == (["old", "old"], [])
        assert self._identities() == before
        return refusal.value

    def _identities(self) -> list[tuple[int, int]]:
        stats = [path.stat() for site in self.old for path in (site, site / "index.html")]
        return [(stat.st_ino, stat.st_mtime_ns) for stat in stats]

    def _state(self, site: Path) -> str:
        if not site.exists():
            return "missing"
        found = read_tree(site)
        return "old" if found == self.old[site] else "new" if found == self.new[site] else "mixed"


@pytest.fixture
def site(tmp_path: Path) -> Published:
    published = Published(tmp_path / "site")
    publish(published.old)
    return published


def started(action: Callable[..., object], *arguments: object) -> ForkProcess:
    """A process of its own that does it."""
    process = get_context("fork").Process(target=action, args=arguments)
    with (
        warnings.catch_warnings()
    ):  # xdist reads its pipe in a thread, of which Python 3.12 warns; what we start needs no thread
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    return process


def in_child(action: Callable[[], object]) -> int:
    """Do it in a process of its own. Gives its exit code, or the signal that killed it as a negative number."""
    process = started(action)
    process.join(60)
    assert process.exitcode is not None
    return process.exitcode


def at_step(number: int, happen: Callable[[], object]) -> None:
    """Let something happen before the `number`th thing that this process asks the system or Python to do, by Python's audit."""
    left = number

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            happen()

    sys.addaudithook(hook)


def kill_myself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at_each_step(action: Callable[[], object]) -> Iterator[int]:
    """Start the action again and again in a process that dies at its first, second, ... step, until it comes to its end."""

    def until(number: int) -> Callable[[], None]:
        def attempt() -> None:
            at_step(number, kill_myself)
            action()
            os._exit(0)

        return attempt

    number = 1
    while in_child(until(number)) == -signal.SIGKILL:
        yield number
        number += 1
