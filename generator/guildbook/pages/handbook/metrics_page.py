"""The numbers that somebody watches, and what to do when one is off."""

from dataclasses import dataclass

from guildbook.i18n import N_
from guildbook.model.staff import Metric
from guildbook.pages.plan import Page
from guildbook.views import BookViews, Msg
from guildbook.views.reach import RoleLink


@dataclass(frozen=True, slots=True)
class MetricView:
    """A number and who watches it."""

    id: str
    metric: Metric
    who: RoleLink | None


@dataclass(frozen=True, slots=True)
class MetricsContent:
    """All numbers."""

    metrics: tuple[MetricView, ...]


def metrics_page(views: BookViews) -> Page | None:
    """The page of numbers; None where nobody watches any."""
    metrics = tuple(MetricView(i, metric, views.role(metric.watched_by)) for i, metric in views.book.metrics.items())
    return Page("metrics", Msg(N_("Metrics")), "handbook/metrics.md.j2", MetricsContent(metrics)) if metrics else None
