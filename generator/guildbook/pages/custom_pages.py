"""Pages that an owner wrote by hand join the site that their first lines name."""

from collections.abc import Collection
from dataclasses import replace

from guildbook.i18n import N_
from guildbook.load import CustomFiles, CustomPage
from guildbook.pages.plan import Page, SitePlan, page_targets
from guildbook.problems import Position, Problem


def add_custom_pages(plan: SitePlan, own: CustomFiles, sites: Collection[str]) -> tuple[SitePlan, list[Problem]]:
    """The plan with the owner's pages in it, and what is wrong with them: an address that is taken, a lost lasting id.

    `sites` are all that there are: a page of another one has nowhere to go.
    """
    pages = {page.address: page for page in plan.pages}
    problems: list[Problem] = []
    for page in own.pages:
        if page.site != plan.site.name:
            problems += [] if page.site in sites else [_homeless(page)]
            continue
        if page.replaces is None and page.address in pages:
            fix = N_("Rename the file, or write “replaces: {address}” in its first lines if it should stand in for that page.")
            problems.append(_problem(page, N_("The address “{address}” is taken by another page."), fix))
        elif page.replaces is not None and page.address not in pages:
            fix = N_("These can be replaced: {addresses}.")
            addresses = ", ".join(address or "index" for address in pages)
            problems.append(_problem(page, N_("There is no page “{address}” to stand in for."), fix, addresses=addresses))
        problems += _lost_ids(page, plan)
        section = pages[page.address].section if page.address in pages else ""
        pages[page.address] = Page(page.address, page.title, "", None, section, page.text)
    targets = page_targets(pages.values())
    return replace(plan, pages=tuple(pages.values()), targets=targets | dict(plan.targets)), problems


def _lost_ids(page: CustomPage, plan: SitePlan) -> list[Problem]:
    """Addresses that people have cited must go on leading somewhere: a page that replaces another keeps its ids."""
    ids = [
        target.partition("#")[2] for target in plan.targets.values() if page.replaces and target.startswith(f"{page.address}/#")
    ]
    lost = [name for name in dict.fromkeys(ids) if f"{{ #{name} }}" not in page.text and f'id="{name}"' not in page.text]
    if not lost:
        return []
    sentence = N_("This page stands in for “{address}”, but these lasting addresses are lost: {ids}.")
    fix = N_("Put each behind the heading that it belongs to: ## No spam {example}")
    return [_problem(page, sentence, fix, ids=", ".join(lost), example=f"{{ #{lost[0]} }}")]


def _homeless(page: CustomPage) -> Problem:
    sentence = N_("This page is for moderators, but there is no handbook apart: yours is open to everybody.")
    fix = N_("If everybody may read it, write “site: members” in its first lines; otherwise take the file away.")
    return _problem(page, sentence, fix)


def _problem(page: CustomPage, sentence: str, fix: str, **values: object) -> Problem:
    return Problem(Position(page.file), "own-page", sentence, fix, {"address": page.address or "index", **values})
