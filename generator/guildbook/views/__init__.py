"""What pages show of a book, worked out once for each site: typed values that templates arrange."""

from guildbook.views.book_views import BookViews
from guildbook.views.marks import Markdown, Msg, Xref, localize

__all__ = ["BookViews", "Markdown", "Msg", "Xref", "localize"]
