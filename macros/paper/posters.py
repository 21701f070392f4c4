"""Records -> posters: the phases, and the condities, on A4 and the same on A3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.model import Toolbox
from macros.model.base import Herkomst
from macros.model.kennis import Conditie, Fase
from macros.paper.pdf_document import FOLDER, PdfDocument, address_fields
from macros.paper.typst_input import outlined

PAPERS = ("a4", "a3")


def posters(toolbox: Toolbox, site_url: str) -> Iterator[PdfDocument]:
    """Every poster."""
    fasen = list(toolbox.fasen.values())
    condities = list(toolbox.condities.values())
    for paper in PAPERS:
        if fasen:
            job = {
                "titel": "De vijf fasen",
                "zin": "Waar ben je, en wat doe je nu?",
                "delen": [_phase_part(record, toolbox) for record in fasen],
                "ring": False,
            } | address_fields(site_url, "fasen/")
            yield _poster(paper, "fasen", job, fasen[0].herkomst, toolbox.newest)
        if condities:
            job = {
                "titel": "Het reflectiemodel",
                "zin": "Vijf condities. Bespreek waar het goed zit en waar niet.",
                "delen": [_condition_part(record) for record in condities],
                "ring": True,
            } | address_fields(site_url, "condities/")
            yield _poster(paper, "condities", job, condities[0].herkomst, toolbox.newest)


def _poster(paper: str, kind: str, job: dict[str, Any], origin: Herkomst, day: str) -> PdfDocument:
    """All records of a kind side by side; `paper` is one of PAPERS."""
    credit = f"Model van {origin.van}, hier in onze woorden. CC BY 4.0."
    return PdfDocument(
        bestand=f"{FOLDER}/poster-{kind}-{paper}.pdf",
        titel=f"Poster: {job['titel'].lower()} ({paper.upper()})",
        soort="poster",
        template="poster",
        job=job | {"papier": paper, "voet": credit},
        day=day,
    )


def _phase_part(record: Fase, toolbox: Toolbox) -> dict[str, Any]:
    first = [toolbox.instrumenten[id].titel for id in record.eerst]
    return {
        "nr": record.nr,
        "titel": record.titel,
        "zin": record.vraag,
        "svg": outlined(toolbox.drawings.get(record.id)),
        "blokken": [
            {"kop": "Doe dit", "regels": record.doe},
            {"kop": "Resultaat", "regels": [record.resultaat]},
            {"kop": "Begin met", "regels": first},
        ],
    }


def _condition_part(record: Conditie) -> dict[str, Any]:
    return {
        "nr": record.nr,
        "titel": record.titel,
        "zin": record.kern,
        "svg": "",
        "blokken": [
            {"kop": "Vraag samen", "regels": record.vragen[:3]},
            {"kop": "Goed als", "regels": record.goed_als[:2]},
            {"kop": "Alarm als", "regels": record.alarm_als[:2]},
        ],
    }
