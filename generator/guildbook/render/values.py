"""What a page shows as plain values for a template: mappings, lists, text, and prose as HTML."""

import dataclasses
from collections.abc import Callable
from functools import cache
from typing import Any

from markupsafe import Markup

from guildbook import prose
from guildbook.model import PROSE, Part, fields
from guildbook.views import Markdown, Xref


def to_template_values(value: Any, resolve: Callable[[str], str]) -> Any:
    """A value as templates get it; `resolve` gives the address that a link's target stands for."""
    if isinstance(value, Part):
        return {f.name: _field(getattr(value, f.name), f.marker is PROSE, resolve) for f in fields(type(value))}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: to_template_values(getattr(value, name), resolve) for name in _names(type(value))}
    if isinstance(value, dict):
        return {key: to_template_values(item, resolve) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_template_values(item, resolve) for item in value]
    if isinstance(value, Xref):
        return resolve(value)
    return _html(value, resolve) if isinstance(value, Markdown) else value


@cache
def _names(view: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(view))


def _field(value: Any, is_prose: bool, resolve: Callable[[str], str]) -> Any:
    if not is_prose or value is None:
        return to_template_values(value, resolve)
    if isinstance(value, dict):
        return {key: _field(item, True, resolve) for key, item in value.items()}
    if isinstance(value, list):
        return [_field(item, True, resolve) for item in value]
    return _html(value, resolve)


def _html(text: str, resolve: Callable[[str], str]) -> Markup:
    return Markup(prose.to_html(text, resolve))
