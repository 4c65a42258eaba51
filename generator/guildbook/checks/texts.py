"""Are the words finished, can every field be filled, and is nothing hidden in them?"""

import re
import unicodedata
from collections.abc import Iterator

from guildbook import prose
from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import OUR_FIELDS, PLAIN, WELCOME_FIELDS, Book, Leaf, Leaves, TextForm
from guildbook.problems import Problem

_UNFILLED = re.compile(
    r"\b(?:TODO|FIXME|XXX|TBD)\b|\[(?:INSERT|NOTE|YOUR|ADD)\b[^\]]*\]|(?<![\w.+-])[\w.+-]+@example\.(?:com|org|net)"
)

_HINTS = ("TODO", "FIXME", "XXX", "TBD", "[", "@example.")
"""What a text holds in which the pattern can find something: looking for these first takes a tenth of the time."""
_EXAMPLE_CONTACT = re.compile(r"(?<![\w.+/@-])[\w.+/@-]*\bcastlemail\.example\b")
_HIDDEN_CHARACTERS = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def unknown_field(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A reply, a letter or the welcome message holds a `{field}` that nobody fills.

    What may stand in braces: our own fields, those of the welcome in the welcome message, and in a playbook's replies those
    that it declares under `fields`. Other braces are text.
    """
    for leaf in texts:
        if leaf.marker is PLAIN:
            known = [*OUR_FIELDS, *_more_fields(book, leaf.path)]
            for name in prose.FIELD.findall(leaf.value):
                if name not in known:
                    fix = N_("Use one of these: {known}. In a playbook you may declare your own under “fields:”.")
                    values = {"name": "{" + name + "}", "known": ", ".join(known)}
                    sentence = N_("Nobody fills {name}.")
                    yield Problem(
                        source_map.word_at(leaf.path, "{" + name + "}"), "unknown-field", sentence, fix, values, leaf.path
                    )


def _more_fields(book: Book, path: str) -> tuple[str, ...]:
    top, _, rest = path.partition("/")
    return (
        tuple(book.playbooks[rest.partition("/")[0]].fields)
        if top == "playbooks"
        else WELCOME_FIELDS
        if top == "welcome"
        else ()
    )


def unfilled(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """Something still waits to be filled in: TODO, [INSERT …], an example's address.

    Nothing unfilled is published: many codes of conduct went online with “[INSERT CONTACT METHOD]” in them.
    """
    for leaf in _words(texts):
        found = _UNFILLED.search(leaf.value) if any(hint in leaf.value for hint in _HINTS) else None
        if found is None and not (book.community.example or source_map.hides("community")):
            found = _EXAMPLE_CONTACT.search(leaf.value)
        if found:
            fix = N_("Write what belongs here, or take it out. Nothing unfilled is published.")
            yield Problem(
                source_map.word_at(leaf.path, found[0]),
                "unfilled",
                N_("“{word}” still waits to be filled in."),
                fix,
                {"word": found[0]},
                leaf.path,
            )


def hidden_character(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """A character that nobody sees stands in a text.

    Some of them turn the direction of writing, so that a text reads otherwise than it is written (Unicode TR 36 and 39).
    """
    for leaf in _words(texts):
        for character in sorted(set(_HIDDEN_CHARACTERS.findall(leaf.value))):
            sentence = N_(
                "A hidden character stands here: {code} ({name}). It can make a text read otherwise than it is written."
            )
            values = {"code": f"U+{ord(character):04X}", "name": unicodedata.name(character, "tag").lower()}
            fix = N_("Delete it if you did not put it there on purpose.")
            yield Problem(
                source_map.word_at(leaf.path, character), "hidden-character", sentence, fix, values, leaf.path, "advice"
            )


def _words(texts: Leaves) -> Iterator[Leaf]:
    return (leaf for leaf in texts if isinstance(leaf.marker, TextForm))
