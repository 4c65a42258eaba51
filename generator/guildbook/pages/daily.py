"""The handbook's daily side: newcomers, conversations, energy, allies, feedback, numbers and places."""

from collections.abc import Mapping

from guildbook.i18n import N_
from guildbook.model import CHECKED, Book, Part
from guildbook.model.community import Place
from guildbook.model.life import Prompt, Theme
from guildbook.pages.filling import filling
from guildbook.pages.how_to import platforms
from guildbook.pages.people import place_link, web_address
from guildbook.pages.plan import Msg, Page
from guildbook.pages.playbooks import link_to
from guildbook.pages.replies import title_of
from guildbook.pages.roles import role

DAYS = {
    "monday": Msg(N_("Monday")),
    "tuesday": Msg(N_("Tuesday")),
    "wednesday": Msg(N_("Wednesday")),
    "thursday": Msg(N_("Thursday")),
    "friday": Msg(N_("Friday")),
    "saturday": Msg(N_("Saturday")),
    "sunday": Msg(N_("Sunday")),
}

_KINDS = {
    "question": Msg(N_("question")),
    "challenge": Msg(N_("challenge")),
    "story": Msg(N_("story")),
    "news": Msg(N_("news")),
    "play": Msg(N_("play")),
}

_STATES = {
    "heard": Msg(N_("Heard, and not yet passed on")),
    "passed on": Msg(N_("Passed on, and not yet decided")),
    "decided": Msg(N_("Decided: now tell the members")),
    "told": Msg(N_("Told")),
}

_ABOUT = {
    "product": Msg(N_("about the product")),
    "community": Msg(N_("about the community")),
    "praise": Msg(N_("praise")),
}


def newcomers(book: Book) -> Page | None:
    """Who greets newcomers, by when and how, with the words to send."""
    welcome = book.welcome
    icebreaker, next_step = welcome.icebreaker, welcome.next_step
    values = {
        "welcome": welcome,
        "who": role(book, welcome.for_moderators.who),
        "icebreaker_place": place_link(book, icebreaker.place if icebreaker else None),
        "next_place": place_link(book, next_step.place if next_step else None),
        "filling": filling(book),
    }
    return _page("newcomers", N_("Welcome newcomers"), values) if is_filled(welcome) else None


def conversations(book: Book) -> Page | None:
    """What to post, what comes back, and ways to get members talking."""
    talk = book.conversations
    values = {
        "staff": talk.for_moderators,
        "prompts": [prompt_of(book, prompt_id, prompt) for prompt_id, prompt in talk.prompts.items()],
        "rituals": [ritual_of(book, ritual_id) for ritual_id in talk.rituals],
    }
    return _page("conversations", N_("Conversations"), values) if is_filled(talk) else None


def energy(book: Book) -> Page | None:
    """What to look at, how harm is held off, and what members read about it."""
    return _page("energy", N_("Energy"), {"energy": book.energy}) if is_filled(book.energy) else None


def most_active(book: Book) -> Page | None:
    """The community's allies: how to spot them, and what they never get."""
    return _page("most-active", N_("Most active members"), {"active": book.most_active}) if book.most_active else None


def feedback(book: Book) -> Page | None:
    """What members said, the loops that are still open first."""
    heard = book.feedback
    values = {
        "feedback": heard,
        "place": place_link(book, heard.place),
        "states": [
            {"id": state.replace(" ", "-"), "name": name, "themes": themes}
            for state, name in _STATES.items()
            if (themes := [_theme(i, theme) for i, theme in heard.themes.items() if theme.for_moderators.state == state])
        ],
    }
    return _page("feedback", N_("Feedback"), values) if is_filled(heard) else None


def metrics(book: Book) -> Page | None:
    """The numbers that somebody watches, and what to do when one is off."""
    shown = [{"id": i, "metric": metric, "who": role(book, metric.watched_by)} for i, metric in book.metrics.items()]
    return _page("metrics", N_("Metrics"), {"metrics": shown}) if shown else None


def places(book: Book) -> Page | None:
    """Where the community meets, what to watch for there, and how the few acts of a moderator are done."""
    shown = [_place(book, place_id, place) for place_id, place in book.community.places.items()]
    values = {"places": shown, "platforms": platforms(book), "checked": CHECKED}
    return _page("places", N_("Places"), values) if shown else None


def is_filled(part: Part) -> bool:
    """True when an owner has written anything into a part or below it."""
    return part != type(part)()


def prompt_of(book: Book, prompt_id: str, prompt: Prompt) -> dict[str, object]:
    """A prompt as pages show it, with the place where it is posted and the playbook for when it goes wrong."""
    open_hearted = prompt.for_moderators.open_hearted
    return {
        "id": prompt_id,
        "title": title_of(prompt_id),
        "prompt": prompt,
        "kind": _KINDS[prompt.kind],
        "place": place_link(book, prompt.place),
        "playbook": link_to(book, open_hearted.playbook if open_hearted else None),
    }


def ritual_of(book: Book, ritual_id: str) -> dict[str, object]:
    """A ritual as pages show it, with its day and its place."""
    ritual = book.conversations.rituals[ritual_id]
    day = DAYS[ritual.day] if ritual.day else ""
    return {"id": ritual_id, "ritual": ritual, "day": day, "place": place_link(book, ritual.place)}


def _page(address: str, title: str, values: Mapping[str, object]) -> Page:
    return Page(address, Msg(title), f"handbook/{address}.md.j2", values)


def _theme(theme_id: str, theme: Theme) -> dict[str, object]:
    return {"id": theme_id, "theme": theme, "about": _ABOUT[theme.about]}


def _place(book: Book, place_id: str, place: Place) -> dict[str, object]:
    return {
        "id": place_id,
        "place": place,
        "href": web_address(place.link),
        "playbook": link_to(book, place.for_moderators.playbook),
        "has_how_to": is_filled(place.for_moderators.how_to),
    }
