"""A device with a wrong date: its owner hears of it before partners do."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.model import Toolbox
from scripts.lab import axe
from tests.helpers import orakel
from tests.helpers.cases import daily
from tests.helpers.meting import SHORT, add, done, fill, person, saved

ANSWERS = [3] * 12
RIGHT = datetime.datetime(2026, 12, 1, 12, 0)


def at(browser: Browser, url: str, moment: datetime.datetime, **options: Any) -> Page:
    """A page on a device that thinks it is that moment, in its own time zone."""
    page = person(browser, "about:blank", **options)
    page.clock.install(time=moment)
    page.goto(url)
    return page


def doubted(page: Page) -> bool:
    """Whether the page asks for the day."""
    expect(page.locator("[data-deel=delen]")).to_be_visible()
    return page.locator("[data-deel=klok]").is_visible()


def shared(page: Page) -> str:
    """The day of the result in the link that the page gives; nothing when it gives none."""
    page.click("[data-doe=link]")
    expect(page.locator("gk-meting .melding:not(:empty)")).to_be_visible()
    link = page.input_value("[data-deel=adres]")
    return link.split(".")[-4] if link else ""


@pytest.mark.parametrize(
    "day",
    daily(
        1,
        [
            datetime.datetime(1970, 1, 1, 12),
            datetime.datetime(1980, 1, 6, 12),
            datetime.datetime(2016, 3, 1, 12),
            datetime.datetime(2019, 12, 31, 12),
            datetime.datetime(2106, 2, 7, 12),
        ],
        str,
    ),
)
def test_a_day_that_partners_refuse_is_asked_first(
    day: datetime.datetime, browser: Browser, address: str
) -> None:
    """medic/cht-core #1658, chatmail/core #1901: data with the day of a clock that was reset."""
    page = at(browser, f"{address}scans/{SHORT}/", day)
    fill(page, ANSWERS)
    assert doubted(page)
    expect(page.locator("[data-deel=klok]")).to_contain_text(f"{day.day}-{day.month}-{day.year}")
    assert shared(page) == ""
    expect(page.get_by_role("alert")).to_contain_text("Vul eerst de datum van vandaag in.")
    expect(page.get_by_label("Datum van jouw uitslag")).to_be_focused()
    page.get_by_label("Datum van jouw uitslag").fill("2026-12-01")
    assert shared(page) == "20261201"
    fill(page, [4] * 12)
    page.reload()
    assert shared(page) == "20261201"
    page.clock.set_system_time(RIGHT + datetime.timedelta(days=2))
    fill(page, ANSWERS)
    assert not doubted(page)
    assert shared(page) == "20261203"
    done(page)


@pytest.mark.parametrize("year", daily(1, [2021, 2025, 2039, 2062]))
def test_a_day_that_cannot_be_right_is_told(year: int, browser: Browser, address: str) -> None:
    page = at(browser, f"{address}scans/{SHORT}/", datetime.datetime(year, 3, 1, 12))
    fill(page, ANSWERS)
    assert doubted(page)
    assert shared(page) == f"{year}0301"
    page.get_by_label("Datum van jouw uitslag").fill("2026-12-01")
    assert shared(page) == "20261201"
    done(page)


@pytest.mark.parametrize(("width", "palette"), daily(1, [(320, "dark"), (1280, "light")]))
def test_the_question_for_the_day_is_accessible(
    browser: Browser, address: str, width: int, palette: str
) -> None:
    first = datetime.datetime(1970, 1, 1, 12)
    page = at(browser, f"{address}scans/{SHORT}/", first, width=width, color_scheme=palette)
    fill(page, ANSWERS)
    shared(page)
    assert axe.check_page(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{address}verbeteragenda/")
    page.get_by_role("button", name="Over 3 maanden").click()
    assert axe.check_page(page) == []
    page.context.close()


def test_a_clock_that_was_set_right_in_between(browser: Browser, address: str) -> None:
    page = at(browser, f"{address}scans/{SHORT}/", datetime.datetime(1970, 1, 1, 12))
    fill(page, ANSWERS)
    assert doubted(page)
    page.clock.set_system_time(RIGHT)
    assert shared(page) == "20261201"
    assert not doubted(page)
    done(page)


@pytest.mark.parametrize(
    ("zone", "day"),
    daily(
        1,
        [
            ("Pacific/Pago_Pago", "20261130"),
            ("Europe/Amsterdam", "20261201"),
            ("Pacific/Kiritimati", "20261201"),
        ],
    ),
)
def test_a_result_has_the_day_of_its_maker(
    zone: str, day: str, browser: Browser, address: str
) -> None:
    moment = datetime.datetime(2026, 12, 1, 1, 30, tzinfo=datetime.UTC)
    page = at(browser, f"{address}scans/{SHORT}/", moment, timezone_id=zone)
    fill(page, ANSWERS)
    assert not doubted(page)
    assert shared(page) == day
    done(page)


def test_on_the_day_of_the_release_no_clock_on_earth_is_doubted(
    real: Toolbox, browser: Browser, address: str
) -> None:
    made = datetime.datetime.fromisoformat(f"{real.newest}T00:00:00+00:00")
    for zone in ["Pacific/Pago_Pago", "Pacific/Kiritimati"]:
        page = at(browser, f"{address}scans/{SHORT}/", made, timezone_id=zone)
        fill(page, ANSWERS)
        assert not doubted(page), zone
        done(page)


def test_midnight_passes_while_the_page_is_open(browser: Browser, address: str) -> None:
    late = datetime.datetime(2026, 12, 31, 23, 59, 30)
    page = at(browser, f"{address}scans/{SHORT}/", late, timezone_id="UTC")
    fill(page, ANSWERS)
    assert shared(page) == "20261231"
    page.clock.fast_forward(60_000)
    assert shared(page) == "20261231"  # answered before midnight
    fill(page, [4] * 12)
    assert shared(page) == "20270101"
    done(page)


def test_a_receiver_with_a_wrong_clock_opens_a_sound_code(browser: Browser, address: str) -> None:
    for year in (1970, 2062):
        page = at(browser, f"{address}scans/{SHORT}/", datetime.datetime(year, 1, 1, 12))
        fill(page, ANSWERS)
        assert add(page, orakel.code(SHORT, [4] * 12, "Ann", "20261201")) == "Erbij: Ann."
        expect(page.locator(".partners")).to_contain_text("Ann (1-12-2026)")
        page.reload()
        expect(page.locator(".partners")).to_contain_text("Ann (1-12-2026)")
        done(page)


def test_a_whole_code_with_a_wrong_day_opens(browser: Browser, address: str) -> None:
    """Its maker cannot be asked on paper; the day only says which round it is of."""
    page = at(browser, f"{address}scans/{SHORT}/", RIGHT)
    fill(page, ANSWERS)
    for name, day in [("Ann", "19700101"), ("Bea", "20160301"), ("Cas", "19800106")]:
        assert add(page, orakel.code(SHORT, [4] * 12, name, day)) == f"Erbij: {name}."
    expect(page.locator(".partners")).to_contain_text("Ann (1-1-1970)")
    page.reload()
    expect(page.locator(".partners li")).to_have_count(3)
    refused = orakel.code(SHORT, [4] * 12, "Dan", "19700230")
    assert (
        add(page, refused)
        == "De datum in deze code bestaat niet. Vraag je partner om een nieuwe code."
    )
    done(page)


def test_the_next_meting_is_not_planned_by_a_wrong_clock(browser: Browser, address: str) -> None:
    for year in (1970, 2062):
        page = at(browser, f"{address}verbeteragenda/", datetime.datetime(year, 1, 1, 12))
        page.get_by_role("button", name="Over 3 maanden").click()
        expect(page.get_by_role("alert")).to_contain_text(f"is het vandaag 1-1-{year}.")
        field = page.get_by_label("Datum van de volgende keer")
        expect(field).to_be_focused()
        expect(field).to_have_value("")
        field.fill("2027-03-01")
        assert b"DTSTART;VALUE=DATE:20270301" in saved(page, "ics")
        done(page)


@pytest.mark.parametrize(
    ("moment", "zone", "planned"),
    daily(
        2,
        [
            ("2027-08-31T12:00:00+00:00", "Europe/Amsterdam", (6, "2028-02-29")),
            ("2027-03-27T23:30:00+00:00", "Europe/Amsterdam", (6, "2027-09-28")),
            ("2027-10-31T00:30:00+00:00", "Europe/Amsterdam", (3, "2028-01-31")),
            ("2026-12-01T10:30:00+00:00", "Pacific/Kiritimati", (3, "2027-03-02")),
            ("2026-12-01T10:30:00+00:00", "Pacific/Pago_Pago", (3, "2027-02-28")),
        ],
    ),
)
def test_months_are_counted_from_the_day_of_the_reader(
    moment: str, zone: str, planned: tuple[int, str], browser: Browser, address: str
) -> None:
    months, day = planned
    start = datetime.datetime.fromisoformat(moment)
    page = at(browser, f"{address}verbeteragenda/", start, timezone_id=zone)
    page.get_by_role("button", name=f"Over {months} maanden").click()
    expect(page.get_by_label("Datum van de volgende keer")).to_have_value(day)
    done(page)
