"""The only floor that writes files: what is built stands beside the last site until it is whole, then takes its place."""

from guildbook.output.create import create_tree, marker_files
from guildbook.output.folders import MARKER, FileTree, read_tree, refuse_unsafe, write_tree
from guildbook.output.lock import hold_lock
from guildbook.output.not_built import NotBuilt
from guildbook.output.sites import publish

__all__ = [
    "MARKER",
    "FileTree",
    "NotBuilt",
    "create_tree",
    "hold_lock",
    "marker_files",
    "publish",
    "read_tree",
    "refuse_unsafe",
    "write_tree",
]
