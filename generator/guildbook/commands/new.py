"""`guildbook new`: a whole community to start from, copied into a new folder."""

from pathlib import Path

from guildbook.commands.check import WELL
from guildbook.commands.schema import write_schemas
from guildbook.commands.starter import starter_files
from guildbook.console import Console
from guildbook.i18n import N_
from guildbook.problems import NotBuilt

IGNORED = "# made by guildbook, never committed\n/build/\n/site/\n/export/\n"


def run(folder: Path, console: Console) -> int:
    """Copy the starter community into a folder that is new or empty. Gives the exit code; raises NotBuilt where it is not."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotBuilt(
            N_("{folder} is not empty, and nothing of yours is overwritten."), N_("Choose a new name."), {"folder": folder}
        )
    for name, data in (starter_files() | {".gitignore": IGNORED.encode()}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    write_schemas(folder)
    console.success(N_("{folder} holds a whole community, Inbox Knights, to make your own."), folder=folder)
    console.info(N_("Next: cd {folder}, open content/community.yml, and run: guildbook build"), folder=folder)
    return WELL
