"""Does everything exist that is named?"""

from collections.abc import Iterator

from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import ROLES, SEVERITIES, Book, Leaf, Leaves, Ref
from guildbook.nearest import find_nearest
from guildbook.problems import Problem

_SENTENCES = {
    "rule": N_("There is no rule “{name}”."),
    "rung": N_("The ladder has no rung “{name}”."),
    "group": N_("There is no group of rules “{name}”."),
    "reply": N_("This playbook has no reply “{name}”."),
    "role": N_("There is no role “{name}”."),
    "place": N_("There is no place “{name}”."),
    "playbook": N_("There is no playbook “{name}”."),
    "severity": N_("There is no level of severity “{name}”."),
    "person": N_("There is nobody called “{name}” in team.yml."),
}


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
        parents = _parent_paths(leaf, leaf.marker)
        if any(f"{parent}/{leaf.value}" in source_map for parent in parents):
            continue
        known = [*_built_in(leaf.marker, book), *(i for parent in parents for i in source_map.ids_below(parent))]
        if leaf.value in known:
            continue
        near = find_nearest(leaf.value, known)
        fix = (
            N_("Did you mean “{near}”?")
            if near
            else N_("Write one of these: {known}.")
            if known
            else N_("Add it, or take this line out.")
        )
        values = {"name": leaf.value, "near": near, "known": ", ".join(known)}
        yield Problem(source_map.value_at(leaf.path), "unknown-name", _SENTENCES[leaf.marker.to], fix, values, leaf.path)


def _built_in(ref: Ref, book: Book) -> tuple[str, ...]:
    """What exists without being written down: the roles of the hierarchy, and levels where there is no scale of one's own."""
    return ROLES if ref.to == "role" else SEVERITIES if ref.to == "severity" and not book.severity else ()


def _parent_paths(leaf: Leaf, ref: Ref) -> tuple[str, ...]:
    """The places below which a thing of this kind may stand."""
    playbook = "/".join(leaf.path.split("/")[:2])
    return {
        "rule": ("rules",),
        "rung": ("ladder", "besides"),
        "group": ("groups",),
        "reply": (f"{playbook}/replies",),
        "role": ("team/roles",),
        "place": ("community/places",),
        "playbook": ("playbooks",),
        "severity": ("severity",),
        "person": ("team/people",),
    }[ref.to]
