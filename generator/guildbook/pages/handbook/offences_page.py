"""The offence table: what follows when a rule is broken for the first, the second, the third time."""

from collections.abc import Mapping
from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model import label_of
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Markdown, Msg, Xref
from guildbook.views.filling import Filling
from guildbook.views.ladder_view import RungView
from guildbook.views.picker import Picker, picker_of
from guildbook.views.rule_views import RuleLink, RuleView, UnlessView

_TIMES = (N_("First time"), N_("Second time"), N_("Third time"), N_("Fourth time"), N_("Fifth time"))
_FEWEST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class OffenceTime:
    """A column of the table: its number, counted from 1, and its name where that is a word."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class OffenceCell:
    """The rung that follows; `again` where it is the last one, which holds from then on."""

    rung: RungView
    again: bool


@dataclass(frozen=True, slots=True)
class OffenceRow:
    """A rule with what follows each time."""

    id: str
    href: Xref
    label: str
    number: str | None
    cells: tuple[OffenceCell, ...]
    has_unless: bool


@dataclass(frozen=True, slots=True)
class RuleExceptions:
    """A rule and the situations in which something else follows."""

    id: str
    label: str
    unless: tuple[UnlessView, ...]


@dataclass(frozen=True, slots=True)
class BesidesView:
    """What can happen besides the rungs."""

    title: str
    text: Markdown


@dataclass(frozen=True, slots=True)
class OffencesContent:
    """The table of all rules, the exceptions of each below it, and when one starts higher."""

    picker: Picker
    filling: Filling
    times: tuple[OffenceTime, ...]
    rows: tuple[OffenceRow, ...]
    without: tuple[RuleLink, ...]
    exceptions: tuple[RuleExceptions, ...]
    skipping: Markdown
    besides: Mapping[str, BesidesView]


def offences_page(views: BookViews) -> Page | None:
    """The page of the table; None where no rule says what follows."""
    book = views.book
    follows = [view for view in views.rules.values() if view.rule.what_happens]
    if not follows:
        return None
    columns = max(_FEWEST_COLUMNS, *(len(view.usually) for view in follows))
    content = OffencesContent(
        picker=picker_of(book, views.rungs),
        filling=views.filling,
        times=tuple(OffenceTime(Msg(_TIMES[n]) if n < len(_TIMES) else "", n + 1) for n in range(columns)),
        rows=tuple(_offence_row(view, columns) for view in follows),
        without=tuple(
            RuleLink(Xref(f"rule:{view.id}"), view.rule.label) for view in views.rules.values() if not view.rule.what_happens
        ),
        exceptions=tuple(RuleExceptions(view.id, view.rule.label, view.unless) for view in follows if view.unless),
        skipping=Markdown(book.skipping or ""),
        besides={i: BesidesView(label_of("rung", i, book.ladder.get(i)), Markdown(text)) for i, text in book.besides.items()},
    )
    return Page("offences", Msg(N_("Offence table")), "handbook/offences.md.j2", content)


def _offence_row(view: RuleView, columns: int) -> OffenceRow:
    usually = view.usually
    cells = tuple(
        OffenceCell(usually[min(time, len(usually) - 1)], time >= len(usually)) for time in range(columns if usually else 0)
    )
    return OffenceRow(view.id, Xref(f"rule:{view.id}"), view.rule.label, view.rule.number, cells, bool(view.unless))
