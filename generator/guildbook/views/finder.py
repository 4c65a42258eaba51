"""What the finder on the handbook's first page looks through: each playbook by every word that people have for it."""

from guildbook.model import Playbook, label_of
from guildbook.views.playbook_views import is_fallback

_NAME, _SIGN, _SAID = 1.0, 1.0, 0.7
"""How much a phrase counts: what a crisis is called, what one sees, what is done and said about it."""

FinderEntry = tuple[str | bool | tuple[float | str, ...], ...]
"""A playbook's id, whether it is the last resort, and its phrases: how much each counts, its words, where it leads."""


def finder_entry(playbook_id: str, playbook: Playbook) -> FinderEntry:
    """What the finder knows of a playbook, as its script reads it."""
    named = [(_NAME, text) for text in (playbook.title, *playbook.also)]
    seen = [(_SIGN, text) for text in playbook.signs]
    told = [(_SAID, playbook.summary)] if playbook.summary else []
    cases = [(_SAID, text) for case in playbook.cases.values() for text in (case.title, *case.signs)]
    replies = [(_SAID, label_of("reply", i, reply), f"#reply_{i}") for i, reply in playbook.replies.items()]
    return (playbook_id, is_fallback(playbook_id, playbook), *named, *seen, *told, *cases, *replies)
