"""Write the pages of docs/ that are made from the code: the field guide and the checks. `make docs` runs this."""

from collections.abc import Iterator
from pathlib import Path

from guildbook.commands.explain import explanations
from guildbook.model import FILES, Field, FileSpec, Part, Ref, TextForm, TimeSpan, fields

HERE = Path(__file__).parent
MADE = "<!-- Made by `make docs` from the code; change it there. -->\n"


def field_guide() -> str:
    """Every file, and every field in it: what it means, whether it is needed, who reads it."""
    pages = [f"# Field guide\n\n{MADE}\nEvery file that you edit, and every field in it. **Bold** fields are needed.\n"]
    told: set[type[Part]] = set()
    for spec in FILES:
        readers = "members and moderators" if spec.audience == "members" else "moderators only"
        title = f"## `{spec.pattern}`\n\nFor {readers}.\n"
        if spec.holds in told:
            pages.append(f"{title}\nThe same fields as above, in a file of its own.\n")
            continue
        pages.append("\n".join([title, *_rows(spec), ""]))
        told.add(spec.holds)
    return "\n".join(pages)


def _rows(spec: FileSpec) -> Iterator[str]:
    yield "| Field | What | Means |"
    yield "| --- | --- | --- |"
    for path, field in _all(spec.holds):
        name = f"**`{path}`**" if field.required else f"`{path}`"
        who = " *Moderators only.*" if field.audience == "moderators" and spec.audience == "members" else ""
        asks = f" *{field.question}*" if field.question else ""
        yield f"| {name} | {_what(field)} | {field.description}{who}{asks} |"


def _all(part: type[Part], above: str = "") -> Iterator[tuple[str, Field]]:
    for field in fields(part):
        path = above + field.key
        yield path, field
        if field.part:
            inside = {"one": ".", "list": "[].", "by id": "." + "<id>." * len(field.key_markers)}[field.shape]
            yield from _all(field.part, path + inside)


def _what(field: Field) -> str:
    if field.part:
        one = "keys"
    elif field.choices:
        one = " · ".join(f"`{choice}`" for choice in field.choices)
    elif isinstance(field.marker, TextForm):
        one = {"line": "one line", "plain": "text, kept to the letter", "prose": "Markdown"}[field.marker.form]
    elif isinstance(field.marker, Ref):
        one = f"the id of a {field.marker.to}"
    elif isinstance(field.marker, TimeSpan):
        one = "a length of time"
    else:
        one = field.holds
    return {"one": one, "list": f"a list: {one}", "by id": f"by id: {one}"}[field.shape]


def checks() -> str:
    """Every check, with what `guildbook explain` says of it."""
    parts = [f"## {name}\n\n{text}\n" for name, text in explanations().items()]
    return "\n".join([f"# Checks\n\n{MADE}\n`guildbook explain <check>` says the same.\n", *parts])


PAGES = {"fields.md": field_guide, "checks.md": checks}

if __name__ == "__main__":
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), encoding="utf-8")
