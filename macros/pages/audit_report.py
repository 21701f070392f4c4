"""The figures of the last audit (scripts/audit.py), for the page on accessibility. They stand once, in audit.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FILE = "audit.json"
FAULTS = {  # kind of fault: what a reader is told of it
    "wcag": "Fouten volgens WCAG 2.0, 2.1 en 2.2, niveau A en AA",
    "advies": "Afwijkingen van wat makers van axe verder aanraden",
    "opzij": "Pagina's die opzij schuiven",
    "console": "Foutmeldingen van scripts",
    "buiten": "Verzoeken naar een andere website",
    "cookies": "Cookies",
}


@dataclass(frozen=True)
class Toets:
    """What one run counted."""

    datum: str
    axe: str
    paginas: int
    weergaven: int
    fouten: dict[str, int]


def load_audit(root: Path) -> Toets | None:
    """The last audit; nothing when this copy of the project was never audited."""
    path = root / FILE
    return Toets(**json.loads(path.read_text("utf-8"))) if path.is_file() else None
