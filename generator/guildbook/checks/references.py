"""Does everything exist that is named?"""

from collections.abc import Iterator
from difflib import get_close_matches

from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import ROLES, SEVERITIES, Book, Leaves, Ref, kinds_called
from guildbook.problems import Problem


def unknown_name(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """Something is named that does not exist: a rule, a rung, a reply, a role, a place, a person or a playbook.

    Names are ids: what stands before the colon where the thing is written, not its label.
    """
    drafts = {rule_id for rule_id, rule in book.rules.items() if rule.draft}
    for leaf in texts:
        if leaf.marker == Ref("rule") and leaf.value in drafts:
            fix = N_("Finish the rule and delete its line “draft: true”, or take this line out.")
            yield Problem(
                source_map.value_at(leaf.path),
                "unknown-name",
                N_("The rule “{name}” is still a draft."),
                fix,
                {"name": leaf.value},
                leaf.path,
            )
        if not isinstance(leaf.marker, Ref):
            continue
        kinds = kinds_called(leaf.marker.to)
        parents = [kind.parent_path(leaf.path) for kind in kinds]
        if any(f"{parent}/{leaf.value}" in source_map for parent in parents):
            continue
        known = [*_built_in(leaf.marker, book), *(i for parent in parents for i in source_map.ids_below(parent))]
        if leaf.value in known:
            continue
        near = get_close_matches(leaf.value, known, 1, 0.6)
        fix = (
            N_("Did you mean “{near}”?")
            if near
            else N_("Write one of these: {known}.")
            if known
            else N_("Add it, or take this line out.")
        )
        values = {"name": leaf.value, "near": near[0] if near else "", "known": ", ".join(known)}
        yield Problem(source_map.value_at(leaf.path), "unknown-name", kinds[0].missing, fix, values, leaf.path)


def _built_in(ref: Ref, book: Book) -> tuple[str, ...]:
    """What exists without being written down: the roles of the hierarchy, and levels where there is no scale of one's own."""
    return ROLES if ref.to == "role" else SEVERITIES if ref.to == "severity" and not book.severity else ()
