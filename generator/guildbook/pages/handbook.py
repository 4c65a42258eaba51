"""The handbook: which pages it has and in what order, from the middle of trouble to the owner's notes."""

from collections.abc import Iterable
from dataclasses import replace

from guildbook.i18n import N_
from guildbook.model import Book, Site
from guildbook.pages import daily
from guildbook.pages.offences import offences_page
from guildbook.pages.owners import OwnerNotes, owners_page
from guildbook.pages.plan import Msg, Page, SitePlan
from guildbook.pages.playbooks import by_urgency, playbook_page
from guildbook.pages.principles import principles_page
from guildbook.pages.replies import replies_page
from guildbook.pages.rules import rule_targets, rules_page, rules_values
from guildbook.pages.team import team_pages
from guildbook.pages.trouble import trouble_page


def handbook(book: Book, notes: OwnerNotes) -> SitePlan:
    """The handbook of a whole book, with the owner's notes in it; a page with nothing to show does not exist."""
    playbooks = by_urgency(book)
    pages = [
        trouble_page(book),
        *_in(N_("Playbooks"), (playbook_page(book, playbook_id, playbook) for playbook_id, playbook in playbooks)),
        *_in(N_("Words and rules"), (replies_page(book, playbooks), offences_page(book), _rules(book), principles_page(book))),
        *_in(N_("Every day"), (make(book) for make in _DAILY)),
        *_in(N_("Who is who"), team_pages(book)),
        *_in("", [owners_page(book, notes)]),
    ]
    return SitePlan(
        site=Site("moderators", book.community.language),
        title=book.community.name,
        address=book.site.addresses.handbook,
        accent=book.site.accent,
        privacy=book.site.privacy,
        imprint=book.site.imprint,
        pages=tuple(pages),
        targets=_targets(book, pages),
    )


_DAILY = (
    daily.newcomers,
    daily.conversations,
    daily.energy,
    daily.most_active,
    daily.feedback,
    daily.metrics,
    daily.places,
)


def _in(section: str, pages: Iterable[Page | None]) -> list[Page]:
    """The pages that exist, below one heading of the navigation."""
    return [replace(page, section=Msg(section)) for page in pages if page]


def _rules(book: Book) -> Page | None:
    return rules_page(book, "handbook/rules.md.j2") if rules_values(book) else None


def _targets(book: Book, pages: Iterable[Page]) -> dict[str, str]:
    """Where links lead, below the handbook's address: those of prose and our own."""
    return (
        {f"page:{page.address or 'home'}": f"{page.address}/".removeprefix("/") for page in pages}
        | rule_targets(book)
        | {f"rung:{rung_id}": f"rules/#rung_{rung_id}" for rung_id in book.ladder}
        | {f"rung:{rung_id}": f"rules/#besides_{rung_id}" for rung_id in book.besides}
        | {f"letter:{rung_id}": f"replies/#letter_{rung_id}" for rung_id in book.letters}
        | {
            f"letter:{rule_id}/{rung_id}": f"replies/#letter_{rule_id}_{rung_id}"
            for rule_id, letters in book.for_rule.items()
            for rung_id in letters
        }
        | {f"playbook:{playbook_id}": f"playbooks/{playbook_id}/" for playbook_id in book.playbooks}
        | {
            f"reply:{playbook_id}/{reply_id}": f"playbooks/{playbook_id}/#reply_{reply_id}"
            for playbook_id, playbook in book.playbooks.items()
            for reply_id in playbook.replies
        }
        | {f"channel:{place_id}": f"places/#place_{place_id}" for place_id in book.community.places}
        | {f"person:{person_id}": f"team/#person_{person_id}" for person_id in book.team.people}
        | {f"role:{role_id}": f"team/{role_id}/" for role_id in book.team.roles}
        | {f"severity:{level_id}": f"team/#severity_{level_id}" for level_id in book.severity}
        | {"part:holding": "replies/#part_holding"}
        | {"part:takes-over": "team/#part_takes-over", "part:contacts": "team/#part_contacts"}
    )
