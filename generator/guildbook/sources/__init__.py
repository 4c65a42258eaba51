"""YAML in, with positions: what an owner wrote as texts, lists and mappings, or what is wrong with it in plain words."""

from guildbook.sources.reader import read
from guildbook.sources.tree import Entry, Mapping, Node, Scalar, Sequence, Source

__all__ = ["Entry", "Mapping", "Node", "Scalar", "Sequence", "Source", "read"]
