"""`mkdocs build` and `mkdocs serve` in a community's folder show the member site, or say in plain words why not."""

import html
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from guildbook import output
from support.command import run_guildbook
from support.communities import copy_community
from support.paths import ROOT
from support.trees import read_tree

pytestmark = pytest.mark.engine

SAYS, SAYS_NOW = "Do not give the end away.", "Keep the end to yourself."
HIDDEN = "\u202e"
"""A character that nobody sees: advice, not an error."""


@pytest.fixture
def door(tmp_path: Path) -> Path:
    """A small community with the six lines for MkDocs."""
    folder = copy_community("small", tmp_path / "small")
    shutil.copytree(ROOT / "site_config" / "door", folder / "site_config" / "door")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.fixture
def well(starter: Path) -> Path:
    """A community about which there is no advice, with the six lines for MkDocs."""
    shutil.copy(ROOT / "mkdocs.yml", starter)
    return starter


def mkdocs(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def words_of_check(folder: Path) -> str:
    """What `guildbook check` says about a folder."""
    return run_guildbook(folder, "check").stdout.strip()


def test_mkdocs_build_makes_the_member_site_byte_for_byte_and_leaves_the_published_one_alone(well: Path) -> None:
    assert run_guildbook(well, "build").returncode == 0
    published = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in (well / "site").rglob("*")}
    done = mkdocs(well, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert read_tree(well / "build" / "door") == read_tree(well / "site" / "members")
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in (well / "site").rglob("*")} == published


def test_mkdocs_build_tells_advice_and_stops_for_it_when_strict(door: Path) -> None:
    edit(door / "content" / "rules.yml", SAYS, f"Do not give{HIDDEN} the end away.")
    assert words_of_check(door) in mkdocs(door, "build").stderr
    was = read_tree(door / "build" / "door")
    edit(door / "content" / "rules.yml", "the end away", "the end of it away")
    strict = mkdocs(door, "build", "--strict")
    assert strict.returncode == 1
    assert words_of_check(door) in strict.stderr
    assert read_tree(door / "build" / "door") == was


def test_mkdocs_build_of_a_broken_playbook_says_what_check_says_and_keeps_the_last_site(door: Path) -> None:
    assert mkdocs(door, "build").returncode == 0
    was = read_tree(door / "build" / "door")
    edit(door / "content" / "rules.yml", "[remind, ban]", "[remind, nothing-like-this]")
    (door / "playbooks" / "open.yml").write_text("title: [")
    for arguments in ([], ["--strict"]):
        done = mkdocs(door, "build", *arguments)
        assert done.returncode == 1
        assert words_of_check(door) in done.stderr
        assert f"The member site was not built. {door}/build/door is as it was." in done.stdout
        assert "Traceback" not in done.stderr
        assert read_tree(door / "build" / "door") == was


def test_mkdocs_build_stops_where_the_member_site_would_hold_a_text_for_moderators(door: Path) -> None:
    """The theme has these words on every page, so that the gate takes them for the moderators' note."""
    edit(door / "content" / "rules.yml", SAYS, f"{SAYS}\n    for_moderators:\n      notes: Skip to content")
    done = mkdocs(door, "build")
    assert done.returncode == 1
    assert "The member site would hold a text that is for moderators only" in done.stderr
    assert not (door / "build" / "door").exists()


def test_mkdocs_build_never_empties_a_folder_that_is_not_ours(door: Path) -> None:
    for refused in (door / "precious", door, door / "content"):
        refused.mkdir(exist_ok=True)
        (refused / "diary.txt").write_text("mine")
        done = mkdocs(door, "build", "--site-dir", str(refused))
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert (refused / "diary.txt").read_text() == "mine"


def test_mkdocs_build_beside_another_build_says_so_and_exits_with_1(door: Path) -> None:
    with output.hold_lock(door / "build"):
        done = mkdocs(door, "build")
    assert done.returncode == 1
    assert f"Another build is running (process {os.getpid()})." in done.stderr
    assert "→ Wait until it is done, then build again." in done.stderr
    assert "Traceback" not in done.stderr


class Served:
    """A folder that `mkdocs serve` serves."""

    def __init__(self, port: int, log: Path) -> None:
        self.address = f"http://127.0.0.1:{port}/"
        self.log = log

    def shows(self, expected: Callable[[str], bool], page: str = "") -> str:
        """The page, as soon as it is as expected."""
        deadline, text = time.monotonic() + 60, ""
        while time.monotonic() < deadline:
            with suppress(URLError, TimeoutError), urlopen(self.address + page, timeout=20) as answer:
                text = answer.read().decode()
                if expected(text):
                    return text
            time.sleep(0.1)
        raise AssertionError(f"not served in time; the last page:\n{text}\nMkDocs said:\n{self.log.read_text()}")


@contextmanager
def served(folder: Path, log: Path) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    temporary = log.parent / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    seen = {**os.environ, "TMPDIR": str(temporary)}
    with log.open("w") as said:
        server = subprocess.Popen(command, cwd=folder, env=seen, stdout=said, stderr=subprocess.STDOUT)
    try:
        yield Served(port, log)
        assert server.poll() is None
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=30)
        finally:
            server.kill()
    assert not [path for path in temporary.iterdir() if not path.name.startswith("_jinja2-cache-")]  # Jinja keeps its own


def is_site(page: str) -> bool:
    return "<h1" in page and "The Reading Room" in page


def says(words: str) -> Callable[[str], bool]:
    return lambda page: f"<pre>{html.escape(words)}</pre>" in page.replace("Your playbook has something to mend:\n\n", "")


def test_mkdocs_serve_shows_the_site_then_the_problems_in_every_page_then_the_mended_site(door: Path, tmp_path: Path) -> None:
    rules, playbook, colour = (door / name for name in ("content/rules.yml", "playbooks/spoilers.yml", "site_config/site.yml"))
    colour.write_text("accent: '#a8472a'\n")
    with served(door, tmp_path / "log") as site:
        page = site.shows(is_site)
        assert "Content-Security-Policy" not in page
        assert "livereload(" in page
        for file, old, new in [
            (rules, "[remind, ban]", "[<b>, ban]"),
            (playbook, "say: hidden", "say: shown"),
            (colour, "#", "no "),
        ]:
            edit(file, old, new)
            words = words_of_check(door)
            notice = site.shows(says(words), "rules/")
            assert "livereload(" in notice
            assert "<b>" not in notice
            edit(file, new, old)
            site.shows(lambda page: is_site(page) and SAYS in page, "rules/")
        edit(rules, SAYS, SAYS_NOW)
        site.shows(lambda page: is_site(page) and SAYS_NOW in page, "rules/")
    assert "Traceback" not in (tmp_path / "log").read_text()
    assert not (door / "site").exists()
    assert not (door / "build" / "door").exists()


def test_mkdocs_serve_begins_with_the_problems_of_a_broken_playbook_and_shows_the_site_when_it_is_mended(
    door: Path, tmp_path: Path
) -> None:
    edit(door / "content" / "community.yml", "purpose:", "purpoes:")
    with served(door, tmp_path / "log") as site:
        site.shows(says(words_of_check(door)))
        edit(door / "content" / "community.yml", "purpoes:", "purpose:")
        site.shows(is_site)
    assert re.search(r"purpoes", (tmp_path / "log").read_text())


def test_mkdocs_serve_beside_another_build_says_so_and_shows_the_site_after_the_next_change(door: Path, tmp_path: Path) -> None:
    with served(door, tmp_path / "log") as site:
        with output.hold_lock(door / "build"):
            site.shows(lambda page: "Another build is running" in page)
        edit(door / "content" / "rules.yml", SAYS, SAYS_NOW)
        site.shows(is_site)
