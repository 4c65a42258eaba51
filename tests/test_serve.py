"""`guildbook serve` as a person uses it: two sites on this machine, edits that break and mend, and Ctrl-C."""

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.engine

SECONDS = 40
"""How long anything may take before a test gives up."""

BAR, BEFORE = ".gb-preview-bar", "body[data-before]"


@dataclass
class Preview:
    """A running preview: its process, its port, and the lines that it has printed so far."""

    process: "subprocess.Popen[str]"
    said: list[str]
    port: int = 0

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, host: str | None = None) -> tuple[int, bytes, str]:
        """What is answered to a path, sent letter by letter as it stands here: status, body, and where it leads."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        connection.putrequest("GET", path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        connection.endheaders()
        answer = connection.getresponse()
        found = answer.status, answer.read(), answer.headers.get("Location", "")
        connection.close()
        return found

    def children(self) -> list[int]:
        found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True)
        return [int(pid) for pid in found.stdout.split()]


@contextmanager
def previewed(folder: Path) -> Iterator[Preview]:
    """A preview of a folder on a free port; it is killed if it still runs at the end."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
    process = subprocess.Popen(
        [sys.executable, "-m", "guildbook", "serve", "--port", "0"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    preview = Preview(process, [])
    reader = Thread(target=lambda: preview.said.extend(process.stdout or ()), daemon=True)
    reader.start()
    try:
        until(lambda: re.search(r"http://127\.0\.0\.1:(\d+)/", "".join(preview.said)), preview)
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", "".join(preview.said))
        assert found
        preview.port = int(found[1])
        yield preview
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(SECONDS)
        reader.join(SECONDS)
        if process.stdout:
            process.stdout.close()


def until(holds: Callable[[], object], preview: Preview) -> None:
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline, preview.said
        assert preview.process.poll() is None, preview.said
        time.sleep(0.05)


def built(preview: Preview) -> None:
    until(lambda: any("Shown" in line for line in preview.said), preview)


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Callable[[], Page]:
    return lambda: chromium.new_page(viewport={"width": 900, "height": 300}, reduced_motion="reduce")


def test_both_sites_stand_at_one_address_for_this_machine_only(small: Path) -> None:
    with previewed(small) as preview:
        built(preview)
        status, front, _ = preview.get("/")
        assert status == 200
        assert re.findall(rb'<a href="([^"]+)">([^<]+)</a>', front) == [
            (b"/members/", b"The member site"),
            (b"/handbook/", b"The handbook"),
        ]
        for path, words in (
            ("/members/", b"The Reading Room"),
            ("/handbook/", b"In trouble?"),
            ("/members/rules/", b"No spoilers"),
        ):
            status, page, _ = preview.get(path)
            assert (status, words in page) == (200, True), path
        assert preview.get("/members/rules")[::2] == (302, "/members/rules/")
        assert preview.get("/members/nothing/")[0] == 404
        for host in (
            "elsewhere.example",
            f"elsewhere.example:{preview.port}",
            "127.0.0.1",
            f"127.0.0.1.elsewhere.example:{preview.port}",
        ):
            assert preview.get("/members/", host)[0] == 403, host
        assert preview.get("/members/", f"localhost:{preview.port}")[0] == 200


OUTSIDE = (
    "/../content/rules.yml",
    "/members/../../content/rules.yml",
    "/members/../handbook/../../content/rules.yml",
    "/..%2fcontent/rules.yml",
    "/members/..%2f..%2fcontent/rules.yml",
    "/members/%2e%2e/%2e%2e/content/rules.yml",
    "/members/..%5c..%5ccontent%5crules.yml",
    "/members/%2fetc/passwd",
    "//etc/passwd",
    "/_guildbook/../server.py",
    "/_guildbook/..%2fserver.py",
    "/members/link/rules.yml",
)


def test_no_address_leads_to_a_file_outside_the_sites(small: Path) -> None:
    with previewed(small) as preview:
        built(preview)
        for path in OUTSIDE:
            status, body, _ = preview.get(path)
            assert status == 404, path
            assert b"label:" not in body, path
            assert b"root:" not in body, path
            assert b"import " not in body, path


def test_a_preview_that_starts_on_a_broken_folder_shows_what_is_wrong_and_comes_up_by_itself(
    small: Path, browser: Callable[[], Page]
) -> None:
    rules = small / "content/rules.yml"
    well = rules.read_text()
    rules.write_text(well.replace("label:", "lable:"))
    with previewed(small) as preview:
        page = browser()
        page.goto(preview.home + "members/rules/")
        expect(page.locator("pre")).to_contain_text("lable", timeout=SECONDS * 1000)
        expect(page.locator("pre")).to_contain_text("content/rules.yml")
        rules.write_text(well.replace("label:", "lebal:"))
        expect(page.locator("pre")).to_contain_text("lebal", timeout=SECONDS * 1000)
        rules.write_text(well)
        expect(page.locator("article h1")).to_contain_text("Rules", timeout=SECONDS * 1000)
        page.close()


def put(old: str, new: str) -> Callable[[str], str]:
    def edited(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edited


RULES, LADDER, COMMUNITY = "content/rules.yml", "content/ladder.yml", "content/community.yml"
PLAYBOOK, SITE = "playbooks/spoilers.yml", "site_config/site.yml"
PAGE, TEMPLATE = "content/pages/mine.md", "site_config/templates/members/rules.md.j2"
MINE = '{% extends "!members/rules.md.j2" %}\n{% block content %}{% if true %}{{ super() }}{% endif %}\n{% endblock %}'
"""A template of the owner's that adds nothing to ours."""

BREAKS: tuple[tuple[str, Callable[[str], str], str], ...] = (
    (RULES, put("label:", "lable:"), "lable"),
    (RULES, put("short: Do", "short: [Do"), "content/rules.yml:"),
    (RULES, put("[remind, ban]", "[remind, gone]"), "gone"),
    (COMMUNITY, put("name:", "nmae:"), "nmae"),
    (LADDER, put("what: A", "waht: A"), "waht"),
    (PLAYBOOK, put("severity: low", "severity: lowest"), "lowest"),
    (PLAYBOOK, put("say: hidden", "say: hiden"), "hiden"),
    (SITE, put('"#a8472a"', "blue"), "accent"),
    (PAGE, put("site: members\n", ""), "This page does not say who may read it."),
    (TEMPLATE, put("{% if true %}", "{% if %}"), f"The template {TEMPLATE} cannot be used, at line 2"),
)
"""Ten edits that break a community: the file, what happens to it, and what its owner reads then."""


def test_edits_that_break_and_mend_are_read_over_the_page_that_was_open(small: Path, browser: Callable[[], Page]) -> None:
    for name, text in {
        SITE: 'accent: "#a8472a"\n',
        PAGE: "---\nsite: members\ntitle: Mine\n---\nWords.\n",
        TEMPLATE: MINE,
    }.items():
        (small / name).parent.mkdir(parents=True, exist_ok=True)
        (small / name).write_text(text)
    with previewed(small) as preview:
        built(preview)
        page = browser()
        page.set_default_timeout(SECONDS * 1000)
        page.goto(preview.home + "members/rules/")
        for file, breaks, words in BREAKS:
            breaks_and_mends(page, small / file, breaks, words)
        page.close()


def breaks_and_mends(page: Page, file: Path, breaks: Callable[[str], str], words: str) -> None:
    """Break a file and mend it again, and read the open page as a person does each time."""
    well = file.read_text()
    page.evaluate("scrollTo(0, 120); document.body.dataset.before = true")

    file.write_text(breaks(well))
    expect(page.locator(BAR)).to_be_visible(timeout=SECONDS * 1000)
    page.locator(f"{BAR} summary").click()
    expect(page.locator(BAR)).to_contain_text(words, timeout=SECONDS * 1000)
    expect(page.locator("article h1")).to_contain_text("Rules")
    expect(page.locator(BEFORE)).to_have_count(1)  # the last site that was whole stays

    file.write_text(well)
    expect(page.locator(BEFORE)).to_have_count(0, timeout=SECONDS * 1000)
    expect(page.locator(BAR)).to_have_count(0, timeout=SECONDS * 1000)
    expect(page.locator("article h1")).to_contain_text("Rules")
    page.wait_for_load_state("load")
    assert page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(() => done(scrollY), 300)))") == 120


@pytest.mark.parametrize("whom", ["the program", "everything in its terminal"])
def test_ctrl_c_ends_it_well_and_leaves_nothing_running(small: Path, browser: Callable[[], Page], whom: str) -> None:
    with previewed(small) as preview:
        built(preview)
        page = browser()
        page.goto(preview.home + "members/rules/")  # it goes on asking for news while the preview ends
        children = preview.children()
        assert children
        if whom == "the program":
            preview.process.send_signal(signal.SIGINT)
        else:
            os.killpg(preview.process.pid, signal.SIGINT)
        assert preview.process.wait(SECONDS) == 0, preview.said
        page.close()
        deadline = time.monotonic() + SECONDS
        while any(Path(f"/proc/{pid}").exists() for pid in children):
            assert time.monotonic() < deadline, "an engine outlived the preview"
            time.sleep(0.05)
    assert "Traceback" not in "".join(preview.said)


def test_a_port_that_is_taken_is_told_in_plain_words(small: Path) -> None:
    with previewed(small) as preview:
        command = [sys.executable, "-m", "guildbook", "serve", "--port", str(preview.port)]
        done = subprocess.run(command, cwd=small, capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 3
    assert f"Port {preview.port} cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_arrives_while_it_runs_is_watched_too_and_so_is_one_that_comes_back(small: Path, tmp_path: Path) -> None:
    with previewed(small) as preview:
        built(preview)
        assert not (small / "site_config").exists()
        for colour in ("#0a5c36", "#123456"):
            shutil.rmtree(small / "site_config", ignore_errors=True)
            (tmp_path / "site_config").mkdir()
            (tmp_path / "site_config/site.yml").write_text('accent: "#777"\n')
            (tmp_path / "site_config").rename(small / "site_config")
            until(lambda: any("accent" in line for line in preview.said), preview)
            preview.said.clear()
            (small / "site_config/site.yml").write_text(f'accent: "{colour}"\n')
            until(lambda colour=colour: colour in preview.get("/members/assets/guildbook.css")[1].decode(), preview)  # type: ignore[misc]
            preview.said.clear()
