"""Run an engine over build folders, as child processes that see only what we give them and end when we do."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from guildbook.engine.child import Engine
from guildbook.engine.cold import Cold
from guildbook.engine.warm import Warm

ENGINES = ("mkdocs", "zensical")

__all__ = ["ENGINES", "Engine", "running"]


@contextmanager
def running(name: str, environment: Mapping[str, str]) -> Iterator[Engine]:
    """An engine by its name, for as long as the block runs. MkDocs starts at once, so that it is ready when the pages are."""
    engine: Cold | Warm = Warm(environment) if name == "mkdocs" else Cold(name, environment)
    try:
        yield engine
    finally:
        engine.stop()
