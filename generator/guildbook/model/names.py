"""What a place in the book is called when we speak to its owner: `rule "no-spam", text`."""

from collections.abc import Callable

from guildbook.i18n import N_

_THINGS = {
    "rules": N_("rule"),
    "groups": N_("group"),
    "retired": N_("retired rule"),
    "ladder": N_("rung"),
    "places": N_("place"),
    "playbooks": N_("playbook"),
    "replies": N_("reply"),
    "cases": N_("case"),
    "points": N_("point"),
    "letters": N_("letters of"),
    "for_rule": N_("letters of rule"),
    "roles": N_("role"),
    "people": N_("person"),
    "help": N_("way to get help"),
    "prompts": N_("prompt"),
    "rituals": N_("ritual"),
    "strategies": N_("strategy"),
    "openings": N_("opening"),
    "themes": N_("theme"),
    "contacts": N_("contact"),
    "severity": N_("level"),
    "metrics": N_("metric"),
    "incidents": N_("incident"),
    "communities": N_("community"),
    "reasons_to_stay": N_("reason to stay"),
    "growth": N_("activity"),
}

_FILES = ("community", "site", "welcome", "team", "conversations", "energy", "feedback")
"""Places that are a whole file: its name stands beside the problem already."""


def name_of(path: str, translate: Callable[[str], str] = str) -> str:
    """The name of the thing at a place and of the field in it, as an owner knows them; empty for a whole file."""
    said: list[str] = []
    steps = path.split("/") if path else []
    while steps:
        step = steps.pop(0)
        if step in _THINGS and steps:
            said.append(f'{translate(_THINGS[step])} "{steps.pop(0)}"')
        elif step.isdigit() and said:
            said[-1] += f" {int(step) + 1}"
        elif step not in _FILES or not steps:
            said.append(step)
    return ", ".join(said)
