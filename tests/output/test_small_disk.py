"""A disk of one megabyte that is full, read-only or the site itself; collected where a disk may be mounted."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from guildbook.output import NotBuilt, publish, write_tree
from support.publishing import Published

pytestmark = pytest.mark.slow


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=True)
    yield disk
    subprocess.run(["umount", disk], check=True)


def remount(disk: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", disk], check=True)


def test_a_full_disk_keeps_the_last_sites(disk: Path) -> None:
    site = Published(disk)
    publish(site.old)
    refusal = site.refusal({**site.new, site.handbook: {f"{page}.html": b"x" * 5000 for page in range(400)}})
    assert "The disk is full" in refusal.sentence
    assert (refusal.values["folder"], refusal.values["megabytes"]) == (str(site.handbook), 4)
    publish(site.new)
    assert site.standing() == ["new", "new"]


def test_a_disk_that_is_full_at_any_new_file_or_folder_keeps_the_last_sites(disk: Path) -> None:
    site = Published(disk)
    publish(site.old)
    used = os.statvfs(disk).f_files - os.statvfs(disk).f_ffree
    for room in range(10):  # two sites of a folder, a marker, two pages and a folder each
        remount(disk, f"nr_inodes={used + room}")
        assert "The disk is full" in site.refusal(site.new).sentence
    remount(disk, f"nr_inodes={used + 10}")
    publish(site.new)
    assert (site.standing(), site.hidden()) == (["new", "new"], [])


def test_a_disk_that_is_read_only_is_told(disk: Path) -> None:
    site = Published(disk)
    publish(site.old)
    remount(disk, "ro")
    refusal = site.refusal(site.new)
    assert "not allowed" in refusal.sentence
    assert refusal.values["folder"] == str(site.members)


def test_a_site_that_is_a_disk_of_its_own_cannot_be_moved(disk: Path) -> None:
    write_tree(disk, {"index.html": b"old"})
    with pytest.raises(NotBuilt) as refusal:
        publish({disk: {"index.html": b"new"}})
    assert "a disk of its own" in refusal.value.sentence
    assert (disk / "index.html").read_bytes() == b"old"
    assert list(disk.parent.iterdir()) == [disk]
