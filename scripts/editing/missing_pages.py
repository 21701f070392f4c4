"""Makes the pages that are absent, and says so: one file makes an instrument."""

from __future__ import annotations

from pathlib import Path

from macros.reading.thin_pages import write_missing_pages


def add_missing_pages(root: Path) -> None:
    """Write a thin page for each record without one, and tell the editor to hand it in too."""
    for name in write_missing_pages(root):
        print(f"{name} ontbrak; ik heb die pagina gemaakt. Stuur haar mee.", flush=True)
