"""What tests share: a small community to change, and the command line in a process of its own."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support.chromium import start_chromium
from support.command import run_guildbook
from support.communities import copy_community


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with a small community in it: one rule, two rungs, one playbook."""
    return copy_community("small", tmp_path / "small")


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A folder with the starter community in it."""
    return copy_community("starter", tmp_path / "starter")


@pytest.fixture
def guildbook() -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """The command line: `guildbook(folder, "build", "--site", "members")`."""
    return run_guildbook


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one Chromium of all tests."""
    with start_chromium() as browser:
        yield browser
