"""The template environment: every value comes out as character references unless it is HTML that we made ourselves."""

import json
import re
import traceback
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from guildbook import prose
from guildbook.i18n import Translate
from guildbook.load.custom_files import TEMPLATES
from guildbook.package_data import read_package_files
from guildbook.pages import localize


def environment(folders: Mapping[str, Path], custom_templates: Mapping[str, str], translate: Translate) -> Environment:
    """Templates of folders, each named with what stands before their names, and the owner's own, by name, in front of them.

    They get plain values and arrange them; a name that is not there is an error. An owner's template can extend ours by its
    name with a `!` before it. Beside Jinja's own they have `_` (our words, translated, with `{names}` filled), `heading`,
    `inline`, `data` (values for our scripts, as JSON for an attribute) and `json` (the same, a third shorter, for an attribute
    between single quotes).
    """

    def finish(value: Any) -> Any:
        if hasattr(value, "__html__"):
            return value
        return Markup(prose.escape_all("" if value is None else str(_localize_values(value, translate))))

    def say(sentence: str, **values: object) -> str:
        return translate(sentence).format(**{name: _localize_values(value, translate) for name, value in values.items()})

    ours = ChoiceLoader(
        [
            PrefixLoader({prefix: FileSystemLoader(folder)}) if prefix else FileSystemLoader(folder)
            for prefix, folder in folders.items()
        ]
    )
    made = Environment(
        loader=ChoiceLoader(
            [FunctionLoader(lambda name: _of_the_owner(name, custom_templates)), ours, PrefixLoader({"": ours}, "!")]
        ),
        bytecode_cache=_bytecode_cache(),
        autoescape=True,
        finalize=finish,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

    def data(values: object) -> str:
        return json.dumps(_localize_values(values, translate), ensure_ascii=False, separators=(",", ":"))

    def compact_json(values: object) -> Markup:
        return Markup(_JSON_TEXT.sub(lambda text: prose.escape_all(text[0]), data(values)))

    made.globals.update(_=say, heading=heading, inline=inline, data=data, json=compact_json)
    return made


_JSON_TEXT = re.compile(r'[^"{}\[\]:,]+')
"""What in JSON is neither a quotation mark nor a bracket nor between values."""


class _BytecodeCache(FileSystemBytecodeCache):
    """Compiled templates, which Jinja keeps in a temporary folder that only this user can read; a full disk does no harm."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _bytecode_cache() -> _BytecodeCache | None:
    """Where compiled templates are kept from one build to the next; None where there is no safe folder for them."""
    compiled_by = zlib.crc32(
        b"".join(read_package_files("render/templates.py").values())
    )  # another environment compiles otherwise
    try:
        return _BytecodeCache(pattern=f"guildbook-{compiled_by:08x}-%s.cache")
    except (OSError, RuntimeError):
        return None


def _localize_values(values: object, translate: Translate) -> object:
    """The same values, with our words in the reader's language."""
    if isinstance(values, Mapping):
        return {name: _localize_values(value, translate) for name, value in values.items()}
    if isinstance(values, list):
        return [_localize_values(value, translate) for value in values]
    return localize(values, translate) if isinstance(values, str) else values


class TemplateFailed(Exception):
    """A template of the owner's cannot be used: its file, the line, and what Jinja says against it."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Take where it is and why."""
        super().__init__(file, line, reason)
        self.file, self.line, self.reason = file, line, reason


def render_template(templates: Environment, name: str, values: Mapping[str, object]) -> str:
    """A template filled with values. Raises TemplateFailed where one of the owner's is the reason that it cannot be."""
    try:
        return templates.get_template(name).render(values)
    except Exception as wrong:  # templates of an owner's are code: anything can go wrong in them
        file, line = _where(wrong)
        if not file.startswith(TEMPLATES):
            raise
        raise TemplateFailed(file, line, str(wrong) or type(wrong).__name__) from wrong


def _where(wrong: Exception) -> tuple[str, int]:
    """The file and line of the innermost template of the owner's that an error came from."""
    if isinstance(wrong, TemplateSyntaxError):
        return wrong.filename or "", wrong.lineno
    frames = [frame for frame in traceback.extract_tb(wrong.__traceback__) if frame.filename.startswith(TEMPLATES)]
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else ("", 1)


def _of_the_owner(name: str, templates: Mapping[str, str]) -> tuple[str, str, None] | None:
    return (templates[name], f"{TEMPLATES}/{name}", None) if name in templates else None


def heading(level: int, text: str, name: str) -> Markup:
    """A Markdown heading with an id of its own, which is made of letters, digits, hyphens and underscores."""
    return Markup(f"{'#' * level} {prose.escape_all(text)} {{ #{name} }}")


def inline(text: str) -> Markup | str:
    """Prose for the middle of a line: the inside of a sole paragraph. Text that is not HTML stays text."""
    return Markup(prose.sole_paragraph(text)) if isinstance(text, Markup) else text
