"""Guildbook's command line, run in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def run_guildbook(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None, seconds: float = 300
) -> "subprocess.CompletedProcess[str]":
    """Run the command line as a person would, in a folder; what it prints is not made for a terminal.

    Raises subprocess.TimeoutExpired where that takes longer than so many seconds.
    """
    seen = {**os.environ, "COLUMNS": "200", **(environment or {})}
    command = [sys.executable, "-m", "guildbook", *arguments]
    return subprocess.run(command, cwd=folder, env=seen, capture_output=True, text=True, encoding="utf-8", timeout=seconds)
