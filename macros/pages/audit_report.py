"""The figures of the last audit (scripts/audit.py), for the page on accessibility.

They are stored once, in audit.json.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FILE = "audit.json"
# What an audit counts -> how the page describes it
PROBLEM_TYPES = {
    "wcag": "Fouten volgens WCAG 2.0, 2.1 en 2.2, niveau A en AA",
    "advies": "Afwijkingen van wat makers van axe verder aanraden",
    "opzij": "Pagina's die opzij schuiven",
    "console": "Foutmeldingen van scripts",
    "buiten": "Verzoeken naar een andere website",
    "cookies": "Cookies",
}


@dataclass(frozen=True)
class AuditReport:
    """What one audit counted; the fields are those of audit.json."""

    datum: str  # such as 2026-11-21
    axe: str  # the version of axe-core
    paginas: int
    weergaven: int  # views in which every page was opened
    fouten: dict[str, int]  # one of PROBLEM_TYPES -> how many


def load_audit(root: Path) -> AuditReport | None:
    """The last audit of the project in this folder; None when there was none."""
    path = root / FILE
    return AuditReport(**json.loads(path.read_text("utf-8"))) if path.is_file() else None
