"""What tests of pages share."""

from __future__ import annotations

import pytest

from macros.model import Toolbox
from macros.pages.macro_functions import PageMacros
from macros.paper.documents import PdfDocuments
from tests.helpers.record_page import SITE


@pytest.fixture
def macros(example: Toolbox) -> PageMacros:
    """The macros of the small example project."""
    return PageMacros(PdfDocuments(example, SITE))
