"""`guildbook new`: a whole community to start from, copied into a new folder."""

from pathlib import Path

from guildbook.console import Console
from guildbook.exit_codes import WELL
from guildbook.i18n import N_
from guildbook.pipeline.new_community import create_community


def run_new(folder: Path, console: Console) -> int:
    """Copy the starter community into a folder that is new or empty. Gives the exit code; raises NotBuilt where it cannot."""
    create_community(folder)
    console.success(N_("{folder} holds a whole community, Inbox Knights, to make your own."), folder=folder)
    console.info(N_("Next: cd {folder}, open content/community.yml, and run: guildbook build"), folder=folder)
    return WELL
