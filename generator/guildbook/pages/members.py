"""The member site: what people read when they arrive."""

from guildbook.model import Book
from guildbook.pages.plan import Ours, Page, Plan
from guildbook.pages.rules import rule_targets, rules_in_short, rules_page
from guildbook.words import N_


def members(book: Book) -> Plan:
    """The member site of a book that holds nothing for moderators."""
    community = book.community
    pages = [Page("", Ours(N_("Welcome")), "members/welcome.md.j2", {"community": community, "rules": rules_in_short(book)})]
    if book.rules or book.ladder:
        pages.append(rules_page(book, "members/rules.md.j2"))
    return Plan(
        site="members",
        title=community.name,
        language=community.language,
        address=book.site.addresses.members,
        accent=book.site.accent,
        pages=tuple(pages),
        targets=rule_targets(book) | {f"channel:{place_id}": f"#place_{place_id}" for place_id in community.places},
    )
