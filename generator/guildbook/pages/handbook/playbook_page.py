"""One playbook, from the first minute to what happened before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from guildbook.i18n import N_
from guildbook.model import Book, Playbook
from guildbook.model.playbook import Case, Step
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg, Xref
from guildbook.views.filling import Filling, filling_with
from guildbook.views.how_to import HowItIsDone
from guildbook.views.ladder_view import RungView
from guildbook.views.playbook_views import IncidentView
from guildbook.views.reach import RoleLink
from guildbook.views.reply_views import ReplyView
from guildbook.views.rule_views import RuleLink, rule_link
from guildbook.views.severity_view import SeverityLevel

_ABOUT_NAMES = {
    "conduct": Msg(N_("about how somebody behaves")),
    "product": Msg(N_("about the product")),
    "outside": Msg(N_("comes from outside")),
}


@dataclass(frozen=True, slots=True)
class OtherWords:
    """A situation in which other words come first."""

    situation: str
    say: ReplyView


@dataclass(frozen=True, slots=True)
class CaseView:
    """One of several answers, with the rung and the reply that fit."""

    id: str
    case: Case
    rung: RungView | None
    say: ReplyView | None


@dataclass(frozen=True, slots=True)
class StepView:
    """One thing to do: by whom, about which rule, with which words."""

    step: Step
    who: RoleLink | None
    rule: RuleLink | None
    say: ReplyView | None


@dataclass(frozen=True, slots=True)
class PlaybookContent:
    """All that a moderator needs in one kind of crisis, in the order in which it is needed."""

    playbook: Playbook
    level: SeverityLevel
    about: Msg
    first: ReplyView | None
    instead: tuple[OtherWords, ...]
    wake: RoleLink | None
    how_to: tuple[HowItIsDone, ...]
    takes_over: str
    contacts: str
    ask: RoleLink | None
    cases: tuple[CaseView, ...]
    steps: tuple[StepView, ...]
    escalate_to: RoleLink | None
    tell: ReplyView | None
    replies: tuple[ReplyView, ...]
    filling: Filling
    loops: tuple[ReplyView, ...]
    before: tuple[IncidentView, ...]


def playbook_page(views: BookViews, playbook_id: str) -> Page:
    """The page of a playbook."""
    playbook, replies = views.book.playbooks[playbook_id], views.replies[playbook_id]
    minute, ask, escalate = playbook.first_minute, playbook.ask_first, playbook.escalate
    rule_id = _only_rule(views.book, playbook)
    content = PlaybookContent(
        playbook=playbook,
        level=views.levels[playbook.severity],
        about=_ABOUT_NAMES[playbook.about],
        first=_reply(replies, minute.say),
        instead=tuple(OtherWords(other.situation, replies[other.say]) for other in minute.instead),
        wake=views.role(minute.wake),
        how_to=views.how_to,
        takes_over=Xref("part:takes-over") if _somebody_takes_over(views.book) else "",
        contacts=Xref("part:contacts") if views.book.contacts else "",
        ask=views.role(ask.who if ask else None),
        cases=tuple(_case_view(views, replies, rule_id, case_id, case) for case_id, case in playbook.cases.items()),
        steps=tuple(_step_view(views, replies, step) for step in playbook.steps),
        escalate_to=views.role(escalate.to if escalate else None),
        tell=_reply(replies, escalate.tell if escalate else None),
        replies=tuple(replies.values()),
        filling=filling_with(views.filling, playbook.fields, rule_id),
        loops=tuple(reply for reply in replies.values() if reply.closed_by),
        before=views.incidents_of.get(playbook_id, ()),
    )
    return Page(f"playbooks/{playbook_id}", playbook.title, "handbook/playbook.md.j2", content)


def _reply(replies: Mapping[str, ReplyView], reply_id: str | None) -> ReplyView | None:
    return replies[reply_id] if reply_id else None


def _somebody_takes_over(book: Book) -> bool:
    takes_over = book.team.for_moderators.takes_over
    return bool(takes_over and (takes_over.who or takes_over.alone))


def _case_view(views: BookViews, replies: Mapping[str, ReplyView], rule_id: str, case_id: str, case: Case) -> CaseView:
    rung = views.rungs[case.rung] if case.rung else None
    if rung and case.rung in views.book.for_rule.get(rule_id, {}):
        rung = replace(rung, letter=Xref(f"letter:{rule_id}/{case.rung}"))  # this rule has words of its own
    return CaseView(case_id, case, rung, _reply(replies, case.say))


def _step_view(views: BookViews, replies: Mapping[str, ReplyView], step: Step) -> StepView:
    return StepView(step, views.role(step.who), rule_link(views.book, step.rule), _reply(replies, step.say))


def _only_rule(book: Book, playbook: Playbook) -> str:
    """The rule that a playbook's steps are about; nothing where they name none, or more than one."""
    named = {step.rule for step in playbook.steps if step.rule and not book.rules[step.rule].draft}
    return named.pop() if len(named) == 1 else ""
