"""Both sites at once or neither: each is written whole beside the last one, then they change places.

Beside `members` stands `.members.staging`: the next site before the swap, the last one after it. `.members.backup` is there
only where a swap needs renames, for the moment between them; if a build dies in that moment, it is the last site.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

from guildbook.i18n import N_
from guildbook.output.folders import FileTree, fill, remove, require_ours
from guildbook.output.not_built import NotBuilt, explain_os_errors
from guildbook.output.swap import swap


def publish(sites: Mapping[Path, FileTree]) -> Literal["exchange", "rename"]:
    """Put each site's files in its folder, all of them or none.

    Gives "rename" if this system or disk cannot exchange folders, so that a reader may have met a missing page; else
    "exchange". Raises NotBuilt where a folder is not ours or the system refuses; the last sites are then as they were.
    """
    with _tidy_afterwards(list(sites)):
        for site, files in sites.items():
            with explain_os_errors(site, files):
                require_ours(site)
                _settle(site)
                fill(_staging(site), files)
        return "exchange" if _swap_all(list(sites)) else "rename"


def _staging(site: Path) -> Path:
    return site.with_name(f".{site.name}.staging")


def _backup(site: Path) -> Path:
    return site.with_name(f".{site.name}.backup")


@contextmanager
def _tidy_afterwards(sites: list[Path]) -> Iterator[None]:
    try:
        yield
    finally:
        try:
            _tidy(sites)
        finally:
            _tidy(sites)  # once more, for a Ctrl-C that came meanwhile


def _tidy(sites: list[Path]) -> None:
    for site in sites:
        with suppress(OSError, NotBuilt):  # what stays is taken up by the next build; how this one ended is decided
            remove(_staging(site))


def _settle(site: Path) -> None:
    """Bring a swap by renames to an end that stopped half-way: the last site returns, or is removed if the new one stands."""
    backup = _backup(site)
    require_ours(backup)
    if backup.exists() and not site.exists():
        backup.rename(site)
    remove(backup)


def _swap_all(sites: list[Path]) -> bool:
    fresh = {site: _staging(site).stat() for site in sites}
    try:
        in_one_step = [_swap_in(site) for site in sites]
    except BaseException as error:
        stuck = [str(site) for site in reversed(sites) if not _take_back(site, fresh[site])]
        if stuck:
            raise NotBuilt(
                N_("The new sites could not be put in place, and these could not be put back: {folders}."),
                N_("Build again as soon as you can: it puts all of them right."),
                {"folders": ", ".join(stuck)},
            ) from error
        raise
    return all(in_one_step)


def _swap_in(site: Path) -> bool:
    with explain_os_errors(site):
        return swap(_staging(site), site, _backup(site))


def _take_back(site: Path, fresh: os.stat_result) -> bool:
    try:
        if site.exists() and os.path.samestat(site.stat(), fresh):
            swap(site, _staging(site), _backup(site))
        _settle(site)
    except (OSError, NotBuilt):
        return False
    return True
