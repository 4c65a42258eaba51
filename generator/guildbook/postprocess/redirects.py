"""The tiny pages behind a rule's lasting address: they unfold where their link is pasted, and lead on to the rule."""

import html

from guildbook.i18n import Translate
from guildbook.pages import RedirectPage, SitePlan, localize
from guildbook.postprocess.meta_tags import add_meta_tags, open_graph


def redirect_html(redirect: RedirectPage, plan: SitePlan, translate: Translate) -> str:
    """A redirect as a whole HTML page without scripts."""
    title = localize(redirect.title, translate)
    home = "../" * (redirect.address.count("/") + 1)
    to = home + redirect.to
    canonical = f'<link rel="canonical" href="{html.escape(plan.address + redirect.to)}">' if plan.address else ""
    heads = [
        f"<title>{html.escape(title)} · {html.escape(plan.title)}</title>",
        f'<meta http-equiv="refresh" content="0; url={html.escape(to)}">',
        canonical,
        f'<link rel="icon" href="{home}assets/mark.svg">',
        open_graph(title, redirect.description or plan.description, plan, redirect.address + "/"),
    ]
    body = f'<p><a href="{html.escape(to)}">{html.escape(title)}</a></p><p>{html.escape(redirect.description)}</p>'
    language = html.escape(plan.site.language)
    page = f'<!doctype html><html lang="{language}"><head>{"".join(heads)}</head><body>{body}</body></html>\n'
    return add_meta_tags(page, plan)
