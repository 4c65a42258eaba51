"""Show both sites while somebody edits them: a server for this machine only, and a watch over the owner's folders."""

from guildbook.preview.server import HOST, PreviewState, serve_sites
from guildbook.preview.watch import watch_folders

__all__ = ["HOST", "PreviewState", "serve_sites", "watch_folders"]
