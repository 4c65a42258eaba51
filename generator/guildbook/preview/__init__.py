"""Show both sites while somebody edits them: a server for this machine only, and a watch over the owner's folders."""

from guildbook.preview.server import HOST, PreviewState, serving
from guildbook.preview.watch import watched

__all__ = ["HOST", "PreviewState", "serving", "watched"]
