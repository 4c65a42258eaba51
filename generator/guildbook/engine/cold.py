"""Start an engine for each build folder, as a child process that sees only what we give it, and wait for all of them."""

import errno
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from guildbook.problems import NotBuilt
from guildbook.words import N_

SECONDS = 600
"""How long an engine may take before it is stopped."""

_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"),
    "zensical": ("zensical", "build", "--clean", "--strict", "--config-file", "mkdocs.yml"),
}
ENGINES = tuple(_COMMANDS)

_ON_A_LEASH = """
import os, runpy, sys, threading, time
ours = int(sys.argv.pop(1))
def watch():
    while os.getppid() == ours:
        time.sleep(0.05)
    os._exit(1)
threading.Thread(target=watch, daemon=True).start()
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""
"""Runs an engine that ends when we do: one that outlives a killed build would write into the folder of the next."""

_FULL = re.compile(rf"\[Errno (?:{errno.ENOSPC}|{errno.EFBIG}|{getattr(errno, 'EDQUOT', errno.ENOSPC)})\]")
_TRACEBACK = re.compile(r"^Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)*", re.MULTILINE)

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")

_NEEDED = ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "USERPROFILE")
"""What a Python program needs of the environment; nothing else of it reaches an engine."""

_OURS = {
    "LC_ALL": "C.UTF-8",
    "PYTHONUTF8": "1",
    "PYTHONHASHSEED": "0",
    "TZ": "UTC",
    "SOURCE_DATE_EPOCH": "315532800",
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "NO_COLOR": "1",
}
"""The same machine for every build: language, time zone, order of sets, and a fixed date for what wants one."""


Engine = Callable[[Sequence[Path]], None]
"""Builds the site of every folder into its `out/`, all at the same time; raises NotBuilt."""


def cold(engine: str, environment: Mapping[str, str]) -> Engine:
    """An engine by its name, started anew for each build."""
    return partial(_build, engine=engine, environment=seen(environment))


def seen(environment: Mapping[str, str]) -> dict[str, str]:
    """What an engine sees of this program's environment, and what we add to it."""
    return {name: environment[name] for name in _NEEDED if name in environment} | _OURS


def _build(folders: Sequence[Path], engine: str, environment: Mapping[str, str]) -> None:
    command = [sys.executable, "-P", "-m", *_COMMANDS[engine]]
    running = [_start(command, folder, environment) for folder in folders]
    try:
        for folder, process in zip(folders, running, strict=True):
            _wait(process, engine, folder.name)
    finally:
        for process in running:
            process.kill()
            process.wait()


def not_built(engine: str, site: str, said: str) -> NotBuilt:
    """Why an engine did not build a site, in its own words: they are for whoever wrote a template."""
    sentence = N_("{engine} did not build the {site} site. It said:\n{said}")
    fix = N_("The last site is as it was. If you use templates of your own, look there first.")
    return NotBuilt(sentence, fix, {"engine": engine, "site": site, "said": _COLOURS.sub("", said).strip()})


def _start(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _wait(process: "subprocess.Popen[str]", engine: str, site: str) -> None:
    try:
        said, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        sentence = N_("{engine} did not finish the {site} site within {seconds} seconds.")
        values = {"engine": engine, "site": site, "seconds": SECONDS}
        raise NotBuilt(sentence, N_("Try again; if it stays so, send us the build folder."), values) from None
    if f"No module named {engine}" in said:
        raise NotBuilt(
            N_("{engine} is not installed."), N_('Install it: pip install "guildbook[{engine}]"'), {"engine": engine}
        )
    if process.returncode:
        raise not_built(engine, site, said)
