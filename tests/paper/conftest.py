"""Fixtures: the PDFs of this project, and a printer."""

from __future__ import annotations

import pytest

from macros.model import Toolbox
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter, PrintedPdf
from macros.paper.pdf_document import PdfDocument, print_document
from macros.paper.print_all import printer_of
from macros.reading.settings.site_settings import read_site
from tests.conftest import ROOT

SITE, NAME = "https://kist.example.nl/", "Onze kist"


@pytest.fixture(scope="session")
def printer(tmp_path_factory: pytest.TempPathFactory) -> PdfPrinter:
    return PdfPrinter(tmp_path_factory.mktemp("papier"), NAME)


@pytest.fixture(scope="session")
def documents(real: Toolbox) -> PdfDocuments:
    return PdfDocuments(real, SITE)


@pytest.fixture(scope="session")
def offered(real: Toolbox) -> list[tuple[PdfDocument, PrintedPdf]]:
    """All that this project offers beside single sheets, as printed; `check` left most of it."""
    printer = printer_of(ROOT)
    documents = PdfDocuments(real, read_site(ROOT).url).extra
    return [(document, print_document(document, printer)) for document in documents]
