"""The daily side: conversations, rituals, energy and feedback (course rows 3, 4, 7, 8, 10 and 24 to 27)."""

from typing import Literal

from guildbook.model.fields import Duration, Id, Line, Part, PlaceId, PlaybookId, Prose, WebAddress, members_see, moderators_see


class OpenHearted(Part):
    """What to do where people share from the heart: watch, even without taking part."""

    look_for: Prose = moderators_see("What to look out for, so that it stays kind and nobody takes advantage.")
    step_in_when: Prose | None = moderators_see("When to step in.", None)
    playbook: PlaybookId | None = moderators_see("The playbook to open then.", None)


class PromptStaff(Part):
    """What only moderators read about a prompt."""

    wait: Duration | None = moderators_see("How long the team waits before it answers, so that members can: 1 day.", None)
    open_hearted: OpenHearted | None = moderators_see("Where it asks people to open up: what to watch.", None)
    notes: Prose | None = moderators_see("When it works best, and what came of it before.", None)


class Prompt(Part):
    """Something that gets members to talk with each other."""

    kind: Literal["question", "challenge", "story", "news", "play"] = members_see(
        "question, challenge, story, news or play.", "question"
    )
    ask: Prose = members_see("The words to post.")
    invite: Prose | None = members_see("The other half of a challenge: whoever has solved it is asked to answer.", None)
    feeling: Line | None = members_see("The feeling it makes room for: pride, suspense, laughter, doubt …", None)
    place: PlaceId | None = members_see("The place where it is posted.", None)
    for_moderators: PromptStaff = moderators_see("What only moderators read about it.", PromptStaff)


class RitualStaff(Part):
    """What only moderators read about a ritual."""

    who: Line | None = moderators_see("Who sees to it.", None)
    how: Prose | None = moderators_see("How it is run.", None)


class Ritual(Part):
    """Something that comes back, so that people come back."""

    title: Line = members_see("What it is called: “Friday wins”.")
    when: Line = members_see("When it takes place: “every Friday”.")
    day: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | None = members_see(
        "The day of the week, if it has one.", None
    )
    text: Prose = members_see("What happens.")
    feeling: Line | None = members_see("The feeling it makes room for.", None)
    place: PlaceId | None = members_see("Where it takes place.", None)
    recalls_purpose: bool = members_see("`true` where it tells old members again what all this is for.", False)
    for_moderators: RitualStaff = moderators_see("What only moderators read about it.", RitualStaff)


class Strategy(Part):
    """A way to spark conversations."""

    title: Line = moderators_see("The way in a few words.")
    text: Prose = moderators_see("How it is done.")


class ConversationsStaff(Part):
    """What only moderators read about conversations."""

    strategies: dict[Id, Strategy] = moderators_see(
        "Ways to spark conversations; the list grows.",
        dict,
        question="Which creative ways to start conversations will you try?",
    )
    stance: Prose | None = moderators_see("Who should answer, and why it is not always you.", None)


class Conversations(Part):
    """content/conversations.yml."""

    prompts: dict[Id, Prompt] = members_see(
        "Questions and challenges to post.",
        dict,
        question="Which three or four questions would get members talking with each other?",
    )
    rituals: dict[Id, Ritual] = members_see("What comes back every week or month.", dict)
    for_moderators: ConversationsStaff = moderators_see("What only moderators read.", ConversationsStaff)


class Safety(Part):
    """How people can open up here."""

    promise: Prose = members_see("What people can rely on when they open up.")
    listening: Prose | None = members_see("That the team listens more than it talks.", None)


class Leadership(Part):
    """What the team shows up for."""

    promise: Prose = members_see("What members can expect of the team: answers, presence.")
    news: Prose | None = members_see("How often and where you tell what is going on in the community and the brand.", None)
    video: WebAddress | None = members_see("The address of a founder's video. Wholly optional.", None)


class Opening(Part):
    """A way to give something to the community."""

    title: Line = members_see("The way in a few words: “Host a letter clinic”.")
    text: Prose | None = members_see("What one does, and what it changes.", None)
    effort: Line | None = members_see("How much it takes: “one hour, once”.", None)
    place: PlaceId | None = members_see("Where to say that one would like to.", None)


class EnergyStaff(Part):
    """What only moderators read about energy."""

    look: list[Prose] = moderators_see("What to look at, a line each: leadership, investment, emotions, protection.", list)
    protect: Prose | None = moderators_see("How the team holds off harm so that the others can be at peace.", None)


class Energy(Part):
    """content/energy.yml."""

    kind: Prose | None = members_see("What it feels like here on a good day. Not loudness: what lets people be open.", None)
    safety: Safety | None = members_see("How people can open up here.", None)
    leadership: Leadership | None = members_see("What the team shows up for.", None)
    openings: dict[Id, Opening] = members_see("Ways to give something: people stay where they have invested.", dict)
    feelings: list[Line] = members_see("Feelings that have room here: suspense, fun, doubt, laughter …", list)
    protection: Prose | None = members_see("That you hold off harm, so that the others can be at peace.", None)
    for_moderators: EnergyStaff = moderators_see("What only moderators read.", EnergyStaff)


class ThemeStaff(Part):
    """What only the team reads about a theme."""

    team: Line | None = moderators_see("The team that owns it: “product”, “support”, “us”.", None)
    heard: list[Line] = moderators_see("Where and when it was heard.", list)
    state: Literal["heard", "passed on", "decided", "told"] = moderators_see(
        "How far it is: heard, passed on, decided, told.", "heard"
    )
    notes: Prose | None = moderators_see("Anything else.", None)


class Theme(Part):
    """Something that recurs in what members say."""

    title: Line = members_see("The theme in a few words.")
    about: Literal["product", "community", "praise"] = members_see("Is it about the product, about the community, or praise?")
    said: Prose = members_see("What members said.")
    did: Prose | None = members_see("What you did. Nothing is shown to members until this is there.", None)
    for_moderators: ThemeStaff = moderators_see("What only the team reads about it.", ThemeStaff)


class FeedbackStaff(Part):
    """What only the team reads about feedback."""

    rhythm: Prose | None = moderators_see("How often themes are gathered, and by whom.", None)


class Feedback(Part):
    """content/feedback.yml."""

    ask: Prose | None = members_see("How to tell you what you think, praise too.", None)
    place: PlaceId | None = members_see("Where to say it.", None)
    themes: dict[Id, Theme] = members_see("What recurs in what members say.", dict)
    for_moderators: FeedbackStaff = moderators_see("What only the team reads.", FeedbackStaff)
