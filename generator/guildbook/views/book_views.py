"""Everything that pages show of one book, each thing worked out once, when a page first asks for it."""

from collections.abc import Mapping
from functools import cached_property

from guildbook.model import Book, Playbook
from guildbook.views.filling import Filling, filling_of
from guildbook.views.hierarchy import HierarchyNode, hierarchy_of
from guildbook.views.how_to import HowItIsDone, how_to_here, platform_views
from guildbook.views.ladder_view import RungView, rung_views
from guildbook.views.life_views import PromptView, RitualView, ThemeView, prompt_views, ritual_views, theme_views
from guildbook.views.people import PersonView, RoleView, person_views, role_views
from guildbook.views.place_views import PlaceLink, place_links
from guildbook.views.playbook_views import (
    IncidentView,
    PlaybookLink,
    incident_views,
    incidents_by_playbook,
    playbook_links,
    playbooks_by_urgency,
)
from guildbook.views.reach import ReachablePerson, RoleLink, reachable_people, role_links
from guildbook.views.reply_views import ReplyView, reply_views
from guildbook.views.role_titles import holder_ids, role_title
from guildbook.views.rule_views import (
    EarlierRule,
    RuleGroup,
    RuleInShort,
    RuleView,
    earlier_rules,
    rule_in_short,
    rule_views,
    rules_by_group,
)
from guildbook.views.severity_view import SeverityLevel, severity_levels


class BookViews:
    """The views of a book. A site has one of these; it holds nothing that the book does not hold."""

    def __init__(self, book: Book) -> None:
        """Take the book as those who read the site may see it."""
        self.book = book

    @cached_property
    def places(self) -> Mapping[str, PlaceLink]:
        """Every place as a link, by id."""
        return place_links(self.book)

    def place(self, place_id: str | None) -> PlaceLink | None:
        """A place as a link, where one is named."""
        return self.places[place_id] if place_id else None

    @cached_property
    def people(self) -> tuple[PersonView, ...]:
        """Everybody on the team, as members see them."""
        return person_views(self.book, self.places)

    @cached_property
    def reachable(self) -> Mapping[str, ReachablePerson]:
        """Everybody on the team, as moderators see them, by id."""
        return reachable_people(self.book, self.places)

    @cached_property
    def _holders(self) -> Mapping[str, tuple[str, ...]]:
        return holder_ids(self.book)

    @cached_property
    def roles(self) -> tuple[RoleView, ...]:
        """The roles of which members are told more than the name."""
        return role_views(self.book, self._holders)

    @cached_property
    def role_links(self) -> Mapping[str, RoleLink]:
        """Every role to turn to, by id."""
        return role_links(self.book, self.places, self.reachable, self._holders)

    def role(self, role_id: str | None) -> RoleLink | None:
        """A role to turn to, where one is named."""
        return self.role_links[role_id] if role_id else None

    @cached_property
    def hierarchy(self) -> HierarchyNode:
        """Who stands above whom."""
        return hierarchy_of(self.book, self._holders)

    @cached_property
    def rungs(self) -> Mapping[str, RungView]:
        """Everything that can follow, by id, the mildest first."""
        return rung_views(self.book)

    @cached_property
    def rules(self) -> Mapping[str, RuleView]:
        """Every rule that is shown, by id."""
        return rule_views(self.book, self.rungs)

    @cached_property
    def rule_groups(self) -> tuple[RuleGroup, ...]:
        """The rules in the order of their page, by group."""
        return rules_by_group(self.book, self.rules)

    @cached_property
    def rules_in_short(self) -> tuple[RuleInShort, ...]:
        """Every rule that is shown, in the order of their page."""
        return tuple(rule_in_short(view.id, view.rule) for group in self.rule_groups for view in group.rules)

    @cached_property
    def earlier_rules(self) -> tuple[EarlierRule, ...]:
        """The addresses of rules that were renamed or no longer hold."""
        return tuple(earlier_rules(self.book))

    @cached_property
    def appeal_to(self) -> str:
        """Who gives a second look; nothing where nobody does."""
        return role_title(self.book, self.book.appeal.to) if self.book.appeal else ""

    @cached_property
    def filling(self) -> Filling:
        """What fills the fields of ready words on any page."""
        return filling_of(self.book)

    @cached_property
    def levels(self) -> Mapping[str, SeverityLevel]:
        """Every level of severity that a playbook can name, by id."""
        return severity_levels(self.book)

    @cached_property
    def playbooks(self) -> Mapping[str, Playbook]:
        """The playbooks by id, the most urgent first."""
        return playbooks_by_urgency(self.book)

    @cached_property
    def playbook_links(self) -> Mapping[str, PlaybookLink]:
        """Every playbook as a link, by id."""
        return playbook_links(self.book)

    def playbook_link(self, playbook_id: str | None) -> PlaybookLink | None:
        """A playbook as a link, where one is named."""
        return self.playbook_links[playbook_id] if playbook_id else None

    @cached_property
    def replies(self) -> Mapping[str, Mapping[str, ReplyView]]:
        """The replies of each playbook, by their ids."""
        return {playbook_id: reply_views(playbook) for playbook_id, playbook in self.book.playbooks.items()}

    @cached_property
    def incidents(self) -> tuple[IncidentView, ...]:
        """What happened before."""
        return tuple(incident_views(self.book, self.playbook_links))

    @cached_property
    def incidents_of(self) -> Mapping[str, tuple[IncidentView, ...]]:
        """What happened before with each playbook, by its id, the latest first; one with which nothing did is left out."""
        return incidents_by_playbook(self.incidents)

    @cached_property
    def prompts(self) -> tuple[PromptView, ...]:
        """What to post, and what comes back."""
        return prompt_views(self.book, self.places, self.playbook_links)

    @cached_property
    def rituals(self) -> tuple[RitualView, ...]:
        """What comes back every week or month."""
        return ritual_views(self.book, self.places)

    @cached_property
    def themes(self) -> tuple[ThemeView, ...]:
        """What recurs in what members say."""
        return theme_views(self.book)

    @cached_property
    def how_to(self) -> tuple[HowItIsDone, ...]:
        """How the few acts of a moderator are done where this community meets."""
        return how_to_here(self.book)

    @cached_property
    def platforms(self) -> tuple[HowItIsDone, ...]:
        """How they are done on each platform that the community is on."""
        return platform_views(self.book)
