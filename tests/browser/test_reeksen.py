"""Series of rounds and files: the own series comes back, and nothing is lost in silence."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Browser, Dialog, Page, expect

from tests.browser.held import Held
from tests.helpers import orakel
from tests.helpers.meting import SHORT, TABLE, add, done, fill, person, saved, upload

MINE = "Is dit jouw reeks?"


def answering(page: Page, *, yes: bool) -> list[str]:
    """Answer every question of the page alike; gives the questions, as they come."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        if yes:
            dialog.accept()
        else:
            dialog.dismiss()

    page.on("dialog", answer)
    return asked


def test_an_own_series_comes_back_on_an_empty_device(browser: Browser, address: str) -> None:
    """Also what changed for somebody who typed no name; F3 and F4 of the check of metingen."""
    page = person(browser, f"{address}scans/{SHORT}/")
    asked = answering(page, yes=True)
    for score in (1, 5):  # two rounds on one day are two rounds
        fill(page, [score] * 12)
        page.click("[data-doe=ronde]")
        expect(page.locator("[data-deel=melding]")).to_contain_text("Nieuwe ronde.")
    fill(page, [2] * 12)
    series = saved(page, "reeks")
    page.click("[data-doe=wis]")
    asked.clear()
    upload(page, reeks=series)
    expect(page.locator("[data-deel=melding]")).to_contain_text("Je reeks staat hier weer.")
    assert [text.partition(" Kies")[0] for text in asked] == [MINE]
    expect(page.locator(".voortgang [role=status]")).to_have_text("12 van 12 beantwoord")
    assert [row[0] for row in page.evaluate(TABLE)] == ["2,0 (-3,0)"] * 3
    heads = page.locator("[data-deel=trend] thead th").all_inner_texts()
    assert heads[2] == f"{heads[1]} (2)"
    assert heads[3] == "Nu"
    done(page)


def test_who_answers_while_a_round_closes_changes_nothing(browser: Browser, address: str) -> None:
    """What closing needs is loaded at the first use; an answer meanwhile is of no round."""
    page = person(browser, f"{address}scans/{SHORT}/")
    answering(page, yes=True)
    fill(page, [1] * 12)
    held = Held(page, re.compile(r"/assets/js/samen[.\w]*\.js"))
    page.click("[data-doe=ronde]")
    page.wait_for_function("() => document.querySelector('script[src*=\"/samen\"]')")
    page.locator(".stelling label").nth(4).click(force=True)
    held.let_go()
    expect(page.locator("[data-deel=melding]")).to_contain_text("Nieuwe ronde.")
    rows = page.locator("[data-deel=trend] tbody tr")
    assert rows.first.locator("td").first.inner_text() == "1,0"
    page.locator(".stelling label").nth(4).click()
    expect(page.locator(".voortgang [role=status]")).to_have_text("1 van 12 beantwoord")
    done(page)


def test_the_series_of_another_stays_closed(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    asked = answering(page, yes=False)
    codes = [orakel.code(SHORT, [score] * 12, "Bea", f"2026110{score}") for score in (1, 2)]
    series = {"soort": "gk-reeks", "scan": SHORT, "rondes": [{"codes": codes[:1]}]}
    upload(page, reeks=json.dumps(series | {"codes": codes[1:]}).encode())
    expect(page.locator("[data-deel=verzegeld]")).to_contain_text("Er liggen 2 uitslagen")
    assert len(asked) == 1
    expect(page.locator("[data-deel=trend]")).to_be_hidden()
    done(page)


def test_a_partner_with_the_same_answers_takes_part(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    asked = answering(page, yes=False)
    fill(page, [5] * 12)
    today = str(page.evaluate("Gk.days.ymd()"))
    assert add(page, orakel.code(SHORT, [5] * 12, "Gemeente", today)) == "Erbij: Gemeente."
    assert ["Is dit je eigen uitslag?" in text for text in asked] == [True]
    assert page.evaluate(TABLE)[0] == ["5,0", "5,0", "5,0", "0,0"]
    done(page)


def test_what_is_unreadable_in_a_file_is_said(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    fill(page, [3] * 12)
    sound = orakel.code(SHORT, [2] * 12, "Bea")
    lost = "Dat staat er niet bij. Vraag om een nieuw bestand."
    files = {
        "a": ([{"codes": [1]}], [], f"Niet te lezen in a.json: 1 van de 1. {lost}"),
        "b": ([None, {"codes": ["x"]}], [sound], f"Niet te lezen in b.json: 2 van de 3. {lost}"),
        "c": ([], [], "In c.json staat geen uitslag. Vraag om een nieuw bestand."),
        "d": ([{"codes": [orakel.code(SHORT, [2] * 12, versie=9)]}], [], "versie van de meting"),
    }
    for name, (rondes, codes, answer) in files.items():
        file = {"soort": "gk-reeks", "versie": 1, "scan": SHORT, "rondes": rondes, "codes": codes}
        upload(page, **{name: json.dumps(file).encode()})
        expect(page.locator("[data-deel=fout]")).to_contain_text(answer)
    expect(page.locator("[data-deel=partners] li")).to_have_count(1)  # what is sound counts
    newer = {"soort": "gk-scan", "versie": 2, "scan": SHORT, "codes": [sound]}
    upload(page, e=json.dumps(newer).encode())
    expect(page.locator("[data-deel=fout]")).to_contain_text("e.json komt uit een nieuwere versie")
    done(page)


def test_what_is_unreadable_in_the_data_of_a_device_is_said(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}gegevens/")
    gegevens = {
        f"scan.{SHORT}": {"opslag": 2, "mijn": {"v1": 5}},
        "verbeteragenda": {"opslag": 1, "acties": []},
        "checklist.x": 7,
    }
    file = {"soort": "gk-gegevens", "versie": 1, "gegevens": gegevens}
    upload(page, alles=json.dumps(file).encode())
    expect(page.locator("[data-deel=melding]")).to_contain_text("Erbij gezet: 1.")
    for text in ("alles.json komt uit een nieuwere versie", "Niet te lezen in alles.json: 1 van"):
        expect(page.locator("[data-deel=fout]")).to_contain_text(text)
    done(page)


def test_what_is_unreadable_in_an_agenda_is_said(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/")
    file = {"soort": "gk-agenda", "versie": 1, "acties": [{"actie": "Bellen"}, None]}
    upload(page, acties=json.dumps(file).encode())
    said = "Niet te lezen in acties.json: 2 van de 2."
    expect(page.locator("[data-deel=fout]")).to_contain_text(said)
    expect(page.locator("[data-deel=melding]")).to_be_empty()
    done(page)


def test_an_address_with_blanks_opens(browser: Browser, address: str) -> None:
    code = orakel.code(SHORT, [4] * 12, "Bouw B.V.")
    for tail in ("%20", "%0A"):
        page = person(
            browser, f"{address}scans/{SHORT}/#scan={code[:30]}%E2%80%8B{code[30:]}{tail}"
        )
        expect(page.locator("[data-deel=verzegeld]")).to_be_visible()
        expect(page).to_have_url(f"{address}scans/{SHORT}/")
        done(page)
