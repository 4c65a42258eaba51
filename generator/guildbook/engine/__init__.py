"""Run an engine over build folders, as child processes that see only what we give them."""

from guildbook.engine.cold import ENGINES, Engine, cold
from guildbook.engine.warm import Warm, warm

__all__ = ["ENGINES", "Engine", "Warm", "cold", "warm"]
