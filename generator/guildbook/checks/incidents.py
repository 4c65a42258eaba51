"""Do the incident notes keep to what happened, and name nobody?"""

from collections.abc import Iterator

from guildbook.contact_details import find_contact_details
from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import Book, Leaves, TextForm
from guildbook.problems import Problem

_SENTENCES = {
    "e-mail address": N_("An incident note names no persons, and “{detail}” is an e-mail address."),
    "telephone number": N_("An incident note names no persons, and “{detail}” is a telephone number."),
    "handle": N_("An incident note names no persons, and “{detail}” is somebody's handle."),
}


def named_person(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """An incident note holds somebody's handle, e-mail address or telephone number.

    Notes are kept for years, are copied with the folder and stay in git for ever. They are for learning what to do the next
    time; who it was does not matter for that. A code name such as “the seller” tells as much.
    """
    for leaf in texts:
        if isinstance(leaf.marker, TextForm) and leaf.path.startswith("incidents/"):
            for detail in dict.fromkeys(find_contact_details(leaf.value)):
                fix = N_("Write a code name in its place, such as “the seller” or “member A”.")
                at = source_map.word_at(leaf.path, detail.text)
                yield Problem(at, "named-person", _SENTENCES[detail.kind], fix, {"detail": detail.text}, leaf.path)
