"""What the shape of the model cannot say: one small function each, and the list of them all."""

from collections.abc import Callable, Iterator

from guildbook.checks.addresses import address_taken, reserved_name
from guildbook.checks.community_life import (
    few_reasons,
    identity_is_a_role,
    no_daily_side,
    no_icebreaker,
    no_next_step,
    one_feeling,
    product_only,
    undecided,
)
from guildbook.checks.crises import (
    cold_opening,
    conduct_without_rule,
    kind_without_playbook,
    late_promise,
    no_record,
    open_loop,
    rule_without_consequence,
    rule_without_reason,
    silent_escalation,
)
from guildbook.checks.incidents import named_person
from guildbook.checks.leaks import staff_address
from guildbook.checks.letters import incomplete_letter, mass_mention, missing_letter
from guildbook.checks.links import broken_link, link_into_handbook, link_nowhere, link_scheme, picture_in_text
from guildbook.checks.references import unknown_name
from guildbook.checks.swallowed_keys import swallowed_key
from guildbook.checks.texts import hidden_character, unfilled, unknown_field
from guildbook.load import SourceMap
from guildbook.model import Book, Leaves, iter_leaves
from guildbook.problems import Problem

Check = Callable[[Book, SourceMap, Leaves], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    unknown_name,
    unknown_field,
    unfilled,
    link_nowhere,
    broken_link,
    link_scheme,
    link_into_handbook,
    picture_in_text,
    staff_address,
    swallowed_key,
    named_person,
    address_taken,
    reserved_name,
    late_promise,
    hidden_character,
    product_only,
    few_reasons,
    no_next_step,
    no_icebreaker,
    undecided,
    identity_is_a_role,
    no_daily_side,
    one_feeling,
    rule_without_reason,
    rule_without_consequence,
    missing_letter,
    incomplete_letter,
    mass_mention,
    kind_without_playbook,
    conduct_without_rule,
    cold_opening,
    open_loop,
    silent_escalation,
    no_record,
)


def check(book: Book, source_map: SourceMap) -> list[Problem]:
    """Every problem that the checks find in a book; no advice on what could not be read."""
    texts = tuple(iter_leaves(book))
    found = [problem for look in CHECKS for problem in look(book, source_map, texts)]
    return [problem for problem in found if problem.is_error or not source_map.hides(problem.path)]


def check_id(check: Check) -> str:
    """What a check is called in messages: its function's name, with hyphens."""
    return check.__name__.replace("_", "-")
