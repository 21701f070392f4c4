"""The engine of Safari, as far as Debian has it: pages, a meting, a checklist and printed sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from scripts.lab.printing.webkit import WebKit, ensure_webkit, open_webkit

pytestmark = pytest.mark.long

PAGES = [
    "",
    "instrumenten/",
    "instrumenten/belangenkaart/",
    "modellen/",
    "condities/",
    "fasen/",
    "situaties/",
    "scans/bouwstenenscan/",
    "checklists/goede-ambitie/",
    "verbeteragenda/",
    "leren/",
    "begrippen/",
]
PHONE, LAPTOP = 360, 1280
A4_POINTS = (595, 842)
# What a reader sees go wrong: no title, something past the edge, a picture or font that is missing,
# a component that did not start.
FAULTS = """document.fonts.ready.then(() => {
  const past = document.documentElement.scrollWidth - innerWidth;
  const broken = [...document.images].filter((image) => image.complete && !image.naturalWidth);
  const fonts = [...document.fonts].filter(({ status }) => status === "error");
  const asleep = [...document.querySelectorAll(":not(:defined)")];
  return [
    ...errors,
    ...(document.querySelector("h1") ? [] : ["no title"]),
    ...(past > 0 ? [`${past} px past the edge`] : []),
    ...broken.map(({ src }) => `picture: ${src}`),
    ...fonts.map(({ family }) => `font: ${family}`),
    ...asleep.map(({ localName }) => `component: ${localName}`),
  ];
})"""


@pytest.fixture(scope="module")
def webkit() -> Iterator[WebKit]:
    """One window of WebKitGTK."""
    if not ensure_webkit():
        pytest.skip("WebKitGTK is not on this machine and cannot be installed")
    with open_webkit() as opened:
        yield opened


def test_what_goes_wrong_on_a_page_is_seen(webkit: WebKit, tmp_path: Path) -> None:
    page = tmp_path / "kapot.html"
    page.write_text(
        '<title>x</title><img src="niet.png"><gk-niet></gk-niet><p style="width: 200vw">breed</p>'
        "<script>nietBekend()</script>"
    )
    webkit.visit(page.as_uri())
    assert len(webkit.run(FAULTS)) == len(["script", "title", "wide", "picture", "component"])


@pytest.mark.parametrize("width", [LAPTOP, PHONE])
def test_every_kind_of_page_opens_whole(webkit: WebKit, address: str, width: int) -> None:
    webkit.width(width)
    found = {}
    for page in PAGES:
        webkit.visit(address + page)
        assert webkit.run("innerWidth") == width
        found[page] = webkit.run(FAULTS)
    assert found == {page: [] for page in PAGES}


def test_a_meting_gives_a_result_that_another_device_opens(webkit: WebKit, address: str) -> None:
    page = f"{address}scans/vertrouwensmeting/"
    webkit.visit(page)
    webkit.run("""document.querySelectorAll('.stelling input[value="4"]')
      .forEach((radio) => radio.click())""")
    link = webkit.run("""(() => {
      document.querySelector("[data-doe=link]").click();
      return document.querySelector("[data-deel=adres]").value;
    })()""")
    assert link.startswith(f"{page}#scan=")
    webkit.run("localStorage.clear()")
    webkit.visit(f"{address}scans/")
    webkit.visit(link)
    assert "van partners" in webkit.run("document.querySelector('gk-meting').innerText")


def test_a_checklist_remembers(webkit: WebKit, address: str) -> None:
    page = f"{address}checklists/goede-ambitie/"
    webkit.visit(page)
    webkit.run("document.querySelector('[data-punt] > label input').click()")
    webkit.visit(address)
    webkit.visit(page)
    assert webkit.run("document.querySelectorAll('[data-punt] > label :checked').length") == 1


@pytest.mark.parametrize("sheet", ["belangenkaart", "keetgesprek", "samenwerkings-psu"])
def test_a_sheet_is_one_a4_with_a_code_that_can_be_read(
    webkit: WebKit, address: str, site: Path, tmp_path: Path, sheet: str
) -> None:
    assert (site / "instrumenten" / sheet).is_dir()
    webkit.visit(f"{address}instrumenten/{sheet}/")
    webkit.print(tmp_path / "blad.pdf", headers=False)
    with pypdfium2.PdfDocument(tmp_path / "blad.pdf") as paper:
        [page] = paper
        assert page.get_size() == pytest.approx(A4_POINTS, abs=1)
        [code] = zxingcpp.read_barcodes(page.render(scale=4).to_pil())
    assert f"/instrumenten/{sheet}" in code.text
