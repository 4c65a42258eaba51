"""JSON Schema of every file that an owner edits, for editors."""

import json
from typing import Any

from guildbook.model import FILES, Part

SCHEMA_FOLDER = "build/schema"
"""Where editors find the schemas: the first line of each starter file points there."""


def schemas() -> dict[str, str]:
    """The schemas as JSON, by the name of what they describe: community, rules, ladder, playbook, site."""
    parts = dict.fromkeys(spec.holds for spec in FILES)
    return {_schema_name(part): json.dumps(part_schema(part), ensure_ascii=False, indent=2) + "\n" for part in parts}


def schema_files() -> dict[str, bytes]:
    """The schemas as the files that editors read, by name."""
    return {f"{name}.json": text.encode() for name, text in schemas().items()}


def part_schema(part: type[Part]) -> dict[str, Any]:
    """The schema of one kind of file. Text may look like a number or a yes: editors read YAML more freely than we do."""
    loosened = _loosen(part.model_json_schema())
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **loosened}


def _schema_name(part: type[Part]) -> str:
    return part.__name__.removesuffix("File").removesuffix("Config").lower()


def _loosen(node: Any) -> Any:
    if isinstance(node, list):
        return [_loosen(item) for item in node]
    if not isinstance(node, dict):
        return node
    loose = {key: _loosen(value) for key, value in node.items() if key not in ("audience", "title") or isinstance(value, dict)}
    if loose.get("type") == "string":
        loose["type"] = ["string", "number", "boolean"]
    return loose
