"""Makes the pages that are absent, and says so: one file makes an instrument."""

from __future__ import annotations

from pathlib import Path

from macros.reading.thin_pages import write_missing_pages


def add_missing_pages(root: Path) -> None:
    """Write a thin page for each record without one; who does not hand it in gets it again."""
    for name in write_missing_pages(root):
        text = "ontbrak; ik heb die pagina gemaakt. Meesturen mag, maar hoeft niet."
        print(f"{name} {text}", flush=True)
