"""What leaves a kist: the set, the programme, the paper of who leads, a mail and a calendar."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Download, Page, expect

from scripts.lab.printing.chromium import Chromium
from scripts.lab.printing.engine import Engine
from scripts.lab.printing.read_pdf import Paper, read_paper
from tests.helpers.calendars import CalendarOfSomeone, Event, read
from tests.helpers.cases import daily
from tests.helpers.invullen import type_everywhere, words_of
from tests.helpers.meting import QUIET, done, person, saved

FULL = ["intervisie-incident", "samenwerkings-psu", "keetgesprek"]
PLACE = "mijn-kist/"
STORE = """(() => {
  const value = { opslag: 1, nu: 'kist-sleutel', kisten: [KIST] };
  localStorage.setItem('gk.kisten', JSON.stringify(value));
  return true;
})()"""
LOADED = """new Promise((done) => {
  const look = () => (IDS.every((id) => Gk.sheets[id]) ? done(true) : setTimeout(look, 50));
  look();
})"""
# A button that prints, up to the moment at which the browser would
PRESS = """new Promise((done) => {
  document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }));
  window.print = () => done(true);
  document.querySelector('[data-doe=NAME]').click();
})"""
OURS = "Alleenvoordeleider"
HOSTILE = "<img src=x onerror=window.hit=1> שלום"


def block(number: int, **fields: Any) -> dict[str, Any]:
    return {"sleutel": f"blok-{number:04}", **fields}


def kist_of(*blocks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A kist as it is stored."""
    return {
        "sleutel": "kist-sleutel",
        "naam": "Start op de kade",
        "op": 1_795_000_000_000,
        "dag": "2026-12-01",
        "begin": "09:00",
        "mensen": 8,
        "project": "Brug aan Zee",
        "plek": "Keet 3",
        "uitnodiging": "",
        "expert": False,
        "blokken": blocks,
        "geparkeerd": [],
        **fields,
    }


MEETING = kist_of(
    block(1, regel=f"Heet welkom {OURS}1", titel="Inloop met koffie", minuten=10, soort="opening"),
    *(
        block(2 + k, blad=id, minuten=60, notitie=f"Let op Jan {OURS}{2 + k}")
        for k, id in enumerate(FULL)
    ),
    block(7, pauze=True, titel="Lunch", minuten=30, vast="12:30", notitie=f"{OURS}7"),
    block(8, regel=f"Eigen tekst {OURS}8", minuten=15),
    uitnodiging="Op [datum] van [begin] tot [eind] uur beginnen we aan [project].",
    geparkeerd=[block(9, regel=f"{OURS}9", titel="Geparkeerd rondje", minuten=5)],
)
LONG = kist_of(
    *(
        block(k, regel=f"Regeltekst{k}x", titel=f"Onderdeel{k}x", minuten=10, notitie=f"Noot{k}x")
        for k in range(30)
    ),
    block(40, blad="keetgesprek"),
)


def open_kist(engine: Engine, base: str, kist: dict[str, Any]) -> None:
    """The page with this kist, and its sheets loaded."""
    engine.visit(f"{base}{QUIET}")
    engine.run(STORE.replace("KIST", json.dumps(kist)))
    engine.visit(f"{base}{PLACE}{'index.html' if base.startswith('file:') else ''}")
    ids = [one["blad"] for one in kist["blokken"] if "blad" in one]
    engine.run(LOADED.replace("IDS", json.dumps(ids)))


def printed(engine: Engine, button: str, folder: Path) -> Paper:
    """What comes out of the printer after a press on a button."""
    engine.run(PRESS.replace("NAME", button))
    engine.print(folder / "kist.pdf", headers=False)
    return read_paper(folder / "kist.pdf")


def plain(text: str) -> str:
    """Words as they are read, without the breaks of a column."""
    return re.sub(r"[-\u00ad\ufffe]?[\r\n]+", "", text)


@pytest.mark.parametrize("engine", daily(1, ["chromium", "firefox"]), indirect=True)
def test_a_set_is_its_cover_and_each_sheet_on_one_a4(
    engine: Engine, address: str, site: Path, tmp_path: Path
) -> None:
    for base in (address, f"{site.as_uri()}/"):
        open_kist(engine, base, MEETING)
        cover, *sheets = printed(engine, "alles", tmp_path).pages
        assert "Start op de kade" in cover.characters
        assert OURS not in cover.characters
        assert [
            [id for id in FULL if any(f"/instrumenten/{id}/" in code for code in page.codes[0])]
            for page in sheets
        ] == [[id] for id in FULL]
        for page in (cover, *sheets):
            assert (round(page.width), round(page.height)) == (210, 297)
            assert page.ink >= 11, f"shrunk, or past its margin: {page.ink} mm"
        assert all("CC BY" in page.characters for page in sheets)


def test_a_set_has_a_keetversie_in_short_and_pages_to_write_on(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """The cover says what to bring; a sheet that is also done in short is there both ways."""
    kist = kist_of(
        block(1, blad="belangenkaart", keet=True),
        block(2, blad="belangenkaart"),
        block(3, blad="krachtenveld"),
        block(4, blad="belangenkaart", groepen=2),
        block(5, blad="feedbackkaart", keet=True),
    )
    page = with_kist(browser, address, kist)
    cover, short, *sheets = printed(Chromium(page), "alles", tmp_path).pages
    assert "Neem mee" in plain(cover.characters)
    assert re.search(r"Mensen\s*8", cover.characters)
    for id in ("belangenkaart", "feedbackkaart"):
        steps = page.evaluate(f"Gk.sheets.{id}.keet.map(({{ titel }}) => titel)")
        assert steps
        assert all(step in plain(short.characters) for step in steps)
    assert "CC BY" not in short.characters
    assert len(sheets) == 2
    page.get_by_label("Met invulbladen").check()
    with_canvases = printed(Chromium(page), "alles", tmp_path).pages
    assert len(with_canvases) == 6
    to_write, plane = (plain(with_canvases[k].characters) for k in (3, 5))
    labels = page.evaluate("Gk.sheets.belangenkaart.invul.velden.map(([, label]) => label)")
    assert all(label in to_write for label in labels)
    assert "Brug aan Zee" in to_write
    assert "Het vlak voor de kruisjes" in plane
    assert all(page.ink >= 11 for page in with_canvases)
    done(page)


@pytest.mark.parametrize("engine", daily(1, ["chromium", "firefox"]), indirect=True)
def test_a_set_has_what_was_typed_on_its_sheets(
    engine: Engine, address: str, site: Path, tmp_path: Path
) -> None:
    """Each sheet is still one A4, with all that it has no room for on a page behind it."""
    kist = kist_of(*(block(k, blad=id) for k, id in enumerate(FULL)))
    for base in (address, f"{site.as_uri()}/"):
        open_kist(engine, base, kist)
        file = "index.html" if base.startswith("file:") else ""
        typed = []
        for id, share in zip(FULL, (0, 0.5, 3), strict=True):
            engine.visit(f"{base}instrumenten/{id}/{file}")
            typed.append(type_everywhere(engine, share))
        open_kist(engine, base, kist)
        paper = printed(engine, "alles", tmp_path)
        words = words_of(tmp_path / "kist.pdf")
        assert {word for some in typed for word in some} == {
            word for page in words for word in page
        }
        ends = ["CC BY" in one.characters for one in paper.pages]
        assert ends.count(True) == len(FULL)
        # The cover, two sheets one after the other, and a sheet with a page behind it
        assert (ends[:3], ends[-2:]) == ([False, True, True], [True, False])
        assert "Vervolg" in paper.pages[-1].characters
        assert all(page.ink >= 10 for page in paper.pages)
        assert "Brug aan Zee" in paper.pages[1].characters
        engine.run("document.querySelector('[data-deel=zonder]').checked = true")
        assert len(printed(engine, "alles", tmp_path).pages) == 1 + len(FULL)
        assert not any(words_of(tmp_path / "kist.pdf"))


DAY = (
    "eerste-kennismaking belangenkaart startcondities spelregelkaart risicos-verdelen rollenkaart"
    " besluitkaart"
).split()


def test_the_cover_of_a_whole_day_is_one_a4(browser: Browser, address: str, tmp_path: Path) -> None:
    """With all that is to be brought."""
    parts = [(block(2 * k, blad=id), block(2 * k + 1, pauze=True)) for k, id in enumerate(DAY)]
    whole = kist_of(*(one for pair in parts for one in pair), block(90, regel="", titel="Slot"))
    engine = Chromium(with_kist(browser, address, whole))
    pages = printed(engine, "alles", tmp_path).pages
    assert len(pages) == 1 + len(DAY)
    assert "Slot" in pages[0].characters


def test_who_takes_part_reads_what_is_done_in_groups(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = with_kist(browser, address, kist_of(block(1, blad="keetgesprek", groepen=3)))
    Chromium(page).print(tmp_path / "kist.pdf", headers=False)
    (event,) = read(saved(page, "agenda"))
    for text in (
        event.text,
        mail_of(page),
        plain(read_paper(tmp_path / "kist.pdf").text),  # by the browser itself
        *(
            plain(printed(Chromium(page), button, tmp_path).pages[0].characters)
            for button in ("programma", "alles")
        ),
    ):
        assert ", in 3 groepen" in text
    done(page)


@pytest.mark.parametrize("engine", daily(1, ["chromium", "firefox"]), indirect=True)
def test_a_long_kist_is_printed_whole(engine: Engine, address: str, tmp_path: Path) -> None:
    open_kist(engine, address, LONG)
    # Above it a warning may name a block again.
    leader = plain(printed(engine, "leider", tmp_path).text).partition("Zo loopt het")[2]
    for k in range(30):
        for word in (f"Onderdeel{k}x", f"Regeltekst{k}x", f"Noot{k}x"):
            assert leader.count(word) == 1, word
    for button, sheets in (("programma", 0), ("alles", 1)):
        paper = printed(engine, button, tmp_path)
        assert len(paper.pages) > sheets + 1
        assert all(page.ink >= 11 for page in paper.pages)
        assert [plain(paper.text).count(f"Onderdeel{k}x") for k in range(30)] == [1] * 30
        assert "Noot1x" not in paper.text


def test_each_sheet_of_a_set_stays_one_a4_with_larger_letters(
    launch: Callable[..., Browser], address: str, tmp_path: Path
) -> None:
    browser = launch("--blink-settings=minimumFontSize=20")
    engine = Chromium(browser.new_page(service_workers="block"))
    open_kist(engine, address, kist_of(*(block(k, blad=id) for k, id in enumerate(FULL))))
    _, *sheets = printed(engine, "alles", tmp_path).pages
    assert [page.characters.count("CC BY") for page in sheets] == [1] * len(FULL)
    expect(engine.page.locator("[data-gk-krap]")).to_be_hidden()


def test_the_printer_of_the_browser_gives_the_programme(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """What the screen shows of it: no button, no field, nothing for who leads, nothing parked."""
    page = with_kist(browser, address, MEETING)
    expect(page.locator("[data-deel=eind]")).to_contain_text("tot")
    page.locator("[data-doe=meer]").nth(1).click()  # what is unfolded on the screen
    engine = Chromium(page)
    engine.print(tmp_path / "kist.pdf", headers=False)
    (paper,) = read_paper(tmp_path / "kist.pdf").pages
    page.emulate_media(media="print")
    left = "all => all.map((one) => one.getBoundingClientRect().left)"
    assert len(set(page.locator("[data-deel=blokken] .blok__tijd").evaluate_all(left))) == 1
    expect(page.locator(".blok--open")).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.emulate_media(media="null")
    text = plain(paper.characters)
    for word in ("Start op de kade", "dinsdag 1 december 2026", "Keet 3", "09:00", "12:30",
                 "Inloop met koffie", "Samenwerkings-PSU", "Lunch"):  # fmt: skip
        assert word in text
    for word in ("Mijn kist", "Meer", "Print", "Titel", "notitie", "Geparkeerd", OURS):
        assert word not in text
    page.reload()
    assert len(printed(engine, "programma", tmp_path).pages) == 1
    page.keyboard.press("Control")
    page.get_by_role("button", name="Nieuwe kist").click()
    engine.print(tmp_path / "kist.pdf", headers=False)
    assert "Mijn kist" in read_paper(tmp_path / "kist.pdf").text  # an empty one says what it is for
    done(page)


def mail_of(page: Page) -> str:
    """The text that the page proposes."""
    page.click("[data-doe=mail]")
    expect(page.locator("[data-deel=mailtekst]")).to_have_value(re.compile("Einde"))
    return page.input_value("[data-deel=mailtekst]")


def with_kist(browser: Browser, address: str, kist: dict[str, Any]) -> Page:
    """A page under the strict policy with this kist."""
    page = person(browser, "about:blank")
    open_kist(Chromium(page), address, kist)
    return page


def test_no_word_for_who_leads_reaches_who_takes_part(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = with_kist(browser, address, MEETING)
    engine = Chromium(page)
    programme = printed(engine, "programma", tmp_path)
    (event,) = read(saved(page, "agenda"))
    mail = mail_of(page)
    for text in (programme.text, event.text, event.title, mail):
        assert OURS not in text
        assert "Geparkeerd" not in text
    assert len(programme.pages) == 1
    names = ["Inloop met koffie", "Lunch", "Einde"]
    assert all(name in text for name in names for text in (programme.text, event.text, mail))
    leader = plain(printed(engine, "leider", tmp_path).text)
    assert [f"{OURS}{k}" in leader for k in range(1, 10)] == [True] * 4 + [False, False] + [
        True,
        True,
        False,
    ]
    assert "Geparkeerd rondje" in leader
    lines = saved(page, "tekst").decode().splitlines()
    assert f"Let op Jan {OURS}2" in lines
    assert "12:30 Lunch (30 min)" in lines
    assert sum(line.startswith("1. ") for line in lines) == len(FULL)
    done(page)


def test_a_mail_says_when_and_where_with_its_gaps_filled(browser: Browser, address: str) -> None:
    page = with_kist(browser, address, MEETING)
    lines = mail_of(page).splitlines()
    first = "Op dinsdag 1 december 2026 van 09:00 tot 13:15 uur beginnen we aan Brug aan Zee."
    assert lines[:6] == [
        first,
        "",
        "Dag: dinsdag 1 december 2026",
        "Tijd: 09:00 tot 13:15",
        "Plek: Keet 3",
        "Project: Brug aan Zee",
    ]
    assert lines[6:9] == ["", "Programma", "09:00  Inloop met koffie"]
    assert lines[-3:] == ["12:30  Lunch", "13:00  Onderdeel", "13:15  Einde"]
    done(page)


def test_typed_text_is_text_on_every_paper(browser: Browser, address: str, tmp_path: Path) -> None:
    blocks = block(1, regel=HOSTILE, titel=HOSTILE, minuten=10, notitie=f"een\n{HOSTILE}")
    kist = kist_of(blocks, naam=HOSTILE, plek=HOSTILE, project=HOSTILE, uitnodiging=HOSTILE)
    page = with_kist(browser, address, kist)
    for button in ("programma", "leider", "alles"):
        assert "<img src=x" in printed(Chromium(page), button, tmp_path).text
    assert "<img src=x onerror=window.hit=1>" in mail_of(page)
    (event,) = read(saved(page, "agenda"))
    assert event.title == HOSTILE
    assert page.evaluate("window.hit") is None
    done(page)


def test_the_page_is_back_after_printing(browser: Browser, address: str, tmp_path: Path) -> None:
    page = with_kist(browser, address, MEETING)
    title = page.title()
    printed(Chromium(page), "programma", tmp_path)
    assert page.title() == "Start op de kade"
    expect(page.locator(".md-header")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".bundel")).to_have_count(0)
    assert page.title() == title
    done(page)


def event_of(page: Page, address: str, **fields: Any) -> tuple[bytes, Event]:
    """The calendar file of a kist of one block, and its event."""
    welcome = block(1, regel="x", titel="Welkom", minuten=50)
    open_kist(Chromium(page), address, kist_of(welcome, **fields))
    raw = saved(page, "agenda")
    (event,) = read(raw)
    return raw, event


def test_a_meeting_stands_in_a_calendar_once_and_moves(browser: Browser, address: str) -> None:
    page = person(browser, "about:blank", timezone_id="Pacific/Kiritimati")
    calendar = CalendarOfSomeone()
    raw, event = event_of(page, address, begin="23:30", op=1_795_000_000_000)
    calendar.take(raw)
    assert event.start == datetime.datetime(2026, 12, 1, 23, 30)
    assert event.end == datetime.datetime(2026, 12, 2, 0, 20)
    assert event.place == "Keet 3"
    times, about = event.text.splitlines()[:2], event.text.splitlines()[2:]
    assert times == ["23:30  Welkom", "00:20  Einde"]
    assert about[0] == "Project: Brug aan Zee"
    assert about[1].startswith("Mijn kist, op ")
    assert about[1].endswith(f": {address}{PLACE}")
    raw, later = event_of(page, address, begin="10:00", dag="2026-12-08", op=1_795_000_600_000)
    assert (later.uid, later.sequence - event.sequence) == (event.uid, 600)
    assert calendar.take(raw).events[event.uid].start == datetime.datetime(2026, 12, 8, 10, 0)
    assert len(calendar.events) == 1
    done(page)


@pytest.mark.parametrize(
    ("zone", "day"),
    daily(
        2,
        [
            ("Europe/Amsterdam", "2027-03-28"),  # summer begins: this night has no half past two
            ("Europe/Amsterdam", "2027-10-31"),  # winter begins: it has that twice
            ("Pacific/Pago_Pago", "2028-02-29"),
            ("Pacific/Kiritimati", "2026-12-31"),
        ],
    ),
)
def test_times_in_a_calendar_are_those_of_the_wall_in_any_night(
    browser: Browser, address: str, zone: str, day: str
) -> None:
    """Also where the clock changes in the middle of the meeting."""
    page = person(browser, "about:blank", timezone_id=zone)
    blocks = [
        block(1, regel="x", titel="Nachtwerk", minuten=150),
        block(2, pauze=True, minuten=45, vast="02:30"),
    ]
    open_kist(Chromium(page), address, kist_of(*blocks, dag=day, begin="00:00"))
    (event,) = read(saved(page, "agenda"))
    midnight = datetime.datetime.fromisoformat(day)
    assert event.start == midnight
    assert event.end == midnight + datetime.timedelta(hours=3, minutes=15)
    assert event.text.splitlines()[:3] == ["00:00  Nachtwerk", "02:30  Pauze", "03:15  Einde"]
    assert f"{int(day[8:])} " in mail_of(page)
    done(page)


def test_a_second_press_prints_one_whole_job(browser: Browser, address: str) -> None:
    """Who presses twice on a slow phone gets the set once, with all that is on it."""
    page = with_kist(browser, address, MEETING)
    page.evaluate(
        """() => {
      const decode = HTMLImageElement.prototype.decode;
      HTMLImageElement.prototype.decode = async function () {
        await new Promise((done) => setTimeout(done, 300));
        return decode.call(this);
      };
      window.jobs = [];
      window.print = () => jobs.push(document.querySelector('.bundel')?.textContent ?? '');
    }"""
    )
    button = page.get_by_role("button", name="Print alles")
    button.click(click_count=2)
    page.keyboard.press("Shift")
    page.wait_for_function("() => jobs.length > 0")
    button.click()
    page.keyboard.press("Shift")
    page.wait_for_function("() => jobs.length > 1")
    page.evaluate("() => Promise.all([...document.images].map((image) => image.decode()))")
    # On the cover and on each sheet
    assert [job.count("Brug aan Zee") for job in page.evaluate("jobs")] == [1 + len(FULL)] * 2
    page.keyboard.press("Tab")
    expect(page.locator(".bundel")).to_have_count(0)
    done(page)


def test_papers_wait_for_their_style_and_ask_for_it_again(browser: Browser, address: str) -> None:
    """It is fetched with the first paper; without it the page itself would be printed too."""
    page = with_kist(browser, address, MEETING)
    page.evaluate(
        """() => {
      window.jobs = [];
      window.print = () => jobs.push(getComputedStyle(document.querySelector('.bundel')).position);
    }"""
    )
    page.route("**/papieren.css", lambda route: route.abort())
    programme = page.get_by_role("button", name="Print het programma")
    programme.click()
    expect(page.locator("#fout, [data-deel=fout]").first).to_contain_text("verbinding")
    page.unroute("**/papieren.css")
    programme.click()
    page.wait_for_function("() => jobs.length > 0")
    assert page.evaluate("jobs") == ["fixed"]
    page.context.close()  # it has the errors of what it asked for


def test_nothing_leaves_with_times_that_are_not_known(browser: Browser, address: str) -> None:
    """On a network that fails, the page says so; once it is back, the paper is right."""
    page = person(browser, address + PLACE)
    page.route("**/bladen/instrumenten/*", lambda route: route.abort())
    page.evaluate(STORE.replace("KIST", json.dumps(MEETING)))
    page.reload()
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    saved: list[Download] = []
    page.on("download", lambda download: saved.append(download))  # noqa: PLW0108 - asks its name
    for name in ("Print alles", "Zet in je agenda", "Tekst voor een mail"):
        page.get_by_role("button", name=name).click()
        expect(page.locator("#fout")).to_contain_text("niet geladen")
    assert not page.evaluate("window.printed")
    assert saved == []
    expect(page.locator("[data-deel=mail]")).to_be_hidden()
    page.unroute("**/bladen/instrumenten/*")
    assert "10:10  Samenwerkings-PSU" in mail_of(page)
    page.context.close()  # it has the errors of what it asked for


def test_what_is_parked_has_its_title_and_time_on_paper(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    kist = kist_of(block(1, blad=FULL[0]), geparkeerd=[block(2, blad="belangenkaart")])
    page = with_kist(browser, address, kist)
    expect(page.locator("[data-deel=geparkeerd]")).to_contain_text("Belangenkaart")
    leader = plain(printed(Chromium(page), "leider", tmp_path).text)
    assert re.search(r"Belangenkaart in drie lagen \([1-9]", leader)
    done(page)
