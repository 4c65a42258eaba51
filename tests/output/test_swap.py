"""Folders change places in one step, or by renames, and both at once or neither."""

import ctypes
import errno
import os
import platform
from collections.abc import Callable
from pathlib import Path

import pytest

from guildbook.output import MARKER, NotBuilt, publish, read_tree, swap
from support.publishing import Published


def test_the_first_publication_makes_the_folders(tmp_path: Path) -> None:
    site = Published(tmp_path / "not" / "there")
    assert publish(site.new) == "exchange"
    assert (site.standing(), site.hidden()) == (["new", "new"], [])
    assert (site.members / MARKER).is_file()


def test_a_later_publication_replaces_every_site_and_leaves_nothing_behind(site: Published) -> None:
    assert publish(site.new) == "exchange"
    assert (site.standing(), site.hidden()) == (["new", "new"], [])


def test_a_relative_folder_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    publish({Path("members"): {"index.html": b"1"}})
    publish({Path("members"): {"index.html": b"2"}})
    assert read_tree(Path("members")) == {"index.html": b"2"}
    assert list(tmp_path.iterdir()) == [tmp_path / "members"]


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM])
def test_where_the_system_refuses_to_exchange_renames_do_it(
    site: Published, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(swap, "exchange", failing_from(1, number))
    assert publish(site.new) == "rename"
    assert (site.standing(), site.hidden()) == (["new", "new"], [])


def test_if_the_second_site_cannot_be_swapped_the_first_is_swapped_back(
    site: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", failing_from(2, errno.EBUSY, until=2))
    with pytest.raises(NotBuilt) as refusal:
        publish(site.new)
    assert "cannot be moved" in refusal.value.sentence
    assert refusal.value.values["folder"] == str(site.handbook)
    assert (site.standing(), site.hidden()) == (["old", "old"], [])


def test_if_the_second_site_cannot_come_for_the_first_time_the_first_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Published(tmp_path / "site")
    publish({site.handbook: site.old[site.handbook]})
    monkeypatch.setattr(swap, "exchange", failing_from(1, errno.EBUSY))
    with pytest.raises(NotBuilt):
        publish(site.new)
    assert (site.standing(), site.hidden()) == (["missing", "old"], [])


def test_if_a_site_cannot_be_put_back_either_that_is_said_and_the_next_build_puts_it_right(
    site: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(swap, "exchange", failing_from(2, errno.EIO))
        with pytest.raises(NotBuilt) as refusal:
            publish(site.new)
    assert refusal.value.values == {"folders": str(site.members)}
    publish(site.new)
    assert (site.standing(), site.hidden()) == (["new", "new"], [])


def failing_from(first: int, number: int, until: int = 1000) -> Callable[[Path, Path], None]:
    """An exchange that the system refuses from the `first` time on."""
    exchange, times = swap.exchange, iter(range(1, 1001))

    def fail(one: Path, other: Path) -> None:
        if first <= next(times) <= until:
            raise OSError(number, os.strerror(number))
        exchange(one, other)

    return fail


def test_an_exchange_that_fails_tells_what_the_system_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap.exchange(tmp_path / "a", tmp_path / "b")


if platform.system() == "Linux" and platform.machine() in swap.RENAMEAT2:

    def test_a_c_library_that_does_not_know_the_exchange_is_gone_around(tmp_path: Path) -> None:
        for name in ("a", "b"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "was").write_text(name)
        system, one, other = ctypes.CDLL(None, use_errno=True), os.fsencode(tmp_path / "a"), os.fsencode(tmp_path / "b")
        assert swap.by_number(system, one, other, platform.machine()) == 0
        assert (tmp_path / "a" / "was").read_text() == "b"
        assert swap.by_number(system, one, other + b"?", platform.machine()) == -1
        assert ctypes.get_errno() == errno.ENOENT


def test_on_a_machine_that_we_do_not_know_the_exchange_is_refused() -> None:
    assert swap.by_number(ctypes.CDLL(None, use_errno=True), b"a", b"b", "vax") == -1
    assert ctypes.get_errno() in swap.CANNOT
