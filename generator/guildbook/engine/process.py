"""What every engine has in common: the environment that it sees, and our words for why it did not build a site."""

import errno
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal, Protocol

from guildbook.i18n import N_
from guildbook.problems import NotBuilt

SECONDS = 600
"""How long an engine may take before it is stopped."""

_CHILD = str(Path(__file__).with_name("child_main.py"))

_FULL = re.compile(rf"\[Errno (?:{errno.ENOSPC}|{errno.EFBIG}|{getattr(errno, 'EDQUOT', errno.ENOSPC)})\]")
_TRACEBACK = re.compile(r"^Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)*", re.MULTILINE)
_COLOUR_CODES = re.compile(r"\x1b\[[0-9;]*m")

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


class Engine(Protocol):
    """Builds sites, several at the same time."""

    def begin(self, folder: Path) -> None:
        """Begin to build the site of a folder into its `out/`."""

    def wait(self, folder: Path) -> None:
        """Wait until the site of a folder is built. Raises NotBuilt when it is refused; what else was begun is then stopped."""

    def abandon(self) -> None:
        """End what was begun and not waited for; the engine can be used again."""


def engine_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What an engine sees of this program's environment, and what we add to it."""
    return {name: environment[name] for name in _NEEDED if name in environment} | _OURS


def spawn(
    kind: Literal["path", "module"], *command: str, environment: Mapping[str, str], folder: Path | None, errors: int
) -> subprocess.Popen[str]:
    """A Python process that runs a script or a module with arguments, ends when we end, and answers through pipes.

    It finds the packages that this program finds, however it was installed, but none in the folder where it was started.
    `errors` says where its standard error goes, in the words of `subprocess`.
    """
    setup = json.dumps({"path": _search_path()})
    return subprocess.Popen(
        [sys.executable, "-P", _CHILD, setup, kind, *command],
        cwd=folder,
        env=engine_environment(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _search_path() -> list[str]:
    """Where this program looks for packages, without what Python adds for whoever starts it: their folder, the script's."""
    added = {Path.cwd(), Path(sys.argv[0]).parent}
    return [folder for folder in sys.path if Path(folder).is_absolute() and Path(folder) not in added]


def stop(process: subprocess.Popen[str]) -> None:
    """End a process, whatever it does."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        with suppress(OSError):  # what it was not given in time is lost with it
            if stream:
                stream.close()


def refusal(engine: str, site: str, code: int | None, said: str) -> NotBuilt:
    """Why an engine ended without a site, from its exit code and what it printed, without any traceback in it."""
    values = {"engine": engine, "site": site}
    if f"No module named {engine}" in said:
        return NotBuilt(N_("{engine} is not installed."), N_('Install it: pip install "guildbook[{engine}]"'), values)
    if _FULL.search(said):
        sentence = N_("The disk is full: {engine} could not write the {site} site. The last site is as it was.")
        return NotBuilt(sentence, N_("Make room on the disk, or move the playbook to another one, and build again."), values)
    if code is not None and code < 0:
        sentence = N_("The system stopped {engine} while it built the {site} site. The last site is as it was.")
        return NotBuilt(sentence, N_("Build again. If this comes back, the computer may have too little memory."), values)
    sentence = N_("{engine} did not build the {site} site. It said:\n{said}")
    fix = N_("The last site is as it was. If you use templates of your own, look there first.")
    return NotBuilt(sentence, fix, {**values, "said": _TRACEBACK.sub("", _COLOUR_CODES.sub("", said)).strip()})


def too_slow(engine: str, site: str) -> NotBuilt:
    """Why an engine was stopped."""
    sentence = N_("{engine} did not finish the {site} site within {seconds} seconds.")
    values = {"engine": engine, "site": site, "seconds": SECONDS}
    return NotBuilt(sentence, N_("Try again; if it stays so, send us the build folder."), values)
