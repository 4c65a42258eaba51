"""The one thing to say about a text that stops being YAML: the first of these that knows the fault has the word."""

from collections.abc import Callable

from guildbook.i18n import N_
from guildbook.problems import Problem
from guildbook.sources import layout_errors, value_errors
from guildbook.sources.fault import Fault

_KNOWN: tuple[Callable[[Fault], Problem | None], ...] = (
    layout_errors.directive,
    value_errors.open_quote,
    layout_errors.tab,
    value_errors.late_quote,
    value_errors.after_a_quote,
    value_errors.backslash,
    value_errors.long_key,
    value_errors.colon_in_a_value,
    value_errors.dash,
    value_errors.bracket,
    layout_errors.no_key,
    value_errors.bad_opening,
    value_errors.block_header,
    value_errors.after_a_bracket,
    layout_errors.lookalike,
    layout_errors.glued,
    layout_errors.further_in,
    layout_errors.missing_colon,
    layout_errors.blanks_above,
    layout_errors.misplaced,
)


def explain_fault(fault: Fault) -> Problem:
    """A fault of the syntax in plain words, at the place where a person should look."""
    return next(filter(None, (knows(fault) for knows in _KNOWN)), None) or _unknown_fault(fault)


def _unknown_fault(fault: Fault) -> Problem:
    return fault.problem(
        (fault.row, fault.column),
        "yaml-syntax",
        N_("From here on this file cannot be read."),
        N_("Look at this line and the one above: is a quote, a colon or a blank missing? Quotes round the text often help."),
    )
