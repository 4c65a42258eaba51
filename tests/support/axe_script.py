"""axe-core's script, fetched once and checked against a sum."""

import base64
import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from support.paths import ROOT
from support.sites import lock_file

AXE = "4.14.1"

AXE_SHA512 = "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="


def read_axe() -> str:
    """axe-core's script, from the npm registry that this machine uses, checked against the sum that is pinned here."""
    folder = ROOT / "build" / "axe"
    folder.mkdir(parents=True, exist_ok=True)
    with lock_file(folder / "lock"):
        packed = folder / f"axe-core-{AXE}.tgz"
        if not packed.exists():
            fetch_axe(folder)
        found = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
        if found != AXE_SHA512:
            packed.unlink()
        assert found == AXE_SHA512, "This is not the axe-core that the tests know."
        with tarfile.open(packed) as archive:
            file = archive.extractfile("package/axe.min.js")
            assert file
            return file.read().decode()


def fetch_axe(folder: Path) -> None:
    if not shutil.which("npm"):
        pytest.fail(
            "The accessibility tests need npm: install Node.js (on Debian and Ubuntu: apt-get install npm).", pytrace=False
        )
    done = subprocess.run(["npm", "pack", f"axe-core@{AXE}"], cwd=folder, capture_output=True, text=True, timeout=120)
    if done.returncode:
        pytest.fail(f"npm could not fetch axe-core {AXE}: {done.stderr.strip().splitlines()[-1:]}", pytrace=False)
