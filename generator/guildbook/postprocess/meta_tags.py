"""What stands in the head of every page beside the engine's own: the policy, what a pasted link shows, who may index it."""

import html
import re

from guildbook.pages import SitePlan
from guildbook.postprocess.csp import content_security_policy

_BEGINNING = re.compile(r"<head>(?:\s*<meta charset=[^>]*>)?")
"""Where ours may begin: behind the encoding, which browsers look for in a page's first 1,024 bytes."""


def add_meta_tags(page: str, plan: SitePlan, more: str = "") -> str:
    """The page with our words in its head, in front of everything that it loads."""
    closed = [
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        if "charset" not in page
        else "",
        f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy([page])}">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex, nofollow">' if not plan.site.is_public else "",
        more,
    ]
    return _BEGINNING.sub(lambda begins: begins[0] + "".join(closed), page, count=1)


def open_graph(title: str, description: str, plan: SitePlan, address: str) -> str:
    """What a chat or a network shows of a pasted link (Open Graph protocol, checked 2026-11-22). A handbook shows nothing."""
    if not plan.site.is_public:
        return ""
    values = {"og:type": "website", "og:site_name": plan.title, "og:title": title, "og:description": description}
    if plan.address:
        values["og:url"] = plan.address + address
    told = "".join(f'<meta property="{name}" content="{html.escape(value)}">' for name, value in values.items() if value)
    return told + (f'<meta name="description" content="{html.escape(description)}">' if description else "")
