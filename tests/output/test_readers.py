"""A reader never meets a missing page while sites are published."""

import os
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from guildbook.output import publish
from support.processes import start_process

pytestmark = pytest.mark.slow

PAGES = ("index.html", "rules/index.html")


def version(number: int) -> dict[str, bytes]:
    return {page: str(number).encode() for page in PAGES}


def read_until_told(members: Path, told: Connection) -> None:
    """Read the site over and over, then tell how many versions were seen, how often a page was missing or pages differed."""
    seen, missed, mixed = set(), 0, 0
    told.send("ready")
    while not told.poll():
        try:
            seen.add((members / PAGES[0]).read_bytes())
        except FileNotFoundError:
            missed += 1
        mixed += len(pages_of_one_folder(members)) == 2
    told.send((len(seen), missed, mixed))


def pages_of_one_folder(members: Path) -> set[bytes]:
    """Both pages, read through one opened folder; none if it was replaced and removed meanwhile."""
    folder = os.open(members, os.O_RDONLY)
    try:
        return {_read(page, folder) for page in PAGES}
    except FileNotFoundError:
        return set()
    finally:
        os.close(folder)


def _read(page: str, folder: int) -> bytes:
    with os.fdopen(os.open(page, os.O_RDONLY, dir_fd=folder), "rb") as file:
        return file.read()


def test_a_reader_misses_no_page_and_sees_no_mix_during_200_publications(tmp_path: Path) -> None:
    members = tmp_path / "site" / "members"
    publish({members: version(0)})
    here, there = Pipe()
    reader = start_process(read_until_told, members, there)
    assert here.recv() == "ready"
    ways = {publish({members: version(number)}) for number in range(1, 201)}
    here.send("stop")
    seen, missed, mixed = here.recv()
    reader.join(10)
    assert ways == {"exchange"}
    assert seen > 10
    assert (missed, mixed) == (0, 0)
