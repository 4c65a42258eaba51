"""A link to a page by its address (`page:rules`) leads to that page wherever its text is read, from either site."""

from pathlib import Path

import pytest

from guildbook.pages import SitePlan
from guildbook.pipeline.check_folder import check_folder
from guildbook.render import render
from support.custom_pages import make_page, write_file

RULES = """rules:
  no-spoilers:
    label: No spoilers
    short: Do not give the end away.
    why: Look at [who we are](page:home) and at [the meetup](page:meetup).
"""


def rules_page(plan: SitePlan, folder: Path) -> str:
    return render(plan, check_folder(folder).loaded.custom_files, str)["docs/rules/index.md"].decode().replace("&#47;", "/")


@pytest.fixture
def linked(small: Path) -> Path:
    write_file(small, "content/rules.yml", RULES)
    write_file(small, "content/pages/meetup.md", make_page("We meet in June."))
    return small


def test_on_its_own_site_it_is_a_way_between_pages(linked: Path) -> None:
    members = check_folder(linked).plans[0]
    assert '<a href="../">who we are</a>' in rules_page(members, linked)
    assert '<a href="../meetup/">the meetup</a>' in rules_page(members, linked)


def test_from_the_handbook_it_leads_to_the_members_site_where_somebody_said_where_that_is(linked: Path) -> None:
    write_file(linked, "site_config/site.yml", "addresses:\n  members: https://reading.example/club/\n")
    handbook = check_folder(linked).plans[1]
    assert '<a href="https://reading.example/club/meetup/">the meetup</a>' in rules_page(handbook, linked)


def test_from_the_handbook_it_is_only_words_while_nobody_said_where_the_members_site_is(linked: Path) -> None:
    handbook = check_folder(linked).plans[1]
    assert "<a>the meetup</a>" in rules_page(handbook, linked)


def test_a_moderators_text_may_lead_to_pages_of_both_sites(linked: Path) -> None:
    text = linked / "playbooks/spoilers.yml"
    before = text.read_text(encoding="utf-8")
    text.write_text(
        before + "prevent:\n  - Look at [the replies](page:replies) and [the meetup](page:meetup).\n", encoding="utf-8"
    )
    assert not check_folder(linked).fails()


def test_a_members_text_may_not_lead_to_a_page_of_the_handbook(linked: Path) -> None:
    write_file(linked, "content/rules.yml", RULES.replace("page:meetup", "page:replies"))
    (problem,) = [problem for problem in check_folder(linked, plan=False).problems if problem.is_error]
    assert (problem.check, problem.values["page"]) == ("link-nowhere", "replies")
