"""Makes the README's pictures in docs/pictures/ from the repository's own community: `make pictures`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from support.chromium import start_chromium
from support.paths import ROOT
from support.tabs import WIDTHS, Tab, open_tab

PICTURES = ROOT / "docs" / "pictures"
PAGES = {
    "members": {"welcome": "", "rules": "rules/", "who-is-who": "who-is-who/", "life": "life/"},
    "handbook": {"in-trouble": "", "playbook": "playbooks/scam/", "offences": "offences/", "replies": "replies/"},
}
DARK = ("welcome", "playbook")
"""Shown in the dark too."""

QUALITY = 70


def main() -> None:
    """Take every picture anew; those of pages that are gone go too."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.jpg"):
        old.unlink()
    with start_chromium() as browser:
        for site, pages in PAGES.items():
            context = browser.new_context(reduced_motion="reduce")
            with open_tab(context, ROOT / "site" / site) as opened:
                for name, address in pages.items():
                    take(opened, name, address)
                assert opened.complaints == []
            context.close()


def take(opened: Tab, name: str, address: str) -> None:
    """One page, on a phone and on a desk."""
    for width in WIDTHS:
        for scheme in ("light", "dark") if name in DARK else ("light",):
            opened.show(width, scheme)
            opened.open(address)
            opened.wait_for(scheme)
            file = PICTURES / f"{name}-{width}{'-dark' if scheme == 'dark' else ''}.jpg"
            opened.page.screenshot(path=file, type="jpeg", quality=QUALITY)


if __name__ == "__main__":
    main()
