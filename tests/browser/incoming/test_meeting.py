"""What comes in to a meeting by file or store, however strange: answered in Dutch, never an error.

A file that is none of ours, of another part or of a later version; and what is stored, damaged.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.helpers.cases import daily
from tests.helpers.meting import QUIET, done, person

KEY, SHEET = "start-bijeenkomst", "groepsspiegel"
SAID = ".melding:not(:empty):visible, [data-deel=kopie]:visible"
MANY = b"[" * 9999 + b"]" * 9999
NO_FILES_OF_OURS = {
    "leeg.json": b"",
    "foto.json": b"\x89PNG\r\n\x1a\n\x00\xff\xfe",
    "utf16.json": '{"soort": "gk-kist", "versie": 1}'.encode("utf-16"),
    "groot.json": b"[" + b"1, " * 400_000 + b"1]",
    "diep.json": MANY,
    "niets.json": b"null",
    "getal.json": b"3",
    "lijst.json": b"[]",
    "<img src=x onerror=window.hit=1>.json": b"{",
}
CONTENTS: list[dict[str, Any]] = [
    {"versie": 2},
    {},
    {"kist": None, "gegevens": None, "acties": None},
    {"kist": {"blokken": "x"}, "gegevens": "abc", "acties": "x"},
    {
        "kist": {"blokken": [None, 3, {"blad": "constructor"}, {"regel": "x"}]},
        "verslag": {"afspraken": [None, {"actie": 3}], "dag": "2026-99-99"},
        "ingevuld": {"constructor": {"velden": {"a": "b"}}, SHEET: 3},
        "gegevens": {f"invullen.{SHEET}": None, "checklist.goed-overleg": 3},
        "acties": [None, 3, {}, {"sleutel": "abcdefgh", "op": "x"}],
    },
    {"gegevens": {f"invullen.{SHEET}": {"opslag": 2}}, "volgende": 3, "acties": []},
    {
        "gegevens": {
            f"invullen.{SHEET}": {"opslag": 1, "velden": [1], "rijen": [None, {"kop": 3}]},
            "checklist.goed-overleg": {"opslag": 1, "punten": {"x": 3}},
        }
    },
]
KINDS = ["gk-kist", "gk-verslag", "gk-gegevens", "gk-agenda", "gk-reeks", "gk-scan"]
PLACES = [
    "mijn-kist/",
    "verslag/",
    f"instrumenten/{SHEET}/",
    "verbeteragenda/",
    "gegevens/",
    "checklists/goed-overleg/",
]


def files() -> Iterator[tuple[str, bytes]]:
    yield from NO_FILES_OF_OURS.items()
    for kind in KINDS:
        for k, content in enumerate(CONTENTS):
            made = {"soort": kind, "versie": 1} | content
            yield f"{kind}-{k}.json", json.dumps(made).encode()


@pytest.mark.parametrize("path", daily(2, PLACES))
def test_a_file_of_another_kind_is_answered_in_one_sentence(
    browser: Browser, address: str, path: str
) -> None:
    page = person(browser, address + path)
    page.on("dialog", lambda dialog: dialog.accept())
    said = page.locator(SAID)
    for name, content in files():
        page.evaluate(
            "() => document.querySelectorAll('.melding').forEach((one) => one.replaceChildren())"
        )
        chosen: Any = {"name": name, "mimeType": "application/json", "buffer": content}
        page.set_input_files("[data-deel=bestanden]", chosen)
        expect(said.first, name).to_contain_text("e")
    assert page.evaluate("window.hit") is None
    done(page, gone=True)


# ---------- what is stored ----------

BLOCKS: list[dict[str, Any]] = [
    {"sleutel": "blok-0001", "blad": "belangenkaart", "minuten": 30, "groepen": 2, "keet": True},
    {"sleutel": "blok-0002", "pauze": True, "minuten": 10, "titel": "Lunch", "vast": "10:00"},
    {"sleutel": "blok-0003", "regel": "x", "soort": "afsluiting", "minuten": 5, "notitie": "n"},
    {"sleutel": "blok-0004", "blad": SHEET},
]
KIST = {
    "sleutel": KEY, "naam": "Start", "op": 5, "dag": "2026-12-01", "begin": "09:00", "mensen": 8,
    "project": "Brug", "plek": "Keet", "uitnodiging": "Kom", "expert": False, "blokken": BLOCKS,
    "geparkeerd": [{"sleutel": "blok-0005", "blad": "keetgesprek"}],
}  # fmt: skip
FILLED = {
    "opslag": 1,
    "op": 5,
    "velden": {"blad.datum": "2026-12-01", "afspraak": "Anna"},
    "rijen": [{"kop": "a", "cellen": {"Ikzelf": "x"}}],
}
AGREED = {"sleutel": "afspraak-1", "op": 4, "actie": "a", "wie": "w", "wanneer": "2026-12-15"}
REPORT = {"dag": "2026-12-01", "wie": "A", "besluiten": "b", "afspraken": [AGREED], "blad": FILLED}
ACTION = AGREED | {"scan": "", "onderdeel": "", "band": "", "signaal": "", "stand": "", "bron": "S"}
STORED: dict[str, dict[str, Any]] = {
    "gk.kisten": {"opslag": 1, "nu": KEY, "kisten": [KIST]},
    "gk.invullen.belangenkaart": FILLED,
    f"gk.invullen.{SHEET}.{KEY}": FILLED,
    "gk.verslagen": {
        "opslag": 1,
        "nu": KEY,
        "op": 7,
        "verslagen": {KEY: REPORT, "blad.keetgesprek": REPORT},
    },
    "gk.verbeteragenda": {
        "opslag": 1,
        "volgende": "2027-01-01",
        "afspraak": {"sleutel": "sleutel-1", "dag": "2027-01-01", "op": 1},
        "acties": [ACTION],
    },
}
ODD: list[Any] = [
    None, True, -1, 0.5, 1e300, "", "x" * 5000, "constructor", "__proto__", "\ud83d", "2026-02-30",
    "25:00", [], {}, [None], {"a": None}, {"constructor": "x"}, "blad.constructor",
]  # fmt: skip
STORE = """([all, hash]) => {
  localStorage.clear();
  for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
  dispatchEvent(new StorageEvent('storage', { key: null }));
  if (hash) location.hash = hash;
}"""
SCREENS = [
    "mijn-kist/", f"leiden/#kist={KEY}", "leiden/", f"verslag/#kist={KEY}",
    "verslag/#blad=keetgesprek", f"instrumenten/{SHEET}/", "verbeteragenda/", "gegevens/",
]  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything within a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for name, one in inner:
        yield (*path, name)
        if isinstance(one, dict | list):
            yield from places(one, (*path, name))


def damaged(value: dict[str, Any], seed: random.Random) -> dict[str, Any]:
    """With a few things gone, called otherwise, or something else."""
    hurt = copy.deepcopy(value)
    for _ in range(seed.choice([1, 1, 2, 4])):
        *way, last = seed.choice([*places(hurt)] or [("opslag",)])
        holder: Any = hurt
        for name in way:
            holder = holder[name]
        if seed.random() < 0.2:
            del holder[last]
        elif seed.random() < 0.2 and isinstance(holder, dict):
            holder[seed.choice(["constructor", "__proto__", "nieuw"])] = holder.pop(last)
        else:
            holder[last] = copy.deepcopy(seed.choice(ODD))
    return hurt


@pytest.fixture(scope="module")
def run(browser: Browser, address: str) -> dict[str, Any]:
    """What is stored of a meeting that is led, in a pause, after its plan changed."""
    page = person(browser, f"{address}{QUIET}")
    page.evaluate(STORE, [{"gk.kisten": json.dumps(STORED["gk.kisten"])}, ""])
    page.goto(f"{address}leiden/#kist={KEY}")
    page.get_by_role("button", name="Begin nu").click()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("button", name="Pauze").click()
    kept: dict[str, Any] = json.loads(page.evaluate("localStorage.getItem('gk.leiden')"))
    page.context.close()
    return {"opslag": 1, "loop": kept["loop"] | {"eerder": kept["loop"]["stappen"]}}


@pytest.mark.parametrize("count", [20, pytest.param(300, marks=pytest.mark.long)])
@pytest.mark.parametrize("path", daily(3, SCREENS))
def test_whatever_is_damaged_in_the_store_stops_no_page(
    browser: Browser, address: str, run: dict[str, Any], path: str, count: int
) -> None:
    page, (place, _, fragment) = browser.new_page(), path.partition("#")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address + place)
    whole, seed = STORED | {"gk.leiden": run}, random.Random(path)  # noqa: S311
    for _ in range(count):
        key = seed.choice([*whole])
        hurt = damaged(whole[key], seed)
        all_texts = {name: json.dumps(value) for name, value in (whole | {key: hurt}).items()}
        page.evaluate(STORE, [all_texts, fragment])
        page.evaluate("() => new Promise((done) => requestIdleCallback(done))")
        assert errors == [], (key, hurt)
    page.context.close()
