"""The site as people use it: search, phone, dark, keyboard, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.held import Held
from tests.helpers.built_pages import EACH_KIND

FOCUS = """() => {
  const own = document.activeElement;
  if (own === document.body) return null;
  const { x, y, width, height } = own.getBoundingClientRect();
  const top = document.elementFromPoint(x + Math.min(width / 2, 20), y + height / 2);
  const under = top && !own.contains(top) && !top.contains(own) ? top.className : '';
  const ring = own.type === 'date' || getComputedStyle(own).outlineStyle === 'solid';
  return { name: own.textContent.trim() || own.outerHTML, ring, under };
}"""

# The other buttons of its row that it touches.
COVERS = """(own) => {
  const { top, right, bottom, left } = own.getBoundingClientRect();
  const others = own.closest('.acties').querySelectorAll(':scope > :is(a, button)');
  return [...others].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.left < right + 4 && box.right > left - 4 && box.top < bottom && box.bottom > top;
  }).map((one) => one.textContent);
}"""


def test_single_keys_do_nothing(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}fasen/")
    for key in ("s", "f", "/", "n", "p", "."):
        desktop.keyboard.press(key)
    assert desktop.url == f"{address}fasen/"
    assert desktop.locator("dialog.zoek").count() == 0


def test_the_palette_is_kept(desktop: Page, address: str) -> None:
    desktop.goto(address)
    dark = desktop.get_by_role("button", name="Donkere kleuren")
    expect(dark).to_have_attribute("aria-pressed", "false")
    dark.click()
    desktop.goto(f"{address}fasen/")
    assert desktop.evaluate("document.body.dataset.mdColorScheme") == "slate"
    expect(dark).to_have_attribute("aria-pressed", "true")
    dark.press("Enter")
    desktop.reload()
    assert desktop.evaluate("document.body.dataset.mdColorScheme") == "default"


def test_a_dark_device_gets_a_dark_page_before_its_text(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.add_init_script("""new MutationObserver((_, self) => {
      if (!document.querySelector("main")) return;
      window.first = document.body.dataset.mdColorScheme;
      self.disconnect();
    }).observe(document, { childList: true, subtree: true });""")
    page.goto(address)
    assert page.evaluate("window.first") == "slate"
    context.close()


def test_an_instrument_is_there_after_nine_requests(browser: Browser, address: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}instrumenten/keetgesprek/", wait_until="networkidle")
    # the page, two styles, three scripts, two fonts and the sign of the tab
    assert len(set(asked)) <= 9, asked
    context.close()


def test_the_menu_of_a_phone_works_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}instrumenten/keetgesprek/")
    menu = phone.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(phone.get_by_role("link", name="Situaties").last).to_be_visible()
    phone.get_by_text("Over de kist").first.press("Enter")
    links = phone.get_by_role("navigation", name="Zijmenu").get_by_role("link")
    expect(links.first).to_be_in_viewport(ratio=1)  # it slides in
    phone.mouse.move(100, 400)
    phone.mouse.wheel(0, 1500)
    expect(links.last).to_be_in_viewport(ratio=0.9)
    phone.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


@pytest.mark.parametrize(
    "path", ["over/toegankelijkheid/", "meeschrijven/herkomst/", "rollen/trekker/"]
)
def test_the_menu_shows_where_the_reader_is(desktop: Page, address: str, path: str) -> None:
    desktop.set_viewport_size({"width": 1280, "height": 800})
    desktop.goto(address + path)
    menu = desktop.get_by_role("navigation", name="Zijmenu")
    expect(menu.locator("[aria-current]").last).to_be_in_viewport(ratio=1)
    assert desktop.evaluate("scrollY") == 0
    expect(menu.get_by_role("link", name="Modellen")).to_be_hidden()
    menu.get_by_text("Begrijpen", exact=True).click()
    expect(menu.get_by_role("link", name="Modellen")).to_be_visible()


def test_the_menu_shows_it_also_when_letters_come_late(desktop: Page, address: str) -> None:
    letters = Held(desktop, "**/*.woff2")
    desktop.set_viewport_size({"width": 1280, "height": 800})
    with desktop.expect_request("**/*.woff2"):
        desktop.goto(f"{address}meeschrijven/herkomst/", wait_until="domcontentloaded")
    place = desktop.get_by_role("navigation", name="Zijmenu").locator("[aria-current]").last
    expect(place).to_be_in_viewport()
    letters.let_go()
    expect(place).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    "width", [320, *(pytest.param(width, marks=pytest.mark.long) for width in (360, 768))]
)
def test_no_page_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    wide = []
    for path in EACH_KIND:
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    context.close()
    assert wide == []


def test_the_first_tab_leads_to_the_text(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}fasen/delen/")
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    desktop.keyboard.press("Enter")
    assert desktop.evaluate("document.activeElement.id") == "inhoud"


def test_the_map_of_the_condities_is_a_set_of_links(desktop: Page, address: str) -> None:
    desktop.goto(address)
    desktop.get_by_role("group", name="De vijf condities").get_by_role(
        "link", name="Recht doen aan belangen"
    ).click()
    expect(desktop).to_have_url(f"{address}condities/belangen/")


def test_the_print_button_prints(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/keetgesprek/")
    desktop.evaluate("() => { window.print = () => { document.title = 'geprint'; }; }")
    desktop.get_by_role("button", name="Print dit blad").click()
    expect(desktop).to_have_title("geprint")


def test_everything_reads_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(f"{address}instrumenten/keetgesprek/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Keetgesprek van tien minuten")
    page.get_by_text("Meer", exact=True).click()
    expect(page.get_by_text("op een Mac")).to_be_visible()
    expect(page.get_by_role("button", name="Print dit blad")).to_be_hidden()
    page.goto(f"{address}scans/vertrouwensmeting/")
    assert page.locator(".stelling").get_by_role("radio").count() == 12 * 6
    page.goto(f"{address}checklists/fase-delen-klaar/")
    page.get_by_role("checkbox").first.check()
    context.close()


@pytest.mark.parametrize("width", [360, 1024])
def test_without_scripts_the_menu_stands_between_text_and_foot(
    browser: Browser, address: str, width: int
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 740}
    )
    page = context.new_page()
    page.goto(f"{address}modellen/reflectiemodel/")
    sidebar = page.get_by_role("navigation", name="Zijmenu")
    menu = sidebar.get_by_role("link")
    sidebar.get_by_text("Leren en naslag").click()
    parts = [
        page.locator("h1"),
        page.locator(".hoortbij").first,
        menu.first,
        menu.filter(has_text="Bronnen"),
        page.locator(".voet__merk"),
    ]
    if width > 1000:  # the contents of the page, above it all
        parts.insert(0, page.get_by_role("navigation", name="Op deze pagina"))
    boxes = [part.bounding_box() for part in parts]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == len(boxes)
    assert tops == sorted(tops)
    menu.filter(has_text="Rollen").click()
    expect(page).to_have_url(f"{address}rollen/")
    context.close()


def test_from_a_problem_to_an_instrument_in_three_clicks(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.get_by_role("link", name="Situaties", exact=True).locator("visible=true").first.click()
    phone.get_by_role("link", name="Het gaat te traag", exact=True).click()
    phone.locator(".eerst .kaartje__titel").click()
    expect(phone.get_by_role("article", name="Het blad")).to_be_visible()


@pytest.mark.parametrize("path", ["instrumenten/keetgesprek/", "scans/vertrouwensmeting/"])
def test_more_stands_beside_the_other_buttons(phone: Page, address: str, path: str) -> None:
    phone.goto(address + path)
    more = phone.locator(".acties__meer > summary")
    assert more.evaluate(COVERS) == []
    more.click()
    title, button = phone.locator("h1").bounding_box(), more.bounding_box()
    assert title
    assert button
    assert button["x"] == title["x"]


@pytest.mark.parametrize("path", ["kaarten/kennis/", "verbeteragenda/"])
def test_what_has_focus_is_seen(desktop: Page, address: str, path: str) -> None:
    desktop.goto(address + path)
    stops = []
    for _ in range(80):
        desktop.keyboard.press("Tab")
        if (stop := desktop.evaluate(FOCUS)) is None:
            break
        stops.append(stop)
    assert len(stops) > 25
    assert [stop for stop in stops if not stop["ring"] or stop["under"]] == []


def test_closing_the_search_leaves_the_focus_on_its_button(desktop: Page, address: str) -> None:
    desktop.goto(address)
    desktop.keyboard.press("Control+k")
    expect(desktop.get_by_role("combobox")).to_be_focused()
    desktop.keyboard.press("Escape")
    expect(desktop.get_by_role("button", name="Zoek een woord of probleem")).to_be_focused()


def test_the_doors_stand_below_the_text_and_never_on_paper(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}instrumenten/keetgesprek/")
    doors = ["Klopt hier iets niet?", "Wijzig de gegevens", "Wijzig de achtergrond"]
    for name in doors:
        expect(desktop.get_by_role("link", name=name)).to_be_visible()
    desktop.emulate_media(media="print")
    for name in doors:
        expect(desktop.get_by_role("link", name=name)).to_be_hidden()
    desktop.goto(f"{address}begrippen/")
    expect(desktop.get_by_role("link", name="Wijzig: Alliantie")).to_be_hidden()
    desktop.emulate_media(media="screen")
    expect(desktop.get_by_role("link", name="Wijzig: Alliantie")).to_be_visible()


def test_the_template_of_an_instrument_is_copied_as_it_is(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}meeschrijven/nieuw-instrument/")
    page.get_by_text("Het sjabloon, om te kopiëren").click()
    page.get_by_role("button", name="Kopieer het sjabloon").click()
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("# yaml-language-server")
    assert "\n    minuten: 1\n" in copied
    context.close()


def test_a_page_names_the_manifest_of_its_site(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}over/privacy/")
    named = desktop.locator("link[rel=manifest]")
    assert named.evaluate("(link) => link.href") == f"{address}manifest.json"
    answer = desktop.evaluate("fetch('../../manifest.json').then((found) => found.json())")
    assert answer["icons"]


def test_a_term_explains_itself_on_the_page(desktop: Page, address: str) -> None:
    here = f"{address}rollen/trekker/"
    desktop.goto(here)
    term = desktop.get_by_role("link", name="macht", exact=True)
    explanation = term.get_attribute("title") or ""
    term.press("Enter")
    popup = desktop.get_by_role("dialog", name="macht")
    expect(popup).to_contain_text(explanation)
    expect(popup).to_be_focused()
    more = popup.get_by_role("link", name="Lees meer bij Begrippen")
    assert more.evaluate("(link) => link.href") == f"{address}begrippen/#macht"
    desktop.keyboard.press("Escape")
    expect(popup).to_be_hidden()
    expect(term).to_be_focused()
    term.click()
    popup.get_by_role("button", name="Sluit").click()
    expect(popup).to_be_hidden()
    assert desktop.url == here


def test_a_term_that_cannot_explain_itself_is_a_link(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/begrip.js", lambda route: route.abort())
    page.goto(f"{address}rollen/trekker/")
    page.get_by_role("link", name="macht", exact=True).click()
    page.wait_for_url(f"{address}begrippen/#macht")
    page.close()


def test_a_page_is_shared_with_its_filters_and_without_answers(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}situaties/botsing/?fase=delen#antwoord")
    share = page.get_by_role("button", name="Deel", exact=True)
    share.click()
    expect(page.get_by_text("De link is gekopieerd.")).to_be_visible()
    here = f"{address}situaties/botsing/?fase=delen"
    assert page.evaluate("navigator.clipboard.readText()") == here
    page.evaluate("() => { navigator.share = async (what) => { window.shared = what; }; }")
    share.click()
    page.wait_for_function("() => window.shared")
    assert page.evaluate("window.shared.url") == here
    expect(page.get_by_text("De link is gekopieerd.")).to_be_hidden()
    page.evaluate("() => { navigator.share = () => Promise.reject(new Error()); }")
    share.click()
    expect(page.get_by_text(f"Kopieer dit adres: {here}")).to_be_visible()
    context.close()


def test_where_a_page_may_not_copy_the_template_is_selected(desktop: Page, address: str) -> None:
    desktop.add_init_script("delete Navigator.prototype.clipboard")
    desktop.goto(f"{address}meeschrijven/nieuw-instrument/")
    desktop.get_by_text("Het sjabloon, om te kopiëren").click()
    desktop.get_by_role("button", name="Kopieer het sjabloon").click()
    expect(desktop.get_by_text("Het sjabloon is geselecteerd.")).to_be_visible()
    assert desktop.evaluate("String(getSelection())").startswith("# yaml-language-server")
