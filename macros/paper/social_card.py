"""The picture that a chat or social network shows beside a link to the site.

Typst draws it from our own logo, so that the build fetches nothing.
"""

from __future__ import annotations

import json
from pathlib import Path

from macros.model import Toolbox
from macros.paper.pdf import measures_text, new_compiler
from macros.reading.settings.site_settings import read_site

PATH = "assets/deelplaat.png"
PIXELS_PER_INCH = 144
COUNTED = {"instrumenten": "instrumenten", "checklists": "checklists", "scans": "metingen"}


def write_social_card(toolbox: Toolbox, root: Path, site: Path) -> None:
    """Draw the picture (PNG, 1200 x 630 pixels) and put it in the built site."""
    counts = [f"{len(toolbox.records[kind])} {name}" for kind, name in COUNTED.items()]
    settings = read_site(root)
    logo, is_svg = root / "docs" / settings.logo, settings.logo.endswith(".svg")
    drawn = settings.colours.painted(logo.read_text("utf-8")) if is_svg else ""
    job = {"logo": drawn, "line": ", ".join(counts)}
    picture = new_compiler("social_card").compile(
        format="png",
        ppi=PIXELS_PER_INCH,
        sys_inputs={
            "job": json.dumps(job, ensure_ascii=False),
            "measures": measures_text(),
            "site": settings.name,
        },
    )
    assert isinstance(picture, bytes)  # noqa: S101 - one page is one file
    (site / PATH).write_bytes(picture)
