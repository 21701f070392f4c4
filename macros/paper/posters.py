"""Records -> posters to read from two metres: the phases, and the condities, on A3 and A4."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.model import Toolbox
from macros.model.kennis import Conditie, Fase
from macros.paper.pdf_document import FOLDER, PdfDocument, address_fields
from macros.paper.typst_input import outlined

PAPERS = ("a4", "a3")


def posters(toolbox: Toolbox, site_url: str) -> Iterator[PdfDocument]:
    """Every poster; none of a kind without records."""
    jobs = {
        "fasen": _phases(toolbox, tuple(toolbox.fasen.values())),
        "condities": _conditions(toolbox, tuple(toolbox.condities.values())),
    }
    for paper in PAPERS:
        for kind, job in jobs.items():
            if job["delen"]:
                yield PdfDocument(
                    bestand=f"{FOLDER}/poster-{kind}-{paper}.pdf",
                    titel=f"Poster: {job['titel'].lower()} ({paper.upper()})",
                    soort="poster",
                    template="poster",
                    job=job | {"papier": paper} | address_fields(site_url, f"{kind}/"),
                    day=toolbox.newest,
                )


def _phases(toolbox: Toolbox, records: tuple[Fase, ...]) -> dict[str, Any]:
    return {
        "titel": "De vijf fasen",
        "zin": "Waar ben je, en wat doe je nu?",
        "delen": [_part(toolbox, record, record.vraag, record.id) for record in records],
        "route": True,  # one follows the other
        "voet": _credit(records),
    }


def _conditions(toolbox: Toolbox, records: tuple[Conditie, ...]) -> dict[str, Any]:
    return {
        "titel": "Het reflectiemodel",
        "zin": "Waar zit het goed, en waar niet?",
        "delen": [_part(toolbox, record, record.kern, record.teken) for record in records],
        "route": False,
        "voet": _credit(records),
    }


def _part(toolbox: Toolbox, record: Fase | Conditie, sentence: str, sign: str) -> dict[str, Any]:
    """One thing on a poster; without a drawing of that name, its number is its sign."""
    return {
        "nr": record.nr,
        "titel": record.titel,
        "zin": sentence,
        "svg": outlined(toolbox.drawings.get(sign)),
    }


def _credit(records: tuple[Fase | Conditie, ...]) -> str:
    origin = records[0].herkomst.van if records else ""
    return f"Model van {origin}, hier in onze woorden. CC BY 4.0."
