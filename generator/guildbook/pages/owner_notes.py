"""What owners should know beside their book; the handbook has a page of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from guildbook.problems import Problem


@dataclass(frozen=True, slots=True)
class OwnerNotes:
    """What an owner should know beside the book: advice, what is still the starter's, which files of ours are replaced."""

    advice: Sequence[Problem] = ()
    unchanged_texts: Sequence[str] = ()
    replaced: Sequence[str] = ()
