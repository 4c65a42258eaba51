"""`guildbook check`: everything that is wrong with a playbook, at once; nothing is written."""

from pathlib import Path

from guildbook.commands.prepare import prepare
from guildbook.commands.tell import Teller
from guildbook.words import N_

WELL, PROBLEMS, WRONG_WORD = 0, 1, 2


def run(folder: Path, tell: Teller, strict: bool) -> int:
    """Check a community's folder and tell what was found. Gives the exit code."""
    prepared = prepare(folder, plan=False)
    tell.problems(prepared.problems, prepared.lines)
    if prepared.fails(strict):
        return PROBLEMS
    if not prepared.problems:
        tell.well(N_("All is well: {files} files, nothing to mend."), files=len(prepared.found.sources))
    return WELL
