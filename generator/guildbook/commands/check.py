"""`guildbook check`: everything that is wrong with a playbook, at once; nothing is written."""

from pathlib import Path

from guildbook.commands.checked import check_folder
from guildbook.console import Console
from guildbook.i18n import N_

WELL, PROBLEMS, WRONG_WORD = 0, 1, 2


def run(folder: Path, console: Console, strict: bool) -> int:
    """Check a community's folder and tell what was found. Gives the exit code."""
    checked = check_folder(folder, plan=False)
    console.problems(checked.problems, checked.lines)
    if checked.fails(strict):
        return PROBLEMS
    if not checked.problems:
        console.success(N_("All is well: {files} files, nothing to mend."), files=len(checked.found.sources))
    return WELL
