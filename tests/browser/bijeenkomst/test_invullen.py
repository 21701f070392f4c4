"""Typing in the boxes of a sheet: kept per sheet and per kist, on paper, in a file and as text."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from scripts.lab import axe
from tests.browser.held import Held
from tests.helpers.invullen import paper_text
from tests.helpers.meting import BLOCKED, done, person, upload

SHEET, NAME = "belangenkaart", "Belangenkaart in drie lagen"
KEY = f"gk.invullen.{SHEET}"
SCORES = "vertrouwensreservoir"
KIST = "kist-12345678"
KISTEN: dict[str, Any] = {
    "opslag": 1,
    "nu": KIST,
    "kisten": [
        {"sleutel": KIST, "naam": "Startbijeenkomst", "blokken": [{"blad": SHEET}]},
        {"sleutel": "kist-zonder-blad", "naam": "Anders", "blokken": []},
    ],
}
# What else is painted late has been painted.
PAINTED = """() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done)))"""
SHIFTS = """(since) => new Promise((done) => {
  const seen = [];
  new PerformanceObserver((list) => seen.push(...list.getEntries()))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(seen.filter(({ startTime }) => startTime > since)
    .reduce((sum, { value }) => sum + value, 0)), 600);
})"""
FULL = "() => { Storage.prototype.setItem = () => { throw Error(); }; }"


@pytest.fixture(params=["http", pytest.param("file", marks=pytest.mark.long)])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """Where the site stands: on a server, or in a folder."""
    if request.param == "file":
        return f"{site.as_uri()}/"
    address: str = request.getfixturevalue("address")
    return address


def at(base: str, id: str = SHEET) -> str:
    return f"{base}instrumenten/{id}/" + ("index.html" if base.startswith("file:") else "")


def data(base: str) -> str:
    return f"{base}gegevens/" + ("index.html" if base.startswith("file:") else "")


def stored(page: Page, key: str = KEY) -> Any:
    """What was typed, without the moment."""
    value = page.evaluate("key => JSON.parse(localStorage.getItem(key))", key)
    return value and {name: one for name, one in value.items() if name != "op"}


def keep(page: Page, key: str, value: object) -> None:
    """Have this stored before the page is opened again."""
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])
    page.reload()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def box(page: Page, label: str) -> Locator:
    field = page.locator("textarea, select, input")
    return page.locator("gk-invullen").get_by_label(label).and_(field)


def cell(page: Page, row: str, column: str) -> Locator:
    return page.get_by_role("group", name=row, exact=True).get_by_label(column)


def on_sheet(page: Page, *texts: str) -> None:
    """The sheet has exactly these texts, once the typing is over."""
    places = page.locator(".blad >> nth=0").locator(".blad__tekst")
    expect(places).to_have_text(list(texts))


def says(page: Page, text: str) -> None:
    news = page.locator("gk-invullen .melding:not(:empty)")
    expect(news).to_have_text([text])
    expect(news).to_be_visible()


@pytest.fixture
def phone_context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone, which is the same one for all its windows."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, locale="nl-NL"
    )
    yield context
    context.close()


def test_a_sheet_is_filled_in_on_a_phone_from_first_word_to_another_device(
    browser: Browser, phone_context: BrowserContext, base: str, tmp_path: Path
) -> None:
    page = phone_context.new_page()
    page.goto(at(base))
    page.locator(".acties__meer > summary").click()
    page.get_by_role("link", name="Vul in op het scherm").click()
    page.locator(".blad [data-veld]").filter(has_text="W: hier wringt het").click()
    expect(box(page, "W: hier wringt het")).to_be_focused()
    box(page, "Project").fill("Brug aan zee")
    box(page, "Datum").fill("2026-12-01")
    box(page, "W: hier wringt het").fill("Geld en tijd")
    cell(page, "Rij 1", "Partij").fill("School")
    cell(page, "Rij 1", "Organisatie").fill("Rust in juni")
    press(page, "Rij erbij")
    cell(page, "Rij 4", "Partij").fill("Buren")
    texts = ("Brug aan zee", "1-12-2026", "School", "Rust in juni", "Buren", "Geld en tijd")
    on_sheet(page, *texts)
    expect(page.locator("[data-deel=past]")).to_have_text("Alles past op het blad: één A4.")
    page.reload()
    expect(box(page, "W: hier wringt het")).to_have_value("Geld en tijd")
    expect(cell(page, "Rij 4", "Partij")).to_have_value("Buren")
    on_sheet(page, *texts)

    other = phone_context.new_page()
    other.goto(at(base))
    cell(other, "Rij 1", "Ikzelf").fill("Zomer vrij")
    expect(cell(page, "Rij 1", "Ikzelf")).to_have_value("Zomer vrij")
    other.close()

    page.emulate_media(media="null")
    page.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)
    printed = paper_text(tmp_path / "blad.pdf")
    for text in (
        "Brug aan zee",
        "1-12-2026",
        "Geld en tijd",
        "Rust in juni",
        "Zomer vrij",
        "Buren",
    ):
        assert text in printed

    before = stored(page)
    press(page, "Maak leeg")
    expect(box(page, "Project")).to_have_value("")
    assert stored(page) is None
    on_sheet(page)
    press(page, "Zet terug")
    assert stored(page) == before
    with page.expect_download() as saved:
        press(page, "Bewaar als bestand")
    file = Path(saved.value.path()).read_bytes()

    page.goto(data(base))
    expect(page.locator("[data-deel=lijst] li:visible")).to_have_text([f"Instrument: {NAME}"])

    opens_beside_what_is_there(browser, base, file, before)


def opens_beside_what_is_there(browser: Browser, base: str, file: bytes, before: Any) -> None:
    """On another device the file is a copy, until its owner takes it over."""
    another = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    another.goto(at(base))
    box(another, "Project").fill("Het mijne")
    upload(another, blad=file)
    copy = another.get_by_role("group", name="Kopie van een ingevuld blad")
    expect(copy).to_be_focused()
    expect(copy).to_contain_text("Rust in juni")
    press(another, "Laat mijn blad zoals het is")
    expect(box(another, "Project")).to_have_value("Het mijne")
    upload(another, blad=file)
    press(another, "Neem over op mijn blad")
    expect(box(another, "Project")).to_have_value("Brug aan zee")
    assert stored(another) == before
    press(another, "Zet terug")
    expect(box(another, "Project")).to_have_value("Het mijne")
    another.goto(at(base, SCORES))
    upload(another, blad=file)
    says(
        another,
        "In blad.json staat niets voor dit blad. Open het bij zijn eigen blad.",
    )
    another.context.close()


def test_each_kist_has_a_sheet_of_its_own(browser: Browser, address: str) -> None:
    page = person(browser, at(address))
    box(page, "W: hier wringt het").fill("Los")
    keep(page, "gk.kisten", KISTEN)
    choice = page.get_by_label("Hoort bij de kist")
    expect(choice.locator(":checked")).to_have_text("Startbijeenkomst")
    expect(choice.locator("option")).to_have_text(
        ["geen: dit blad staat los, al ingevuld", "Startbijeenkomst"]
    )
    expect(box(page, "W: hier wringt het")).to_have_value("")
    box(page, "W: hier wringt het").fill("Van de start")
    choice.select_option("")
    expect(box(page, "W: hier wringt het")).to_have_value("Los")
    on_sheet(page, "Los")
    assert stored(page, f"{KEY}.{KIST}")["velden"] == {"waar-wringt-het": "Van de start"}
    page.goto(f"{address}gegevens/")
    lines = page.locator("[data-deel=lijst] li:visible")
    expect(lines.filter(has_text=NAME)).to_have_text(
        [f"Instrument: {NAME}", f"Instrument: {NAME}, bij de kist Startbijeenkomst"]
    )
    done(page)


def test_what_was_typed_loose_can_go_to_a_kist(browser: Browser, address: str) -> None:
    page = person(browser, at(address))
    field = box(page, "W: hier wringt het")
    field.fill("Geld")
    offer = page.get_by_role("button", name="Neem over wat je op het losse blad invulde")
    keep(page, "gk.kisten", KISTEN)
    expect(page.get_by_label("Hoort bij de kist")).to_have_value(KIST)
    expect(field).to_have_value("")
    offer.click()
    expect(field).to_have_value("Geld")
    expect(offer).to_be_hidden()
    assert stored(page) == stored(page, f"{KEY}.{KIST}")
    press(page, "Zet terug")
    expect(field).to_have_value("")
    expect(offer).to_be_visible()
    assert stored(page)["velden"]
    done(page)


def test_project_and_day_of_the_kist_stand_on_the_sheet(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """As a proposal: what is typed goes first, and nothing of it is stored."""
    page = person(browser, at(address))
    known = copy.deepcopy(KISTEN)
    known["kisten"][0] |= {"project": "Brug aan zee", "dag": "2026-12-01"}
    keep(page, "gk.kisten", known)
    on_sheet(page, "Brug aan zee", "1-12-2026")
    hint = "Uit je kist: "
    project = page.locator("gk-invullen label").filter(has_text="Project")
    expect(project.locator("small")).to_have_text(f"{hint}Brug aan zee")
    expect(page.locator("gk-invullen small").nth(1)).to_have_text(f"{hint}1-12-2026")
    assert stored(page, f"{KEY}.{KIST}") is None
    page.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)
    assert "Project Brug aan zee Datum 1-12-2026" in paper_text(tmp_path / "blad.pdf")
    expect(page.locator("[data-deel=past]")).to_be_empty()
    box(page, "Project").fill("Het dorp")
    on_sheet(page, "Het dorp", "1-12-2026")
    assert stored(page, f"{KEY}.{KIST}")["velden"] == {"blad.project": "Het dorp"}

    other = page.context.new_page()
    other.goto(at(address))
    known["kisten"][0]["dag"] = "2026-12-08"
    keep(other, "gk.kisten", known)
    on_sheet(page, "Het dorp", "8-12-2026")
    other.close()
    box(page, "Project").fill("")
    on_sheet(page, "Brug aan zee", "8-12-2026")
    page.get_by_label("Hoort bij de kist").select_option("")
    on_sheet(page)
    expect(page.locator("gk-invullen label small", has_text=hint)).to_have_count(0)
    done(page)


def test_to_empty_a_sheet_moves_nothing(browser: Browser, address: str) -> None:
    page = person(browser, at(address), 1366)
    for field in page.locator("gk-invullen textarea:visible").all():
        field.fill("Een lange tekst over wat er speelt, en wie wat doet. " * 8)
    on = page.locator("[data-deel=past]")
    expect(on).to_contain_text("Niet alles")
    button = page.get_by_role("button", name="Maak leeg", exact=True)
    button.evaluate("(node) => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    where = "(node) => node.getBoundingClientRect().top"
    before = button.evaluate(where)
    button.click()
    undo = page.get_by_role("button", name="Zet terug", exact=True)
    expect(undo).to_be_focused()
    expect(undo).to_be_in_viewport(ratio=1)
    says(page, "Het blad is weer leeg.")
    expect(page.locator("gk-invullen .melding:not(:empty)")).to_be_in_viewport()
    page.evaluate(PAINTED)
    assert button.evaluate(where) == pytest.approx(before, abs=2)
    undo.press("Enter")
    expect(button).to_be_focused()
    page.evaluate(PAINTED)
    assert button.evaluate(where) == pytest.approx(before, abs=2)
    done(page)


def test_the_address_of_a_sheet_breaks_behind_a_slash(browser: Browser, address: str) -> None:
    page = person(browser, at(address, "belofte-commitment-doen"), 320)
    lines = """(address) => [...address.childNodes].filter(({ data }) => data).map((node) => {
      const range = document.createRange();
      range.selectNode(node);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    })"""
    [*address_lines, _] = page.locator(".blad__colofon").first.evaluate(lines)
    assert address_lines == [1, 1, 1]
    done(page)


def test_what_cannot_be_stored_stays_on_the_screen(browser: Browser, address: str) -> None:
    page = person(browser, at(address))
    keep(page, "gk.kisten", KISTEN)
    page.evaluate(FULL)
    box(page, "Project").fill("Alleen hier")
    expect(page.locator("#fout")).to_contain_text("Deze browser bewaart niets.")
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: null }))")
    page.get_by_label("Hoort bij de kist").select_option("")
    expect(page.locator("#fout")).to_contain_text("Bewaar die eerst als bestand.")
    expect(box(page, "Project")).to_have_value("Alleen hier")
    on_sheet(page, "Alleen hier")
    page.context.add_init_script(BLOCKED)
    page.reload()
    box(page, "Project").fill("Zonder geheugen")
    expect(page.locator(".blad__tekst").first).to_have_text("Zonder geheugen")
    done(page)


def test_a_newer_or_damaged_store_is_left_alone(browser: Browser, address: str) -> None:
    page = person(browser, at(address))
    newer = {"opslag": 2, "velden": {"overlap": "Van later"}}
    keep(page, KEY, newer)
    expect(page.locator("#fout")).to_contain_text("nieuwere versie")
    box(page, "Project").fill("Nu")
    assert stored(page) == newer
    for damaged in ({"opslag": 1, "velden": 3, "rijen": {"a": 1}}, [1], "tekst", None):
        keep(page, KEY, damaged)
        expect(box(page, "Project")).to_have_value("")
    box(page, "Project").fill("Weer heel")
    assert stored(page)["velden"] == {"blad.project": "Weer heel"}
    done(page)


def test_what_has_no_box_any_more_is_not_lost(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = person(browser, at(address, SCORES))
    velden = {"oude-vraag": "Oud", "woord-houden": "7, want", "blad.datum": "Elke maandag"}
    value = {
        "opslag": 1,
        "velden": velden,
        "rijen": [{"kop": "Rij van toen", "cellen": {"K": "C"}}],
    }
    keep(page, f"gk.invullen.{SCORES}", value)
    lost = page.locator("[data-deel=ook]")
    expect(lost.locator("dt")).to_have_text(["oude vraag", "Rij van toen, K"])
    expect(lost.locator("dd")).to_have_text(["Oud", "C"])
    # A figure or a day that is none stands in a field for any text.
    expect(box(page, "Houden zij hun woord?")).to_have_value("7, want")
    expect(box(page, "Datum")).to_have_value("Elke maandag")
    box(page, "Project").fill("Erbij")
    kept = stored(page, f"gk.invullen.{SCORES}")
    assert kept["rijen"] == value["rijen"]
    assert kept["velden"] == {**velden, "blad.project": "Erbij"}
    page.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)
    printed = paper_text(tmp_path / "blad.pdf")
    assert "oude vraag" in printed
    assert "Rij van toen" in printed
    done(page)


def test_text_of_a_column_that_is_gone_is_printed(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = person(browser, at(address))
    cells = {"Oude kolom": "Nog van waarde", "Zelf": "Rust"}
    keep(page, KEY, {"opslag": 1, "velden": {}, "rijen": [{"kop": "School", "cellen": cells}]})
    expect(page.locator("[data-deel=past]")).to_contain_text("Niet alles past op het blad")
    page.pdf(path=tmp_path / "blad.pdf", prefer_css_page_size=True)
    assert "Nog van waarde" in paper_text(tmp_path / "blad.pdf")
    done(page)


def test_a_press_on_the_sheet_leads_to_the_field_of_that_place(
    browser: Browser, address: str
) -> None:
    page = person(browser, at(address))
    table = page.locator(".blad [data-rij]")
    expect(page.locator("gk-invullen")).to_be_visible()
    table.nth(1).locator("td").nth(2).click()
    expect(cell(page, "Rij 2", "Organisatie")).to_be_focused()
    table.nth(2).locator("td").first.click()
    expect(cell(page, "Rij 3", "Partij")).to_be_focused()
    page.locator('.blad [data-veld="overlap"]').first.click()
    expect(page.locator('gk-invullen [data-veld="overlap"]')).to_be_focused()
    done(page)


def test_what_every_row_is_about_can_be_typed(browser: Browser, address: str) -> None:
    """Also where a row has nothing but a number on paper."""
    page = person(browser, at(address, "eerlijke-maatstaf"))
    cell(page, "Rij 2", "Maatstaf").fill("Prijs")
    cell(page, "Samen", "Optie A").fill("12")
    rows = page.locator(".blad >> nth=0").locator("[data-rij]")
    expect(rows.nth(1).locator("td").first).to_have_text("Prijs")
    expect(rows.nth(3).locator("td").nth(1)).to_have_text("12")
    page.reload()
    expect(cell(page, "Rij 2", "Maatstaf")).to_have_value("Prijs")
    expect(cell(page, "Samen", "Optie A")).to_have_value("12")
    done(page)


def test_another_kist_has_its_own_kind_of_field(browser: Browser, address: str) -> None:
    """A day that was typed in words stands in a free field; the next kist has one for a day."""
    page = person(browser, at(address))
    keep(page, "gk.kisten", KISTEN)
    keep(page, f"{KEY}.{KIST}", {"opslag": 1, "velden": {"blad.datum": "Elke maandag"}})
    expect(box(page, "Datum")).to_have_value("Elke maandag")
    page.get_by_label("Hoort bij de kist").select_option("")
    expect(box(page, "Datum")).to_have_attribute("type", "date")
    own = page.get_by_role("button", name="Typ het zelf: Datum")
    box(page, "Datum").fill("2026-12-01")
    own.click()
    expect(box(page, "Datum")).to_have_value("2026-12-01")  # what was filled in is not lost
    done(page)


def test_a_score_is_chosen_and_can_be_typed(browser: Browser, address: str) -> None:
    page = person(browser, at(address, SCORES))
    score = box(page, "Houden zij hun woord?")
    score.select_option("5: altijd")
    expect(page.locator(".blad__tekst")).to_have_text("5")
    page.get_by_role("button", name="Typ het zelf: Houden zij hun woord?").click()
    expect(score).to_be_focused()
    score.fill("Weet ik nog niet")
    page.reload()
    expect(score).to_have_value("Weet ik nog niet")
    done(page)


class Pasted(HTMLParser):
    """The headings and the rows of what Word or mail gets."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.rows: list[list[str]] = []
        self.in_cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        if self.in_cell:
            self.rows[-1][-1] += data


def test_a_filled_sheet_is_pasted_with_headings_and_a_table(browser: Browser, address: str) -> None:
    page = person(browser, at(address), permissions=["clipboard-read", "clipboard-write"])
    press(page, "Kopieer als tekst")
    says(page, "Er staat nog niets op dit blad. Vul eerst een vak in.")
    box(page, "W: hier wringt het").fill("<b>Geld</b>\nen tijd")
    cell(page, "Rij 2", "Partij").fill("School")
    cell(page, "Rij 2", "Ikzelf").fill("Rust")
    press(page, "Kopieer als tekst")
    says(page, "Gekopieerd. Plak het in Word of in een mail.")
    read = """async (type) => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType(type)).text();
    }"""
    pasted = Pasted(page.evaluate(read, "text/html"))
    assert [tag for tag in pasted.tags if tag in ("h1", "h2", "table", "b")] == [
        "h1",
        "table",
        "h2",
    ]
    assert pasted.rows == [
        ["Partij", "Klant of samenleving", "Organisatie", "Ikzelf"],
        ["School", "", "", "Rust"],
    ]
    assert page.evaluate(read, "text/plain").splitlines() == [
        NAME,
        "",
        "Partij\tKlant of samenleving\tOrganisatie\tIkzelf",
        "School\t\t\tRust",
        "",
        "W: hier wringt het",
        "<b>Geld</b>",
        "en tijd",
    ]
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    press(page, "Kopieer als tekst")
    says(page, "Kopieer de tekst uit het vak.")
    assert "School\t\t\tRust" in page.get_by_label("Kopieer deze tekst").input_value()
    done(page)


def test_typed_markup_stays_text(browser: Browser, address: str) -> None:
    page = person(browser, at(address))
    text = '<img src=x onerror="document.title = 1"> \u202eomgekeerd {{ 7 }}'
    box(page, "Project").fill(text)
    cell(page, "Rij 1", "Partij").fill(text * 20)
    expect(page.locator(".blad--vervolg")).to_contain_text("onerror")
    assert page.locator(".blad__tekst img, .blad--vervolg img, [data-deel=past] img").count() == 0
    done(page)


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_in_view_moves_when_the_script_comes(
    browser: Browser, address: str, width: int
) -> None:
    page = person(browser, at(address), width)
    box(page, "W: hier wringt het").fill("Geld en tijd. ")
    script = Held(page, "**/invullen.*.js")
    page.reload(wait_until="commit")
    page.wait_for_selector(".blad__voet")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.evaluate(PAINTED)
    since = page.evaluate("performance.now()")
    script.let_go()
    page.wait_for_selector(".blad__tekst")
    assert page.evaluate(SHIFTS, since) < 0.001
    done(page)


def test_without_a_script_the_sheet_is_as_it_was(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(at(address))
    expect(page.get_by_text("Vul in op het scherm")).to_have_count(2)
    for hidden in page.get_by_text("Vul in op het scherm").all():
        expect(hidden).to_be_hidden()
    assert page.locator("textarea:visible, select:visible").count() == 0
    page.close()


@pytest.mark.parametrize(
    ("width", "palette", "forced"),
    [
        (320, "dark", "none"),
        pytest.param(1280, "light", "none", marks=pytest.mark.long),
        pytest.param(320, "light", "active", marks=pytest.mark.long),
    ],
)
def test_every_state_is_accessible(
    browser: Browser, address: str, width: int, palette: str, forced: str
) -> None:
    page = person(browser, at(address), width, color_scheme=palette, forced_colors=forced)
    keep(page, "gk.kisten", KISTEN)
    found = {"leeg": axe.check_page(page)}
    for field in page.locator("gk-invullen textarea:visible").all():
        field.fill("Een lange tekst over wat er speelt, en wie wat doet. " * 4)
    press(page, "Rij erbij")
    expect(page.locator("[data-deel=past]")).to_contain_text("Niet alles past")
    page.evaluate("document.querySelector('gk-invullen').velden['oude-vraag'] = 'Oud'")
    with page.expect_download() as saved:
        press(page, "Bewaar als bestand")
    upload(page, blad=Path(saved.value.path()).read_bytes())
    found["vol, met een kopie"] = axe.check_page(page)
    press(page, "Neem over op mijn blad")
    press(page, "Kopieer als tekst")
    upload(page, blad=b"{}")
    found["met een fout, de tekst in een vak, en wat geen plaats heeft"] = axe.check_page(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(media="print")
    found["op papier"] = axe.check_page(page)
    assert {state: faults for state, faults in found.items() if faults} == {}
    done(page)
