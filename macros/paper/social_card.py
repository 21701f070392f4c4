"""The picture beside a link to the site, drawn by Typst from our own mark: nothing is fetched for it."""

from __future__ import annotations

import json
from pathlib import Path

from macros.model import Toolbox
from macros.paper.pdf import new_compiler

PATH = "assets/deelplaat.png"
MARK = "docs/assets/beeld/merk.svg"
PIXELS_PER_INCH = 144


def write_preview(toolbox: Toolbox, root: Path, site: Path) -> None:
    """Put the picture in the built site."""
    counts = {
        name: len(toolbox.records[kind])
        for kind, name in (
            ("instrumenten", "instrumenten"),
            ("checklists", "checklists"),
            ("scans", "metingen"),
        )
    }
    line = ", ".join(f"{count} {name}" for name, count in counts.items())
    order = json.dumps(
        {"merk": (root / MARK).read_text("utf-8"), "regel": line}, ensure_ascii=False
    )
    picture = new_compiler("deelplaat").compile(
        format="png", ppi=PIXELS_PER_INCH, sys_inputs={"opdracht": order}
    )
    assert isinstance(picture, bytes)  # noqa: S101 - one page is one file
    (site / PATH).write_bytes(picture)
