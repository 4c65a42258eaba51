"""A new community on a disk that is too small; collected where a disk may be mounted."""

import subprocess
from pathlib import Path

import pytest

from support.command import run_guildbook

pytestmark = pytest.mark.slow


def test_a_disk_that_is_full_at_any_moment_holds_nothing_of_a_new_community(tmp_path: Path) -> None:
    for limit in ("size=4k", "size=40k", "nr_inodes=4", "nr_inodes=20"):
        subprocess.run(["mount", "-t", "tmpfs", "-o", limit, "tmpfs", tmp_path], check=True)
        try:
            done = run_guildbook(tmp_path, "new", "deep/demo")
            assert (done.returncode, done.stdout) == (3, "")
            assert "The disk is full" in done.stderr
            assert len(done.stderr.splitlines()) == 2
            assert not list(tmp_path.iterdir())
        finally:
            subprocess.run(["umount", tmp_path], check=True)
