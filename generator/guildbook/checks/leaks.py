"""Does a text for members give away what is the team's alone?"""

from collections.abc import Iterator

from guildbook.contact_details import ContactDetail, find_contact_details
from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import Book, Leaves, TextForm
from guildbook.problems import Problem


def staff_address(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A members' text holds an e-mail address, a telephone number or a handle that is written down as the team's own.

    Somebody copied it from the contacts into a page that everyone reads. A number is known however it is written.
    """
    ours = [
        (detail, leaf.path)
        for leaf in texts
        if leaf.audience == "moderators" and "/reach/" in leaf.path
        for detail in find_contact_details(leaf.value)
    ]
    for leaf in texts if ours else ():
        if leaf.audience == "members" and isinstance(leaf.marker, TextForm):
            for detail in dict.fromkeys(find_contact_details(leaf.value)):
                if path := _owner(detail, ours):
                    at, contact = source_map.word_at(leaf.path, detail.text), source_map.value_at(path)
                    sentence = N_("Members read this, and “{address}” is a contact of the team's ({file}, line {line}).")
                    fix = N_("Take it out, or give members an address that is meant for them.")
                    values = {"address": detail.text, "file": contact.file, "line": contact.line}
                    yield Problem(at, "staff-address", sentence, fix, values, leaf.path)


def _owner(detail: ContactDetail, ours: list[tuple[ContactDetail, str]]) -> str:
    """The path of the team's line that holds the same; empty where none does."""
    return next((path for known, path in ours if known.is_same(detail)), "")
