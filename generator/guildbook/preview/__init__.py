"""Show both sites while somebody edits them: a server for this machine only, and a watch over the owner's folders."""

from guildbook.preview.server import HOST, Stage, serving
from guildbook.preview.watch import watched

__all__ = ["HOST", "Stage", "serving", "watched"]
