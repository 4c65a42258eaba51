"""The member site: what people read when they arrive, and come back to."""

from collections.abc import Mapping

from guildbook import prose
from guildbook.i18n import N_
from guildbook.model import Book, Site
from guildbook.model.life import Conversations, Energy
from guildbook.pages.people import hierarchy, people, place_link, role_title, roles
from guildbook.pages.plan import Msg, Page, SitePlan, Xref
from guildbook.pages.rule_redirects import rule_redirects
from guildbook.pages.rules import appeal_values, rule_targets, rules_in_short, rules_values

A_FEW = 5
"""How many of a list are seen at once where all of them would be too many: rules, people, questions."""

BLANKS = {"member": Msg(N_("your name")), "moderator": Msg(N_("who writes it"))}
"""What stands in the welcome message where a name of somebody's comes in."""

THEMES = {
    "product": Msg(N_("about the product")),
    "community": Msg(N_("about the community")),
    "praise": Msg(N_("praise")),
}


def members(book: Book) -> SitePlan:
    """The member site of a book that holds nothing for moderators."""
    community = book.community
    shown = [(address, title, values) for address, title, values in _all(book) if values]
    links = _links(book) | {_key(address): Xref(f"page:{address or 'home'}") for address, _, _ in shown}
    pages = tuple(
        Page(address, Msg(title), f"members/{address or 'welcome'}.md.j2", {**values, "to": links})
        for address, title, values in shown
    )
    return SitePlan(
        site=Site("members", community.language),
        title=community.name,
        address=book.site.addresses.members,
        accent=book.site.accent,
        privacy=book.site.privacy,
        imprint=book.site.imprint,
        pages=pages,
        targets=_targets(book, pages),
        description=community.purpose.short,
        redirects=rule_redirects(book),
    )


def _all(book: Book) -> tuple[tuple[str, str, Mapping[str, object]], ...]:
    """Every page that there can be: its address, its title, and what it shows, which is nothing if it does not exist."""
    return (
        ("", N_("Welcome"), _welcome(book)),
        ("first-steps", N_("First steps"), _first_steps(book)),
        ("rules", N_("Rules"), rules_values(book)),
        ("who-is-who", N_("Who is who"), _who_is_who(book)),
        ("really-staff", N_("Is this really staff?"), _really_staff(book)),
        ("life", N_("Life here"), _life(book)),
        ("help", N_("Get help, report, appeal"), _help(book)),
    )


def _key(address: str) -> str:
    return (address or "home").replace("-", "_")


def _links(book: Book) -> dict[str, str]:
    """What templates can link to: the pages, each an empty text until it is known to exist."""
    return {_key(address): "" for address, _, _ in _all(book)}


def _targets(book: Book, pages: tuple[Page, ...]) -> dict[str, str]:
    targets = {f"page:{page.address or 'home'}": f"{page.address}/".removeprefix("/") for page in pages}
    targets |= {f"channel:{place_id}": f"first-steps/#place_{place_id}" for place_id in book.community.places}
    targets |= {f"person:{person_id}": f"who-is-who/#person_{person_id}" for person_id in book.team.people}
    return targets | rule_targets(book)


def _welcome(book: Book) -> dict[str, object]:
    community = book.community
    return {
        "community": community,
        "next": _next_step(book),
        "rules": rules_in_short(book)[:A_FEW],
        "number_of_rules": len(rules_in_short(book)),
        "people": people(book)[:A_FEW],
    }


def _next_step(book: Book) -> dict[str, object] | None:
    """The one thing to do now, and the address where it is done: its own, its place's, or what is said about its place."""
    step = book.welcome.next_step
    if step is None:
        return None
    place = book.community.places[step.place] if step.place else None
    about_place = Xref(f"channel:{step.place}") if step.place else ""
    return {"step": step, "href": step.link or (place.link if place else None) or about_place}


def _first_steps(book: Book) -> dict[str, object]:
    welcome, places = book.welcome, book.community.places
    if not (welcome.icebreaker or welcome.questions or welcome.alignment or welcome.message or places):
        return {}
    return {
        "welcome": welcome,
        "icebreaker_place": place_link(book, welcome.icebreaker.place if welcome.icebreaker else None),
        "message": _message(book),
        "places": places,
        "next": _next_step(book),
    }


def _message(book: Book) -> list[dict[str, str]]:
    """The welcome message in pieces: the owner's words, and the blanks that are filled for each new member."""
    community, step = book.community, book.welcome.next_step
    filled = {
        "community": community.name,
        "purpose": community.purpose.short,
        "identity": community.identity.one if community.identity else "",
        "vision": (community.vision or "").strip(),
        "next_step": step.label if step else "",
    }
    pieces = prose.FIELD.split(book.welcome.message or "")
    return [
        {"text": "", "blank": BLANKS.get(piece, f"{{{piece}}}")}
        if is_field and not filled.get(piece)
        else {"text": filled[piece] if is_field else piece, "blank": ""}
        for is_field, piece in ((number % 2 == 1, piece) for number, piece in enumerate(pieces))
        if piece
    ]


def _who_is_who(book: Book) -> dict[str, object]:
    if not (book.team.roles or book.team.people):
        return {}
    return {"hierarchy": hierarchy(book), "roles": roles(book), "people": people(book)}


def _really_staff(book: Book) -> dict[str, object]:
    genuine = book.team.genuine
    places = [{"place": place_link(book, place_id), "staff": _staff(book, place_id)} for place_id in book.community.places]
    known = [place for place in places if place["staff"]]
    if not known and not (genuine and (genuine.never_ask or genuine.check or genuine.report)):
        return {}
    return {"genuine": genuine, "places": known}


def _staff(book: Book, place_id: str) -> list[dict[str, str]]:
    return [
        {
            "name": person.name,
            "handle": person.handles[place_id],
            "role": role_title(book, person.serves[0].role) if person.serves else "",
        }
        for person in book.team.people.values()
        if place_id in person.handles
    ]


def _life(book: Book) -> dict[str, object]:
    talk, energy, feedback, purpose = book.conversations, book.energy, book.feedback, book.community.purpose
    themes = [{"id": i, "theme": theme, "about": THEMES[theme.about]} for i, theme in feedback.themes.items() if theme.did]
    others = (book.community.growth, purpose.repeated_in, feedback.ask, feedback.place, themes)
    if talk == Conversations() and energy == Energy() and not any(others):
        return {}
    prompts = [(one.kind, {"id": i, "prompt": one, "place": place_link(book, one.place)}) for i, one in talk.prompts.items()]
    questions = [shown for kind, shown in prompts if kind != "challenge"]
    return {
        "purpose": purpose,
        "energy": energy,
        "rituals": [{"id": i, "ritual": one, "place": place_link(book, one.place)} for i, one in talk.rituals.items()],
        "challenges": [shown for kind, shown in prompts if kind == "challenge"],
        "questions": questions[:A_FEW],
        "more_questions": questions[A_FEW:],
        "growth": book.community.growth,
        "openings": [{"id": i, "opening": one, "place": place_link(book, one.place)} for i, one in energy.openings.items()],
        "themes": themes,
        "feedback": feedback,
        "feedback_place": place_link(book, feedback.place),
    }


def _help(book: Book) -> dict[str, object]:
    routes = book.team.help
    if not routes and book.appeal is None:
        return {}
    groups = [
        {
            "place": place_link(book, place_id),
            "routes": [{"id": i, "route": route} for i, route in routes.items() if route.place == place_id],
        }
        for place_id in dict.fromkeys(route.place for route in routes.values())
    ]
    return {"groups": groups, **appeal_values(book)}
