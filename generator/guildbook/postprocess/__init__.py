"""What an engine built becomes what is published: closed to strangers, without dates or traces of the machine."""

import gzip
import html
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from guildbook.i18n import N_, Translate
from guildbook.pages import Page, SitePlan, localize, site_title
from guildbook.postprocess.active_html import find_active_html
from guildbook.postprocess.csp import content_security_policy
from guildbook.postprocess.meta_tags import add_meta_tags, open_graph
from guildbook.postprocess.redirects import redirect_html
from guildbook.postprocess.whitespace import collapse_whitespace
from guildbook.render.config import NOWHERE

__all__ = ["content_security_policy", "find_active_html", "postprocess"]

_GENERATOR = re.compile(r'<meta name="?generator"?[^>]*>')
_DESCRIPTION = re.compile(r'<meta name="?description"?[^>]*>')
_CANONICAL = re.compile(r'<link rel="?canonical"?[^>]*>|<link href="[^"]*" rel="canonical"[^>]*>')
_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
_SOURCE_MAP = re.compile(rb"\n?(?://|/\*)# sourceMappingURL=[^\n]*?(?:\*/)?\s*$")
_LOST = "<h1>404 - Not found</h1>"


def postprocess(built: Mapping[str, bytes], plan: SitePlan, translate: Translate = str) -> dict[str, bytes]:
    """The files to publish from those that an engine built, by path."""
    pages = {("" if not page.address else page.address + "/") + "index.html": page for page in plan.pages}
    files = {
        name: _postprocess_file(name, data, pages.get(name), plan, translate)
        for name, data in built.items()
        if _wanted(name, plan)
    }
    files |= {
        f"{redirect.address}/index.html": redirect_html(redirect, plan, translate).encode() for redirect in plan.redirects
    }
    if "sitemap.xml" in files:
        files["sitemap.xml.gz"] = gzip.compress(files["sitemap.xml"], mtime=0)
    files["robots.txt"] = _robots(plan).encode()
    files["_headers"] = _headers(files, plan).encode()
    return dict(sorted(files.items()))


def _wanted(name: str, plan: SitePlan) -> bool:
    is_sitemap = name.startswith("sitemap.xml")
    hidden = is_sitemap and (not plan.site.is_public or not plan.address)
    return not (name.endswith(".map") or hidden or name == "objects.inv")


def _postprocess_file(name: str, data: bytes, page: Page | None, plan: SitePlan, translate: Translate) -> bytes:
    if name.endswith(".html"):
        return _postprocess_page(data.decode(), page, plan, translate).encode()
    if name.endswith((".js", ".css")):
        return _SOURCE_MAP.sub(b"\n", data)
    if name == "sitemap.xml":
        return _LASTMOD.sub("", data.decode()).encode()
    return data


def _postprocess_page(text: str, page: Page | None, plan: SitePlan, translate: Translate) -> str:
    text = collapse_whitespace(_DESCRIPTION.sub("", _GENERATOR.sub("", text)))
    if not plan.address:
        text = _CANONICAL.sub("", text).replace(NOWHERE, "/")
    name = html.escape(site_title(plan, translate))
    text = text.replace(f'"{html.escape(name)}"', f'"{name}"')  # the theme escapes it once more in the logo's title
    if page is None:
        return add_meta_tags(text.replace(_LOST, _way_on(plan, translate)), plan)
    shown = plan.title if not page.address else f"{localize(page.title, translate)} · {plan.title}"
    return add_meta_tags(text, plan, open_graph(shown, plan.description, plan, f"{page.address}/" if page.address else ""))


def _way_on(plan: SitePlan, translate: Translate) -> str:
    """What somebody reads who followed a link that leads nowhere."""
    home = html.escape(urlsplit(plan.address or "/").path)
    return (
        f"<h1>{html.escape(translate(N_('There is nothing at this address')))}</h1>"
        f"<p>{html.escape(translate(N_('Perhaps it was moved, or the link was cut in two. You will find it from here:')))}</p>"
        f'<p><a class="md-button md-button--primary" href="{home}">{html.escape(plan.title)}</a></p>'
    )


def _robots(plan: SitePlan) -> str:
    if not plan.site.is_public:
        return "User-agent: *\nDisallow: /\n"
    sitemap = f"Sitemap: {plan.address}sitemap.xml\n" if plan.address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _headers(files: Mapping[str, bytes], plan: SitePlan) -> str:
    """Headers for a host that reads `_headers`; what a page cannot say about itself stands only here."""
    pages = [data.decode() for name, data in files.items() if name.endswith(".html")]
    lines = [
        "Content-Security-Policy: " + content_security_policy(pages, "frame-ancestors 'none'"),
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
    ]
    if not plan.site.is_public:
        lines.append("X-Robots-Tag: noindex, nofollow")
    return "/*\n" + "".join(f"  {line}\n" for line in lines)
