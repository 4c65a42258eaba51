"""The whole book: everything that an owner's folder says, and which file says it."""

from dataclasses import dataclass

from guildbook.model.community import Community
from guildbook.model.fields import Audience, Id, Part, members_see, moderators_see
from guildbook.model.life import Conversations, Energy, Feedback
from guildbook.model.playbook import Playbook
from guildbook.model.rules import LadderFile, RulesFile
from guildbook.model.shape import for_members
from guildbook.model.site_config import SiteConfig
from guildbook.model.staff import (
    ContactsFile,
    Incident,
    LettersFile,
    MetricsFile,
    MostActive,
    Plan,
    Principles,
    SeverityFile,
)
from guildbook.model.team import Team
from guildbook.model.welcome import Welcome

ROLES = ("administrator", "community-manager", "ambassador", "moderator", "member")
"""The hierarchy, from those who answer for the community down to those who make it what it is."""


SEVERITIES = ("critical", "high", "medium", "low")
"""The levels that hold where an owner has no scale of their own, the worst first."""


class Book(RulesFile, LadderFile, LettersFile, ContactsFile, SeverityFile, MetricsFile):
    """Everything the files say. A place such as "rules/no-spam/text" is a path through it."""

    site: SiteConfig = members_see("How the sites look and where they go.", SiteConfig)
    community: Community = members_see("Who we are.")
    welcome: Welcome = members_see("What a newcomer reads and does first.", Welcome)
    team: Team = members_see("Who does what.", Team)
    conversations: Conversations = members_see("What gets members to talk with each other.", Conversations)
    energy: Energy = members_see("What lets people be open.", Energy)
    feedback: Feedback = members_see("What members said, and what came of it.", Feedback)
    principles: Principles = moderators_see("What holds in every crisis.", Principles)
    most_active: MostActive | None = moderators_see("Your allies.", None)
    plan: Plan = moderators_see("What comes next.", Plan)
    incidents: dict[Id, Incident] = moderators_see("What happened before.", dict)
    playbooks: dict[Id, Playbook] = moderators_see("One for each kind of crisis.", dict)


OPEN_TOO = ("playbooks", "principles", "letters", "for_rule", "severity", "metrics", "most_active")
"""What a community that works in the open shows of its handbook. Never in it: contacts, incidents, plans, `for_moderators`."""


def open_view(book: Book) -> Book:
    """What the member site may hold: what is for members, and with `handbook: public` the open parts of the handbook too."""
    view = for_members(book)
    return view.model_copy(update={name: getattr(book, name) for name in OPEN_TOO}) if book.site.handbook == "public" else view


@dataclass(frozen=True, slots=True)
class FileSpec:
    """Where in an owner's folder a part of the book is written.

    `pattern` is a path or a glob; `under` is the place that the file's keys stand below, where `*` is the file's own name.
    """

    pattern: str
    holds: type[Part]
    under: str
    required: bool = False

    @property
    def audience(self) -> Audience:
        """A folder is an audience."""
        return "moderators" if self.pattern.startswith(("playbooks/", "content/staff/")) else "members"


FILES: tuple[FileSpec, ...] = (
    FileSpec("site_config/site.yml", SiteConfig, "site"),
    FileSpec("content/community.yml", Community, "community", required=True),
    FileSpec("content/welcome.yml", Welcome, "welcome"),
    FileSpec("content/rules.yml", RulesFile, ""),
    FileSpec("content/rules/*.yml", RulesFile, ""),
    FileSpec("content/ladder.yml", LadderFile, ""),
    FileSpec("content/team.yml", Team, "team"),
    FileSpec("content/conversations.yml", Conversations, "conversations"),
    FileSpec("content/energy.yml", Energy, "energy"),
    FileSpec("content/feedback.yml", Feedback, "feedback"),
    FileSpec("content/staff/principles.yml", Principles, "principles"),
    FileSpec("content/staff/letters.yml", LettersFile, ""),
    FileSpec("content/staff/contacts.yml", ContactsFile, ""),
    FileSpec("content/staff/severity.yml", SeverityFile, ""),
    FileSpec("content/staff/most-active.yml", MostActive, "most_active"),
    FileSpec("content/staff/metrics.yml", MetricsFile, ""),
    FileSpec("content/staff/plan.yml", Plan, "plan"),
    FileSpec("content/staff/incidents/*.yml", Incident, "incidents/*"),
    FileSpec("playbooks/*.yml", Playbook, "playbooks/*"),
)
