"""`guildbook schema`: JSON Schema of every file, so that an editor explains fields and marks mistakes while you type."""

import json
from pathlib import Path
from typing import Any

from guildbook import output
from guildbook.commands.check import WELL
from guildbook.console import Console
from guildbook.i18n import N_
from guildbook.model import FILES, Part

FOLDER = "build/schema"
"""Where editors find the schemas: the first line of each starter file points there."""


def schemas() -> dict[str, str]:
    """The schemas as JSON, by the name of what they describe: community, rules, ladder, playbook, site."""
    return {
        _name(holds): json.dumps(schema(holds), ensure_ascii=False, indent=2) + "\n" for holds in {s.holds: 0 for s in FILES}
    }


def schema(holds: type[Part]) -> dict[str, Any]:
    """The schema of one kind of file. Text may look like a number or a yes: editors read YAML more freely than we do."""
    loosened = _loosen(holds.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **loosened}


def _name(holds: type[Part]) -> str:
    return holds.__name__.removesuffix("File").removesuffix("Config").lower()


def _loosen(node: Any) -> Any:
    if isinstance(node, list):
        return [_loosen(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _loosen(value) for key, value in node.items() if key not in ("audience", "title") or isinstance(value, dict)}
    if made.get("type") == "string":
        made["type"] = ["string", "number", "boolean"]
    return made


def write_schemas(folder: Path) -> None:
    """Write the schemas below a community's build folder."""
    with output.hold_lock(folder / "build"):
        output.write_tree(folder / FOLDER, {f"{name}.json": text.encode() for name, text in schemas().items()})


def run(folder: Path, write: bool, console: Console) -> int:
    """Write the schemas, or print them as one JSON object. Gives the exit code."""
    if write:
        write_schemas(folder)
        console.success(N_("Schemas for your editor are in {folder}."), folder=FOLDER)
    else:
        console.info("{schemas}", schemas=json.dumps({name: json.loads(text) for name, text in schemas().items()}, indent=2))
    return WELL
