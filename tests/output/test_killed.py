"""A build that dies at any step leaves the last site or the next one, and the build after it tidies up."""

import errno
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from guildbook.output import NotBuilt, publish, read_tree, swap, write_tree
from support.processes import kill_at_each_step, run_at_step, run_in_child
from support.publishing import Published

pytestmark = pytest.mark.slow


def refuses(one: Path, other: Path) -> None:
    raise OSError(errno.EINVAL, "this disk exchanges nothing")


@pytest.fixture(params=["exchange", "rename"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How folders change places here; renames are what there is where the system refuses to exchange."""
    if request.param == "rename":
        monkeypatch.setattr(swap, "exchange", refuses)
    return str(request.param)


def test_killed_at_any_step_each_site_is_the_old_or_the_new_one(site: Published, way: str) -> None:
    seen = set()
    for _ in kill_at_each_step(lambda: publish(site.new)):
        seen.add(tuple(site.standing()))
        assert publish(site.old) == way
        assert (site.standing(), site.hidden()) == (["old", "old"], [])
    gaps = {("missing", "old"), ("new", "missing")} if way == "rename" else set()
    assert seen == {("old", "old"), ("new", "old"), ("new", "new")} | gaps
    assert (site.standing(), site.hidden()) == (["new", "new"], [])


def test_killed_at_any_step_of_the_first_publication_each_site_is_missing_or_new(tmp_path: Path) -> None:
    for number in kill_at_each_step(lambda: publish(Published(tmp_path / "first").new)):
        (tmp_path / "first").mkdir(exist_ok=True)
        site = Published(tmp_path / "first")
        assert set(site.standing()) <= {"missing", "new"}
        publish(site.new)
        assert (site.standing(), site.hidden()) == (["new", "new"], [])
        (tmp_path / "first").rename(tmp_path / f"{number}")


def test_killed_in_the_gap_between_two_renames_the_last_site_returns_even_if_the_next_build_fails(
    site: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.members.rename(site.members.with_name(".members.backup"))
    with pytest.raises(NotBuilt):
        publish({site.members: {"x" * 300: b""}})
    assert (site.standing(), site.hidden()) == (["old", "old"], [])


def test_killed_in_the_middle_of_a_file_the_old_sites_stand(site: Published) -> None:
    def die_at_50_000_bytes() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        publish({**site.new, site.handbook: {"large.html": b"x" * 100_000}})

    assert run_in_child(die_at_50_000_bytes) == -signal.SIGXFSZ
    assert site.standing() == ["old", "old"]
    assert (site.handbook.parent / ".handbook.staging" / "large.html").stat().st_size == 50_000
    publish(site.new)
    assert (site.standing(), site.hidden()) == (["new", "new"], [])


def test_killed_at_any_step_a_folder_of_ours_can_be_written_again(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    write_tree(docs, {"a/b.md": b"1", "c.md": b"1"})
    for _ in kill_at_each_step(lambda: write_tree(docs, {"a.md": b"2", "c.md": b"2"})):
        write_tree(docs, {"a/b.md": b"1", "c.md": b"1"})
        assert read_tree(docs) == {"a/b.md": b"1", "c.md": b"1"}
    assert read_tree(docs) == {"a.md": b"2", "c.md": b"2"}


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit])
def test_interrupted_at_any_step_all_sites_are_old_or_all_are_new_and_nothing_is_left(
    site: Published, way: str, interruption: type[BaseException]
) -> None:
    def interrupted_at(number: int) -> Callable[[], None]:
        def interrupt() -> None:
            raise interruption

        def attempt() -> None:
            run_at_step(number, interrupt)
            try:
                publish(site.new)
            except interruption:
                os._exit(2)
            os._exit(0)

        return attempt

    seen, number = set(), 1
    while run_in_child(interrupted_at(number)) == 2:
        seen.add(tuple(site.standing()))
        assert site.hidden() == []
        publish(site.old)
        number += 1
    assert seen == {("old", "old"), ("new", "new")}
    assert site.standing() == ["new", "new"]
