"""What the shape of the model cannot say: one small function each, and the list of them all."""

from collections.abc import Callable, Iterator

from guildbook.checks.addresses import address_taken, reserved_name
from guildbook.checks.links import link
from guildbook.checks.references import unknown_name
from guildbook.checks.texts import hidden_character, unfilled, unknown_field
from guildbook.load import Where
from guildbook.model import Book
from guildbook.problems import Problem

Check = Callable[[Book, Where], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    unknown_name,
    unknown_field,
    unfilled,
    hidden_character,
    link,
    address_taken,
    reserved_name,
)


def check(book: Book, where: Where) -> list[Problem]:
    """Every problem that the checks find in a book."""
    return [problem for look in CHECKS for problem in look(book, where)]
