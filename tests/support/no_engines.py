"""Refuses to start an engine or a browser, in this process and in those that it starts, while a block runs."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support.guard.watched_programs import SAYS, STARTS_ONE

GUARD = Path(__file__).parent / "guard"


class _Guard:
    """Whether the hook refuses now. Python cannot take an audit hook away again."""

    on = False
    hooked = False


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "subprocess.Popen" and _Guard.on and STARTS_ONE.search(str(arguments[1])):
        pytest.fail(f"{SAYS}\n{arguments[1]}", pytrace=False)


@contextmanager
def refuse_engines() -> Iterator[None]:
    """Let a test fail that starts an engine or a browser; a program that does so for it ends with the exit code 97."""
    if not _Guard.hooked:
        sys.addaudithook(_refuse)
        _Guard.hooked = True
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(GUARD), before]))
    _Guard.on = True
    try:
        yield
    finally:
        _Guard.on = False
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
