"""The only floor that writes folders: what is built stands beside the last site until it is whole, then takes its place."""

from guildbook.output.folders import MARKER, read_tree, refuse_unsafe, write_tree
from guildbook.output.lock import hold_lock
from guildbook.output.not_built import NotBuilt
from guildbook.output.sites import publish

__all__ = ["MARKER", "NotBuilt", "hold_lock", "publish", "read_tree", "refuse_unsafe", "write_tree"]
