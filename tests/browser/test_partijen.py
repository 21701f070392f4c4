"""Parties of several persons, two that look at each other, and each about its own house."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from macros.model import Toolbox
from macros.model.meten import Scan
from scripts.lab import axe
from tests.helpers import orakel
from tests.helpers.meting import (
    SHORT,
    TABLE,
    add,
    done,
    facts,
    fill,
    parts_of,
    person,
    printed,
    saved,
    scan_of,
    upload,
)

EACH_OTHER, OWN_HOUSE = "vertrouwensmeting", "bouwstenenscan"
THREE = "pas iets bij drie antwoorden"


def heads(page: Page) -> list[str]:
    return page.locator("[data-deel=tabel] thead th").all_inner_texts()[1:]


def column(page: Page, head: str) -> list[str]:
    number = heads(page).index(head)
    return [row[number] for row in page.evaluate(TABLE)]


def belong(page: Page, naam: str, partij: str) -> None:
    page.fill("[data-deel=naam]", naam)
    page.fill("[data-deel=partij]", partij)


def code(answer: int, naam: str, partij: str) -> str:
    return orakel.code(SHORT, [answer] * 12, (naam, partij))


def shown(persons: Sequence[Sequence[int]], parts: Sequence[Sequence[int]]) -> list[str]:
    """What a party of these persons scores on each part."""
    return [
        orakel.getal(orakel.party(orakel.score(one, part) for one in persons)) for part in parts
    ]


def test_each_party_weighs_the_same(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    fill(page, [1] * 12)
    belong(page, "Ann", "Gemeente")
    add(page, "~".join(code(1, f"G{k}", "gemeente") for k in range(2)))
    add(page, code(5, "Bea", "Waterschap"))
    assert heads(page) == ["Ann", "Gemeente", "Waterschap", "Gemiddeld", "Verschil"]
    assert page.evaluate(TABLE)[0] == ["1,0", "1,0", "5,0", "3,0", "4,0"]
    expect(page.locator(".radar .reeks")).to_have_count(2)
    add(page, code(3, "Cor", "Waterschap"))  # colleagues who differ
    expect(page.locator(".verschillen > li").first).to_contain_text(
        "Groot verschil binnen Waterschap: 2,0"
    )
    page.reload()
    expect(page.locator("[data-deel=tabel] thead th")).to_have_count(6)
    done(page)


def test_a_ninth_party_is_refused_and_a_person_without_one_is_not(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    fill(page, [1] * 12)
    add(page, "~".join(code(2, f"P{k}", f"Partij {k}") for k in range(8)))
    assert add(page, orakel.code(SHORT, [3] * 12, "Los")) == "Erbij: Los."
    assert add(page, code(4, "Zoe", "Partij 9")).startswith("Meer dan acht partijen past niet.")
    page.fill("[data-deel=partij]", "Partij 10")
    expect(page.locator("[data-deel=fout]")).to_contain_text("Meer dan acht partijen past niet.")
    done(page)


def test_nothing_of_a_party_is_seen_below_three_answers(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """Not in table, picture, file, list, print, statements or trend; nor by reckoning back."""
    page = person(browser, f"{address}scans/{SHORT}/")
    page.on("dialog", lambda dialog: dialog.accept())
    fill(page, [1] * 12)
    belong(page, "Ann", "Gemeente")
    page.get_by_label(THREE).check()
    add(page, "~".join(code(2, f"Geheim {k}", "Gemeente") for k in range(2)))
    add(page, "~".join(code(5, f"Dicht {k}", "Bouw") for k in range(2)))
    assert heads(page) == ["Ann", "Gemeente"]
    assert page.evaluate(TABLE)[0] == ["1,0", "1,7"]
    expect(page.locator("[data-deel=wachten]")).to_have_text("Bouw: 2 van 3 antwoorden binnen")
    expect(page.locator(".radar .reeks")).to_have_count(1)
    text = page.inner_text("gk-meting")
    for secret in ("Geheim", "Dicht", "5,0", "Ver uiteen", "anoniem"):
        assert secret not in text
    lines = page.locator("[data-deel=partners] li").all_inner_texts()
    assert [" ".join(line.split()) for line in lines] == [
        "Gemeente (antwoorden binnen: 3) Haal weg Gemeente",
        "Bouw (antwoorden binnen: 2) Haal weg Bouw",
    ]
    table = saved(page, "csv").decode("utf-8-sig")
    assert [line.split(";")[0] for line in table.splitlines()] == ['"wie"', '"Gemeente"']
    _, paper, codes = printed(page, tmp_path, "vergelijking")
    assert "Gemeente (3)" in paper
    assert [word for word in ("Geheim", "Dicht", "Ann", f"{SHORT}1.") if word in paper] == []
    assert codes == [] or all("#scan=" not in one for one in codes)
    add(page, code(4, "Dicht 3", "Bouw"))
    assert page.evaluate(TABLE)[0] == ["1,0", "1,7", "4,7", "3,2", "3,0"]
    # the choice goes along in the series, and with whoever opens it
    series = saved(page, "reeks")
    assert json.loads(series)["drie"] is True
    other = person(browser, f"{address}scans/{SHORT}/")
    upload(other, reeks=series)
    expect(other.get_by_label(THREE)).to_be_checked()
    other.click("[data-doe=begeleid]")
    assert set(heads(other)) == {"Bouw", "Gemeente", "Gemiddeld", "Verschil"}
    done(page, other)


def test_the_choice_is_not_undone_by_accident(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    page.get_by_label(THREE).check()
    page.get_by_label(THREE).uncheck()  # nothing is in yet
    page.get_by_label(THREE).check()
    fill(page, [1] * 12)
    add(page, code(2, "Bea", "Bouw"))
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", refuse)
    page.get_by_label(THREE).click()
    expect(page.get_by_label(THREE)).to_be_checked()
    assert len(asked) == 1
    page.reload()
    expect(page.get_by_label(THREE)).to_be_checked()
    done(page)


# ---------- two parties about each other ----------


def mirrors_of(record: Scan) -> list[list[int]]:
    return [[one.plek for one in deel.spiegels] for deel in record.onderdelen]


def test_two_parties_see_four_images_and_no_mean(
    real: Toolbox, browser: Browser, real_address: str
) -> None:
    record, seed = scan_of(real, EACH_OTHER), random.Random(3)  # noqa: S311
    total, versie = record.aantallen[-1], len(record.aantallen)
    ours, theirs = ([facts(seed, total) for _ in range(count)] for count in (1, 3))
    page = person(browser, f"{real_address}scans/{EACH_OTHER}/")
    fill(page, ours[0])
    assert heads(page) == ["Over de ander", "Over onszelf"]
    belong(page, "", "Gemeente")
    for number, given in enumerate(theirs):
        add(page, orakel.code(EACH_OTHER, given, (f"B{number}", "Bouw"), versie=versie))
    about, mirror = parts_of(record), mirrors_of(record)
    views = {
        "Gemeente over zichzelf": shown(ours, mirror),
        "Bouw over Gemeente": shown(theirs, about),
        "Bouw over zichzelf": shown(theirs, mirror),
        "Gemeente over Bouw": shown(ours, about),
    }
    assert heads(page) == list(views)
    for head, scores in views.items():
        assert column(page, head) == scores
    expect(page.locator("[data-deel=verschillen]")).to_be_hidden()
    expect(page.locator("[data-deel=figuur] svg")).to_have_count(0)
    text = page.inner_text("gk-meting").lower()
    assert [
        word for word in ("verschil ", "gemiddeld ", "bespreek dit eerst") if word in text
    ] == []
    lowest = [
        min(orakel.party(orakel.score(one, part) for one in group) or 9 for group in (ours, theirs))
        for part in about
    ]
    order = sorted(range(len(lowest)), key=lambda i: lowest[i])
    told = page.locator("[data-deel=beelden] > ol > li > b").all_inner_texts()
    assert told == [record.onderdelen[i].titel for i in order]
    first = page.locator("[data-deel=beelden] > ol > li").first
    i = order[0]
    question = str(record.onderdelen[i].verschil)
    expect(first).to_contain_text(question)
    expect(first.get_by_role("listitem")).to_have_text(
        [
            f"Gemeente: zelf {shown(ours, mirror)[i]}, volgens Bouw {shown(theirs, about)[i]}",
            f"Bouw: zelf {shown(theirs, mirror)[i]}, volgens Gemeente {shown(ours, about)[i]}",
        ]
    )
    assert first.inner_text().index(question) < first.inner_text().index("zelf ")
    third = orakel.code(EACH_OTHER, theirs[0], ("C", "Waterschap"), versie=versie)
    assert add(page, third).startswith("Deze meting past bij twee partijen, en dit is een derde.")
    page.fill("[data-deel=partij]", "")  # now the reader is one of Gemeente no more
    assert heads(page)[0] == "Ik over zichzelf"
    done(page)


def test_a_code_of_before_there_were_mirrors_has_no_image_of_itself(
    browser: Browser, real_address: str, real: Toolbox
) -> None:
    record = scan_of(real, EACH_OTHER)
    page = person(browser, f"{real_address}scans/{EACH_OTHER}/")
    fill(page, [3] * record.aantallen[-1])
    belong(page, "", "Gemeente")
    old = orakel.code(EACH_OTHER, [1] * record.aantallen[0], "Bouw")
    assert add(page, old) == "Erbij: Bouw."
    assert set(column(page, "Bouw over zichzelf")) == {"–"}
    done(page)


def test_a_third_party_that_comes_by_a_change_is_said(
    browser: Browser, real_address: str, real: Toolbox
) -> None:
    total = scan_of(real, EACH_OTHER).aantallen[-1]
    versie = len(scan_of(real, EACH_OTHER).aantallen)
    page = person(browser, f"{real_address}scans/{EACH_OTHER}/")
    fill(page, [3] * total)
    belong(page, "Ann", "Gemeente")
    for naam, partij in (("Bea", "Gemeente"), ("Cor", "Bouw")):
        add(page, orakel.code(EACH_OTHER, [1] * total, (naam, partij), versie=versie))
    page.fill("[data-deel=partij]", "")
    expect(page.locator("[data-deel=derde]")).to_contain_text("er zijn er nu meer")
    expect(page.locator("[data-deel=beelden]")).to_be_hidden()
    done(page)


# ---------- each about its own house ----------


def test_houses_stand_side_by_side_and_colleagues_are_compared(
    real: Toolbox, browser: Browser, real_address: str
) -> None:
    record = scan_of(real, OWN_HOUSE)
    total, versie = record.aantallen[-1], len(record.aantallen)

    def given(answer: int, naam: str, partij: str) -> str:
        return orakel.code(OWN_HOUSE, [answer] * total, (naam, partij), versie=versie)

    page = person(browser, f"{real_address}scans/{OWN_HOUSE}/")
    fill(page, [1] * total)
    assert add(page, given(5, "Bea", "")) == "Erbij: Bea."  # a colleague: no party was named
    assert heads(page) == ["Ik", "Bea", "Gemiddeld", "Verschil"]
    expect(page.locator(".verschillen:visible > li")).to_have_count(len(record.onderdelen))
    belong(page, "", "Bouw")
    page.get_by_role("button", name="Haal weg Bea").click()
    add(page, given(5, "Bea", "Bouw"))
    add(page, given(3, "Cor", "Gemeente"))
    assert heads(page) == ["Ik", "Bouw", "Gemeente"]
    assert page.evaluate(TABLE)[0] == ["1,0", "3,0", "3,0"]
    apart = page.locator("[data-deel=apart]")
    expect(apart).to_contain_text("Dit is geen verschil van mening")
    expect(apart.get_by_role("listitem").first).to_contain_text("Groot verschil binnen Bouw: 4,0")
    expect(page.locator("[data-deel=verschillen]")).to_be_hidden()
    done(page)


# ---------- walked through, and seen ----------


@pytest.mark.long
def test_three_parties_of_three_persons_each(
    real: Toolbox, browser: Browser, real_address: str
) -> None:
    record, seed = scan_of(real, "reflectiescan"), random.Random(9)  # noqa: S311
    url, parts = f"{real_address}scans/reflectiescan/", parts_of(record)
    names = ("Gemeente", "Waterschap", "Bouw B.V.")
    groups = {naam: [facts(seed, record.aantallen[-1]) for _ in range(3)] for naam in names}
    links = []
    for partij, group in groups.items():
        for number, given in enumerate(group):
            one = person(browser, url, 360 if number else 1280)
            fill(one, given)
            belong(one, f"{partij} {number}", partij)
            one.click("[data-doe=link]")
            links.append(one.input_value("[data-deel=adres]"))
            done(one)
    page = person(browser, links[0])
    for link in links[1:]:
        add(page, link)
    expect(page.locator("[data-deel=verzegeld]")).to_contain_text("Er liggen 9 uitslagen")
    page.click("[data-doe=begeleid]")
    assert set(heads(page)) == {*names, "Gemiddeld", "Verschil"}
    for partij, group in groups.items():
        assert column(page, partij) == shown(group, parts)
    columns = [
        [orakel.party(orakel.score(one, part) for one in group) for group in groups.values()]
        for part in parts
    ]
    assert column(page, "Gemiddeld") == [orakel.getal(orakel.together(one)) for one in columns]
    assert column(page, "Verschil") == [orakel.getal(orakel.spread(one)) for one in columns]
    done(page)


@pytest.mark.parametrize(
    ("width", "palette"), [pytest.param(1280, "light", marks=pytest.mark.long), (320, "dark")]
)
def test_what_parties_see_is_accessible(
    real: Toolbox, browser: Browser, real_address: str, width: int, palette: str
) -> None:
    found: dict[str, object] = {}
    for id in (EACH_OTHER, OWN_HOUSE, "reflectiescan"):
        total, versie = scan_of(real, id).aantallen[-1], len(scan_of(real, id).aantallen)
        page = person(browser, f"{real_address}scans/{id}/", width, color_scheme=palette)
        fill(page, [1] * total)
        belong(page, "Ann", "Waterschap met een lange naam")
        add(
            page,
            orakel.code(id, [3] * total, ("Bea", "Waterschap met een lange naam"), versie=versie),
        )
        add(page, orakel.code(id, [5] * total, ("Cor", "Gemeente"), versie=versie))
        # The second state changes the comparison alone
        for state, part in (("partijen", "html"), ("drie", "gk-meting")):
            page.evaluate("scrollTo(0, 0)")  # nothing below the bar at the bottom
            if faults := axe.check_page(page, part):
                found[f"{id} {state}"] = faults
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
            page.get_by_label(THREE).check()
        done(page)
    assert found == {}
