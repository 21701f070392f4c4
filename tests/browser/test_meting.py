"""A meting that one person fills in: answers, arithmetic, result, exports, paper, storage."""

from __future__ import annotations

import json
import math
import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.model import Toolbox
from tests.helpers import orakel
from tests.helpers.meting import (
    BLOCKED,
    FILL,
    KEYS,
    SHORT,
    TABLE,
    add,
    answers,
    done,
    fill,
    link_of,
    person,
    printed,
    saved,
    scan_of,
    upload,
    whole,
)
from tests.helpers.pinned import places

SCAN = "reflectiescan"
# Everything that one filling shows, in one call: cells of the table, points of the radar, the files
# for Dutch Excel and for other programs.
SHOWN = f"""async (all) => {{
  const read = {TABLE}, found = [];
  await document.querySelector('gk-meting').takeAway();
  let blob;
  // What the button saves.
  const table = async (name) => {{
    blob = undefined;
    document.querySelector(`[data-doe=${{name}}]`).click();
    while (!blob) await null;
    return blob.text();
  }};
  URL.createObjectURL = (given) => {{ blob = given; return '#'; }};
  HTMLAnchorElement.prototype.click = () => {{}};
  for (const answers of all) {{
    ({FILL})(answers);
    const csv = await table('csv');
    const abroad = await table('csvAnders');
    const points = document.querySelector('.radar .reeks polygon')?.getAttribute('points') ?? '';
    const status = document.querySelector('.voortgang [role=status]').textContent;
    found.push({{ table: read().map((row) => row[0]), points, status, csv, abroad }});
  }}
  return found;
}}"""


def test_fillings_give_what_the_oracle_gives(browser: Browser, address: str) -> None:
    """Table, radar and file are the same numbers; what is open or unknown never counts."""
    seed = random.Random(6)  # noqa: S311
    parts = places(SCAN)
    given = [
        answers(seed, 30) if k % 3 else [seed.choice((0, 0, 0, 1, 4, 6)) for _ in range(30)]
        for k in range(20)
    ]
    given = [one if any(one) else [1, *one[1:]] for one in given]
    page = person(browser, f"{address}scans/{SCAN}/")
    for one, shown in zip(given, page.evaluate(SHOWN, given), strict=True):
        scores = [orakel.score(one, part) for part in parts]
        texts = [orakel.getal(score) for score in scores]
        assert shown["status"] == f"{sum(1 for answer in one if answer)} van 30 beantwoord"
        assert shown["table"] == texts
        assert shown["csv"].split("\r\n")[1] == ";".join(f'"{text}"' for text in ["Ik", *texts])
        points = ["Ik", *(text.replace(",", ".") for text in texts)]
        assert shown["abroad"].split("\r\n")[1] == ",".join(f'"{text}"' for text in points)
        found = [tuple(map(float, point.split(","))) for point in shown["points"].split()]
        known = [(i, float(score)) for i, score in enumerate(scores) if score is not None]
        assert len(found) == len(known)
        for (x, y), (i, score) in zip(found, known, strict=True):
            angle = 2 * math.pi * i / 5 - math.pi / 2
            assert (
                math.dist(
                    (x, y),
                    (
                        280 + math.cos(angle) * 118 * score / 5,
                        158 + math.sin(angle) * 118 * score / 5,
                    ),
                )
                < 0.1
            )
    done(page)


def test_a_half_is_rounded_away_from_zero(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    fill(desktop, [2, 2, 2, 3, 4, 4, 4, 5, 0, 0, 6, 6])
    assert [row[0] for row in desktop.evaluate(TABLE)] == ["2,3", "4,3", "–"]


def test_everything_can_be_answered_by_keyboard(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    desktop.locator("[name=v1]").first.focus()
    desktop.keyboard.type("4?0521345123", delay=2)
    expect(desktop.locator(".voortgang [role=status]")).to_have_text("11 van 12 beantwoord")
    desktop.locator("[name=v3]").first.focus()
    desktop.keyboard.press("Space")
    expect(desktop.locator(".voortgang [role=status]")).to_have_text("12 van 12 beantwoord")
    desktop.keyboard.press("ArrowRight")
    assert desktop.locator("[name=v3]:checked").get_attribute("value") == "2"
    desktop.locator("[name=v12]").first.focus()
    desktop.keyboard.press("4")
    expect(
        desktop.locator("[name=v12][value='4']")
    ).to_be_focused()  # after the last one the ring is on the answer
    desktop.get_by_role("link", name="Naar de uitslag").press("Enter")
    expect(desktop.locator("#jouw-uitslag")).to_be_in_viewport()
    desktop.get_by_role("button", name="Kopieer mijn link").press("Enter")
    assert "#scan=vertrouwensmeting1." in desktop.input_value("[data-deel=adres]")


def test_the_contents_lead_to_the_result_also_before_there_is_one(
    desktop: Page, address: str
) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    contents = desktop.get_by_role("navigation", name="Op deze pagina")
    contents.get_by_role("link", name="Uitslag", exact=True).click()
    expect(desktop.get_by_role("heading", name="Uitslag", exact=True)).to_be_in_viewport()
    expect(desktop.get_by_text("Hier komt je gemiddelde")).to_be_in_viewport()
    expect(desktop.get_by_text("Zonder JavaScript")).to_be_hidden()


def test_six_answers_stand_on_one_row_of_a_phone(phone: Page, address: str) -> None:
    """Only the ends and the chosen answer are named; who listens hears all names."""
    phone.goto(f"{address}scans/bouwstenenscan/")
    row = phone.locator(".stelling:not(.stelling--feit)").first
    cells = row.locator("label")
    for width in (360, 320):
        phone.set_viewport_size({"width": width, "height": 740})
        boxes = cells.evaluate_all(
            "(all) => all.map((one) => one.getBoundingClientRect().toJSON())"
        )
        assert len({box["y"] for box in boxes}) == 1
        assert all(box["height"] >= 44 and box["width"] >= 24 for box in boxes)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    names = row.locator("small")
    seen = (
        "(all) => all.filter((one) => +getComputedStyle(one).opacity).map((one) => one.innerText)"
    )
    assert names.evaluate_all(seen) == ["helemaal niet", "helemaal wel"]
    row.get_by_role("radio", name="4 grotendeels").check()
    assert names.evaluate_all(seen) == ["grotendeels"]
    assert row.get_by_role("radio", name="? weet ik niet").count() == 1


def test_digits_work_at_once_also_in_a_new_round(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/bouwstenenscan/")
    first = desktop.locator(".stelling").first
    desktop.get_by_role("link", name="Begin met invullen").press("Enter")
    desktop.keyboard.press("5")
    expect(first.locator(":checked")).to_have_value("5")
    expect(desktop.locator(".stelling").nth(1).locator("input").first).to_be_focused()
    fill(desktop, [3] * 29)
    desktop.on("dialog", lambda dialog: dialog.accept())
    desktop.get_by_role("button", name="Begin een nieuwe ronde").click()
    expect(first.locator("input").first).to_be_focused()
    expect(first).to_be_in_viewport(ratio=1)
    desktop.keyboard.press("5")
    expect(desktop.locator(".voortgang [role=status]")).to_have_text("1 van 26 beantwoord")


def test_paper_shows_what_the_screen_shows(desktop: Page, address: str) -> None:
    """Ctrl + P: an empty form, what is filled in of it, and the result once there is one."""
    crosses = """() => {
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('afterprint'));
      return [...document.querySelectorAll('.blad__tabel--meting tr')]
        .map((row) => [...row.cells].findIndex((cell) => cell.textContent === 'X'))
        .filter((column) => column > 0);
    }"""
    desktop.goto(f"{address}scans/bouwstenenscan/")
    desktop.evaluate("window.print = () => { document.title = 'geprint'; }")
    assert desktop.evaluate(crosses) == []
    desktop.locator("[name=v1][value='5']").check()
    desktop.locator(".stelling").last.locator("[value='6']").check()
    desktop.keyboard.press("Control+p")
    assert desktop.evaluate(crosses) == [5, 6]
    expect(desktop.locator(".blad--uitslag")).to_be_hidden()
    desktop.get_by_text("Meer", exact=True).click()
    desktop.get_by_role("button", name="Print de lege meting").click()
    expect(desktop).to_have_title("geprint")
    assert desktop.evaluate(crosses) == []
    assert desktop.evaluate(crosses) == [5, 6]
    fill(desktop, [3] * 29)
    desktop.evaluate("document.title = ''")
    desktop.keyboard.press("Control+p")
    expect(desktop).to_have_title("geprint")
    desktop.emulate_media(media="print")
    expect(desktop.locator(".blad--uitslag")).to_be_visible()
    expect(desktop.locator(".blad--meting")).to_be_hidden()


def test_answers_stay_and_nothing_is_sent(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SCAN}/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    icon = page.locator("link[rel=icon]").evaluate(
        "(link) => link.href"
    )  # a browser fetches it when it likes
    page.on("request", lambda request: None if request.url == icon else asked.append(request.url))
    page.context.set_offline(True)
    given = answers(random.Random(1), 30)  # noqa: S311
    fill(page, given)
    assert asked == []
    page.context.set_offline(False)
    page.reload()
    kept = page.evaluate(
        "[...document.querySelectorAll('.stellingen :checked')].map((r) => [+r.name.slice(1), +r.value])"
    )
    assert kept == [[plek, value] for plek, value in enumerate(given, 1) if value]
    other = page.context.new_page()  # two tabs stay in step
    other.goto(f"{address}scans/{SCAN}/")
    fill(page, [3] * 30)
    expect(other.locator(".voortgang [role=status]")).to_have_text("30 van 30 beantwoord")
    done(page)


def test_the_lowest_two_come_first_with_their_instruments(
    real: Toolbox, desktop: Page, address: str
) -> None:
    record = scan_of(real, SCAN)
    desktop.goto(f"{address}scans/{SCAN}/")
    fill(desktop, [5] * 6 + [3] * 6 + [2] * 6 + [4] * 6 + [1] * 6)
    first = desktop.locator("[data-deel=advies] > ul li")
    assert first.count() == 2
    expect(first.nth(0)).to_contain_text(f"Proces (1,0). {record.onderdelen[4].laag.tekst}")
    expect(first.nth(1)).to_contain_text(f"Relatie (2,0). {record.onderdelen[2].laag.tekst}")
    links = (
        first.nth(0)
        .locator("a:not(.actielink)")
        .evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    )
    assert links == [f"../../instrumenten/{id}/" for id in record.onderdelen[4].laag.instrumenten]
    desktop.locator("[data-deel=advies] summary").click()
    expect(desktop.locator("[data-deel=advies] details li")).to_have_count(3)
    fill(desktop, [5] * 30)
    expect(first).to_have_count(0)
    expect(
        desktop.get_by_text("Geen onderdeel ligt onder 3,5. Kies samen wat je wilt vasthouden.")
    ).to_be_visible()


def test_much_that_is_unknown_is_said(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    fill(desktop, [6, 6, 2, 2, 6, 4, 4, 4, 6, 6, 6, 6])
    desktop.locator("[data-deel=advies] summary").click()
    items = desktop.locator("[data-deel=advies] li").all_inner_texts()
    assert ["Zoek dit eerst samen uit" in item for item in items] == [True, False, True]


def test_every_line_has_its_own_dash_and_marker(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    signs = desktop.evaluate("""() => Array.from({ length: 16 }, (_, k) => {
      const [line, mark] = Gk.radar.sign(k).querySelectorAll('path');
      return line.getAttribute('stroke-dasharray') + mark.getAttribute('d');
    })""")
    assert len(set(signs)) == 16


def test_the_picture_is_a_picture(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SCAN}/")
    fill(desktop, [3] * 30)
    picture = saved(desktop, "png")
    assert picture[:4] == b"\x89PNG"
    assert len(picture) > 20_000


def test_wiping_leaves_nothing(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    fill(desktop, [3] * 12)
    desktop.fill("[data-deel=naam]", "Bouw")
    assert "Bouw" not in desktop.evaluate("localStorage.getItem('gk.scan.vertrouwensmeting')")
    desktop.get_by_label("Onthoud mijn naam en partij").check()
    assert "Bouw" in desktop.evaluate("localStorage.getItem('gk.scan.vertrouwensmeting')")
    desktop.on("dialog", lambda dialog: dialog.accept())
    desktop.get_by_role("button", name="Wis deze meting").click()
    assert desktop.evaluate(KEYS) == []
    expect(desktop.locator(".stellingen :checked")).to_have_count(0)
    expect(
        desktop.get_by_role("heading", name="Uitslag", exact=True)
    ).to_be_focused()  # the button is gone


@pytest.mark.parametrize(
    "stored",
    [
        '{"opslag":1,"mijn":"x","partners":[1,"y"],"rondes":{"a":1}}',
        "[",
        '{"opslag":0}',
        "null",
        "7",
    ],
)
def test_damaged_memory_is_passed_over(browser: Browser, address: str, stored: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    page.evaluate("(text) => localStorage.setItem('gk.scan.vertrouwensmeting', text)", stored)
    page.reload()
    expect(page.locator(".voortgang [role=status]")).to_have_text("0 van 12 beantwoord")
    fill(page, [4] * 12)
    assert [row[0] for row in page.evaluate(TABLE)] == ["4,0"] * 3
    done(page)


def test_without_memory_it_works_and_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script(BLOCKED)
    page = context.new_page()
    page.goto(f"{address}scans/{SHORT}/")
    fill(page, [4] * 12)
    assert [row[0] for row in page.evaluate(TABLE)] == ["4,0"] * 3
    expect(page.get_by_role("alert")).to_contain_text("Deze browser bewaart niets.")
    context.close()


def test_from_a_folder_it_works_as_from_a_server(
    browser: Browser, pinned: Path, tmp_path: Path
) -> None:
    url = f"{(pinned / 'scans' / SHORT / 'index.html').as_uri()}"
    page = person(browser, url)
    link = link_of(page, [4, 3, 2, 1] * 3, "Map")
    assert link.startswith(
        "https://"
    )  # the address of the site, since a partner cannot open this folder
    page.reload()
    expect(page.locator(".voortgang [role=status]")).to_have_text("12 van 12 beantwoord")
    page.goto(f"{url}#{link.partition('#')[2]}")
    count, _, codes = printed(page, tmp_path, "print")
    assert count == 1
    page.keyboard.press("Control")
    assert add(page, orakel.code(SHORT, [2] * 12, "Bea")) == "Erbij: Bea."
    assert re.sub(r"Map|\....$", "", link) == re.sub(r"\....$", "", codes[0])
    page.get_by_role("link", name="Maak er een actie van").first.click()
    expect(page.locator(".actie:visible")).to_have_count(1)
    theme = (
        "Access to font",
        "Failed to load resource",
        "Invalid script",
    )  # letters and search do not work from a folder
    assert [line for line in page.seen if not line.startswith(theme)] == []  # type: ignore[attr-defined]
    page.context.close()


def test_the_result_prints_on_one_a4_with_its_own_data(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    page = person(browser, f"{address}scans/{SCAN}/")
    given = whole(random.Random(3), 30)  # noqa: S311
    link = link_of(page, given, "Bouw B.V.")
    count, text, codes = printed(page, tmp_path, "print")
    assert (count, codes) == (1, [link])
    assert "Begin hier" in text
    digits = "".join(map(str, given))
    typed = " ".join(digits[i : i + 6] for i in range(0, 30, 6))
    assert typed in text
    assert link.rpartition(".")[2] in text
    page.keyboard.press("Control")  # on the way to Ctrl + P: the blank form again
    count, text, codes = printed(page, tmp_path)
    assert link not in codes
    assert "Begin hier" not in text
    done(page)


def test_long_and_short_metingen_fit_on_their_sheet(
    real: Toolbox, browser: Browser, real_address: str, tmp_path: Path
) -> None:
    for id in ("fitheidsmeting", "mijn-houding"):  # the longest, and one with few parts
        total = scan_of(real, id).aantallen[-1]
        page = person(browser, f"{real_address}scans/{id}/")
        link_of(page, [1] * total, "Een naam van veertig tekens of net iets m")
        count, _, codes = printed(page, tmp_path, "print")
        assert (id, count, len(codes)) == (id, 1, 1)
        done(page)


def _newer(route: Route) -> None:
    """The page of a second version that asks one more statement, in the middle of the page."""
    html = route.fetch().text()
    assert 'data-aantallen="12"' in html
    extra = '<fieldset class="stelling"><legend>Deze stelling is nieuw.</legend>' + "".join(
        f'<label><input type="radio" name="v13" value="{value}"> {value}</label>'
        for value in range(1, 7)
    )
    html = html.replace('data-aantallen="12"', 'data-aantallen="12,13"', 1)
    route.fulfill(
        body=html.replace(
            '<fieldset class="stelling">', f'{extra}</fieldset><fieldset class="stelling">', 1
        ),
        content_type="text/html",
    )


def test_version_one_still_opens_after_version_two(browser: Browser, address: str) -> None:
    """A link, a file and what the device remembers, all made before a statement was added."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}scans/{SHORT}/")
    link = link_of(page, [4] * 12, "Oud")
    file = saved(page, "bestand")
    page.route(re.compile(r"/vertrouwensmeting/(#.*)?$"), _newer)
    page.goto(f"{address}scans/{SHORT}/")
    expect(page.locator(".voortgang [role=status]")).to_have_text("12 van 13 beantwoord")
    newer = orakel.code(SHORT, [5] * 13, "Nieuw", versie=2)
    assert add(page, newer) == ""  # closed until the new statement is answered too
    page.locator("[name=v13][value='1']").check()
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Begin een nieuwe ronde").click()
    fill(page, [4] * 13)
    assert add(page, link) == "Erbij: Oud."
    upload(page, oud=file)
    expect(page.locator("[data-deel=melding]")).to_contain_text("Deze uitslag is er al.")
    expect(page.locator("[data-deel=partners] li")).to_have_count(1)
    older = {
        "soort": "gk-reeks",
        "scan": SHORT,
        "rondes": [{"codes": [orakel.code(SHORT, [2] * 12, "Oud", "20270101")]}],
        "codes": [],
    }
    upload(page, reeks=json.dumps(older).encode())
    fill(page, [4] * 12 + [1])  # the new statement counts now, but not in the change
    page.get_by_role("button", name="Haal weg Oud").click()
    page.fill("[data-deel=naam]", "Oud")  # a round from a file is mine when it bears my name
    assert [row[0] for row in page.evaluate(TABLE)] == ["3,4 (+2,0)", "4,0 (+2,0)", "4,0 (+2,0)"]
    first = page.locator("[data-deel=trend] tbody tr").first.locator("td")
    assert first.all_inner_texts()[:3] == [
        "4,5",
        "2,0",
        "4,0",
    ]  # every round over the statements that all have
    expect(page.locator("[data-deel=nieuw]")).to_contain_text(
        "telt hier niet mee: Deze stelling is nieuw."
    )
    context.close()
    other = browser.new_page()  # an older site says what is wrong with a newer code
    other.goto(f"{address}scans/{SHORT}/")
    assert add(other, newer).startswith("Deze versie van de meting is hier onbekend.")
    other.close()


def test_the_next_round_shows_what_changed(browser: Browser, address: str) -> None:
    parts = places(SCAN)
    seed = random.Random(12)  # noqa: S311
    rounds = [whole(seed, 30) for _ in range(3)]
    page = person(browser, f"{address}scans/{SCAN}/")
    page.on("dialog", lambda dialog: dialog.accept())
    for k, given in enumerate(rounds):
        page.evaluate("(k) => { Gk.days.ymd = () => `2026110${k + 1}`; }", k)
        fill(page, given)
        if k < 2:
            page.evaluate(
                f"() => {{ document.querySelector('gk-meting').deelnemers.datum = '2026110{k + 1}'; }}"
            )
            page.click("[data-doe=ronde]")
            expect(page.get_by_text("Nieuwe ronde. De meting staat leeg klaar.")).to_be_visible()
    now, before, first = (
        [orakel.score(given, part) for part in parts] for given in reversed(rounds)
    )
    wanted = [
        f"{orakel.getal(a)} ({orakel.change(a, b)})" for a, b in zip(now, before, strict=True)
    ]
    assert [row[0] for row in page.evaluate(TABLE)] == wanted
    trend = page.locator("[data-deel=trend] tbody tr").all()
    for row, three in zip(trend, zip(first, before, now, strict=True), strict=True):
        assert row.locator("td").all_inner_texts()[:3] == [orakel.getal(score) for score in three]
    # the series as a file restores rounds and actions elsewhere
    series = json.loads(saved(page, "reeks"))
    assert [ronde["datum"] for ronde in series["rondes"]] == ["20261101", "20261102"]
    other = person(browser, f"{address}scans/{SCAN}/")
    upload(other, r=json.dumps(series).encode())
    expect(other.locator("[data-deel=verzegeld]")).to_be_visible()
    other.click("[data-doe=begeleid]")
    expect(other.locator("[data-deel=trend] tbody tr")).to_have_count(5)
    done(page, other)


def test_what_a_newer_version_wrote_is_never_overwritten(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    newer = '{"opslag":2,"mijn":{"v1":5}}'
    page.evaluate("(text) => localStorage.setItem('gk.scan.vertrouwensmeting', text)", newer)
    page.reload()
    said = "Op dit apparaat staan gegevens van een nieuwere versie van deze site."
    expect(page.get_by_role("alert")).to_contain_text(said)
    fill(page, [4] * 12)
    expect(page.get_by_role("alert")).to_contain_text(said)
    assert page.evaluate("localStorage.getItem('gk.scan.vertrouwensmeting')") == newer
    done(page)


def test_what_could_not_be_stored_stays_on_the_screen(browser: Browser, address: str) -> None:
    """Also after going back to this page, which then asks the memory of the device again."""
    page = browser.new_page()
    page.add_init_script(BLOCKED)
    page.goto(f"{address}scans/{SHORT}/")
    fill(page, [4] * 12)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".voortgang [role=status]")).to_have_text("12 van 12 beantwoord")
    page.close()


def test_news_is_said_once(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    fill(page, [4] * 11 + [0])
    page.evaluate(
        """() => { window.said = [];
          for (const node of document.querySelectorAll("[role=alert], [role=status]")) {
            const note = (changes) => changes.forEach(() => node.textContent && said.push(node.textContent));
            new MutationObserver(note).observe(node, { childList: true });
          } }"""
    )
    page.locator("[data-deel=naam]").press_sequentially("Ann")
    upload(page, verkeerd=b"{}")
    expect(page.get_by_role("alert")).not_to_be_empty()
    said = page.evaluate("said")
    assert [text.split(".json")[0] for text in said] == ["verkeerd"], said
    done(page)


def test_a_new_round_asks_after_the_open_actions(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}verbeteragenda/#actie={SHORT}.kunnen.laag")
    page.locator(".actie:visible [name=actie]").fill("Elke maandag <b>bellen")
    page.locator(".actie:visible [name=stand]").select_option("loopt")
    for stand in ("gedaan", "vervallen"):
        page.evaluate("(hash) => { location.hash = hash; }", f"#actie={SHORT}.kunnen.laag")
        page.locator(".actie:visible [name=stand]").last.select_option(stand)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}scans/{SHORT}/")
    fill(page, [4] * 12)
    page.click("[data-doe=ronde]")
    asked = page.get_by_role("list", name="Acties die nog open staan").get_by_role("listitem")
    expect(asked).to_have_text(["Elke maandag <b>bellen: loopt"])
    done(page)


def test_without_scripts_the_page_is_a_form(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}scans/{SCAN}/")
    assert page.locator(".stellingen").get_by_role("radio").count() == 180
    expect(page.locator("gk-meting")).to_be_hidden()
    expect(page.get_by_text("Tel per onderdeel je antwoorden op")).to_be_visible()
    expect(page.get_by_text("Zonder JavaScript rekent deze pagina niets uit")).to_be_visible()
    context.close()
