"""What tests share: a small community to change, and the command line in a process of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent
COMMUNITIES = HERE / "communities"


def run_guildbook(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run the command line as a person would, in a folder; what it prints is not made for a terminal."""
    seen = {**os.environ, "COLUMNS": "200", **(environment or {})}
    command = [sys.executable, "-m", "guildbook", *arguments]
    return subprocess.run(command, cwd=folder, env=seen, capture_output=True, text=True, encoding="utf-8", timeout=300)


def copy_community(name: str, to: Path) -> Path:
    """A copy of one of tests/communities/, or of the repository's own ("starter"), in a folder of its own."""
    if name == "starter":
        for part in ("content", "playbooks", "site_config"):
            shutil.copytree(ROOT / part, to / part)
    else:
        shutil.copytree(COMMUNITIES / name, to, dirs_exist_ok=True)
    return to


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with a small community in it: one rule, two rungs, and a playbook for each kind of crisis."""
    return copy_community("small", tmp_path / "small")


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A folder with the starter community in it."""
    return copy_community("starter", tmp_path / "starter")


@pytest.fixture
def guildbook() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """The command line: `guildbook(folder, "build", "--site", "members")`."""
    return run_guildbook


@contextmanager
def started_chromium() -> Iterator[Browser]:
    """A Chromium that asks nobody else anything, as long as the block runs. There may be only one at a time."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one Chromium of all tests."""
    with started_chromium() as browser:
        yield browser


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
