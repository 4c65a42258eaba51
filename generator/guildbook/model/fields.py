"""The kinds of field that an owner fills, and how a field says what it means and who may see it."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from guildbook.model.kinds import kinds_called

Audience = Literal["members", "moderators"]


class Part(BaseModel):
    """A part of the playbook: an unknown key is an error and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class TextForm:
    """Marks a field as words of the owner: a `line`, `plain` text kept to the letter, or `prose` in Markdown."""

    form: Literal["line", "plain", "prose"]


LINE, PLAIN, PROSE = TextForm("line"), TextForm("plain"), TextForm("prose")
"""The marks themselves: a value's marker is one of these three and no copy of it."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that names something else by its id; `to` says what kind of thing. Raises KeyError for no kind of ours."""

    to: str

    def __post_init__(self) -> None:
        """Look the kind up: a reference to nothing is a mistake of ours."""
        kinds_called(self.to)


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Marks a field that holds a length of time."""


def _web_address(text: str) -> str:
    if not re.fullmatch(r"(https?://|mailto:|tel:)[^\s<>\"\\^`{|}]+", text.strip(), re.IGNORECASE):
        raise PydanticCustomError("web_address", "web address")
    return text.strip()


def _one_line(text: str) -> str:
    line = text.strip()
    if len(line.splitlines()) > 1:
        raise PydanticCustomError("one_line", "one line")
    return _filled(line)


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control characters but for the tab and the line break (Unicode's category Cc)."""


def _filled(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("filled", "filled")
    if _CONTROL.search(text):
        raise PydanticCustomError("control", "control character")
    return text


def is_id(text: str) -> bool:
    """True for what can be an id, and so a part of an address."""
    return len(text) <= MAX_ID and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) is not None


def _id(text: str) -> str:
    if not is_id(text):
        raise PydanticCustomError("id", "id")
    return text


def _field_name(text: str) -> str:
    if not re.fullmatch(r"[a-z_]+", text):
        raise PydanticCustomError("field_name", "field name")
    return text


MAX_ID = 80
"""Characters in an id: an address of three of them stays below the 255 bytes that file systems allow for a name."""

UNITS = {"min": 1, "hour": 60, "day": 60 * 24, "week": 60 * 24 * 7, "month": 60 * 24 * 30, "year": 60 * 24 * 365}
_SPAN = re.compile(r"(\d{1,4}) (min|minute|hour|day|week|month|year)s?")


def minutes(span: str) -> int:
    """How many minutes a length of time such as "15 min" or "6 months" is (a month counts as 30 days)."""
    found = _SPAN.fullmatch(span)
    if found is None:
        raise PydanticCustomError("span", "span")
    return int(found[1]) * UNITS[found[2].removesuffix("ute")]


def _clock(text: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text.strip()):
        raise PydanticCustomError("clock", "clock")
    return text.strip()


def _time_zone(text: str) -> str:
    try:
        return ZoneInfo(text.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("time_zone", "time zone") from None


def _span(text: str) -> str:
    minutes(text.strip())
    return text.strip()


Line = Annotated[str, AfterValidator(_one_line), LINE]
"""Words on one line, shown as they stand: a name, a title, a label."""

Plain = Annotated[str, AfterValidator(_filled), PLAIN]
"""Words kept to the letter, line by line: what somebody copies and sends."""

WebAddress = Annotated[str, AfterValidator(_web_address), LINE]
"""An address that a browser may open: https, http, mailto or tel."""

Prose = Annotated[str, AfterValidator(_filled), PROSE]
"""Words in Markdown."""

Id = Annotated[str, AfterValidator(_id)]
"""A name for ever: small letters a to z, digits and single hyphens."""

FieldName = Annotated[str, AfterValidator(_field_name)]
"""What stands between the braces of a `{field}`: small letters and underscores."""

Duration = Annotated[str, AfterValidator(_span), TimeSpan()]
"""A number and a unit: 15 min, 2 hours, 7 days, 6 months."""

Clock = Annotated[str, AfterValidator(_clock)]
"""A time of day on a clock of 24 hours: 09:00."""

TimeZone = Annotated[str, AfterValidator(_time_zone)]
"""A time zone by its name in the IANA database: Europe/Lisbon."""

RuleId = Annotated[str, Ref("rule")]
RungId = Annotated[str, Ref("rung")]
GroupId = Annotated[str, Ref("group")]
ReplyId = Annotated[str, Ref("reply")]
RoleId = Annotated[str, Ref("role")]
PlaceId = Annotated[str, Ref("place")]
PlaybookId = Annotated[str, Ref("playbook")]
SeverityId = Annotated[str, Ref("severity")]
PersonId = Annotated[str, Ref("person")]


def members_see(description: str, default: Any = ..., *, alias: str | None = None, question: str = "") -> Any:
    """A field that members may read; a default (or what makes one: `list`, `dict`, a part) makes it optional.

    `question` is what an interview asks an owner to fill it.
    """
    return _field("members", description, default, alias, question)


def moderators_see(description: str, default: Any = ..., *, alias: str | None = None, question: str = "") -> Any:
    """A field for moderators only; a default (or what makes one: `list`, `dict`, a part) makes it optional.

    `question` is what an interview asks an owner to fill it.
    """
    return _field("moderators", description, default, alias, question)


def _field(audience: Audience, description: str, default: Any, alias: str | None, question: str) -> Any:
    if isinstance(default, type) and issubclass(default, Part):
        default = default.model_construct  # an empty part needs no validator, and building one takes a while
    made = {"default_factory": default} if callable(default) else {"default": default}
    extra: JsonDict = {"audience": audience} | ({"question": question} if question else {})
    return Field(**made, alias=alias, description=description, json_schema_extra=extra)
