"""Practice case -> role cards to cut: for each person only what that person knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.model import Toolbox
from macros.model.urls import record_address
from macros.model.verhalen import Opdrachtstap, Praktijk
from macros.model.wording import minutes
from macros.paper.pdf_document import PdfDocument, address_fields

TWO_COLUMNS_FROM = 4  # cards; fewer are strips as wide as the paper


def role_cards(toolbox: Toolbox, record: Praktijk, site_url: str) -> Iterator[PdfDocument]:
    """The cards of a case, behind the one of who leads the practice; none without roles."""
    if record.tafel:
        address = record_address("praktijk", record.id)
        job = {
            "titel": f"Rolkaarten bij {record.titel}",
            "casus": record.titel,
            "zin": record.waar,
            "leider": _leader(toolbox, record),
            "rollen": [plek.model_dump(include={"wie", "zegt", "belang"}) for plek in record.tafel],
            "kolommen": 2 if len(record.tafel) >= TWO_COLUMNS_FROM else 1,
        }
        yield PdfDocument(
            bestand=f"{address}{record.id}-rolkaarten.pdf",
            titel=f"Rolkaarten bij {record.titel}",
            soort="rolkaarten",
            template="role_cards",
            job=job | address_fields(site_url, address),
            day=toolbox.newest,
        )


def _leader(toolbox: Toolbox, record: Praktijk) -> dict[str, Any]:
    """What the person needs who leads the practice: the case, the assignment and its times."""
    return {
        "duur": minutes(record.duur),
        "wat": record.wat,
        "stappen": [_step(toolbox, stap) for stap in record.opdracht],
        "nabespreken": record.nabespreken,
    }


def _step(toolbox: Toolbox, stap: Opdrachtstap) -> dict[str, str]:
    titles = [toolbox.instrumenten[id].titel for id in stap.instrumenten]
    return {
        "tekst": stap.tekst,
        "duur": minutes(stap.minuten),
        "instrumenten": ", ".join(titles),
    }
