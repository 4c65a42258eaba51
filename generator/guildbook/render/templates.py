"""The template environment: every value comes out as character references unless it is HTML that we made ourselves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from guildbook import prose
from guildbook.pages import Ours


def environment(folder: Path, translate: Callable[[str], str]) -> Environment:
    """Templates of a folder. They get plain values and arrange them; a name that is not there is an error.

    Beside Jinja's own they have `_` (our words, translated, with `{names}` filled), `heading` and `inline`.
    """

    def finish(value: Any) -> Any:
        if hasattr(value, "__html__"):
            return value
        text = translate(value) if isinstance(value, Ours) else "" if value is None else str(value)
        return Markup(prose.to_the_letter(text))

    def say(sentence: str, **values: object) -> str:
        return translate(sentence).format(**{name: _translated(value) for name, value in values.items()})

    def _translated(value: object) -> object:
        return translate(value) if isinstance(value, Ours) else value

    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        finalize=finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(_=say, heading=heading, inline=inline)
    return made


def heading(level: int, text: str, name: str) -> Markup:
    """A Markdown heading with an id of its own, which is made of letters, digits, hyphens and underscores."""
    return Markup(f"{'#' * level} {prose.to_the_letter(text)} {{ #{name} }}")


def inline(text: str) -> Markup | str:
    """Prose for the middle of a line: the inside of a sole paragraph. Text that is not HTML stays text."""
    return Markup(prose.sole_paragraph(text)) if isinstance(text, Markup) else text
