"""What a host or a network answers in the place of the site never enters the offline copy.

The cases that name a report were found there, in public issues of GitHub.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.lab.static_server import serve
from scripts.pipeline.offline import LIST
from scripts.pipeline.security_headers import headers
from tests.conftest import ROOT
from tests.helpers.cases import daily
from tests.helpers.offline import (
    SHEET,
    Answers,
    Portal,
    Reply,
    held,
    listed,
    publish,
    update,
    visit,
    wait_for_copies,
)
from tests.helpers.project import LONGEST

SCRIPT, LOG_IN, PDF = "assets/js/page.js", "aanmelden/", f"{SHEET}keetgesprek.pdf"
CHANGES = {
    f"{SHEET}index.html": ("Keetgesprek van tien minuten", "Keetgesprek, nu anders"),
    SCRIPT: ("var Gk =", "var uitgave = 2; var Gk ="),
}
RELEASE = "typeof uitgave === 'undefined' ? 1 : uitgave"
FETCH = "(path) => fetch(path).then((answer) => answer.text(), () => 'geen netwerk')"
TO_LOG_IN = {"Location": f"/{LOG_IN}"}


def only(wanted: str, reply: Reply) -> Answers:
    """Answers at one address, and the log-in page at its own."""
    return lambda path: reply if path == wanted else Reply() if path == LOG_IN else None


def but_the_worker(reply: Reply) -> Answers:
    """Answers in the place of all of the site."""
    return lambda path: None if path in ("sw.js", "robots.txt") else reply


def long(name: str, answers: Answers) -> object:
    return pytest.param(answers, id=name, marks=pytest.mark.long)


IN_BETWEEN = [
    pytest.param(
        only(SHEET, Reply("", status=302, fields=TO_LOG_IN)),
        id="a session that ends halfway leads to the log-in page (xdubois-57/scoutmagic 250)",
    ),
    pytest.param(
        but_the_worker(Reply()),
        id="a log-in form at every address (react-boilerplate/react-boilerplate 1288)",
    ),
    pytest.param(
        only(SCRIPT, Reply(type="text/javascript")),
        id="a page that says it is a script (the-via/app 422)",
    ),
    pytest.param(
        only(LIST, Reply('{"./":"login"}', "application/json")), id="another list of files"
    ),
    pytest.param(
        only(SHEET, Reply("<!doctype html><h1>Keet", fields={"Content-Length": "9999"})),
        id="half a page",
    ),
    long("no list of files", only(LIST, Reply("{}", "application/json"))),
    long("a page for the list of files", only(LIST, Reply())),
    long("a log-in that the network asks for", but_the_worker(Reply(status=511))),
    long("a log-in that the host asks for", only(SCRIPT, Reply(status=401))),
    long("nothing, which is said to be fine", only(SHEET, Reply(""))),
    long(
        "a portal at another address",
        only(SHEET, Reply("", status=302, fields={"Location": "http://localhost:1/"})),
    ),
    long("another page of the site", only(SHEET, Reply("<!doctype html><h1>Start</h1></html>"))),
]
NO_WORKER = {
    "a page": Reply(),
    "a page that says it is a script": Reply(type="text/javascript"),
    "the way to a log-in page": Reply("", status=302, fields=TO_LOG_IN),
    "a log-in that the network asks for": Reply(status=511),
    "nothing that is there": Reply(status=404),
}


@dataclass
class Host:
    """A host of the site, what it shows, and who may answer in its place."""

    address: str
    live: Path
    site: Path
    portal: Portal

    def publish(self, *changed: str) -> None:
        """A release that differs in these files."""
        publish(self.live, self.site, {name: CHANGES[name] for name in changed})


@pytest.fixture
def host(tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """Shows a release of a few pages; nobody answers in its place, until a test says so."""
    live, portal = tmp_path / "live", Portal()
    publish(live, site)
    portal.stand_between(monkeypatch)
    with serve(live, headers(ROOT) | {"Cache-Control": "no-store"}) as address:
        yield Host(address, live, site, portal)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Somebody who was here never before."""
    context = browser.new_context(service_workers="allow", locale="nl-NL")
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(page: Page, host: Host) -> Page:
    """Somebody who has a copy."""
    assert visit(page, host.address) == "activated"
    return page


@pytest.mark.parametrize("answers", daily(2, IN_BETWEEN))
def test_what_somebody_else_answers_never_enters_a_copy(
    page: Page, host: Host, answers: Answers
) -> None:
    host.portal.answers = answers
    assert visit(page, host.address) == "redundant"
    host.portal.answers = None
    assert visit(page, host.address) == "activated"
    before = held(page)
    assert list(before.values()) == [listed(host.live)]
    host.publish(*CHANGES)
    host.portal.answers = answers
    assert update(page) == "redundant"
    assert before.items() <= held(page).items()
    host.portal.answers = None
    assert update(page) == "activated"
    wait_for_copies(page, lambda names: len(names) == 1)
    assert list(held(page).values()) == [listed(host.live)]


def test_a_half_copy_is_not_called_a_copy(page: Page, host: Host) -> None:
    host.portal.answers = only(SHEET, Reply())
    assert visit(page, host.address) == "redundant"
    page.goto(f"{host.address}over/zonder-netwerk/")
    said = page.locator("gk-kopie")
    expect(said.get_by_text("De kopie staat klaar.")).to_be_hidden()
    expect(said.get_by_text("Meld je aan bij het netwerk").locator("visible=true")).to_have_count(1)
    host.portal.answers = None
    page.reload()
    expect(said.get_by_text("De kopie staat klaar.")).to_be_visible()


def test_an_answer_in_the_place_of_the_worker_changes_nothing(reader: Page, host: Host) -> None:
    before = held(reader)
    host.publish(*CHANGES)
    for name, reply in NO_WORKER.items():
        host.portal.answers = only("sw.js", reply)
        assert update(reader) in ("SecurityError", "TypeError", "AbortError"), name
        assert held(reader) == before
    state = "navigator.serviceWorker.ready.then(({ active }) => active.state)"
    assert reader.evaluate(state) == "activated"


@pytest.mark.parametrize(
    "reply", daily(1, [Reply("", status=302, fields=TO_LOG_IN), Reply(), Reply("", status=403)])
)
def test_parts_that_ask_to_log_in_come_from_the_copy(
    reader: Page, host: Host, reply: Reply
) -> None:
    """As gramps-project/gramps-web 517: the page was there, and every script a log-in page."""
    before = held(reader)
    host.portal.answers = lambda path: (
        Reply() if path == LOG_IN else reply if path.startswith(("assets/", "zoeken/")) else None
    )
    reader.goto(f"{host.address}{SHEET}")
    reader.keyboard.press("Control+k")
    reader.get_by_role("combobox").fill("belangenkaart")
    reader.get_by_role("option").first.click()
    expect(reader).to_have_url(f"{host.address}instrumenten/belangenkaart/")
    assert held(reader) == before


def test_the_host_may_ask_a_reader_to_log_in(reader: Page, host: Host) -> None:
    before = held(reader)
    host.portal.answers = only(SHEET, Reply("", status=302, fields=TO_LOG_IN))
    reader.goto(f"{host.address}{SHEET}")
    expect(reader.get_by_role("heading")).to_have_text("Meld je aan bij dit netwerk")
    assert held(reader) == before


def test_a_log_in_page_is_never_kept_as_a_pdf(reader: Page, host: Host) -> None:
    reader.goto(f"{host.address}{SHEET}")
    for reply in (Reply(), Reply(type="application/pdf", status=511)):
        host.portal.answers = only(PDF, reply)
        assert "Meld je aan" in reader.evaluate(FETCH, f"/{PDF}")
    host.portal.answers = only(PDF, Reply("%PDF-1.7", "application/pdf"))
    reader.evaluate(FETCH, f"/{PDF}")
    host.portal.answers = only(PDF, Reply())
    reader.evaluate(FETCH, f"/{PDF}")
    reader.context.set_offline(True)
    assert reader.evaluate(FETCH, f"/{PDF}") == "%PDF-1.7"
    assert reader.evaluate(FETCH, f"/{SHEET}ander.pdf") == "geen netwerk"


def test_a_log_in_page_that_an_older_worker_kept_goes_with_an_update(
    reader: Page, host: Host
) -> None:
    reader.evaluate("""async () => {
      const opened = await caches.open('kist-geopend');
      const headers = { 'Content-Type': 'text/html' };
      await opened.put('/poster.pdf', new Response('Meld je aan', { headers }));
    }""")
    host.publish(*CHANGES)
    assert update(reader) == "activated"
    assert reader.evaluate("caches.match('/poster.pdf').then(Boolean)") is False


def test_what_did_not_change_is_not_fetched_again(reader: Page, host: Host) -> None:
    host.publish(*CHANGES)
    asked: list[str] = []
    host.portal.answers = asked.append
    assert update(reader) == "activated"
    assert set(asked) == {"sw.js", LIST, SHEET, SCRIPT}


def without_update(*pages: str) -> Answers:
    """A host in trouble: it sends no worker, and not these pages."""
    return lambda path: Reply(status=503) if path in ("sw.js", *pages) else None


def test_a_page_from_the_copy_gets_nothing_of_another_release(reader: Page, host: Host) -> None:
    host.portal.answers = without_update(SHEET)
    host.publish(*CHANGES)
    reader.goto(f"{host.address}{SHEET}")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("van tien minuten")
    assert reader.evaluate(RELEASE) == 1
    reader.goto(f"{host.address}gegevens/")
    assert reader.evaluate(RELEASE) == 2


@pytest.mark.parametrize("changed", daily(1, [SCRIPT, f"{SHEET}index.html"]))
def test_a_page_of_another_release_gets_nothing_of_the_copy(
    reader: Page, host: Host, changed: str
) -> None:
    host.portal.answers = without_update()
    host.publish(changed)
    reader.goto(f"{host.address}{SHEET}")
    reader.context.set_offline(True)
    reader.keyboard.press("Control+k")
    expect(reader.get_by_text("Zoeken lukt nu niet")).to_be_visible()


def test_a_network_that_says_nothing_is_not_waited_for(page: Page, host: Host) -> None:
    publish(host.live, host.site, patience=1)
    assert visit(page, host.address) == "activated"
    over = threading.Event()

    def nothing(path: str) -> None:
        if path != "sw.js":
            over.wait(LONGEST)

    host.portal.answers = nothing
    page.goto(f"{host.address}{SHEET}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("van tien minuten")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_visible()
    over.set()
