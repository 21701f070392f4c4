"""What a meeting needs of a sheet or a ready draaiboek, as scripts that also load from a folder.

bladen/instrumenten/<id>.js and bladen/draaiboeken/<id>.js; gk.d.ts has their shapes (Werkblad,
Kist). A page loads those of the sheets that a reader chose, and no others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.model import Toolbox
from macros.model.draaiboek import Blok, Draaiboek
from macros.model.instrument import Instrument, Stap
from macros.model.urls import record_address
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place

FOLDER = "bladen"
EXPERT = "expert"  # of the vocabulary begeleiding
# In an invitation; they follow the plan of who changes it (papers.js)
OWN_TIMES = re.compile(r"\bvan \d{1,2}\.\d\d tot \d{1,2}\.\d\d uur\b")
PAGE = Place("mijn-kist.md", "")  # the page that prints the sheets


def write_sheet_scripts(macros: PageMacros, site: Path) -> None:
    """Put a script for each instrument and each draaiboek in the built site."""
    for name, text in sheet_scripts(macros):
        target = site / FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def sheet_scripts(macros: PageMacros) -> Iterator[tuple[str, str]]:
    """Pairs of a path in FOLDER and the text of that script."""
    for id, instrument in macros.toolbox.instrumenten.items():
        facts = sheet_facts(instrument, macros.toolbox)
        facts["blad"] = macros.sheet(instrument, PAGE)
        yield f"instrumenten/{id}.js", f"Gk.sheets[{json.dumps(id)}]={_json(facts)};\n"
    for id, draaiboek in macros.toolbox.draaiboeken.items():
        kist = _json(ready_kist(draaiboek, macros.toolbox))
        yield f"draaiboeken/{id}.js", f"Gk.ready[{json.dumps(id)}]={kist};\n"


def sheet_facts(record: Instrument, toolbox: Toolbox) -> dict[str, Any]:
    """The facts of an instrument by which a meeting is planned and led: a Werkblad."""
    boxes, row = record.afspraken
    return {
        "id": record.id,
        "titel": record.titel,
        "adres": record_address("instrumenten", record.id),
        "groep": {"min": record.groep.min, "max": record.groep.max},
        "stappen": [_step(stap) for stap in record.stappen],
        "keet": [_step(stap) for stap in record.keetversie],
        "opening": record.opening or "",
        "vragen": list(record.vragen),
        "uitkomst": record.uitkomst,
        "expert": record.begeleiding == EXPERT,
        "online": record.online or "",
        "plekken": [toolbox.words["plekken"][id].titel for id in record.plekken],
        "materiaal": list(record.materiaal),
        "rollen": [rol.naam for rol in record.rollen],
        "vervolg": list(record.vervolg),
        "onrust": record.bij_onrust or "",
        "invul": record.invulplan,
        "afspraken": {"vakken": boxes, "rij": row},
        "vlak": record.invulkant.assen is not None,
    }


def _step(stap: Stap) -> dict[str, Any]:
    return {
        "titel": stap.titel,
        "tekst": stap.tekst,
        "minuten": stap.minuten,
        "perPersoon": stap.minuten_per_persoon or 0,
        "vragen": list(stap.vragen),
    }


def ready_kist(record: Draaiboek, toolbox: Toolbox) -> dict[str, Any]:
    """A ready draaiboek in the shape in which a reader's own is stored."""
    return {
        "naam": record.titel,
        "begin": record.begin,
        "mensen": record.groep.min,
        "plek": toolbox.words["plekken"]["online"].titel if record.online else "",
        "uitnodiging": OWN_TIMES.sub("van [begin] tot [eind] uur", record.uitnodiging),
        "expert": record.begeleiding == EXPERT,
        "blokken": [_block(blok, toolbox) for blok in record.blokken],
    }


def _block(blok: Blok, toolbox: Toolbox) -> dict[str, Any]:
    """One block; what is not said is left out."""
    values = {
        "blad": blok.instrument,
        "keet": blok.keet,
        "groepen": blok.groepen if blok.groepen > 1 else None,
        "pauze": bool(blok.pauze),
        "titel": None if blok.instrument else blok.naam(toolbox.instrumenten),
        "regel": blok.regel,
        "soort": blok.soort,
        "acties": blok.acties,
        "minuten": blok.pauze or blok.minuten,
        "vast": blok.vast,
        "notitie": blok.waarom,
    }
    return {name: value for name, value in values.items() if value}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
