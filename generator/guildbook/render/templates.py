"""The template environment: every value comes out as character references unless it is HTML that we made ourselves."""

import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from guildbook import prose
from guildbook.pages import Ours


def environment(folder: Path, own: Mapping[str, str], translate: Callable[[str], str]) -> Environment:
    """Templates of a folder, and the owner's own, by name, in front of them.

    They get plain values and arrange them; a name that is not there is an error. An owner's template can extend ours by its
    name with a `!` before it. Beside Jinja's own they have `_` (our words, translated, with `{names}` filled), `heading` and
    `inline`.
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

    ours = FileSystemLoader(folder)
    made = Environment(
        loader=ChoiceLoader([DictLoader(own), ours, FunctionLoader(lambda name: _behind(name, folder))]),
        autoescape=True,
        finalize=finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(_=say, heading=heading, inline=inline)
    return made


class TemplateFailed(Exception):
    """A template of the owner's cannot be used: its name, the line, and what Jinja says against it."""

    def __init__(self, name: str, line: int, reason: str) -> None:
        """Take where it is and why."""
        super().__init__(name, line, reason)
        self.name, self.line, self.reason = name, line, reason


def arranged(templates: Environment, name: str, values: Mapping[str, object]) -> str:
    """A template filled with values. Raises TemplateFailed where one of the owner's is the reason that it cannot be."""
    try:
        return templates.get_template(name).render(values)
    except TemplateError as wrong:
        line = getattr(wrong, "lineno", None) or _line_in(wrong) or 1
        raise TemplateFailed(getattr(wrong, "name", None) or name, line, wrong.message or type(wrong).__name__) from wrong


def _line_in(wrong: TemplateError) -> int | None:
    """The line of the innermost template that an error came through."""
    frames = traceback.extract_tb(wrong.__traceback__)
    return next((frame.lineno for frame in reversed(frames) if not frame.filename.endswith(".py")), None)


def _behind(name: str, folder: Path) -> str | None:
    """Our template behind one of the owner's: `{% extends "!members/rules.md.j2" %}`."""
    path = folder / name.removeprefix("!")
    return path.read_text(encoding="utf-8") if name.startswith("!") and ".." not in name and path.is_file() else None


def heading(level: int, text: str, name: str) -> Markup:
    """A Markdown heading with an id of its own, which is made of letters, digits, hyphens and underscores."""
    return Markup(f"{'#' * level} {prose.to_the_letter(text)} {{ #{name} }}")


def inline(text: str) -> Markup | str:
    """Prose for the middle of a line: the inside of a sole paragraph. Text that is not HTML stays text."""
    return Markup(prose.sole_paragraph(text)) if isinstance(text, Markup) else text
