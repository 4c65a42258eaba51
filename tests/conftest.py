"""What tests share: a small community to change, and the command line in a process of its own."""

import subprocess
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support.chromium import start_chromium
from support.command import run_guildbook
from support.communities import copy_community
from support.no_engines import refuse_engines

BROWSERS = {"chromium", "launch"}
"""The fixtures that start Chromium."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever has Chromium among its fixtures has the marker `browser`."""
    for item in items:
        if BROWSERS & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """A test without the marker `engine` or `browser` fails when it, a fixture of it or a program of these starts one."""
    if any(item.get_closest_marker(name) for name in ("engine", "browser")):
        return (yield)
    with refuse_engines():
        return (yield)


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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one Chromium of all tests."""
    with start_chromium() as browser:
        yield browser
