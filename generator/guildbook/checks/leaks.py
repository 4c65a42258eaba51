"""Does a text for members give away what is the team's alone?"""

import re
from collections.abc import Iterator

from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import Book, Leaves
from guildbook.problems import Problem

_CONTACT_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d[\d ()/-]{6,}\d")


def staff_address(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A members' text holds an e-mail address or a telephone number that is written down as the team's own.

    Somebody copied it from the contacts into a page that everyone reads.
    """
    ours = {
        found for leaf in texts if leaf.audience == "moderators" and "/reach/" in leaf.path for found in _addresses(leaf.value)
    }
    for leaf in texts:
        if leaf.audience == "members" and isinstance(leaf.value, str):
            for address in sorted(set(_addresses(leaf.value)) & ours):
                sentence = N_("Members read this, and “{address}” is a contact of the team's.")
                fix = N_("Take it out, or give members an address that is meant for them.")
                yield Problem(
                    source_map.word_at(leaf.path, address), "staff-address", sentence, fix, {"address": address}, leaf.path
                )


def _addresses(text: str) -> list[str]:
    return _CONTACT_ADDRESS.findall(text)
