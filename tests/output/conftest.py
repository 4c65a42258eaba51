"""Two versions of two sites, and processes that can be killed or interrupted at every step they take."""

import subprocess
from pathlib import Path

import pytest

from guildbook.output import publish
from support.publishing import Published


def may_mount() -> bool:
    """May this process mount a disk in memory? Tried in a name space of its own, so that nothing stays mounted."""
    return subprocess.run("unshare --mount mount -t tmpfs tmpfs /mnt", shell=True, capture_output=True).returncode == 0


collect_ignore = [] if may_mount() else ["test_small_disk.py", "test_new_on_small_disk.py"]


@pytest.fixture
def site(tmp_path: Path) -> Published:
    published = Published(tmp_path / "site")
    publish(published.old)
    return published
