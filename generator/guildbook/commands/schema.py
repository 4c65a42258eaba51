"""`guildbook schema`: JSON Schema of every file, so that an editor explains fields and marks mistakes while you type."""

import json
from pathlib import Path

from guildbook.console import Console
from guildbook.exit_codes import PROBLEMS, WELL
from guildbook.i18n import N_
from guildbook.load import find_folder_problem
from guildbook.pipeline.new_community import write_schemas
from guildbook.schemas import SCHEMA_FOLDER, schemas


def run_schema(folder: Path, write: bool, console: Console) -> int:
    """Write the schemas, or print them as one JSON object. Gives the exit code; raises NotBuilt."""
    if not write:
        console.info("{schemas}", schemas=json.dumps({name: json.loads(text) for name, text in schemas().items()}, indent=2))
        return WELL
    if problem := find_folder_problem(folder):
        console.problems([problem], {})
        return PROBLEMS
    write_schemas(folder)
    console.success(N_("Schemas for your editor are in {folder}."), folder=SCHEMA_FOLDER)
    return WELL
