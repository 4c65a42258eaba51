"""Run an engine over build folders, as child processes that see only what we give them and end when we do."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from guildbook.engine.oneshot import OneshotEngine
from guildbook.engine.process import Engine
from guildbook.engine.worker_pool import WorkerPool

ENGINES = ("mkdocs", "zensical")

__all__ = ["ENGINES", "Engine", "start_engine"]


@contextmanager
def start_engine(name: str, environment: Mapping[str, str]) -> Iterator[Engine]:
    """An engine by its name, for as long as the block runs. MkDocs starts at once, so that it is ready when the pages are."""
    engine: OneshotEngine | WorkerPool = WorkerPool(environment) if name == "mkdocs" else OneshotEngine(name, environment)
    try:
        yield engine
    finally:
        engine.stop()
