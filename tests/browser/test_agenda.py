"""The verbeteragenda: an action has one owner, a date and a signal, and can be taken along."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, Page, expect

from macros.model import Toolbox
from macros.model.meten import Scan
from macros.reading.settings.site_settings import read_settings
from tests.conftest import ROOT
from tests.helpers.calendars import CalendarOfSomeone, read
from tests.helpers.meting import BLOCKED, KEYS, done, person, printed, saved, upload

NAME = read_settings(ROOT)["site_name"]
HOSTILE = [
    ("=1+1", "-Anna", "2027-02-28", "@som, <img src=x onerror=window.hit=1>"),
    (
        "Lange actie; met 'leestekens', \\ en é " + "woorden " * 18,
        "Jan",
        "2026-12-31",
        "| tabel | *ster* _x_ [a](b)",
    ),
    ("", "", "", ""),
]


def write(page: Page, texts: list[tuple[str, str, str, str]]) -> None:
    """Make one action of each."""
    for actie, wie, wanneer, signaal in texts:
        page.get_by_role("button", name="Nieuwe actie").click()
        row = page.locator(".actie:visible").last
        row.get_by_label("Wat gaan we doen?").fill(actie)
        row.get_by_label("Wie doet het?").fill(wie)
        row.get_by_label("Wanneer is het klaar?").fill(wanneer)
        row.get_by_label("Waaraan zien we").fill(signaal)


def test_every_part_leads_to_a_question_and_instruments(
    real: Toolbox, browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    for id, record in real.records["scans"].items():
        assert isinstance(record, Scan)
        assert re.fullmatch(
            r"[a-z]+(-[a-z]+)*", id
        )  # a digit would run into the number of the version
        for deel in record.onderdelen:
            page.evaluate("(hash) => { location.hash = hash; }", f"#actie={id}.{deel.id}.laag")
            source = page.locator(".actie:visible").last.locator(".actie__bron")
            expect(source).to_contain_text(
                f"{deel.titel} ({record.titel}). {deel.verschil} Begin met:"
            )
            assert source.locator("a:not(.term)").count() == len(deel.laag.instrumenten)
            page.locator(".actie:visible [data-doe=weg]").click()
    page.evaluate("location.hash = '#actie=x.<b>.laag'")
    expect(page.locator(".actie:visible")).to_have_count(0)
    expect(page.get_by_role("alert")).to_contain_text("Deze link is niet compleet, of te oud.")
    done(page)


def test_who_asks_twice_for_an_action_gets_the_one_that_waits(
    browser: Browser, address: str
) -> None:
    link = f"{address}verbeteragenda/#actie=reflectiescan.relatie.laag"
    page = person(browser, link)
    field = page.locator(".actie:visible [name=actie]")
    expect(field).to_be_focused()
    page.goto(f"{address}over/privacy/")
    page.goto(link)
    expect(field).to_have_count(1)
    expect(field).to_be_focused()
    field.fill("Elke maandag bellen")
    page.goto(f"{address}over/privacy/")
    page.goto(link)
    expect(field).to_have_count(2)
    done(page)


def test_actions_stay_and_leave_the_device_whole(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    write(page, HOSTILE)
    page.locator("[name=stand]").nth(0).select_option("loopt")
    page.get_by_role("button", name="Over 6 maanden").click()
    page.reload()
    expect(page.locator(".actie:visible")).to_have_count(3)
    assert page.locator(".actie:visible [name=actie]").evaluate_all(
        "(all) => all.map((one) => one.value)"
    ) == [one[0][:200].strip() if one is not HOSTILE[1] else one[0] for one in HOSTILE]
    assert page.evaluate("window.hit") is None

    rows = list(csv.reader(io.StringIO(saved(page, "csv").decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["actie", "wie", "wanneer", "signaal", "stand"]
    assert rows[1] == [
        "'=1+1",
        "'-Anna",
        "2027-02-28",
        "'@som, <img src=x onerror=window.hit=1>",
        "loopt",
    ]
    assert rows[2][:2] == list(HOSTILE[1][:2])
    abroad = saved(page, "csvAnders").decode("utf-8-sig")
    assert csv.Sniffer().sniff(abroad.splitlines()[0]).delimiter == ","
    assert list(csv.reader(io.StringIO(abroad, newline=""))) == rows

    lines = [line for line in saved(page, "tekst").decode().splitlines() if line.startswith("- [")]
    assert len(lines) == 3
    assert "\\<img src=x" in lines[0]
    plain = re.sub(r"\\(.)", r"\1", lines[1])
    assert (
        plain
        == f"- [ ] {HOSTILE[1][0]} (wie: Jan; wanneer: 31-12-2026; signaal: {HOSTILE[1][3]}; stand: nog niet begonnen)"
    )

    file = saved(page, "bestand")
    other = person(browser, f"{address}verbeteragenda/")
    write(other, [("Van mij", "Bea", "", "")])
    upload(other, a=file)
    expect(other.locator(".actie:visible")).to_have_count(4)
    expect(other.locator("[data-deel=veel]")).to_be_visible()
    newer = json.loads(file)
    newer["acties"] = [
        {**newer["acties"][0], "actie": "ouder", "op": 1},
        {"sleutel": "<b>", "actie": 3},
    ]
    upload(other, b=json.dumps(newer).encode())
    expect(other.locator("[data-deel=melding]")).to_contain_text("b.json")
    expect(other.locator(".actie:visible")).to_have_count(4)
    assert "ouder" not in other.evaluate(
        "localStorage.getItem('gk.verbeteragenda')"
    )  # never replaces what is newer
    upload(other, c=b"[]")
    expect(other.locator("[data-deel=fout]")).to_contain_text(
        "c.json is geen bestand van een verbeteragenda."
    )
    done(page, other)


def test_what_to_enter_is_said_below_the_field_and_above_the_form(
    desktop: Page, address: str
) -> None:
    """On leaving a field, not while typing; who hands over hears it again, with the way to it."""
    desktop.goto(f"{address}verbeteragenda/")
    desktop.get_by_role("button", name="Nieuwe actie").click()
    day = desktop.get_by_label("Wanneer is het klaar?")
    day.focus()
    desktop.keyboard.type("2412")
    wanted = desktop.get_by_text("Vul een hele datum in, zoals 24-12-2026.", exact=True)
    expect(wanted).to_have_count(0)
    desktop.get_by_label("Waaraan zien we").focus()
    expect(wanted).to_be_visible()
    expect(day).to_have_attribute("aria-invalid", "true")
    expect(day).to_have_accessible_description("Vul een hele datum in, zoals 24-12-2026.")
    desktop.get_by_role("button", name="Zet in je kalender").click()
    summary = desktop.get_by_role("group", name="Vul dit eerst aan")
    expect(summary).to_be_focused()
    assert summary.get_by_role("link").all_inner_texts() == [
        "Actie 1, Wat gaan we doen? Schrijf op wat jullie gaan doen.",
        "Actie 1, Wanneer is het klaar? Vul een hele datum in, zoals 24-12-2026.",
    ]
    summary.get_by_role("link").first.press("Enter")
    expect(desktop.get_by_label("Wat gaan we doen?")).to_be_focused()
    desktop.keyboard.type("Bellen")
    day.fill("2026-12-24")
    expect(desktop.locator(".veldfout")).to_have_count(0)
    saved(desktop, "ics")
    expect(summary).to_be_hidden()


def test_a_calendar_can_read_the_dates(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/", timezone_id="Pacific/Kiritimati")
    calendar = page.get_by_role("button", name="Zet in je kalender")
    expect(calendar).to_be_hidden()  # there is nothing to take along
    write(page, [("Zonder datum", "", "", "")])
    calendar.click()
    expect(page.get_by_role("alert")).to_contain_text("Je hebt nog geen actie met een datum.")
    page.get_by_role("button", name="Haal weg").click()
    write(page, [*HOSTILE, ("Al klaar", "Jan", "2027-01-01", "")])
    page.locator("[name=stand]").nth(3).select_option("gedaan")
    page.get_by_label("Datum van de volgende keer").fill("2027-05-21")
    raw = saved(page, "ics")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.replace(b"\r\n", b"").count(b"\n") == 0
    events = read(raw)
    assert [event.start for event in events] == [
        datetime.date(2027, 2, 28),
        datetime.date(2026, 12, 31),
        datetime.date(2027, 5, 21),
    ]
    assert {event.end - event.start for event in events} == {datetime.timedelta(days=1)}
    assert events[1].title == f"{HOSTILE[1][0].strip()} (Jan)"
    assert events[0].text.splitlines()[0] == HOSTILE[0][3]
    assert f"PRODID:-//{NAME}//".encode() in raw
    assert saved(page, "ics") == raw
    done(page)


def meting_on(page: Page, day: str) -> bytes:
    """Plan the next meting, and take the calendar file."""
    page.get_by_label("Datum van de volgende keer").fill(day)
    return saved(page, "ics")


def test_agendas_of_two_projects_replace_nothing_of_each_other(
    browser: Browser, address: str
) -> None:
    """hyperschedule/hyperschedule #114, gt-scheduler/website #141: an import took events away."""
    pages = [person(browser, f"{address}verbeteragenda/") for _ in range(2)]
    calendar = CalendarOfSomeone()
    for page, day in zip(pages, ["2027-05-21", "2027-06-12"], strict=True):
        write(page, [("Bellen", "Jan", "2027-02-28", "")])
        calendar.take(meting_on(page, day))
    assert calendar.titles() == [
        "Bellen (Jan)",
        "Bellen (Jan)",
        "Acties nalopen",
        "Acties nalopen",
    ]
    done(*pages)


def test_a_change_replaces_its_own_event_alone(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    write(page, [("Bellen", "Jan", "2027-02-28", ""), ("Schrijven", "Bea", "2027-03-01", "")])
    calendar = CalendarOfSomeone().take(meting_on(page, "2027-05-21"))
    first = dict(calendar.events)
    page.locator("[name=actie]:visible").first.fill("Langsgaan")
    page.locator("[name=wanneer]:visible").first.fill("2027-02-20")
    calendar.take(meting_on(page, "2027-06-12"))
    assert calendar.titles() == ["Langsgaan (Jan)", "Schrijven (Bea)", "Acties nalopen"]
    changed = [uid for uid, event in calendar.events.items() if event != first[uid]]
    assert len(changed) == 2
    assert all(calendar.events[uid].sequence > first[uid].sequence for uid in changed)
    page.reload()
    calendar.take(meting_on(page, "2027-07-01"))
    assert len(calendar.events) == 3
    done(page)


def test_a_meting_that_is_over_stays_in_the_calendar(desktop: Page, address: str) -> None:
    desktop.clock.install(time=datetime.datetime(2026, 11, 30, 12, 0))
    desktop.goto(f"{address}verbeteragenda/")
    calendar = CalendarOfSomeone().take(meting_on(desktop, "2027-02-28"))
    desktop.clock.set_system_time(datetime.datetime(2027, 3, 1, 12, 0))
    calendar.take(saved(desktop, "ics"))
    calendar.take(meting_on(desktop, "2027-08-31"))
    days = [event.start.isoformat() for event in calendar.events.values()]
    assert days == ["2027-02-28", "2027-08-31"]


def test_who_opens_the_file_of_an_agenda_has_the_same_events(
    browser: Browser, address: str
) -> None:
    page, other = (person(browser, f"{address}verbeteragenda/") for _ in range(2))
    write(page, [("Bellen", "Jan", "2027-02-28", "")])
    page.get_by_label("Datum van de volgende keer").fill("2027-05-21")
    file = saved(page, "bestand")
    own = meting_on(other, "2027-04-01")
    upload(other, a=file)
    calendar = CalendarOfSomeone().take(saved(page, "ics")).take(saved(other, "ics"))
    assert calendar.titles() == ["Bellen (Jan)", "Acties nalopen"]
    assert len(calendar.take(own).events) == 3
    damaged = json.loads(file) | {"afspraak": {"sleutel": "x\r\nATTENDEE:a", "dag": 3, "op": "1"}}
    upload(other, b=json.dumps(damaged | {"volgende": "2027-05-22"}).encode())
    assert len(calendar.take(saved(other, "ics")).events) == 4
    done(page, other)


def test_an_event_leads_back_to_the_agenda(browser: Browser, address: str, site: Path) -> None:
    page = person(browser, f"{address}verbeteragenda/?van=mail#onderdelen")
    [event] = read(meting_on(page, "2027-05-21"))
    assert event.url == f"{address}verbeteragenda/"
    assert event.url in event.text
    done(page)
    context = browser.new_context()
    folder = context.new_page()
    folder.goto((site / "verbeteragenda/index.html").as_uri())
    [event] = read(meting_on(folder, "2027-05-21"))
    assert event.url == ""
    assert "file:" not in event.text
    context.close()


def test_what_came_from_a_file_breaks_no_calendar(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    write(page, [("Bellen", "Jan", "2027-02-28", "")])
    file = json.loads(saved(page, "bestand"))
    texts = ["a\rATTENDEE:mailto:b@c.nl", "a\nEND:VEVENT\nb", "a\u2028b\u0085c", "👷🏽‍♀️" * 40]
    acties = [
        {**file["acties"][0], "sleutel": f"sleutel{k}", "actie": text, "signaal": text, "op": 1e300}
        for k, text in enumerate(texts)
    ]
    upload(page, a=json.dumps({**file, "acties": acties}).encode())
    expect(page.locator(".actie:visible")).to_have_count(5)
    raw = saved(page, "ics")
    assert len(read(raw)) == 5
    assert b"\nATTENDEE" not in raw.replace(b"\r", b"\n")
    done(page)


def test_months_ahead_stay_in_their_month(desktop: Page, address: str) -> None:
    desktop.clock.install(time=datetime.datetime(2026, 11, 30, 12, 0))
    desktop.goto(f"{address}verbeteragenda/")
    desktop.get_by_role("button", name="Over 3 maanden").click()
    expect(desktop.get_by_label("Datum van de volgende keer")).to_have_value("2027-02-28")


def test_it_prints_on_one_a4_empty_and_full(browser: Browser, address: str, tmp_path: Path) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    count, text, _ = printed(page, tmp_path)
    assert (count, "Waaraan zien we dat het werkt?" in text) == (1, True)
    write(page, HOSTILE)
    count, text, _ = printed(page, tmp_path, "print")
    assert (count, "=1+1" in text, "31-12-2026" in text) == (1, True, True)
    done(page)


def test_a_day_that_does_not_exist_and_an_action_of_nobody(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    write(page, [("Van niemand", "", "2027-02-28", "")])
    file = json.loads(saved(page, "bestand"))
    days = ["2026-99-99", "2026-02-30", "2026-00-10"]
    acties = [
        {**file["acties"][0], "sleutel": f"x{k}", "wanneer": day, "actie": day}
        for k, day in enumerate(days)
    ]
    upload(page, a=json.dumps({**file, "acties": acties, "volgende": "2026-02-30"}).encode())
    expect(page.locator(".actie:visible")).to_have_count(4)
    assert [event.title for event in read(saved(page, "ics"))] == ["Van niemand"]
    assert "99" not in saved(page, "csv").decode().replace("2026-99-99", "", 1)
    done(page)


def test_what_a_newer_version_wrote_stays(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    newer = '{"opslag":2,"acties":{}}'
    page.evaluate("(text) => localStorage.setItem('gk.verbeteragenda', text)", newer)
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("van een nieuwere versie van deze site")
    write(page, [("Iets", "Jan", "", "")])
    expect(page.get_by_role("alert")).to_contain_text("van een nieuwere versie van deze site")
    assert page.evaluate("localStorage.getItem('gk.verbeteragenda')") == newer
    done(page)


def test_many_actions_take_no_more_paper_than_they_need(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    write(page, [(f"Actie {k}", "Jan", "2027-02-28", "Dat zien we") for k in range(8)])
    assert printed(page, tmp_path)[0] == 1
    for k, row in enumerate(page.locator(".actie:visible").all()):
        row.get_by_label("Wat gaan we doen?").fill(f"Begin{k} {'woorden ' * 22}einde{k}")
        row.get_by_label("Waaraan zien we").fill("signaal " * 24)
    assert printed(page, tmp_path)[0] == 2
    document = pypdfium2.PdfDocument(tmp_path / "blad.pdf")
    for sheet in (one.get_textpage().get_text_bounded() for one in document):
        assert "Waaraan zien we dat het werkt?" in sheet
        assert re.findall(r"Begin(\d)", sheet) == re.findall(r"einde(\d)", sheet)
    document.close()
    done(page)


def test_wiping_and_a_blocked_memory(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    write(page, [("Iets", "Jan", "", "")])
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Wis de hele agenda").click()
    assert page.evaluate(KEYS) == []
    done(page)
    context = browser.new_context()
    context.add_init_script(BLOCKED)
    blocked = context.new_page()
    blocked.goto(f"{address}verbeteragenda/#actie=reflectiescan.relatie.laag")
    expect(blocked.locator(".actie:visible .actie__bron")).to_contain_text("Relatie")
    expect(blocked.get_by_role("alert")).to_contain_text("Deze browser bewaart niets.")
    context.close()
