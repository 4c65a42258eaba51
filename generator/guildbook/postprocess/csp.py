"""What a page may load: the content security policy, with the hashes of the scripts and styles that stand in the pages."""

import base64
import hashlib
import re
from collections.abc import Iterable

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
"""From its own site, and nothing else (CSP Level 3)."""

_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def content_security_policy(pages: Iterable[str], *more: str) -> str:
    """The content security policy for some pages: their inline scripts and styles are allowed by their hashes."""
    pages = list(pages)
    allowed = {"script-src": _hashes(_SCRIPT, pages), "style-src": _hashes(_STYLE, pages)}
    rules = [" ".join([name, value, *allowed.get(name, [])]) for name, value in POLICY.items()]
    return "; ".join([*rules, *more])


def _hashes(inline: re.Pattern[str], pages: Iterable[str]) -> list[str]:
    found = {text for page in pages for text in inline.findall(page)}
    return sorted(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in found)
