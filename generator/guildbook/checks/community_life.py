"""Does the community say what it is for, why people stay, and what to do first?"""

from collections.abc import Iterator

from guildbook.checks.advice import advice
from guildbook.i18n import N_
from guildbook.load import SourceMap
from guildbook.model import ROLES, Book, Leaves
from guildbook.problems import Problem


def product_only(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """The purpose says nothing beyond the product.

    People join for a product, but a community that is only about it is a support desk. Say what the product is *for*: a
    community around e-mail software helps owners grow their business.
    """
    if not book.community.purpose.beyond_product:
        sentence = N_("The purpose says nothing that is larger than the product.")
        fix = N_("Add “beyond_product” to “purpose”: what do people hope for, of which your product is a part?")
        yield advice(source_map, "community/purpose", "product-only", sentence, fix)


def few_reasons(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """Fewer than two reasons to stay are written down.

    People come for the purpose and stay for two other reasons: friends, partners, a project together. Write down two, even
    as a guess (`known_from: guess`), and ask members later what keeps them here.
    """
    if len(book.community.reasons_to_stay) < 2:
        sentence = N_("Fewer than two reasons to stay are written down.")
        fix = N_("Add two to “reasons_to_stay” in content/community.yml. A guess is a good beginning: known_from: guess.")
        yield advice(source_map, "community/reasons_to_stay", "few-reasons", sentence, fix)


def no_next_step(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """The welcome ends without something to do.

    A welcome that ends on thanks is the end of a conversation. One that ends on a small thing to do is the start of one.
    """
    if not book.welcome.next_step:
        fix = N_("Add “next_step” to content/welcome.yml: one small thing to do now, such as “Say hello in #introductions”.")
        yield advice(source_map, "welcome", "no-next-step", N_("The welcome ends without something to do."), fix)


def no_icebreaker(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """Newcomers are not asked anything easy.

    The more comfortable people are with talking, the likelier they stay. One easy question, and the word that a little is
    enough, brings most of them over the threshold.
    """
    if not book.welcome.icebreaker:
        fix = N_("Add “icebreaker” to content/welcome.yml: one easy question, and that a sentence is enough.")
        yield advice(source_map, "welcome", "no-icebreaker", N_("Newcomers have no easy way to say a first word."), fix)


def undecided(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """There is no identity, or no vision, and no word that you do without.

    Both are optional, and a decision of the administrator's. If you decided against them, say so in `goes_without`, and
    nobody asks again.
    """
    decided = book.community.goes_without
    for name, sentence in (("identity", N_("Members have no name of their own here.")), ("vision", N_("There is no vision."))):
        if not getattr(book.community, name) and name not in decided:
            fix = N_("Add “{name}” to content/community.yml, or list it under “goes_without” if you decided against it.")
            yield advice(source_map, "community", "undecided", sentence, fix, name=name)


def identity_is_a_role(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """What members are called is also the name of a role.

    If every member is an Ambassador, nobody knows whom the handbook means by one.
    """
    identity = book.community.identity
    names = {role.name.casefold() for role in book.team.roles.values()} | {role.replace("-", " ") for role in ROLES}
    if identity and identity.one.casefold() in names:
        sentence = N_("Members are called “{name}”, and so is a role.")
        fix = N_("Give one of the two another name, so that everyone knows who is meant.")
        yield advice(source_map, "community/identity/one", "identity-is-a-role", sentence, fix, name=identity.one)


def no_daily_side(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """There are rules and playbooks, but nothing for an ordinary day.

    A place that has only rules teaches that it is about rules. What keeps people is the daily side: a welcome, a prompt, a
    ritual.
    """
    welcomed = book.welcome.icebreaker or book.welcome.message or book.welcome.next_step
    if (book.rules or book.playbooks) and not (welcomed or book.conversations.prompts or book.conversations.rituals):
        sentence = N_("There are rules and playbooks here, but nothing for an ordinary day.")
        fix = N_("Begin with content/welcome.yml, or with one ritual in content/conversations.yml.")
        yield advice(source_map, "community", "no-daily-side", sentence, fix)


def one_feeling(book: Book, source_map: SourceMap, texts: Leaves) -> Iterator[Problem]:
    """All prompts make room for the same feeling.

    People decide by feeling. Where every prompt asks for pride, those who doubt stay silent.
    """
    feelings = [prompt.feeling for prompt in book.conversations.prompts.values()]
    if len(feelings) > 2 and len(set(feelings)) == 1 and feelings[0]:
        sentence = N_("All prompts make room for one feeling: {feeling}.")
        fix = N_("Make room for others too: suspense, laughter, doubt, gratitude …")
        yield advice(source_map, "conversations/prompts", "one-feeling", sentence, fix, feeling=feelings[0])
