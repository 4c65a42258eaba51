"""YAML in, with positions: what an owner wrote as texts, lists and mappings, or what is wrong with it in plain words."""

from guildbook.sources.reader import read
from guildbook.sources.text import MAX_SOURCE_BYTES, decode_utf8
from guildbook.sources.tree import Entry, Mapping, Node, Scalar, Sequence, Source

__all__ = ["MAX_SOURCE_BYTES", "Entry", "Mapping", "Node", "Scalar", "Sequence", "Source", "decode_utf8", "read"]
