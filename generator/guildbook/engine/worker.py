"""A warm MkDocs: waits for build folders on standard input and answers each with one line of JSON. Started by `engine` only."""

import json
import logging
import os
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def answer(folder: str) -> dict[str, object]:
    """Build the site of a folder; what went wrong comes back as text."""
    warnings = _Kept()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        os.chdir(folder)
        config = load_config("mkdocs.yml", strict=False)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Exception as wrong:
        return {"said": f"{type(wrong).__name__}: {wrong}"}
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    return {"said": "\n".join(warnings.lines)}


class _Kept(logging.Handler):
    """Keeps what MkDocs warns of: strict mode would stop at it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(str(Path(line.strip())))) + "\n")
        sys.stdout.flush()
