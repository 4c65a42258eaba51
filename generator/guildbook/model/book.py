"""The whole book: everything that an owner's folder says, and which file says it."""

from dataclasses import dataclass

from guildbook.model.community import Community
from guildbook.model.fields import Audience, Id, Part, members_see, moderators_see
from guildbook.model.playbook import Playbook
from guildbook.model.rules import LadderFile, RulesFile
from guildbook.model.site import Site

ROLES = ("administrator", "community-manager", "ambassador", "moderator", "member")
"""The hierarchy, from those who answer for the community down to those who make it what it is."""


class Book(RulesFile, LadderFile):
    """Everything the files say. A place such as "rules/no-spam/text" is a path through it."""

    site: Site = members_see("How the sites look and where they go.", Site)
    community: Community = members_see("Who we are.")
    playbooks: dict[Id, Playbook] = moderators_see("One for each kind of crisis.", dict)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where in an owner's folder a part of the book is written.

    `pattern` is a path or a glob; `under` is the place that the file's keys stand below, where `*` is the file's own name.
    """

    pattern: str
    holds: type[Part]
    under: str
    audience: Audience
    required: bool = False


SHELVES: tuple[Shelf, ...] = (
    Shelf("site_config/site.yml", Site, "site", "members"),
    Shelf("content/community.yml", Community, "community", "members", required=True),
    Shelf("content/rules.yml", RulesFile, "", "members"),
    Shelf("content/rules/*.yml", RulesFile, "", "members"),
    Shelf("content/ladder.yml", LadderFile, "", "members"),
    Shelf("playbooks/*.yml", Playbook, "playbooks/*", "moderators"),
)
