"""Bundles: the sheets of the startset and of each phase behind a cover."""

from __future__ import annotations

from macros.model import Toolbox
from macros.paper.documents import PdfDocuments


def test_the_startset_is_in_order_of_phase_and_title(
    documents: PdfDocuments, real: Toolbox
) -> None:
    (pdf,) = (pdf for pdf in documents.extra if pdf.bestand == "drukwerk/startset.pdf")
    records = [real.instrumenten[sheet["naam"]] for sheet in pdf.job["bladen"]]
    found = [(real.fasen[record.fasen[0]].nr, record.titel.casefold()) for record in records]
    assert found == sorted(found)
    assert found != sorted(found, key=lambda pair: pair[1])
