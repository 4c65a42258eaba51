"""What an engine built becomes what is published: closed to strangers, without dates or traces of the machine."""

import base64
import gzip
import hashlib
import html
import re
from collections.abc import Iterable, Mapping

from guildbook.pages import Plan
from guildbook.render.config import NOWHERE

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'none'",
    "object-src": "'none'",
}
"""What a page may load: from its own site, and nothing else (CSP Level 3)."""

_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
_GENERATOR = re.compile(r'<meta name="?generator"?[^>]*>')
_CANONICAL = re.compile(r'<link rel="?canonical"?[^>]*>|<link href="[^"]*" rel="canonical"[^>]*>')
_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
_SOURCE_MAP = re.compile(rb"\n?(?://|/\*)# sourceMappingURL=[^\n]*?(?:\*/)?\s*$")


def finish(built: Mapping[str, bytes], plan: Plan) -> dict[str, bytes]:
    """The files to publish from those that an engine built, by path."""
    files = {name: _file(name, data, plan) for name, data in built.items() if _wanted(name, plan)}
    if "sitemap.xml" in files:
        files["sitemap.xml.gz"] = gzip.compress(files["sitemap.xml"], mtime=0)
    files["robots.txt"] = _robots(plan).encode()
    files["_headers"] = _headers(files, plan).encode()
    return dict(sorted(files.items()))


def _wanted(name: str, plan: Plan) -> bool:
    is_sitemap = name.startswith("sitemap.xml")
    return (
        not name.endswith(".map")
        and not (is_sitemap and (plan.site == "handbook" or not plan.address))
        and name != "objects.inv"
    )


def _file(name: str, data: bytes, plan: Plan) -> bytes:
    if name.endswith(".html"):
        return _page(data.decode(), plan).encode()
    if name.endswith((".js", ".css")):
        return _SOURCE_MAP.sub(b"\n", data)
    if name == "sitemap.xml":
        return _LASTMOD.sub("", data.decode()).encode()
    return data


def _page(page: str, plan: Plan) -> str:
    page = _GENERATOR.sub("", page)
    if not plan.address:
        page = _CANONICAL.sub("", page).replace(NOWHERE, "/")
    title = html.escape(plan.title)
    page = page.replace(f'"{html.escape(title)}"', f'"{title}"')
    closed = [
        f'<meta http-equiv="Content-Security-Policy" content="{policy([page])}">',
        '<meta name="referrer" content="no-referrer">',
    ]
    if plan.site == "handbook":
        closed.append('<meta name="robots" content="noindex, nofollow">')
    return re.sub(r"<head>", "<head>" + "".join(closed), page, count=1)


def policy(pages: Iterable[str], *more: str) -> str:
    """The content security policy for some pages: their inline scripts and styles are allowed by their hashes."""
    pages = list(pages)
    allowed = {"script-src": _hashes(_SCRIPT, pages), "style-src": _hashes(_STYLE, pages)}
    rules = [" ".join([name, value, *allowed.get(name, [])]) for name, value in POLICY.items()]
    return "; ".join([*rules, *more])


def _hashes(inline: re.Pattern[str], pages: Iterable[str]) -> list[str]:
    found = {text for page in pages for text in inline.findall(page)}
    return sorted(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in found)


def _robots(plan: Plan) -> str:
    if plan.site == "handbook":
        return "User-agent: *\nDisallow: /\n"
    sitemap = f"Sitemap: {plan.address}sitemap.xml\n" if plan.address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _headers(files: Mapping[str, bytes], plan: Plan) -> str:
    """Headers for a host that reads `_headers`; what a page cannot say about itself stands only here."""
    pages = [data.decode() for name, data in files.items() if name.endswith(".html")]
    lines = [
        "Content-Security-Policy: " + policy(pages, "frame-ancestors 'none'"),
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
    ]
    if plan.site == "handbook":
        lines.append("X-Robots-Tag: noindex, nofollow")
    return "/*\n" + "".join(f"  {line}\n" for line in lines)
