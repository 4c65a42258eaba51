"""`guildbook new`: a whole community to start from, copied into a new folder."""

from pathlib import Path

from guildbook.commands.check import WELL
from guildbook.commands.schema import write_schemas
from guildbook.commands.tell import Teller
from guildbook.problems import NotBuilt
from guildbook.words import N_

PACKAGE = Path(__file__).parent.parent
PARTS = ("content", "playbooks", "site_config", "mkdocs.yml")
"""What of the repository is a community's playbook: the wheel holds these in `starter/`."""

IGNORED = "# made by guildbook, never committed\n/build/\n/site/\n/export/\n"


def starter() -> dict[str, bytes]:
    """The files of the starter community, from the installed package or, in an editable install, from the repository."""
    installed = PACKAGE / "starter"
    folder = installed if installed.is_dir() else PACKAGE.parent.parent
    found = [path for part in PARTS for path in ([folder / part] if (folder / part).is_file() else (folder / part).rglob("*"))]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found) if path.is_file() and _belongs(path)
    }


def _belongs(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix != ".pyc"


def run(folder: Path, tell: Teller) -> int:
    """Copy the starter community into a folder that is new or empty. Gives the exit code; raises NotBuilt where it is not."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotBuilt(
            N_("{folder} is not empty, and nothing of yours is overwritten."), N_("Choose a new name."), {"folder": folder}
        )
    for name, data in (starter() | {".gitignore": IGNORED.encode()}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    write_schemas(folder)
    tell.well(N_("{folder} holds a whole community, Inbox Knights, to make your own."), folder=folder)
    tell.plainly(N_("Next: cd {folder}, open content/community.yml, and run: guildbook build"), folder=folder)
    return WELL
