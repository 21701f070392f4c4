"""Names and typed words stay what they are: in every script and direction, and when a browser
translates the page (mastodon/mastodon #13325).
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers import orakel
from tests.helpers.cases import daily
from tests.helpers.meting import SHORT, add, done, fill, link_of, person, saved

# As Google Translate works (facebook/react #11538, palantir/blueprint #7140): every text goes in
# two <font> elements, now and whenever the page changes; what asks not to be translated stays.
TRANSLATE = """() => {
  const SKIP = '[translate=no], .notranslate, script, style, template, font, textarea';
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  const translate = (text) => {
    const parent = text.parentElement;
    if (!parent || parent.closest(SKIP) || !text.data.trim()) return;
    const font = document.createElement('font');
    font.append(document.createElement('font'));
    font.firstChild.textContent = text.data.replace(/[a-z]+/gi, (word) => `x${word}`);
    text.replaceWith(font);
  };
  texts(document.body).forEach(translate);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) (node.nodeType === 3 ? [node] : texts(node)).forEach(translate);
    }
  }).observe(document.body, { childList: true, subtree: true });
  document.documentElement.className += ' translated-ltr';
}"""
NAMES = [
    "محمد العربي",
    "דוד כהן (Bouw)",
    "李小龍",
    "Łukasz Šimić",
    "क्षत्रिय",
    "👩‍👩‍👧‍👦 Familie",
    "Bakker",  # a word that a browser would translate
]


@pytest.mark.parametrize("name", daily(1, NAMES))
def test_a_name_is_whole_wherever_it_is_shown(browser: Browser, address: str, name: str) -> None:
    """In table, legend, list and message, each kept apart from what stands around it."""
    b = person(browser, f"{address}scans/{SHORT}/")
    link = link_of(b, [2] * 12, f"\u200f{name}\u200f" if name[0] > "\u0500" else name)
    a = person(browser, f"{address}scans/{SHORT}/")
    fill(a, [5] * 12)
    add(a, link)
    shown = a.locator("bdi[translate=no].notranslate").filter(has_text=name)
    expect(shown.locator("visible=true")).to_have_count(5)  # message, table, legend, list, button
    assert set(shown.all_text_contents()) == {name}
    expect(a.locator("[data-deel=melding]")).to_have_text(f"Erbij: {name}.")
    label = a.locator("[data-deel=figuur] svg[aria-label]").first.get_attribute("aria-label") or ""
    assert name in label
    assert ("\u2068" in label) == ("\u0590" < name[0] < "\u0900")
    assert f'"{name}"' in saved(a, "csv").decode()
    done(a, b)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("A" * 39 + "🇳🇱", "A" * 39),  # bitrix24/b24ui #364: half a flag is another country
        ("A" * 38 + "🇳🇱B", "A" * 38 + "🇳🇱"),
        ("A" * 36 + "👩‍👩‍👧‍👦", "A" * 36),
        ("A" * 39 + "e\u0301", "A" * 39),  # askama-rs/askama #183
        ("A" * 38 + "क्षत्रिय", "A" * 38),  # productdevbook/cizgile #11
        ("A" * 39 + "👍🏽", "A" * 39),
        ("e" + "\u0301" * 60, "e" + "\u0301" * 39),  # one letter that is too long on its own
        ("B" * 60, "B" * 40),
    ],
)
def test_a_long_name_is_not_cut_inside_a_sign(
    desktop: Page, address: str, typed: str, kept: str
) -> None:
    desktop.goto(f"{address}scans/{SHORT}/")
    assert desktop.evaluate("(name) => Gk.codec.nameOf(name)", typed) == kept


def test_an_old_browser_cuts_a_long_name_all_the_same(desktop: Page, address: str) -> None:
    desktop.add_init_script("delete Intl.Segmenter")
    desktop.goto(f"{address}scans/{SHORT}/")
    assert desktop.evaluate("Gk.codec.nameOf('B'.repeat(60))") == "B" * 40


def test_a_translated_meting_keeps_names_numbers_and_answers(
    browser: Browser, address: str
) -> None:
    page = person(browser, f"{address}scans/{SHORT}/")
    page.evaluate(TRANSLATE)
    expect(page.locator("h1")).to_contain_text("xVertrouwens\u00adxmeting")
    fill(page, [5] * 12)
    add(page, orakel.code(SHORT, [2] * 12, "Bakker"))
    expect(page.locator("[data-deel=melding]")).to_have_text("xErbij: Bakker.")
    expect(page.locator("[data-deel=partners] bdi").first).to_have_text("Bakker")
    page.locator("details:has([data-doe=csv]) > summary").click()
    lines = saved(page, "csv").decode().split("\r\n")
    assert lines[2].startswith('"Bakker";"2,0"')
    page.click("[data-doe=weg]")
    expect(page.locator("[data-deel=partners] li")).to_have_count(0)
    page.reload()
    expect(page.locator(".voortgang [role=status]")).to_have_text("12 van 12 beantwoord")
    done(page)


def test_what_was_said_is_said_once_when_the_page_is_translated(
    desktop: Page, address: str
) -> None:
    """A screen reader would read the same line again at every click."""
    desktop.goto(f"{address}scans/{SHORT}/")
    desktop.evaluate(TRANSLATE)
    desktop.locator(".stelling label").first.click()
    status = desktop.locator(".voortgang [role=status]")
    expect(status).to_have_text("1 xvan 12 xbeantwoord")
    desktop.evaluate("""() => {
      window.said = 0;
      const status = document.querySelector('.voortgang [role=status]');
      new MutationObserver(() => { window.said += 1; }).observe(status, { childList: true });
    }""")
    desktop.locator(".stelling label").nth(1).click()
    desktop.evaluate("new Promise(requestAnimationFrame)")
    assert desktop.evaluate("window.said") == 0


def test_a_translated_finder_finds_both_languages(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/")
    field = desktop.get_by_role("textbox", name="Woord")
    field.fill("belang")
    desktop.wait_for_function("() => Gk.search.engine && Gk.feiten")
    desktop.evaluate("new Promise(requestAnimationFrame)")
    shown = desktop.locator(".kaartje:not([hidden])")
    wanted = shown.count()
    desktop.evaluate(TRANSLATE)
    saying = desktop.locator(".kaartje", has_text="xbelang").count()
    assert saying
    field.fill("")
    field.fill("belang")
    expect(shown).to_have_count(wanted)
    # What only the engine finds, by words beside the cards, it finds in our language alone.
    field.fill("")
    field.fill("xbelang")
    expect(shown.filter(has_text="xbelang")).to_have_count(saying)
    expect(desktop.locator(".zoeker__bijna")).to_be_hidden()
    desktop.goto(f"{address}instrumenten/?fase=verkennen&soort=scan&wereld=oranje")
    desktop.evaluate(TRANSLATE)
    field.fill(" ")
    expect(desktop.locator(".zoeker__aantal")).to_contain_text("xsluit xde xrest xuit")


def test_a_translated_checklist_keeps_what_was_typed(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}checklists/fase-delen-klaar/")
    desktop.evaluate(TRANSLATE)
    line = desktop.locator("[data-punt]").first
    line.locator("[aria-expanded]").click()
    line.locator("[name=staat]").select_option("deels")
    line.locator("[name=wie]").fill("Bakker")
    line.locator("[name=notitie]").fill("שלום")
    expect(line.locator(".punt__extra")).to_have_text("xdeels, Bakker: שלום")
    desktop.reload()
    expect(line.locator(".punt__extra")).to_have_text("deels, Bakker: שלום")


def test_a_translated_agenda_keeps_what_was_typed(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}verbeteragenda/")
    desktop.evaluate(TRANSLATE)
    desktop.locator("[data-doe=nieuw]").click()
    desktop.locator("[name=actie]").fill("Bel de bakker")
    desktop.locator("[name=wie]").fill("محمد")
    cells = desktop.locator(".blad--agenda tbody tr").first.locator("td")
    assert cells.all_text_contents()[:2] == ["Bel de bakker", "محمد"]
    assert "Bel de bakker (wie: \u2068محمد\u2069;" in saved(desktop, "tekst").decode()
    desktop.locator("[data-doe=weg]").click()
    expect(desktop.locator("[data-deel=leeg]")).to_be_visible()


def test_the_search_works_on_a_translated_page(desktop: Page, address: str) -> None:
    desktop.goto(address)
    desktop.evaluate(TRANSLATE)
    desktop.keyboard.press("Control+k")
    desktop.wait_for_function("() => Gk.search.engine")
    field = desktop.get_by_role("combobox")
    field.fill("samnwxrkqng")
    status = desktop.locator(".zoek__status")
    expect(status.locator("bdi")).to_have_text("samnwxrkqng")
    status.get_by_role("button").first.click()
    expect(desktop.get_by_role("option").first).to_be_visible()


def test_what_is_typed_is_never_offered_for_translation(desktop: Page, address: str) -> None:
    for page in (
        f"scans/{SHORT}/",
        "verbeteragenda/",
        "checklists/fase-delen-klaar/",
        "instrumenten/",
    ):
        desktop.goto(address + page)
        open_fields = desktop.locator("main input[type=text]:not([translate=no])")
        assert open_fields.evaluate_all("(all) => all.map(({ outerHTML }) => outerHTML)") == []
    expect(desktop.locator(".md-header__title")).to_have_attribute("translate", "no")
