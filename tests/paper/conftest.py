"""Fixtures: the PDFs of this project, and a printer."""

from __future__ import annotations

import pytest

from macros.model import Toolbox
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import PdfPrinter

SITE, NAME = "https://kist.example.nl/", "Onze kist"


@pytest.fixture(scope="session")
def printer(tmp_path_factory: pytest.TempPathFactory) -> PdfPrinter:
    return PdfPrinter(tmp_path_factory.mktemp("papier"), NAME)


@pytest.fixture(scope="session")
def documents(real: Toolbox) -> PdfDocuments:
    return PdfDocuments(real, SITE)
