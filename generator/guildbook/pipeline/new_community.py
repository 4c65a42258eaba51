"""A new community from the starter, and the schemas that its owner's editor reads."""

from pathlib import Path

from guildbook import output
from guildbook.schemas import SCHEMA_FOLDER, schema_files
from guildbook.starter import starter_files

GITIGNORE = "# made by guildbook, never committed\n/build/\n/site/\n/export/\n"


def create_community(folder: Path) -> None:
    """Put a whole community into a folder that is new or empty. Raises NotBuilt, and leaves nothing behind then."""
    schemas = {f"{SCHEMA_FOLDER}/{name}": data for name, data in schema_files().items()}
    ours = output.marker_files("build", SCHEMA_FOLDER)
    output.create_tree(folder, {**starter_files(), ".gitignore": GITIGNORE.encode(), **ours, **schemas})


def write_schemas(folder: Path) -> None:
    """Write the schemas below a community's build folder. Raises NotBuilt."""
    with output.hold_lock(folder / "build"):
        output.write_tree(folder / SCHEMA_FOLDER, schema_files())
