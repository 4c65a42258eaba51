"""What every engine's process runs first: it ends with its parent, finds the parent's packages, and loads nobody's plugins.

Started by `process.spawn` only, as `child_main.py SETUP path|module TARGET [ARGUMENT ...]`; SETUP is JSON.
"""

import importlib.metadata
import json
import os
import runpy
import sys
import threading
import time
from typing import Any

TRUSTED = {"mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "zensical"}
"""Whose plugins, themes and extensions an engine may load. Any package of the environment can register one under a name that we
use, such as `toc` or `search`, and would then run in a build without being asked for."""


def watch_parent(parent: int) -> None:
    """End this process when its parent has ended: it would write into the folder of the next build."""
    while os.getppid() == parent:
        time.sleep(0.05)
    os._exit(1)


def trust_only_engines() -> None:
    """Hide the entry points of every package but the engines' own."""
    find_all: Any = importlib.metadata.entry_points

    def is_trusted(point: importlib.metadata.EntryPoint) -> bool:
        return point.dist is not None and point.dist.name.lower() in TRUSTED

    def entry_points(**params: Any) -> Any:
        found = find_all(**params)
        return (
            importlib.metadata.EntryPoints(p for p in found if p.dist and p.dist.name.lower() in TRUSTED) if params else found
        )

    importlib.metadata.entry_points = entry_points


def run_target() -> None:
    """Prepare this process as SETUP says, then become the target."""
    setup, kind, *rest = sys.argv[1:]
    sys.path[:] = list(dict.fromkeys([*json.loads(setup)["path"], *sys.path]))
    threading.Thread(target=watch_parent, args=(os.getppid(),), daemon=True).start()
    trust_only_engines()
    sys.argv[:] = rest
    if kind == "module":
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        runpy.run_path(rest[0], run_name="__main__")


if __name__ == "__main__":
    run_target()
