"""No paper of a meeting loses a long address or word past its edge, whatever the field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.lab.printing.engine import Engine
from scripts.lab.printing.read_pdf import Page, Paper, read_paper
from tests.helpers.cases import daily
from tests.helpers.meting import QUIET

KEY, SHEET = "kist-12345678", "belangenkaart"
EDGE = 10  # mm of white on each side
END = "§"  # what stands past an edge is not in the file at all, so the ends are counted
ADDRESS = "https://overleg.example.nl/l/bijeenkomst/19%3avergadering_" + "NjQ4ZjQyZDct" * 7 + "/0?c"
WORDS = {"an address": f"{ADDRESS}{END}", "a word": "W" * 150 + END}
STORE = """(() => {
  Object.entries(ALL).forEach(([key, one]) => localStorage.setItem(key, JSON.stringify(one)));
  return true;
})()"""
# A button that prints, up to the moment at which the browser would
PRESS = """new Promise((done) => {
  window.print = () => done(true);
  document.querySelector('[data-doe=NAME]').click();
})"""
LOADED = """new Promise((done) => {
  const look = () => (READY ? done(true) : setTimeout(look, 50));
  look();
})"""
# Where it is, what must be there before it is printed, its button, and how many whole texts it has
PAPERS = {
    "report": ("verslag/", "document.querySelector('[data-deel=bladen] li')", "print", 7),
    "agenda": ("verbeteragenda/", "document.querySelector('[name=actie]')", "print", 2),
    "sheet": (f"instrumenten/{SHEET}/", "document.querySelector('.blad--vervolg')", "", 4),
    "set": ("mijn-kist/", f"Gk.sheets.{SHEET}", "alles", 4),
    "programme": ("mijn-kist/", f"Gk.sheets.{SHEET}", "programma", 0),
    "paper of who leads": ("mijn-kist/", f"Gk.sheets.{SHEET}", "leider", 3),
    "page": ("mijn-kist/", f"Gk.sheets.{SHEET}", "", 0),
}


def everywhere(text: str) -> dict[str, Any]:
    """What is stored of a meeting with this in every field, as much as fits in it."""
    name = text[:80]
    line = {"regel": text, "titel": name, "notitie": text, "minuten": 10}
    kist = {
        "sleutel": KEY, "naam": name, "dag": "2026-12-01", "begin": "09:00", "mensen": 8,
        "project": name, "plek": name, "uitnodiging": text,
        "blokken": [line, {"blad": SHEET, "notitie": text}], "geparkeerd": [line],
    }  # fmt: skip
    agreed = {"sleutel": "afspraak-1", "op": 4, "actie": text, "wie": text[:60]}
    action = {"scan": "", "onderdeel": "", "band": "", "signaal": text, "stand": ""}
    filled = {"velden": {"waar-wringt-het": text, "blad.project": name}}
    rows = [{"kop": text, "cellen": {"Ikzelf": text, "Organisatie": text}}]
    report = {"wie": text, "besluiten": text, "afspraken": [agreed | {"wanneer": "2026-12-15"}]}
    stored: dict[str, dict[str, Any]] = {
        "kisten": {"nu": KEY, "kisten": [kist]},
        f"invullen.{SHEET}.{KEY}": filled | {"rijen": rows},
        "verslagen": {"nu": KEY, "op": 7, "verslagen": {KEY: report}},
        "verbeteragenda": {"acties": [agreed | action | {"wanneer": "2026-12-15"}]},
    }
    return {f"gk.{key}": {"opslag": 1} | value for key, value in stored.items()}


def printed(engine: Engine, url: str, ready: str, button: str, path: Path) -> Paper:
    """This page, or what its button prints."""
    engine.visit(f"{url}?{button}")
    engine.run(LOADED.replace("READY", ready))
    if button:
        engine.run(PRESS.replace("NAME", button))
    engine.print(path, headers=False)
    return read_paper(path)


def past_the_edge(page: Page) -> bool:
    """Also what is there, but not drawn any more."""
    left, _, right, _ = page.boxes[page.visible].T
    return bool(left.min() < EDGE or right.max() > page.width - EDGE)


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("engine", daily(1, ["chromium", "firefox"]), indirect=True)
def test_no_paper_loses_a_long_word(
    engine: Engine, address: str, tmp_path: Path, text: str
) -> None:
    engine.visit(f"{address}{QUIET}")
    engine.run(STORE.replace("ALL", json.dumps(everywhere(text))))
    found, wanted = {}, {}
    for name, (place, ready, button, count) in PAPERS.items():
        paper = printed(engine, address + place, ready, button, tmp_path / "blad.pdf")
        found[name] = (paper.text.count(END), [*map(past_the_edge, paper.pages)])
        wanted[name] = (count, [False] * len(paper.pages))
    assert found == wanted
