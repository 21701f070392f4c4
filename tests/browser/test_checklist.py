"""Checklists that remember: on a strict server and from a folder, by keyboard and on paper."""

from __future__ import annotations

import gzip
import json
import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from macros.model import Toolbox
from macros.model.meten import Checklist
from scripts.lab import axe
from scripts.lab.static_server import serve
from scripts.pipeline.security_headers import headers
from tests.conftest import ROOT

LIST, DATA = "checklists/goede-ambitie/", "gegevens/"
KEY = "gk.checklist.goede-ambitie"
Json = Any  # what was stored, read by its keys
Contexts = Callable[..., BrowserContext]


class Strict(SimpleHTTPRequestHandler):
    """Serves the site with the headers of a host that sends all of them."""

    def end_headers(self) -> None:
        for field in headers(ROOT).items():
            self.send_header(*field)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module", params=["http", pytest.param("file", marks=pytest.mark.long)])
def base(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site stands: on a server, or in a folder."""
    if request.param == "file":
        yield f"{site.as_uri()}/"
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def faults() -> list[str]:
    """What went wrong on any page, or was fetched from elsewhere."""
    return []


@pytest.fixture(scope="module")
def contexts(browser: Browser, base: str, faults: list[str]) -> Iterator[Contexts]:
    """Makes people with a device of their own."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        if base.startswith("http:"):  # from a folder a browser refuses our fonts, and says so
            context.on("weberror", lambda error: faults.append(str(error.error)))
            context.on(
                "console",
                lambda message: faults.append(message.text) if message.type == "error" else None,
            )
        context.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((base, "data:", "blob:"))
                else faults.append(request.url)
            ),
        )
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture(scope="module")
def window(contexts: Contexts) -> Page:
    """One window for all tests: opening one takes longer than most of them."""
    return contexts().new_page()


@pytest.fixture
def page(window: Page, base: str, faults: list[str]) -> Iterator[Page]:
    """The checklist, opened by somebody who was never here."""
    window.goto(at(base), wait_until="domcontentloaded")
    yield window
    window.emulate_media(media="null")
    window.evaluate("localStorage.clear()")
    for other in window.context.pages:
        if other != window:
            other.close()
    assert faults == []


def at(base: str, path: str = LIST) -> str:
    return base + path + ("index.html" if base.startswith("file:") else "")


def opened(context: BrowserContext, base: str, path: str = LIST, fragment: str = "") -> Page:
    page = context.new_page()
    page.goto(at(base, path) + fragment, wait_until="domcontentloaded")
    return page


def box(page: Page, id: str) -> Locator:
    return page.locator(f"[data-punt={id}] > label input")


def fill(page: Page, id: str, staat: str = "", wie: str = "", notitie: str = "") -> None:
    line = page.locator(f"[data-punt={id}]")
    line.locator("[aria-expanded]").click()
    line.get_by_label("Klopt dit?").select_option(staat)
    line.get_by_label("Wie").fill(wie)
    line.get_by_label("Notitie").fill(notitie)
    line.locator("[aria-expanded]").click()


def stored(page: Page, key: str = KEY) -> Json:
    return page.evaluate("key => JSON.parse(localStorage.getItem(key))", key)


def ticked(page: Page) -> list[str]:
    names = "[...document.querySelectorAll('[data-punt] > label :checked')].map((box) => box.name)"
    return list(page.evaluate(names))


def says(page: Page, text: str) -> None:
    expect(page.locator(".melding:not(:empty)")).to_have_text([text] if text else [])


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def empty(page: Page) -> None:
    """It asks first."""
    press(page, "Wis vinkjes")
    press(page, "Zeker weten? Wis alles")


def link(page: Page) -> str:
    press(page, "Deel met een link")
    return page.get_by_label("Link naar een kopie").input_value()


def test_three_ticks_are_counted_aloud_and_nothing_is_fetched(page: Page) -> None:
    fetched: list[str] = []
    page.wait_for_load_state("load")
    page.on("request", lambda request: fetched.append(request.url))
    for id in ("niet-alleen", "waarde-voor-elk", "navertellen"):
        box(page, id).check()
    expect(page.get_by_role("status").filter(has_text="3 van 10")).to_be_visible()
    assert page.get_by_role("progressbar", name="Afgevinkt").evaluate(
        "bar => [bar.value, bar.max]"
    ) == [3, 10]
    assert [url for url in fetched if not url.endswith("merk.svg")] == []  # the icon of the tab


def test_ticks_stay_after_reload_elsewhere_and_back_and_in_a_new_tab(page: Page, base: str) -> None:
    box(page, "navertellen").check()
    page.reload()
    expect(box(page, "navertellen")).to_be_checked()
    page.goto(at(base, DATA))
    page.go_back()
    expect(box(page, "navertellen")).to_be_checked()
    other = opened(page.context, base)
    expect(box(other, "navertellen")).to_be_checked()
    assert ticked(page) == ticked(other) == ["navertellen"]


def test_two_tabs_stay_in_step(page: Page, base: str) -> None:
    other = opened(page.context, base)
    box(page, "navertellen").check()
    expect(box(other, "navertellen")).to_be_checked()
    empty(other)
    expect(box(page, "navertellen")).not_to_be_checked()


def test_emptying_can_be_undone(page: Page) -> None:
    box(page, "navertellen").check()
    fill(page, "getal-of-datum", "nee", "Anna", "vraag het na")
    before = stored(page)
    press(page, "Wis vinkjes")
    says(page, "Druk nog eens om alles te wissen.")
    assert stored(page) == before
    box(page, "niet-alleen").check()  # another thing to do takes the question back
    box(page, "niet-alleen").uncheck()
    empty(page)
    assert (ticked(page), stored(page)) == ([], None)
    press(page, "Zet terug")
    assert (ticked(page), stored(page)) == (["navertellen"], before)
    expect(page.get_by_role("button", name="Wis vinkjes")).to_be_focused()
    expect(page.get_by_role("button", name="Zet terug")).to_be_hidden()


def test_what_was_emptied_can_be_put_back_later(page: Page) -> None:
    press(page, "Wis vinkjes")
    says(page, "De lijst is al leeg. Vink aan wat klaar is.")
    box(page, "navertellen").check()
    empty(page)
    says(page, "De lijst is weer leeg. Zet terug staat onder de lijst.")
    box(page, "niet-alleen").check()
    press(page, "Zet terug")
    assert ticked(page) == ["navertellen"]
    press(page, "Zet terug")  # and nothing that came later is lost
    assert ticked(page) == ["niet-alleen"]


def test_an_empty_list_gives_no_link(page: Page) -> None:
    fill(page, "navertellen", "", "Anna", "alleen een notitie")
    press(page, "Deel met een link")
    says(page, "Vink eerst iets aan.")
    expect(page.get_by_label("Link naar een kopie")).to_be_hidden()


def test_what_a_newer_version_wrote_stays(page: Page) -> None:
    newer = '{"opslag":2,"punten":[]}'
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, newer])
    page.reload()
    said = re.compile("van een nieuwere versie van deze site")
    expect(page.locator("[data-deel=fout]")).to_have_text(said)
    for _ in range(2):
        box(page, "navertellen").click()
        expect(page.locator("[data-deel=fout]")).to_have_text(said)
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == newer


def test_states_who_and_note_are_kept(page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    for id, staat in (
        ("niet-alleen", "ja"),
        ("waarde-voor-elk", "deels"),
        ("getal-of-datum", "nee"),
        ("navertellen", "nvt"),
    ):
        fill(page, id, staat, "Anna", hostile)
    expected = stored(page)
    assert expected["opslag"] == 1
    assert expected["punten"]["waarde-voor-elk"] == {
        "staat": "deels",
        "wie": "Anna",
        "notitie": hostile,
    }
    page.reload()
    assert ticked(page) == ["niet-alleen"]
    assert box(page, "waarde-voor-elk").evaluate("box => box.indeterminate")
    expect(page.locator("[data-punt=navertellen] .punt__extra")).to_have_text(
        f"n.v.t., Anna: {hostile}"
    )
    expect(page.locator("[data-deel=stand]")).to_have_text("1 van 9")
    box(page, "getal-of-datum").check()
    assert stored(page)["punten"]["getal-of-datum"] == expected["punten"]["getal-of-datum"] | {
        "staat": "ja"
    }


def test_a_link_opens_as_a_copy_and_stores_nothing_until_it_is_taken_over(
    page: Page, contexts: Contexts, base: str
) -> None:
    box(page, "niet-alleen").check()
    fill(page, "getal-of-datum", "deels", "Anna", "geheim")
    address = link(page)
    tail = "#vinkjes=goede-ambitie.niet-alleen.getal-of-datum~d"
    if base.startswith("file:"):  # that of the site, since nobody else can open this folder
        assert re.fullmatch(rf"https://[^/]+/{LIST}{re.escape(tail)}", address)
        address = at(base) + tail
    assert address == at(base) + tail
    reader = opened(
        contexts(), base, fragment=address.partition("#")[1] + address.partition("#")[2]
    )
    copy = reader.get_by_role("group", name="Kopie van een lijst")
    expect(copy).to_be_focused()
    expect(copy.get_by_role("listitem")).to_have_text(
        [
            "Geen van ons kan de ambitie alleen waarmaken. ja",
            "Er staat een getal of een datum in. deels",
        ]
    )
    assert (stored(reader), ticked(reader), reader.url) == (None, [], at(base))
    press(reader, "Toon mijn lijst")
    expect(copy).to_be_hidden()
    box(reader, "navertellen").check()
    reader.goto(address)  # the same page, so only the hash changes
    assert ticked(reader) == ["navertellen"]
    press(reader, "Neem over als mijn lijst")
    assert stored(reader)["punten"] == {
        "niet-alleen": {"staat": "ja"},
        "getal-of-datum": {"staat": "deels"},
    }
    press(reader, "Zet terug")
    assert ticked(reader) == ["navertellen"]


DAMAGED = {
    "": "Deze link is niet compleet. Vraag om een nieuwe.",
    "=goede-ambitie": "Deze link is niet compleet. Vraag om een nieuwe.",
    "=goede-ambitie.niet-alleen~q": "Deze link is niet compleet. Vraag om een nieuwe.",
    "=goede-ambitie.%3Cimg%3E.a": "Deze link is niet compleet. Vraag om een nieuwe.",
    "=goede-ambitie.__proto__": "Deze link is niet compleet. Vraag om een nieuwe.",
    "=goede-ambitie.bestaat-niet": "Deze link is niet compleet. Vraag om een nieuwe.",
    "=overdracht-klaar.echt-ontmoet": "Deze link hoort bij een andere checklist. Vraag om de link van deze lijst.",
}
MENDED = {
    "=goede-ambitie.oud-punt.niet-alleen": "Dit punt is vervallen: oud punt. Heb je het nog nodig? Schrijf het op.",
    "=goede-ambitie.niet-%0D%0Aalleen).": "",
}


def test_a_damaged_link_gets_one_sentence(page: Page) -> None:
    for number, (tail, sentence) in enumerate((DAMAGED | MENDED).items()):
        page.evaluate("tail => { location.hash = `#vinkjes${tail}`; }", tail)
        page.wait_for_function("() => !location.hash")
        says(page, sentence)
        expect(page.get_by_role("group", name="Kopie van een lijst")).to_be_visible(
            visible=number >= len(DAMAGED)
        )
    assert stored(page) is None


def changed(html: str) -> str:
    """The page after an editor reversed the list, added a point and removed one."""
    for pattern in (r"(?m)^<li data-punt=.*\n", r"(?m)^<tr><th scope=.row.*\n"):
        lines = [line for line in re.findall(pattern, html) if "getal of een datum" not in line][
            ::-1
        ]
        new = (
            lines[0]
            .replace("navertellen", "nieuw-punt")
            .replace("Een collega", "Nieuw: een collega")
        )
        start = html.index(lines[-1])
        html = re.sub(pattern, "", html)
        html = html[:start] + "".join([*lines[:4], new, *lines[4:]]) + html[start:]
    return html


@pytest.fixture
def later(page: Page, site: Path) -> Iterator[str]:
    """The same list on the same site, after that change."""
    text = changed((site / LIST / "index.html").read_text("utf-8"))
    pattern = "**/checklists/later/**"
    page.route(pattern, lambda route: route.fulfill(body=text, content_type="text/html"))
    yield "checklists/later/"
    page.unroute(pattern)


def test_ticks_belong_to_points_whatever_their_order(page: Page, base: str, later: str) -> None:
    box(page, "niet-alleen").check()
    box(page, "navertellen").check()
    fill(page, "halen-en-brengen", "deels", "Anna", "volgt")
    fill(page, "getal-of-datum", "nee", "Karel", "zoekt het uit")
    kept = {id: punt for id, punt in stored(page)["punten"].items() if id != "getal-of-datum"}

    page.goto(at(base, later))
    assert ticked(page) == ["navertellen", "niet-alleen"]
    expect(page.locator("[data-deel=stand]")).to_have_text("2 van 10")
    expect(page.locator("[data-punt=halen-en-brengen] .punt__extra")).to_have_text(
        "deels, Anna: volgt"
    )
    says(
        page,
        "Dit punt is vervallen: getal of datum, Karel: zoekt het uit. Heb je het nog nodig? Schrijf het op.",
    )
    assert stored(page)["punten"] == kept
    assert sheet(page)["Ze noemt wat we niet doen."] == [""] * 5
    brought = sheet(page)["Er staat wat ieder haalt en brengt."]
    assert brought == ["volgt", "", "X", "", "Anna", ""]
    page.reload()
    says(page, "")


def sheet(page: Page) -> dict[str, list[str]]:
    """What stands in the rows of the sheet for paper: a note, the boxes, who and when."""
    rows = """[...document.querySelectorAll('.blad tbody tr')].map((row) =>
      [row.querySelector('th').firstChild.textContent.trim(),
       [...row.querySelectorAll('.notitie, td')].map((box) => box.textContent)])"""
    return dict(page.evaluate(rows))


def paper(page: Page, folder: Path) -> tuple[int, str]:
    """How many pages come out of the printer, and the words on them."""
    page.pdf(path=folder / "lijst.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(folder / "lijst.pdf")
    text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    count = len(document)
    document.close()
    return count, " ".join(text.split())


def test_paper_shows_what_is_ticked_and_no_buttons(page: Page, tmp_path: Path) -> None:
    box(page, "niet-alleen").check()
    fill(page, "navertellen", "nee", "Anna", "leest haar voor")
    count, text = paper(page, tmp_path)
    assert count == 1
    assert "alleen waarmaken. X" in text
    assert "kan haar navertellen. leest haar voor X Anna" in text
    assert "Ze noemt wat we niet doen. Er staat wat" in text
    assert not re.search("Wis vinkjes|meer|2 van", text)
    page.evaluate(
        "window.print = () => { window.geprint = "
        "document.querySelector('.blad tbody').textContent; }"
    )
    press(page, "Print leeg")
    assert "X" not in page.evaluate("geprint")
    page.evaluate(
        "dispatchEvent(new Event('afterprint'))"
    )  # a phone says so while it is still drawing
    assert sheet(page)["Geen van ons kan de ambitie alleen waarmaken."] == [""] * 5
    page.keyboard.press("Control")
    assert sheet(page)["Geen van ons kan de ambitie alleen waarmaken."] == ["X", "", "", "", ""]
    press(page, "Print ingevuld")
    assert "X" in page.evaluate("geprint")


def test_an_empty_list_has_one_button_to_print(page: Page) -> None:
    """Filled or empty is a choice once something is filled in."""
    buttons = page.get_by_role("button", name=re.compile("^Print"))
    expect(buttons).to_have_text(["Print de checklist"])
    box(page, "niet-alleen").check()
    expect(buttons).to_have_text(["Print de checklist", "Print ingevuld", "Print leeg"])
    colours = buttons.evaluate_all("all => all.map((one) => getComputedStyle(one).backgroundColor)")
    assert colours[0] == colours[1] != colours[2]  # what most want, as on a filled sheet
    box(page, "niet-alleen").uncheck()
    expect(buttons).to_have_count(1)


def test_the_longest_notes_still_fit_on_one_a4(page: Page, real: Toolbox, base: str) -> None:
    lists = [
        record for record in real.records["checklists"].values() if isinstance(record, Checklist)
    ]
    most = max(
        lists,
        key=lambda record: len(
            " ".join(punt.tekst + (punt.uitleg or "") for punt in record.punten)
        ),
    )
    note = "We vragen de opdrachtgever vóór vrijdag om een nieuwe planning en komen terug."
    value = {
        "opslag": 1,
        "punten": {
            punt.id: {"staat": "deels", "wie": "Willemijn van den Berg-Janssen", "notitie": note}
            for punt in most.punten
        },
    }
    page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)",
        [f"gk.checklist.{most.id}", json.dumps(value)],
    )
    page.goto(at(base, f"checklists/{most.id}/"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # makes what is too full smaller
    page.emulate_media(media="print")
    bottom = "name => document.querySelector(name).getBoundingClientRect().bottom"
    assert note in page.locator(".blad tbody").inner_text()
    assert page.evaluate(bottom, ".blad__voet") < page.evaluate(bottom, ".blad")


def test_a_file_brings_everything_to_another_device(
    page: Page, contexts: Contexts, base: str, tmp_path: Path
) -> None:
    box(page, "niet-alleen").check()
    fill(page, "navertellen", "nvt", "Anna", 'volgt; "later" <b>')
    with page.expect_download() as download:
        press(page, "Bewaar als bestand")
    download.value.save_as(tmp_path / "lijst.json")
    assert download.value.suggested_filename == "goede-ambitie.json"
    other = opened(contexts(), base)
    opens(other, tmp_path / "lijst.json")
    assert stored(other) is None
    press(other, "Neem over als mijn lijst")
    assert stored(other) == stored(page)
    key = "checklist.goede-ambitie"
    partly = {"navertellen": {"staat": "ja"}, "niet-alleen": {"staat": "misschien"}}
    for text, answer in (
        ("geen json", "Dit is geen bestand van deze site. Kies een bestand dat je hier bewaarde."),
        ('{"soort":"gk-gegevens","versie":2,"gegevens":{}}', LATER),
        (_file({key: {"opslag": 2, "punten": {}}}), LATER),
        (
            _file({key: {"opslag": 1, "punten": partly}}),
            "Niet te lezen in ander.json: 1 van de 2. Dat staat er niet bij. "
            "Vraag om een nieuw bestand.",
        ),
    ):
        (tmp_path / "ander.json").write_text(text)
        opens(other, tmp_path / "ander.json")
        says(other, answer)
    (tmp_path / "ander.json").write_text(
        '{"soort":"gk-gegevens","versie":1,"gegevens":{"__proto__":{"a":1},"checklist.goede-ambitie":{"punten":[3]}}}'
    )
    opens(other, tmp_path / "ander.json")
    says(
        other,
        "In dit bestand staat niets voor deze lijst. Kies een bestand dat je bij deze lijst bewaarde.",
    )
    assert stored(other) == stored(page)


LATER = (
    "ander.json komt uit een nieuwere versie van deze site. "
    "Laad de pagina opnieuw en open het bestand nog eens."
)


def _file(gegevens: dict[str, object]) -> str:
    return json.dumps({"soort": "gk-gegevens", "versie": 1, "gegevens": gegevens})


def opens(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        press(page, "Open een bestand")
    chooser.value.set_files(path)


def test_a_damaged_value_is_ignored(page: Page) -> None:
    box(page, "navertellen").check()
    damaged = [
        "kapot",
        "3",
        "[]",
        '{"opslag":0,"punten":{}}',
        '{"opslag":1,"punten":"x"}',
        '{"opslag":1,"punten":{"navertellen":5}}',
    ]
    for value in damaged:
        page.evaluate(
            "([key, value]) => { localStorage[key] = value;"
            " dispatchEvent(new StorageEvent('storage', { key })); }",
            [KEY, value],
        )
        assert ticked(page) == []
        box(page, "navertellen").check()
        assert stored(page)["punten"] == {"navertellen": {"staat": "ja"}}


def test_with_storage_blocked_the_list_still_works(browser: Browser, base: str) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page = opened(context, base)
    box(page, "navertellen").check()
    expect(page.locator("[data-deel=stand]")).to_have_text("1 van 10")
    says(
        page,
        "Deze browser bewaart niets. Je kunt gewoon verder, maar na het sluiten is alles weg. Bewaar of print het op tijd.",
    )
    empty(page)
    press(page, "Zet terug")
    assert ticked(page) == ["navertellen"]
    page.goto(at(base, DATA))
    expect(page.get_by_text("Op dit apparaat staat nu niets.")).to_be_visible()
    context.close()


def test_without_scripts_the_list_is_a_list_and_prints_empty_boxes(
    contexts: Contexts, base: str, faults: list[str], tmp_path: Path
) -> None:
    page = opened(contexts(java_script_enabled=False), base)
    expect(page.get_by_role("checkbox")).to_have_count(10)
    box(page, "navertellen").check()
    expect(page.locator("gk-checklist").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("progressbar")).to_have_count(0)
    count, text = paper(page, tmp_path)
    assert count == 1
    assert "alleen waarmaken. De ambitie betekent" in text
    page.goto(at(base, DATA))
    expect(page.get_by_text("Zonder JavaScript onthoudt deze site niets.")).to_be_visible()
    assert faults == []


def test_everything_by_keyboard(page: Page) -> None:
    no = page.get_by_role("button", name="nee: Geen van ons kan de ambitie alleen waarmaken.")
    expect(no).to_be_visible()  # with its script
    box(page, "niet-alleen").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(no).to_be_focused()
    for pressed in ("true", "false"):
        page.keyboard.press("Enter")
        expect(no).to_have_attribute("aria-pressed", pressed)
        to_agenda = page.get_by_role("button", name="Zet elke nee op de verbeteragenda")
        expect(to_agenda).to_be_visible(visible=pressed == "true")
    page.keyboard.press("Tab")
    more = page.get_by_role("button", name="meer: Geen van ons kan de ambitie alleen waarmaken.")
    expect(more).to_be_focused()
    expect(more).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(
        page.get_by_role("group", name="Geen van ons kan de ambitie alleen waarmaken.")
    ).to_be_visible()
    for key in (
        "Tab",
        "d",
        "Tab",
        "A",
        "b",
        "Tab",
        "n",
    ):  # typing 'd' in the choice picks 'deels'; single keys of the theme stay off
        page.keyboard.press(key)
    assert stored(page)["punten"] == {
        "niet-alleen": {"staat": "deels", "wie": "Ab", "notitie": "n"}
    }
    page.get_by_role("button", name="Wis vinkjes").press("Enter")
    page.get_by_role("button", name="Zeker weten? Wis alles").press("Enter")
    page.get_by_role("button", name="Zet terug").press("Enter")
    assert stored(page)["punten"] == {
        "niet-alleen": {"staat": "deels", "wie": "Ab", "notitie": "n"}
    }


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_axe_finds_nothing_in_a_filled_list(browser: Browser, address: str, palette: str) -> None:
    context = browser.new_context(color_scheme=palette, viewport={"width": 320, "height": 700})  # type: ignore[arg-type]
    page = opened(context, address)
    box(page, "niet-alleen").check()
    fill(page, "navertellen", "nvt", "Anna", "volgt")
    page.locator("[data-punt=navertellen]").locator("[aria-expanded]").click()
    link(page)
    page.evaluate("location.hash = '#vinkjes=goede-ambitie.niet-alleen'")
    empty(page)
    box(page, "niet-alleen").check()
    press(page, "Wis vinkjes")
    expect(page.get_by_role("group", name="Kopie van een lijst")).to_be_visible()
    assert sound(page)
    page.goto(at(address, DATA))
    press(page, "Wis alles")
    assert sound(page)
    context.close()


def sound(page: Page) -> bool:
    assert axe.check_page(page) == []
    return not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_my_data_in_words_out_in_and_away(
    page: Page, contexts: Contexts, base: str, tmp_path: Path
) -> None:
    box(page, "niet-alleen").check()
    page.evaluate("localStorage.setItem('gk.scan.reflectiescan', '{\"opslag\":1,\"mijn\":[3]}')")
    page.evaluate("localStorage.setItem('gk.verbeteragenda', '{\"opslag\":1}')")
    page.evaluate(
        "localStorage.setItem('gk.oud', '{\"opslag\":1}'); localStorage.setItem('ander', '1')"
    )
    page.goto(at(base, DATA))
    everything = [
        "Checklist: Is dit een goede ambitie?",
        "Meting: Reflectiescan",
        "Verbeteragenda",
        "Van een andere versie van deze site: oud",
    ]
    expect(page.locator("[data-deel=lijst] li:visible")).to_have_text(
        [re.compile(f"^{re.escape(name[:24])}") for name in everything]
    )
    with page.expect_download() as download:
        press(page, "Bewaar alles als bestand")
    download.value.save_as(tmp_path / "alles.json")

    other = opened(contexts(), base)
    box(other, "navertellen").check()
    other.goto(at(base, DATA))
    opens(other, tmp_path / "alles.json")
    says(other, "Erbij gezet: 3. Had je al en bleef staan: 1.")
    expect(other.locator("[data-deel=lijst] li:visible")).to_have_count(4)
    assert list(stored(other)["punten"]) == ["navertellen"]
    for key in ("gk.scan.reflectiescan", "gk.verbeteragenda", "gk.oud"):
        assert stored(other, key) == stored(page, key)

    press(page, "Wis alles")
    press(page, "Nee, laat staan")
    assert stored(page) is not None
    press(page, "Wis alles")
    press(page, "Ja, wis alles")
    expect(page.get_by_text("Op dit apparaat staat nu niets.")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('gk.'))") == []
    assert page.evaluate("localStorage.ander") == "1"


def test_what_is_served_stays_small(site: Path) -> None:
    def size(*names: str) -> int:
        return sum(
            len(gzip.compress(path.read_bytes(), 9))
            for name in names
            for path in (site / "assets").glob(name)
        )

    assert 0 < size("js/checklist.*.js") <= 9000  # with sheet-fit.js
    assert 0 < size("js/gegevens.*.js") <= 3500
    assert size("css/afvinken.css") <= 1050


def test_the_tabs_of_a_second_kist_on_one_host_agree(
    tmp_path: Path, site: Path, browser: Browser
) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).symlink_to(site)
    context = browser.new_context()
    with serve(tmp_path) as address:
        context.new_page().goto(f"{address}een/{LIST}")  # the first kist takes the short names
        first, other = (opened(context, f"{address}twee/") for _ in range(2))
        box(first, "navertellen").check()
        expect(box(other, "navertellen")).to_be_checked()
    context.close()
