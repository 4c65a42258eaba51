"""`guildbook check`: everything that is wrong with a playbook, at once; nothing is written."""

from pathlib import Path

from guildbook.console import Console
from guildbook.exit_codes import PROBLEMS, WELL
from guildbook.i18n import N_
from guildbook.pipeline.check_folder import check_folder


def run_check(folder: Path, console: Console, strict: bool) -> int:
    """Check a community's folder and tell what was found. Gives the exit code."""
    checked = check_folder(folder, plan=False)
    console.problems(checked.problems, checked.lines)
    if checked.fails(strict):
        return PROBLEMS
    if not checked.problems:
        console.success(N_("All is well: {files} files, nothing to mend."), files=len(checked.loaded.sources))
    return WELL
