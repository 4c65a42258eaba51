"""What axe-core says of pages: how much it looked at, and each violation with the place where it was met first."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from support.host import STAY, list_addresses
from support.tabs import SCHEMES, WIDTHS, Tab

HALVES = (0, 1)
"""Each site's pages are shared out to two tests, so that two workers can take them."""

RULES = """async () => {
  document.querySelectorAll("details").forEach(one => one.open = true)
  scrollTo(0, 0)  // what has been scrolled half below the header is too small to hit on every page
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
  const rules = { "target-size": { enabled: false } }  // depends on fonts: tests/browser/test_layout.py
  const found = await axe.run({ runOnly: tags, rules, resultTypes: ["violations"], preload: false })
  return [found.passes.length, found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))]
}"""


def share_pages(site: Path, half: int) -> list[str]:
    return list_addresses(site)[half::2]


def looks() -> Iterator[tuple[int, str]]:
    """Every width with every colour scheme."""
    return ((width, scheme) for scheme in SCHEMES for width in WIDTHS)


@dataclass
class Verdict:
    """What axe-core, whose script this holds, found in WCAG 2.2 A and AA on all that it looked at."""

    script: str
    pages: int = 0
    looked: int = 0
    passed: int = 0
    violations: dict[str, str] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    def look(self, opened: Tab, name: str, ways: Iterable[tuple[int, str]]) -> None:
        """Look at the page as it stands, in each of some widths and colour schemes."""
        self.pages += 1
        opened.page.evaluate(self.script)
        for width, scheme in ways:
            opened.show(width, scheme)
            opened.wait_for(scheme)
            passes, found = opened.page.evaluate(RULES)
            self.looked += 1
            self.passed += passes
            for one in found:
                self.violations.setdefault(one, f"{name or 'index'} at {width}, {scheme}")

    def visit(self, opened: Tab, pages: Iterable[str], ways: Iterable[tuple[int, str]]) -> None:
        """Look at pages by their addresses; the tiny ones that lead on are held."""
        ways = tuple(ways)
        for address in pages:
            opened.open(address + STAY if "/r/" in f"/{address}" else address)
            self.look(opened, address, ways)

    def hold(self, name: str) -> None:
        """Say how much was looked at; fails when there is a violation, or when little was looked at."""
        seconds = time.monotonic() - self.began
        counts = f"{self.pages} pages, {self.looked} looks, {self.passed} checks passed, {len(self.violations)} violations"
        sys.stdout.write(f"{name}: {counts}, {seconds:.0f} s\n")
        assert self.violations == {}
        assert self.passed > 10 * self.looked > 0
