"""The page on accessibility shows the figures of the last audit, if there are any."""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.model import Toolbox
from macros.model.wording import date
from macros.pages.audit_report import FILE, PROBLEM_TYPES, load_audit
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.paper.documents import PdfDocuments
from scripts.audit import write
from scripts.lab.axe import VIEWS
from tests.conftest import ROOT

PLACE = Place("over/toegankelijkheid.md", "https://x.example/")


def test_the_page_shows_what_was_counted(real: Toolbox, tmp_path: Path) -> None:
    write(tmp_path / FILE, 270, [("wcag", "a"), ("wcag", "b"), ("opzij", "c")])
    html = PageMacros(PdfDocuments(real, PLACE.site_url), audit=load_audit(tmp_path)).toetsing(
        PLACE
    )
    assert re.findall(r"<td>(\d+)</td>", html) == ["2", "0", "1", "0", "0", "0"]
    assert "alle 270 pagina's" in html.replace("&#39;", "'")


def test_without_an_audit_the_page_promises_nothing(real: Toolbox, tmp_path: Path) -> None:
    html = PageMacros(PdfDocuments(real, PLACE.site_url), audit=load_audit(tmp_path)).toetsing(
        PLACE
    )
    assert html == "<p>Deze uitgave is nog niet getoetst.</p>\n"


def test_the_built_page_holds_the_committed_figures(site: Path) -> None:
    report = json.loads((ROOT / FILE).read_text("utf-8"))
    html = (site / "over/toegankelijkheid/index.html").read_text("utf-8")
    assert date(report["datum"]) in html
    assert list(report["fouten"]) == list(PROBLEM_TYPES)
    assert report["weergaven"] == len(VIEWS)
