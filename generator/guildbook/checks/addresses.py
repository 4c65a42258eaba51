"""Can everything that has an address be reached, on every system?"""

from collections.abc import Iterator

from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import Book, Leaves
from guildbook.problems import Problem

WINDOWS_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that no file may have on Windows (Microsoft Learn, "Naming Files, Paths, and Namespaces", checked 2026-11-22)."""

ENGINE_NAMES = {"index", "404", "search", "assets", "sitemap"}
"""Names that the sites need themselves."""


def address_taken(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """Two rules want one address: a rule's former id is the id of another, or a retired rule lives on.

    Addresses are for ever: people have cited them. Each can lead to one rule only.
    """
    owners = {rule_id: f"rules/{rule_id}" for rule_id in book.rules}
    wanted = [(rule_id, f"retired/{rule_id}") for rule_id in book.retired]
    wanted += [
        (old, f"rules/{rule_id}/formerly/{n}") for rule_id, rule in book.rules.items() for n, old in enumerate(rule.formerly)
    ]
    for name, path in wanted:
        taken = owners.setdefault(name, path)
        if taken != path:
            values = {"name": name, "file": source_map.value_at(taken).file, "line": source_map.key_at(taken).line}
            sentence = N_("The address “{name}” is taken already, in {file}, line {line}.")
            yield Problem(
                source_map.key_at(path),
                "address-taken",
                sentence,
                N_("Each address can lead to one rule only: change one of the two."),
                values,
                path,
            )


def reserved_name(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """An id cannot be a file's name on Windows, or the sites need it themselves.

    Ids become folders of the site, and somebody will copy the site to a computer that refuses `con` or `aux`.
    """
    for path in [*(f"rules/{i}" for i in book.rules), *(f"playbooks/{i}" for i in book.playbooks)]:
        name = path.partition("/")[2]
        if name in WINDOWS_NAMES | ENGINE_NAMES:
            sentence = N_("“{name}” cannot be used as an address: computers keep this name for themselves.")
            yield Problem(
                source_map.key_at(path),
                "reserved-name",
                sentence,
                N_("Choose another, such as {name}-rule."),
                {"name": name},
                path,
            )
