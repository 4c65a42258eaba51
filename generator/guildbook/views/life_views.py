"""The daily side: prompts, rituals and themes, with the places and playbooks that they name."""

from collections.abc import Mapping
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import Book, Part, label_of
from guildbook.model.life import Prompt, Ritual, Theme
from guildbook.views.marks import Msg
from guildbook.views.place_views import PlaceLink
from guildbook.views.playbook_views import PlaybookLink

DAY_NAMES = {
    "monday": Msg(N_("Monday")),
    "tuesday": Msg(N_("Tuesday")),
    "wednesday": Msg(N_("Wednesday")),
    "thursday": Msg(N_("Thursday")),
    "friday": Msg(N_("Friday")),
    "saturday": Msg(N_("Saturday")),
    "sunday": Msg(N_("Sunday")),
}

_PROMPT_KINDS = {
    "question": Msg(N_("question")),
    "challenge": Msg(N_("challenge")),
    "story": Msg(N_("story")),
    "news": Msg(N_("news")),
    "play": Msg(N_("play")),
}

_SUBJECTS = {
    "product": Msg(N_("about the product")),
    "community": Msg(N_("about the community")),
    "praise": Msg(N_("praise")),
}


@dataclass(frozen=True, slots=True)
class PromptView:
    """A prompt with the place where it is posted and the playbook for when it goes wrong."""

    id: str
    title: str
    prompt: Prompt
    kind: Msg
    place: PlaceLink | None
    playbook: PlaybookLink | None


@dataclass(frozen=True, slots=True)
class RitualView:
    """A ritual with its day and its place."""

    id: str
    ritual: Ritual
    day: str
    place: PlaceLink | None


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme of what members say, and what it is about."""

    id: str
    theme: Theme
    about: Msg


def prompt_views(book: Book, places: Mapping[str, PlaceLink], playbooks: Mapping[str, PlaybookLink]) -> tuple[PromptView, ...]:
    """Every prompt, in the order in which they are written."""
    return tuple(_prompt_view(i, prompt, places, playbooks) for i, prompt in book.conversations.prompts.items())


def _prompt_view(
    prompt_id: str, prompt: Prompt, places: Mapping[str, PlaceLink], playbooks: Mapping[str, PlaybookLink]
) -> PromptView:
    open_hearted = prompt.for_moderators.open_hearted
    return PromptView(
        id=prompt_id,
        title=label_of("prompt", prompt_id, prompt),
        prompt=prompt,
        kind=_PROMPT_KINDS[prompt.kind],
        place=places[prompt.place] if prompt.place else None,
        playbook=playbooks[open_hearted.playbook] if open_hearted and open_hearted.playbook else None,
    )


def ritual_views(book: Book, places: Mapping[str, PlaceLink]) -> tuple[RitualView, ...]:
    """Every ritual, in the order in which they are written."""
    return tuple(
        RitualView(i, ritual, DAY_NAMES[ritual.day] if ritual.day else "", places[ritual.place] if ritual.place else None)
        for i, ritual in book.conversations.rituals.items()
    )


def theme_views(book: Book) -> tuple[ThemeView, ...]:
    """Every theme, in the order in which they are written."""
    return tuple(ThemeView(i, theme, _SUBJECTS[theme.about]) for i, theme in book.feedback.themes.items())


def is_filled(part: Part) -> bool:
    """True when an owner has written anything into a part or below it."""
    return part != type(part)()
