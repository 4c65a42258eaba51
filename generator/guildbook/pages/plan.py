"""A site before it is text: its pages, their values, and the address of everything that prose can link to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Protocol

from guildbook.i18n import N_
from guildbook.model import Site


class PageContent(Protocol):
    """What a page shows: a frozen dataclass of parts of the book, views, texts, numbers, and tuples and mappings of these."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address below the site's ("" for the first page), its title, the template that arranges its content.

    `section` is the heading under which it stands in the navigation. `text` is the Markdown of a page that an owner wrote by
    hand: it has neither content nor a template.
    """

    address: str
    title: str
    template: str
    content: PageContent | None
    section: str = ""
    text: str | None = None

    @property
    def file(self) -> str:
        """The Markdown file that the page becomes."""
        if self.text is not None:  # pictures beside it are named from where its owner wrote it
            return f"{self.address or 'index'}.md"
        return f"{self.address}/index.md".removeprefix("/")


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """A tiny page that unfolds where its link is pasted, and leads on to the place `to` below the site's address."""

    address: str
    title: str
    description: str
    to: str


@dataclass(frozen=True, slots=True)
class SitePlan:
    """One site in one language; `description` says in a sentence what it is, where its link is pasted."""

    site: Site
    title: str
    address: str | None
    accent: str
    pages: tuple[Page, ...]
    targets: Mapping[str, str] = field(default_factory=dict)
    description: str = ""
    privacy: str | None = None
    imprint: str | None = None
    redirects: tuple[RedirectPage, ...] = ()


def site_title(plan: SitePlan, translate: Callable[[str], str]) -> str:
    """What a site is called in a browser's tab and at the top of every page: whoever moderates has both open."""
    return translate(N_("Handbook · {name}")).format(name=plan.title) if not plan.site.is_public else plan.title


def below(folder: str, inner: SitePlan, outer: SitePlan) -> SitePlan:
    """One plan with the pages of another below a folder of its address; where a link could lead into both, the outer wins."""
    pages = tuple(replace(page, address=f"{folder}/{page.address}".removesuffix("/")) for page in inner.pages)
    targets = {name: f"{folder}/{target}" for name, target in inner.targets.items()}
    return replace(outer, pages=(*outer.pages, *pages), targets=targets | dict(outer.targets))


def page_targets(pages: Iterable[Page]) -> dict[str, str]:
    """Where links to pages lead, below the site's address."""
    return {f"page:{page.address or 'home'}": f"{page.address}/".removeprefix("/") for page in pages}
