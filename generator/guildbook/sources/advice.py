"""The one thing to say about a text that stops being YAML: the first of these that knows the fault has the word."""

from collections.abc import Callable

from guildbook.problems import Problem
from guildbook.sources import places, values
from guildbook.sources.fault import Fault
from guildbook.words import N_

_KNOWN: tuple[Callable[[Fault], Problem | None], ...] = (
    places.directive,
    values.open_quote,
    places.tab,
    values.late_quote,
    values.after_a_quote,
    values.backslash,
    values.long_key,
    values.colon_in_a_value,
    values.dash,
    values.bracket,
    places.no_key,
    values.bad_opening,
    values.block_header,
    values.after_a_bracket,
    places.lookalike,
    places.glued,
    places.further_in,
    places.missing_colon,
    places.blanks_above,
    places.misplaced,
)


def explain(fault: Fault) -> Problem:
    """A fault of the syntax in plain words, at the place where a person should look."""
    return next(filter(None, (knows(fault) for knows in _KNOWN)), None) or _unknown(fault)


def _unknown(fault: Fault) -> Problem:
    return fault.problem(
        (fault.row, fault.column),
        "yaml-syntax",
        N_("From here on this file cannot be read."),
        N_("Look at this line and the one above: is a quote, a colon or a blank missing? Quotes round the text often help."),
    )
