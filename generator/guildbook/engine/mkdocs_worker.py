"""A MkDocs that waits: reads build folders from standard input, answers each with JSON. Started by `worker_pool` only."""

import json
import logging
import os
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config


class Warnings(logging.Handler):
    """Keeps what MkDocs warns of: a strict build is one without."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self.lines.append(record.getMessage())


def build_warnings(folder: str) -> str:
    """Build the site of a folder; gives what MkDocs had to say against it, which is nothing when all is well."""
    warnings = Warnings()
    log = logging.getLogger("mkdocs")
    log.addHandler(warnings)
    try:
        os.chdir(folder)
        config = load_config("mkdocs.yml")
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except Exception as wrong:
        return f"{type(wrong).__name__}: {wrong}"
    finally:
        log.removeHandler(warnings)
    return "\n".join(warnings.lines)


if __name__ == "__main__":
    answers = sys.stdout
    sys.stdout = sys.stderr  # nothing that a template prints is taken for an answer
    for line in sys.stdin:
        answers.write(json.dumps({"said": build_warnings(line.rstrip("\n"))}) + "\n")
        answers.flush()
