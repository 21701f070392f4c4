"""What the tests of metingen do on a page: fill in, read the result, print."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from playwright.sync_api import Browser, FilePayload, Page, expect

from macros.model import Toolbox
from macros.model.meten import Scan
from scripts.lab.qr_readers import read_codes
from tests.browser.held import intercept

SHORT = "vertrouwensmeting"
QUIET = "robots.txt"  # without a script, to store something before a page opens: a load less
REFUSALS = {
    "Deze link of code is niet compleet. Kopieer hem nog eens, van het begin tot het eind.",
    "In deze link staat zelf geen uitslag. Open hem in je browser, of vraag je partner om de code.",
    "Deze code hoort bij een andere meting. Open die meting en plak hem daar.",
    "Deze versie van de meting is hier onbekend. Laad de pagina opnieuw en plak de code nog eens.",
    "Het aantal antwoorden klopt niet. Kopieer de code nog eens, of kijk na wat je typte.",
    "Er staat een antwoord in dat niet bestaat. Kopieer de code nog eens, of kijk na wat je typte.",
    "In deze code zit een fout. Kopieer hem nog eens, of kijk na wat je typte.",
    "De datum in deze code bestaat niet. Vraag je partner om een nieuwe code.",
    "De naam in deze code is niet leesbaar. Kopieer de code opnieuw.",
    "Er staan te veel uitslagen in deze link. Plak ze in delen.",
}
FILL = """(answers) => {
  for (const radio of document.querySelectorAll('.stellingen input')) {
    radio.checked = +radio.value === answers[radio.name.slice(1) - 1];
  }
  document.querySelector('.stellingen input').dispatchEvent(new Event('change', { bubbles: true }));
}"""
TABLE = """() => [...document.querySelectorAll('[data-deel=tabel] tbody tr')].map(
  (row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))"""
# Loaded at the first use.
TOGETHER = "async () => { await document.querySelector('gk-meting').together(); }"
KEYS = "() => Object.keys(localStorage).filter((key) => key.startsWith('gk.'))"
BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('geblokkeerd', 'SecurityError'); },
});"""


def scan_of(real: Toolbox, id: str) -> Scan:
    """One meting of the real toolbox."""
    record = real.records["scans"][id]
    assert isinstance(record, Scan)
    return record


def parts_of(record: Scan) -> list[list[int]]:
    """The places of each part."""
    return [[vraag.plek for vraag in deel.gesteld] for deel in record.onderdelen]


def answers(seed: random.Random, count: int, low: int = 0) -> list[int]:
    """Random answers: open, 1 to 5 and 'weet ik niet'."""
    return [seed.choice(range(low, 7)) for _ in range(count)]


def whole(seed: random.Random, count: int) -> list[int]:
    """Random answers with nothing open, now and then 'weet ik niet'."""
    return answers(seed, count, 1)


def facts(seed: random.Random, count: int) -> list[int]:
    """Random answers that also fit a fact, which has no 2 and no 4; nothing open."""
    return [seed.choice((1, 3, 5, 6)) for _ in range(count)]


def person(browser: Browser, url: str, width: int = 1280, **options: Any) -> Page:
    """A page in its own context; `page.seen` has its errors, also what the policy refuses."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, locale="nl-NL", **options
    )
    page = intercept(context.new_page())
    seen: list[str] = []
    page.seen = seen  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on(
        "console", lambda message: seen.append(message.text) if message.type == "error" else None
    )
    page.goto(url)
    return page


def done(*pages: Page, gone: bool = False) -> None:
    """Close, and prove that nothing went wrong; `gone`: but for a sheet that is not there."""
    seen = [line for page in pages for line in page.seen]  # type: ignore[attr-defined]
    if gone:  # the policy also refuses the page that says so as a script
        seen = [line for line in seen if not re.search("404|MIME type", line)]
    for page in pages:
        page.context.close()
    assert seen == []


def fill(page: Page, given: Sequence[int]) -> None:
    """Answer every statement at once."""
    page.evaluate(FILL, list(given))


def link_of(page: Page, given: Sequence[int], naam: str) -> str:
    """Fill in and take the link to hand over."""
    fill(page, given)
    page.fill("[data-deel=naam]", naam)
    page.click("[data-doe=link]")
    return page.input_value("[data-deel=adres]")


def add(page: Page, text: str) -> str:
    """Hand over a link or code; returns what the page says of it."""
    page.evaluate(TOGETHER)
    page.fill("[data-deel=erbij]", text)
    page.click("[data-doe=erbij]")
    return (page.inner_text("[data-deel=fout]") or page.inner_text("[data-deel=melding]")).strip()


def upload(page: Page, **files: bytes) -> None:
    """Open files as if they were chosen; their names get .json behind them."""
    chosen: list[FilePayload] = [
        {"name": f"{name}.json", "mimeType": "application/json", "buffer": content}
        for name, content in files.items()
    ]
    page.set_input_files("[data-deel=bestanden]", chosen)


def saved(page: Page, button: str) -> bytes:
    """What a button gives as a file; where it is folded away it is unfolded first."""
    wanted = page.locator(f"[data-doe={button}]")
    if not wanted.is_visible():
        page.get_by_text("Bewaar als bestand of plaatje").click()
    with page.expect_download() as found:
        wanted.click()
    return Path(found.value.path()).read_bytes()


def printed(page: Page, folder: Path, button: str = "") -> tuple[int, str, list[str]]:
    """Number of sheets, text, and what two readers make of the QR codes on the first sheet."""
    page.evaluate("() => { window.print = () => { document.title = 'geprint'; }; }")
    if button:
        page.click(f"[data-doe={button}]")
        expect(page).to_have_title("geprint")
    page.pdf(path=folder / "blad.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(folder / "blad.pdf")
    text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    picture = document[0].render(scale=4, grayscale=True)
    pixels = np.ascontiguousarray(picture.to_numpy().reshape(picture.height, picture.width))
    codes = sorted(read_codes(pixels))
    count = len(document)
    document.close()
    return count, " ".join(text.split()), codes
