"""Processes that can be killed or interrupted at every step they take."""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from typing import Any


def start_process(action: Callable[..., object], *arguments: object) -> ForkProcess:
    """A process of its own that does it."""
    process = get_context("fork").Process(target=action, args=arguments)
    with (
        warnings.catch_warnings()
    ):  # xdist reads its pipe in a thread, of which Python 3.12 warns; what we start needs no thread
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    return process


def run_in_child(action: Callable[[], object]) -> int:
    """Do it in a process of its own. Gives its exit code, or the signal that killed it as a negative number."""
    process = start_process(action)
    process.join(60)
    assert process.exitcode is not None
    return process.exitcode


def run_at_step(number: int, happen: Callable[[], object]) -> None:
    """Let something happen before the `number`th thing that this process asks the system or Python to do, by Python's audit."""
    left = number

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            happen()

    sys.addaudithook(hook)


def kill_myself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def kill_at_each_step(action: Callable[[], object]) -> Iterator[int]:
    """Start the action again and again in a process that dies at its first, second, ... step, until it comes to its end."""

    def until(number: int) -> Callable[[], None]:
        def attempt() -> None:
            run_at_step(number, kill_myself)
            action()
            os._exit(0)

        return attempt

    number = 1
    while run_in_child(until(number)) == -signal.SIGKILL:
        yield number
        number += 1
