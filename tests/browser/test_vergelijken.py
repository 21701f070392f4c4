"""Partners compare: others' answers stay hidden until one's own are complete; differences first."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from macros.model import Toolbox
from tests.helpers import orakel
from tests.helpers.cases import daily
from tests.helpers.meting import (
    REFUSALS,
    SHORT,
    TABLE,
    TOGETHER,
    add,
    done,
    facts,
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
ALARM = Fraction("1.5")
# Own answers, then the codes of the others in the order in which they come; gives all that the
# comparison shows.
COMPARED = """async (sets) => { await document.querySelector('gk-meting').together(); return sets.map(([mine, codes]) => {
  const meting = document.querySelector('gk-meting');
  localStorage.clear();
  meting.load();
  for (const radio of document.querySelectorAll('.stellingen input')) radio.checked = +radio.value === mine[radio.name.slice(1) - 1];
  document.querySelector('.stellingen input').dispatchEvent(new Event('change', { bubbles: true }));
  for (const code of codes) {
    document.querySelector('[data-deel=erbij]').value = code;
    document.querySelector('[data-doe=erbij]').click();
  }
  const text = (node) => node.textContent;
  return {
    heads: [...document.querySelectorAll('[data-deel=tabel] thead th')].map(text),
    rows: [...document.querySelectorAll('[data-deel=tabel] tbody tr')].map((row) => [...row.querySelectorAll('td')].map(text)),
    gaps: [...document.querySelectorAll('.verschillen > li')].map(
      (item) => [text(item.querySelector('b')), ...['groot verschil', 'bespreek dit eerst'].map(
        (word) => !!item.querySelector('.alarm')?.textContent.includes(word)), text(item)]),
    fault: text(document.querySelector('[data-deel=fout]')),
  };
}); }"""


@pytest.mark.parametrize("count", [20, pytest.param(200, marks=pytest.mark.long)])
def test_groups_give_what_the_oracle_gives(
    real: Toolbox, browser: Browser, address: str, count: int
) -> None:
    """Means, differences and their order; the order of arrival does not matter."""
    record, seed = scan_of(real, SCAN), random.Random(8)  # noqa: S311
    parts = places(SCAN)
    groups = [[whole(seed, 30) for _ in range(seed.randint(2, 8))] for _ in range(count)]
    sets, turned = [], []
    for mine, *others in groups:
        codes = [orakel.code(SCAN, given, f"P{k}") for k, given in enumerate(others)]
        sets.append([mine, codes])
        turned.append([mine, seed.sample(codes, len(codes))])
    page = person(browser, f"{address}scans/{SCAN}/")
    shown = page.evaluate(COMPARED, sets)
    assert shown == page.evaluate(COMPARED, turned)
    for group, found in zip(groups, shown, strict=True):
        assert found["fault"] == ""
        scores = [[orakel.score(given, part) for given in group] for part in parts]
        assert [row[-2:] for row in found["rows"]] == [
            [orakel.getal(orakel.together(one)), orakel.getal(orakel.spread(one))] for one in scores
        ]
        assert [sorted(row[1:-2]) for row in found["rows"]] == [
            sorted(map(orakel.getal, one[1:])) for one in scores
        ]
        gaps = orakel.gaps(group, parts)
        assert [gap[:3] for gap in found["gaps"]] == [
            [record.onderdelen[i].titel, gap >= ALARM, gap >= max(ALARM, gaps[0][1])]
            for i, gap in gaps
        ]
        for (i, gap), (*_, text) in zip(gaps, found["gaps"], strict=True):
            assert f": verschil {orakel.getal(gap)} (" in text
            assert str(record.onderdelen[i].verschil) in text
    done(page)


def test_a_difference_of_exactly_one_and_a_half_is_flagged(desktop: Page, address: str) -> None:
    """29/6 - 20/6 is 1.4999999999999996 for a computer."""
    desktop.goto(f"{address}scans/{SCAN}/")
    fill(desktop, [5, 5, 5, 5, 5, 4] + [3] * 24)
    add(desktop, orakel.code(SCAN, [4, 4, 3, 3, 3, 3] + [3] * 24, "B"))
    expect(desktop.locator(".verschillen > li").first).to_contain_text(
        "Ambitie: verschil 1,5 (3,3 en 4,8) groot verschil, bespreek dit eerst"
    )


def test_nothing_of_a_partner_is_seen_before_ones_own_answers_are_complete(
    browser: Browser, address: str
) -> None:
    b = person(browser, f"{address}scans/{SCAN}/", 360)
    link = link_of(b, [2] * 30, "Waterschap")
    a = person(browser, link)
    expect(a).to_have_url(f"{address}scans/{SCAN}/")  # the answers are out of the address bar
    expect(a.locator("[data-deel=verzegeld]")).to_contain_text(
        "Er ligt 1 uitslag van partners klaar. Vul eerst zelf alles in"
    )
    fill(a, [5] * 29 + [0])
    for name in ("verschillen", "partners"):
        expect(a.locator(f"[data-deel={name}]")).to_be_hidden()
    assert "Waterschap" not in a.content()
    assert "2,0" not in a.inner_text("[data-deel=tabel]")
    fill(a, [5] * 30)
    expect(a.locator("[data-deel=verzegeld]")).to_be_hidden()
    expect(a.locator(".verschillen > li")).to_have_count(5)
    expect(a.get_by_text("Met twee partijen weet iedereen wie wat invulde.")).to_be_visible()
    assert "anoniem" not in a.inner_text("gk-meting").lower()
    expect(
        b.locator("[data-deel=verschillen]")
    ).to_be_hidden()  # B learns nothing either until A hands over
    c = person(browser, link)  # somebody who only guides
    c.get_by_role("button", name="Toch bekijken (ik begeleid alleen)").click()
    assert c.locator("[data-deel=tabel] thead th").all_inner_texts() == ["Onderdeel", "Waterschap"]
    done(a, b, c)


def test_two_hundred_damaged_links_are_refused_in_plain_words(
    browser: Browser, address: str
) -> None:
    seed = random.Random(200)  # noqa: S311
    page = person(browser, f"{address}scans/{SCAN}/")
    codes = [orakel.code(SCAN, whole(seed, 30), naam) for naam in ("", "Bouw", "B.V. =1")]
    signs = "abcXYZ019._-~%<&é"
    mutated: list[str] = []
    while len(mutated) < 200:
        code = seed.choice(codes)
        at = seed.randrange(len(code))
        sign = seed.choice(signs)
        new = seed.choice(
            [
                code[:at] + sign + code[at + 1 :],
                code[:at] + code[at + 1 :],
                code[:at] + sign + code[at:],
                code[:at],
            ]
        )
        if not any(code in new for code in codes):
            mutated.append(f"{address}scans/{SCAN}/#scan={new}")
    page.evaluate(TOGETHER)
    said = page.evaluate(
        """(links) => links.map((link) => {
          document.querySelector('[data-deel=erbij]').value = link;
          document.querySelector('[data-doe=erbij]').click();
          const { partners } = document.querySelector('gk-meting').deelnemers;
          return [link, document.querySelector('[data-deel=fout]').textContent, partners.splice(0)];
        })""",
        mutated,
    )
    mended = {code for one in said for code in one[2]}  # such as a dash for a point
    assert mended <= set(codes)
    assert [one for one in said if one[1] not in REFUSALS and not one[2]] == []
    assert len({one[1] for one in said}) > 4
    done(page)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (orakel.code("fitheidsmeting", [3] * 35), "Deze code hoort bij een andere meting."),
        (
            orakel.code(SHORT, [3] * 12, versie=7),
            "Deze versie van de meting is hier onbekend.",
        ),
        (orakel.code(SHORT, [3] * 14), "Het aantal antwoorden klopt niet."),
        (orakel.code(SHORT, [7, *[3] * 11]), "Er staat een antwoord in dat niet bestaat."),
        (
            orakel.code(SHORT, [3] * 12, datum="20260230"),
            "De datum in deze code bestaat niet. Vraag je partner om een nieuwe code.",
        ),
        (
            orakel.code(SHORT, [3] * 12, datum="20261100"),
            "De datum in deze code bestaat niet. Vraag je partner om een nieuwe code.",
        ),
        ("", "Plak hier eerst een link of code van een partner."),
        ("<img src=x onerror=alert(1)>", "Deze link of code is niet compleet."),
        (
            "~".join(orakel.code(SHORT, [3] * 12, f"P{k}") for k in range(121)),
            "Er staan te veel uitslagen in deze link.",
        ),
        (f"Kijk: https://x.nl/#scan={orakel.code(SHORT, [3] * 12, 'P')}).", "Erbij: P."),
        (" \n".join(orakel.code(SHORT, [3] * 12, "P")), "Erbij: P."),
        (
            "vertrouwensmeting1.20261121. 3333 3333 3333 .P."
            + orakel.code(SHORT, [3] * 12, "P")[-3:],
            "Erbij: P.",
        ),
    ],
)
def test_every_code_gets_an_answer(desktop: Page, address: str, code: str, answer: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    fill(desktop, [4] * 12)
    assert add(desktop, code).startswith(answer)


def test_the_same_again_and_the_same_name_again(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    mine = link_of(desktop, [4] * 12, "Ik zelf")
    assert add(desktop, mine).startswith("Dit is je eigen uitslag.")
    first, second = orakel.code(SHORT, [2] * 12, "Bouw"), orakel.code(SHORT, [3] * 12, "Bouw")
    assert add(desktop, first) == "Erbij: Bouw."
    assert add(desktop, first).startswith("Deze uitslag is er al.")
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    desktop.once("dialog", refuse)
    add(desktop, second)
    assert asked == [
        "Van Bouw is er al een uitslag van 21-11-2026, met andere antwoorden. De nieuwe gebruiken?"
    ]
    expect(desktop.locator("[data-deel=tabel] tbody tr").first.locator("td").nth(1)).to_have_text(
        "2,0"
    )
    desktop.once("dialog", lambda dialog: dialog.accept())
    add(desktop, second)
    expect(desktop.locator("[data-deel=tabel] tbody tr").first.locator("td").nth(1)).to_have_text(
        "3,0"
    )
    add(
        desktop, orakel.code(SHORT, [5] * 12, "Bouw", "20260521")
    )  # another day: an earlier round, also when it comes later
    expect(desktop.locator("[data-deel=tabel] tbody tr").first.locator("td").nth(1)).to_have_text(
        "3,0 (-2,0)"
    )
    expect(desktop.locator("[data-deel=trend] thead th").nth(1)).to_have_text("21-5-2026")
    desktop.get_by_role("button", name="Haal weg Bouw").click()
    expect(desktop.locator("[data-deel=verschillen]")).to_be_hidden()


def test_forty_by_file_and_not_one_more(browser: Browser, address: str, tmp_path: Path) -> None:
    names = [
        "<img src=x onerror=window.hit=1>",
        "=1+1",
        "\u202egnp.exe",
        "👷🏽" * 41,
        *(f"P{k:02}" for k in range(36)),
    ]
    codes = [
        orakel.code(SCAN, [1 + (k + i) % 5 for i in range(30)], naam)
        for k, naam in enumerate(names)
    ]
    page = person(browser, f"{address}scans/{SCAN}/", 320)
    fill(page, [3] * 30)
    file = {"soort": "gk-scan", "versie": 1, "scan": SCAN, "codes": codes[:39]}
    upload(page, foto=b'{"soort":"iets"}', groep=json.dumps(file).encode())
    expect(page.locator("[data-deel=fout]")).to_contain_text(
        "foto.json is geen bestand van deze meting."
    )
    expect(page.locator("[data-deel=tabel] thead th")).to_have_count(43)
    assert page.evaluate("[window.hit, document.querySelectorAll('gk-meting img').length]") == [
        None,
        0,
    ]
    assert "\u202e" not in page.inner_text("[data-deel=tabel]")
    expect(page.locator(".radar .band")).to_have_count(1)
    expect(page.locator(".radar .reeks")).to_have_count(2)
    assert add(page, codes[39]).startswith("Meer dan veertig deelnemers past niet.")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    count, text, found = printed(page, tmp_path, "vergelijking")
    assert (count, found) == (1, [])  # with such names the code would be too fine to scan
    assert "Te veel uitslagen voor een QR-code. Bewaar ze als bestand." in text
    done(page)


@pytest.mark.parametrize(
    "id", daily(1, ["fitheidsmeting", "succesfactorenscan", "reflectiescan"])
)  # most parts, and fewest
def test_a_comparison_of_eight_fits_on_its_sheet(
    real: Toolbox, browser: Browser, real_address: str, tmp_path: Path, id: str
) -> None:
    seed, versions = random.Random(11), scan_of(real, id).aantallen  # noqa: S311
    page = person(browser, f"{real_address}scans/{id}/")
    fill(page, facts(seed, versions[-1]))
    for number in range(7):
        naam, versie = f"Waterschap met een lange naam {number}", len(versions)
        add(page, orakel.code(id, facts(seed, versions[-1]), ("", naam), versie=versie))
    assert page.locator("[data-deel=tabel] thead th").count() >= 9
    assert printed(page, tmp_path, "vergelijking")[0] == 1
    page.emulate_media(media="print")
    line, room = (
        page.locator(part).first.bounding_box()
        for part in (".uitslagblad__lijnen p", ".uitslagblad__lijnen")
    )
    assert line is not None
    assert room is not None
    assert line["height"] > 30  # 8 mm, to write on
    assert line["y"] + line["height"] <= room["y"] + room["height"]
    done(page)


def test_two_partners_and_two_rounds_fit_one_printed_code(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    """What was printed opens on another device with the same numbers."""
    seed = random.Random(4)  # noqa: S311
    page = person(browser, f"{address}scans/{SCAN}/")
    page.on("dialog", lambda dialog: dialog.accept())
    page.fill("[data-deel=erbij]", "")
    for datum in ("20260521", "20261121"):
        link_of(page, whole(seed, 30), "Bouw B.V.")
        page.evaluate(
            "(datum) => { document.querySelector('gk-meting').deelnemers.datum = datum; }", datum
        )
        assert (
            add(page, orakel.code(SCAN, whole(seed, 30), "Waterschap", datum))
            == "Erbij: Waterschap."
        )
        if datum == "20260521":
            page.click("[data-doe=ronde]")
    count, text, codes = printed(page, tmp_path, "vergelijking")
    assert count == 1
    assert len(codes) == 1
    assert codes[0].startswith(f"{address}scans/{SCAN}/#scan=")
    assert "Eerst de verschillen" in text
    other = person(browser, codes[0], 360)
    other.get_by_role("button", name="Toch bekijken (ik begeleid alleen)").click()

    def numbers(one: Page) -> list[list[str]]:
        rows = one.locator("[data-deel=tabel] tbody tr").all()
        return [row.locator("td").all_inner_texts()[-2:] for row in rows]

    assert numbers(other) == numbers(page)
    assert "(" in numbers(page)[0][0]
    done(page, other)


BEFORE = orakel.code(SHORT, [4] * 12, "Bea", "20261101")
LATER = orakel.code(SHORT, [2] * 12, "Bea", "20261102")


@pytest.mark.parametrize("way", daily(1, ["link", "codes", "file"]))
def test_an_earlier_round_of_a_partner_is_sealed_too(
    browser: Browser, address: str, way: str
) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    if way == "file":
        upload(
            page,
            r=json.dumps(
                {"soort": "gk-reeks", "scan": SHORT, "rondes": [{"codes": [BEFORE]}], "codes": []}
            ).encode(),
        )
    else:
        for text in [BEFORE, LATER] if way == "codes" else [f"{BEFORE}~~{LATER}"]:
            add(page, text)
    expect(page.locator("[data-deel=verzegeld]")).to_be_visible()  # a file takes a moment to read
    page.reload()
    expect(page.locator("[data-deel=verzegeld]")).to_contain_text(
        "Er ligt 1 uitslag" if way == "file" else "Er liggen 2 uitslagen"
    )
    expect(page.locator("[data-deel=trend]")).to_be_hidden()
    assert page.locator("[data-deel=trend] td").count() == 0
    fill(page, [3] * 11 + [0])
    assert [row[0] for row in page.evaluate(TABLE)] == [
        "3,0"
    ] * 3  # no change since somebody else's round
    fill(page, [3] * 12)
    now = ["Nu"] if way == "file" else []  # else more parties than last time
    assert page.locator("[data-deel=trend] thead th").all_inner_texts() == [
        "Onderdeel",
        "1-11-2026",
        *now,
        "Verloop",
    ]
    expect(page.get_by_text("Nu: 2 partijen, vorige keer 1.")).to_be_visible(visible=not now)
    done(page)


def test_a_new_round_is_sealed_again_for_who_only_guides(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    page.on("dialog", lambda dialog: dialog.accept())
    add(page, BEFORE)
    page.click("[data-doe=begeleid]")
    page.click("[data-doe=ronde]")
    expect(page.locator("[data-deel=trend] thead th").nth(1)).to_have_text(
        "1-11-2026"
    )  # what was seen stays
    add(page, LATER)
    expect(page.locator("[data-deel=verzegeld]")).to_be_visible()
    expect(page.locator("[data-deel=tabel]")).to_be_hidden()
    done(page)


@pytest.mark.parametrize("lead", ["[22-11 10:01] {naam}: https://x.nl/scans/a/#scan=", ""])
def test_several_links_at_once_all_count(desktop: Page, address: str, lead: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    fill(desktop, [3] * 12)
    text = "\n".join(
        lead.format(naam=naam) + orakel.code(SHORT, [2] * 12, naam)
        for naam in ("Jan B.", "Piet", "Bea")
    )
    assert add(desktop, text) == "Erbij: Jan B., Piet, Bea."


@pytest.mark.parametrize("lead", ["[22-11 10:01] {naam}: https://x.nl/scans/a/#scan=", ""])
def test_one_bad_code_is_named_and_refuses_no_other(desktop: Page, address: str, lead: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    fill(desktop, [3] * 12)
    text = "\n".join(
        lead.format(naam=naam) + orakel.code(SHORT, [2] * 12, naam)
        for naam in ("Jan B.", "Piet", "Bea")
    )
    fault = add(desktop, text.replace(".Piet.", ".Pie.", 1))
    assert fault.startswith("Code 2 (Pie) doet niet mee. ")
    assert fault.split(". ", 1)[1] in REFUSALS
    assert desktop.inner_text("[data-deel=melding]") == "Erbij: Jan B., Bea."
    assert desktop.input_value("[data-deel=erbij]") != ""  # to be mended


def test_too_many_at_once_adds_none(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    codes = [orakel.code(SHORT, [2] * 12, f"P{k}") for k in range(41)]
    several = "() => document.querySelector('gk-meting').deelnemers.partners?.length ?? 0"
    assert add(desktop, "~".join(codes)).startswith("Meer dan veertig deelnemers past niet.")
    assert desktop.evaluate(several) == 0
    add(desktop, "~".join(codes[:40]))  # somebody who only guides does not count
    assert desktop.evaluate(several) == 40
    desktop.reload()
    desktop.evaluate(TOGETHER)
    assert desktop.evaluate(several) == 40
    desktop.evaluate("localStorage.clear()")
    desktop.reload()
    fill(desktop, [3] * 12)
    file = {
        "soort": "gk-reeks",
        "scan": SHORT,
        "rondes": [{"codes": [BEFORE]}],
        "codes": codes[:40],
    }
    upload(desktop, r=json.dumps(file).encode())
    expect(desktop.locator("[data-deel=fout]")).to_contain_text(
        "Meer dan veertig deelnemers past niet."
    )
    assert desktop.evaluate(several) == 0
    expect(desktop.locator("[data-deel=trend]")).to_be_hidden()


def test_what_failed_is_not_called_done(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    page.on("dialog", lambda dialog: dialog.accept())
    add(page, BEFORE)
    page.click("[data-doe=ronde]")
    expect(page.locator("[data-deel=fout]")).to_have_text("Maak eerst je eigen antwoorden af.")
    expect(page.locator("[data-deel=melding]")).to_have_text("")
    fill(page, [3] * 12)
    page.click("[data-doe=ronde]")
    expect(page.locator("[data-deel=melding]")).to_contain_text("Nieuwe ronde.")
    expect(page.locator("[data-deel=fout]")).to_have_text("")
    add(page, "onzin")
    expect(page.locator("[data-deel=melding]")).to_have_text("")
    done(page)


def test_news_is_in_view_and_covers_no_focus(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/", 360)
    fill(page, [3] * 12)
    for button, where in (("link", "melding"), ("erbij", "fout")):
        page.click(f"[data-doe={button}]")
        strip = page.locator(f"[data-deel={where}]")
        expect(strip).not_to_be_empty()
        expect(strip).to_be_in_viewport(ratio=1)
        pressed = page.locator(f"[data-doe={button}]").bounding_box()
        news = strip.bounding_box()
        assert pressed
        assert news
        assert pressed["y"] + pressed["height"] <= news["y"]
    assert add(page, orakel.code(SHORT, [2] * 12, "Bea")) == "Erbij: Bea."
    expect(page.get_by_role("heading", name="Eerst de verschillen")).to_be_focused()
    expect(page.get_by_role("heading", name="Eerst de verschillen")).to_be_in_viewport()
    page.locator("[name=v1]").first.check()
    expect(page.locator("[data-deel=melding]")).to_be_empty()  # read, and gone at the next answer
    done(page)


def test_everyone_is_compared_with_their_own_last_round(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    page.on("dialog", lambda dialog: dialog.accept())
    fill(page, [2] * 12)
    add(page, orakel.code(SHORT, [4] * 12, ""))  # no names: my own answers are known all the same
    page.evaluate("() => { document.querySelector('gk-meting').deelnemers.datum = '20261101'; }")
    page.click("[data-doe=ronde]")
    page.reload()
    fill(page, [4] * 12)
    trend = page.locator("[data-deel=trend]")
    assert [row[0] for row in page.evaluate(TABLE)] == ["4,0 (+2,0)"] * 3
    assert "Nu" not in trend.locator("thead").inner_text()
    expect(trend).to_contain_text("Nu: 1 van 2 partijen")
    add(page, orakel.code(SHORT, [5] * 12, ""))
    assert page.evaluate(TABLE)[0] == ["4,0 (+2,0)", "5,0", "4,5 (+1,5)", "1,0"]
    assert trend.locator("tbody tr").first.locator("td").all_inner_texts()[:2] == ["3,0", "4,5"]
    expect(trend).not_to_contain_text("van 2 partijen")
    done(page)


def test_the_picture_names_everyone_it_shows(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    fill(desktop, [3] * 12)
    for code in (BEFORE, orakel.code(SHORT, [5] * 12, "Bouw & B.V.")):
        add(desktop, code)
    desktop.evaluate("""() => {
      const own = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
      Object.defineProperty(Image.prototype, 'src', { set(text) { window.beeld = decodeURIComponent(text); own.set.call(this, text); } });
    }""")
    assert saved(desktop, "png")[:4] == b"\x89PNG"
    picture = desktop.evaluate("beeld")
    for naam in ("Ik", "Bea", "Bouw &amp; B.V."):
        assert f">{naam}</text>" in picture
    assert picture.count("reeks reeks--") == 6  # a line and a sign for each


def test_from_invitation_to_agenda(browser: Browser, address: str) -> None:
    a = person(browser, f"{address}scans/{SHORT}/")
    a.get_by_text("Nodig anderen uit").click()
    words = a.get_by_label("Pas de tekst aan en kopieer hem").input_value()
    assert words.endswith(f"/scans/{SHORT}/")
    b = person(browser, f"{address}scans/{SHORT}/", 360, has_touch=True)
    link = link_of(b, [1, 1, 2, 1, 4, 4, 4, 4, 3, 3, 3, 3], "")
    link_of(a, [5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 4], "Bouw")
    assert add(a, link) == "Erbij: een partner zonder naam."
    assert a.locator("[data-deel=tabel] thead th").all_inner_texts() == [
        "Onderdeel",
        "Bouw",
        "Partner 1",
        "Gemiddeld",
        "Verschil",
    ]
    a.locator(".verschillen .actielink").first.click()
    expect(a).to_have_url(f"{address}verbeteragenda/")
    expect(a.locator(".actie:visible .actie__bron")).to_contain_text("Begin met:")
    expect(a.locator(".actie:visible [name=actie]")).to_be_focused()
    a.go_back()
    expect(a.locator(".verschillen > li")).to_have_count(3)  # nothing was lost
    done(a, b)
