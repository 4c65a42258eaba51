"""Walk the model: which fields there are, who may see them, and every value in a book with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from guildbook.model.fields import Audience, Part, Ref, TextForm, TimeSpan

Marker = TextForm | Ref | TimeSpan
P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a part: its name in Python, its key in YAML, who may see it, and what its values are.

    `shape` says whether it holds one value, a list of them or values by id; `choices` are the only words it takes, if it is so;
    `key_markers` mark the ids of each level of a mapping; `question` is what an interview asks; `holds` says in a word what a value
    without a marker is.
    """

    name: str
    key: str
    audience: Audience
    description: str
    required: bool
    marker: Marker | None
    key_markers: tuple[Marker | None, ...]
    part: type[Part] | None
    shape: Literal["one", "list", "by id"]
    choices: tuple[str, ...]
    question: str
    holds: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value at the end of a path through a book."""

    path: str
    value: Any
    audience: Audience
    marker: Marker | None


Leaves = tuple[Leaf, ...]
"""Every value of a book."""


@cache
def fields(part: type[Part]) -> tuple[Field, ...]:
    """The fields of a part, in the order in which they were written.

    Raises TypeError for a field that does not say who may see it.
    """
    return tuple(_describe_field(part, name, info) for name, info in part.model_fields.items())


def _describe_field(part: type[Part], name: str, info: FieldInfo) -> Field:
    audience = _audience(info)
    if audience is None:
        raise TypeError(
            f"{part.__name__}.{name} does not say who may see it: declare it with members_see(…) or moderators_see(…)"
        )
    inner, marker = _innermost(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation)
    container = get_origin(info.annotation)
    return Field(
        name=name,
        key=info.alias or name,
        audience=audience,
        description=info.description or "",
        required=info.is_required(),
        marker=marker,
        key_markers=tuple(_key_markers(info.annotation)),
        part=inner if isinstance(inner, type) and issubclass(inner, Part) else None,
        shape="list" if container is list else "by id" if container is dict else "one",
        choices=get_args(inner) if get_origin(inner) is Literal else (),
        question=_question(info),
        holds="true or false" if inner is bool else "text",
    )


def _audience(info: FieldInfo) -> Audience | None:
    extra = info.json_schema_extra
    said = extra.get("audience") if isinstance(extra, dict) else None
    return "members" if said == "members" else "moderators" if said == "moderators" else None


def _question(info: FieldInfo) -> str:
    extra = info.json_schema_extra
    return str(extra.get("question", "")) if isinstance(extra, dict) else ""


def _innermost(annotation: Any) -> tuple[Any, Marker | None]:
    """What lists, mappings by id and `| None` hold in the end, and what marks it."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        marker = next((m for m in metadata if isinstance(m, TextForm | Ref | TimeSpan)), None)
        deepest, inner_marker = _innermost(inner)
        return deepest, marker or inner_marker
    if get_origin(annotation) in (list, dict):
        return _innermost(get_args(annotation)[-1])
    if get_origin(annotation) in (Union, UnionType):
        return _innermost(next(a for a in get_args(annotation) if a is not type(None)))
    return annotation, None


def _key_markers(annotation: Any) -> Iterator[Marker | None]:
    while get_origin(annotation) is dict:
        key, annotation = get_args(annotation)
        yield _innermost(key)[1]


def iter_leaves(part: Part, path: str = "", audience: Audience = "members") -> Iterator[Leaf]:
    """Every value that was filled in below a part, in order. Below a field for moderators everything is for moderators.

    The keys of a mapping count as values where they name something, as a letter's key names a rung.
    """
    return iter(_Walk().part(part, path, audience))


class _Walk:
    """One way through a part, which collects what it meets."""

    def __init__(self) -> None:
        self.found: list[Leaf] = []

    def part(self, part: Part, path: str, audience: Audience) -> list[Leaf]:
        for field in fields(type(part)):
            seen_by: Audience = "moderators" if "moderators" in (audience, field.audience) else "members"
            self.value(getattr(part, field.name), _join(path, field.key), seen_by, field.marker, field.key_markers)
        return self.found

    def value(
        self, value: Any, path: str, audience: Audience, marker: Marker | None, key_markers: tuple[Marker | None, ...]
    ) -> None:
        if isinstance(value, Part):
            self.part(value, path, audience)
        elif isinstance(value, dict):
            for key, item in value.items():
                if key_markers and key_markers[0]:
                    self.found.append(Leaf(_join(path, key), key, audience, key_markers[0]))
                self.value(item, _join(path, key), audience, marker, key_markers[1:])
        elif isinstance(value, list):
            for number, item in enumerate(value):
                self.value(item, _join(path, str(number)), audience, marker, ())
        elif value is not None:
            self.found.append(Leaf(path, value, audience, marker))


def _join(path: str, key: str) -> str:
    return f"{path}/{key}" if path else key


def for_members(part: P) -> P:
    """The same part without anything that is for moderators: those fields are back at their defaults."""
    kept = {}
    for field in fields(type(part)):
        if field.audience == "moderators":
            kept[field.name] = type(part).model_fields[field.name].get_default(call_default_factory=True)
        else:
            kept[field.name] = _for_members(getattr(part, field.name))
    return part.model_copy(update=kept)


def _for_members(value: Any) -> Any:
    if isinstance(value, Part):
        return for_members(value)
    if isinstance(value, dict):
        return {key: _for_members(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_for_members(item) for item in value]
    return value


def enclosing_parts(part: type[Part], path: str) -> list[type[Part]]:
    """The parts that a path through `part` leads into, the innermost first; the last one is `part` itself.

    The path may hold ids and the numbers of list entries; it ends where nothing is known by a step's name.
    """
    found: list[type[Part]] = [part]
    steps_to_skip = 0
    field: Field | None = None
    for step in path.split("/"):
        if steps_to_skip:
            steps_to_skip -= 1
        else:
            field = next((f for f in fields(found[0]) if f.key == step), None)
            if field is None:
                break
            steps_to_skip = {"one": 0, "list": 1, "by id": len(field.key_markers)}[field.shape]
        if field and field.part and not steps_to_skip:
            found.insert(0, field.part)
    return found
