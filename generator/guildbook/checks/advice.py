"""How advice is told: like an error, but it stops nothing unless an owner asks for that."""

from guildbook.load import SourceMap
from guildbook.problems import Problem


def advice(where: SourceMap, place: str, check: str, sentence: str, fix: str, **values: object) -> Problem:
    """A piece of advice on a place of the book, at its key, or the nearest thing around it that is written down."""
    return Problem(where.key(place), check, sentence, fix, values, place, "advice")
