"""What does not fit the model, in plain words: each of pydantic's error types has a sentence and a fix of ours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from guildbook.i18n import N_
from guildbook.load.source_map import SourceMap
from guildbook.model import Field, Part, fields
from guildbook.nearest import find_nearest
from guildbook.problems import Problem


@dataclass(frozen=True, slots=True)
class _ModelError:
    """One thing that did not fit: pydantic's account of it, where it is in the book, and the field it was meant for."""

    error: ErrorDetails
    path: str
    key: str
    field: Field | None
    siblings: tuple[str, ...]


_Wording = tuple[str, str, str, dict[str, object]]
"""check, sentence, fix, values"""


def problem_from_error(error: ErrorDetails, part: type[Part], under: str, source_map: SourceMap) -> Problem:
    """A problem in our words for one of pydantic's errors on a part whose keys stand under a path."""
    steps = [str(step) for step in error["loc"] if step != "[key]"]
    path = "/".join(filter(None, [under, *steps]))
    field, siblings = _field_at(part, steps)
    fault = _ModelError(error, path, steps[-1] if steps else "", field, siblings)
    check, sentence, fix, values = _BUILDERS.get(error["type"], _misfit)(fault)
    at_key = error["type"] in ("missing", "extra_forbidden", "field_name") or "[key]" in error["loc"]
    position = source_map.key_at(path) if at_key else source_map.value_at(path)
    return Problem(position, check, sentence, fix, values, path)


def _field_at(part: type[Part], steps: list[str]) -> tuple[Field | None, tuple[str, ...]]:
    """The field that a path leads to, and the keys that may stand where its last step stands."""
    field: Field | None = None
    inside: type[Part] | None = part
    siblings: tuple[str, ...] = ()
    ids_to_come = 0
    for step in steps:
        if ids_to_come and field:
            ids_to_come -= 1
            inside = None if ids_to_come else field.part
            continue
        named = {f.key: f for f in fields(inside)} if inside else {}
        siblings, field = tuple(named), named.get(step)
        ids_to_come = 0 if field is None else 1 if field.shape == "list" else len(field.key_markers)
        inside = field.part if field and not ids_to_come else None
    return field, siblings


def _missing(fault: _ModelError) -> _Wording:
    means = fault.field.description if fault.field else ""
    return (
        "missing",
        N_("“{key}” is missing here."),
        N_("Add a line that begins with “{key}:”. {means}"),
        {"key": fault.key, "means": means},
    )


def _unknown_key(fault: _ModelError) -> _Wording:
    near = find_nearest(fault.key, fault.siblings)
    values: dict[str, object] = {"key": fault.key, "near": near, "keys": ", ".join(fault.siblings)}
    fix = N_("Did you mean “{near}”? If not, delete the line.") if near else N_("What may stand here: {keys}.")
    return "unknown-key", N_("Guildbook does not know “{key}” here."), fix, values


def _not_words(fault: _ModelError) -> _Wording:
    what = fault.error["input"]
    values: dict[str, object] = {"key": fault.key, "braces": "{member}"}
    if isinstance(what, list):
        fix = N_("Write it as one text. If the words themselves begin with “[”, put quotes round all of it.")
        return "words-expected", N_("Words are expected here, and this is a list."), fix, values
    fix = N_("Write it as one text. If the words themselves begin with a brace, as in {braces}, put quotes round all of it.")
    return "words-expected", N_("Words are expected here, and these are lines with keys of their own."), fix, values


def _not_keys(fault: _ModelError) -> _Wording:
    means = fault.field.description if fault.field else ""
    known = ", ".join(f.key for f in fields(fault.field.part)) if fault.field and fault.field.part else ""
    fix = (
        N_("Write them below, two blanks further in. What may stand there: {keys}.")
        if known
        else N_("Write them below, two blanks further in. {means}")
    )
    return (
        "keys-expected",
        N_("Lines with a key and a colon are expected below “{key}”."),
        fix,
        {"key": fault.key, "keys": known, "means": means},
    )


def _not_a_list(fault: _ModelError) -> _Wording:
    sentence = N_("A list is expected below “{key}”.")
    return (
        "list-expected",
        sentence,
        N_("Put each entry on a line of its own that begins with a hyphen and a blank: “- …”."),
        {"key": fault.key},
    )


def _not_a_choice(fault: _ModelError) -> _Wording:
    choices = fault.field.choices if fault.field else ()
    near = find_nearest(str(fault.error["input"]), choices, 0.5)
    values: dict[str, object] = {"given": fault.error["input"], "choices": ", ".join(choices), "near": near}
    fix = N_("Did you mean “{near}”? What may stand here: {choices}.") if near else N_("What may stand here: {choices}.")
    return "not-a-choice", N_("“{given}” is not one of the words that may stand here."), fix, values


def _yes_or_no(_fault: _ModelError) -> _Wording:
    return "yes-or-no", N_("Only yes or no may stand here."), N_("Write true or false."), {}


def _too_short(fault: _ModelError) -> _Wording:
    return "too-few", N_("At least one entry is needed here."), N_("Add one, or delete “{key}”."), {"key": fault.key}


def _misfit(fault: _ModelError) -> _Wording:
    means = fault.field.description if fault.field else ""
    return "does-not-fit", N_("What stands here does not fit."), N_("What is meant: {means}"), {"means": means}


def _fixed(check: str, sentence: str, fix: str) -> Callable[[_ModelError], _Wording]:
    return lambda fault: (check, sentence, fix, {"given": fault.error["input"], "key": fault.key})


_BUILDERS: Mapping[str, Callable[[_ModelError], _Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _not_words,
    "model_type": _not_keys,
    "dict_type": _not_keys,
    "list_type": _not_a_list,
    "literal_error": _not_a_choice,
    "bool_parsing": _yes_or_no,
    "bool_type": _yes_or_no,
    "too_short": _too_short,
    "one_line": _fixed(
        "one-line", N_("This must fit on one line."), N_("Take out the line break; longer words have fields of their own.")
    ),
    "filled": _fixed("empty", N_("Nothing is written here."), N_("Write something, or delete the line.")),
    "control": _fixed(
        "control-character",
        N_("A control character is hidden in this text."),
        N_("Write the text anew instead of copying it, without signs such as \\0 in double quotes."),
    ),
    "web_address": _fixed(
        "web-address",
        N_("“{given}” is not an address that a browser can open."),
        N_("Write it whole, beginning with https://, http://, mailto: or tel:."),
    ),
    "id": _fixed(
        "id",
        N_("“{given}” cannot be an id: it becomes part of an address."),
        N_("Use small letters a to z, digits and single hyphens, as in no-spam; at most 80 of them."),
    ),
    "field_name": _fixed(
        "field-name",
        N_("“{given}” cannot be the name of a field."),
        N_("Use small letters a to z and underscores, as in order_number."),
    ),
    "span": _fixed(
        "time-span",
        N_("“{given}” is not a length of time."),
        N_("Write a number, a blank and one of min, hours, days, weeks, months, years: 15 min, 6 months."),
    ),
    "clock": _fixed(
        "clock", N_("“{given}” is not a time of day."), N_("Write hours and minutes on a clock of 24 hours: 09:00.")
    ),
    "time_zone": _fixed(
        "time-zone",
        N_("“{given}” is not a time zone."),
        N_("Write its name in the world's list, region and city: Europe/Lisbon, America/Toronto, Asia/Kolkata."),
    ),
    "address": _fixed(
        "address",
        N_("“{given}” is not the address of a site."),
        N_("Write it whole, as in https://community.example/welcome/."),
    ),
    "colour": _fixed("colour", N_("“{given}” is not a colour."), N_('Write a hash and six digits, in quotes: "#b4532a".')),
}
