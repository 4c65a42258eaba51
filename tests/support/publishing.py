"""Two sites in two versions, to publish one in the place of the other."""

from pathlib import Path

import pytest

from guildbook.output import NotBuilt, publish, read_tree

Sites = dict[Path, dict[str, bytes]]


class Published:
    """Two sites in a folder, in an old and a new version of unequal size and shape."""

    def __init__(self, root: Path) -> None:
        self.members = root / "members"
        self.handbook = root / "handbook"
        self.old = self.version("old", "gone/index.html")
        self.new = self.version("new", "rules/index.html")

    def version(self, text: str, *more: str) -> Sites:
        pages = ("index.html", *more)
        return {site: {page: f"{site.name} {text}".encode() for page in pages} for site in (self.members, self.handbook)}

    def standing(self) -> list[str]:
        """What stands where readers look, a word for each site: "old", "new", "missing" or "mixed"."""
        return [self._state(site) for site in (self.members, self.handbook)]

    def hidden(self) -> list[str]:
        return sorted(entry.name for entry in self.members.parent.iterdir() if entry.name.startswith("."))

    def refusal(self, sites: Sites) -> NotBuilt:
        """Why these sites were not built; the old ones stand untouched and nothing is left beside them."""
        before = self._identities()
        with pytest.raises(NotBuilt) as refusal:
            publish(sites)
        assert (self.standing(), self.hidden()) == (["old", "old"], [])
        assert self._identities() == before
        return refusal.value

    def _identities(self) -> list[tuple[int, int]]:
        stats = [path.stat() for site in self.old for path in (site, site / "index.html")]
        return [(stat.st_ino, stat.st_mtime_ns) for stat in stats]

    def _state(self, site: Path) -> str:
        if not site.exists():
            return "missing"
        found = read_tree(site)
        return "old" if found == self.old[site] else "new" if found == self.new[site] else "mixed"
