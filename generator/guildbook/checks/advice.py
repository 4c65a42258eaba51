"""How advice is told: like an error, but it stops nothing unless an owner asks for that."""

from guildbook.load import SourceMap
from guildbook.problems import Problem


def advice(source_map: SourceMap, path: str, check: str, sentence: str, fix: str, **values: object) -> Problem:
    """A piece of advice on a path of the book, at its key, or the nearest thing around it that is written down."""
    return Problem(source_map.key_at(path), check, sentence, fix, values, path, "advice")
