"""The web manifest and its icons: with them a phone keeps the site among its programs.

page.js names the manifest, only where a server gives the page: in a folder a browser refuses it.
All addresses in it are relative, so that it works below any path.
"""

from __future__ import annotations

import json
from pathlib import Path

import typst

from macros.reading.settings.site_settings import SiteSettings

MANIFEST = "manifest.json"
SIZES = (192, 512)  # pixels; what systems ask for
PAPER = "#fbfaf7"  # --gk-papier of basis.css, seen while the site starts
# The logo inside the circle that a system may cut out of an icon
ICON = b"""
#set page(width: 512pt, height: 512pt, margin: 0pt, fill: white)
#place(center + horizon, image(bytes(sys.inputs.logo), format: "svg", width: 62%))
"""


def write_web_manifest(settings: SiteSettings, root: Path, site: Path) -> None:
    """Put the manifest in the built site, with icons when the logo is a drawing (SVG)."""
    icons: list[dict[str, str]] = []
    if settings.logo.endswith(".svg"):
        drawn = settings.colours.painted((root / "docs" / settings.logo).read_text("utf-8"))
        icons = [_icon(drawn, size, site) for size in SIZES]
    manifest = {
        "name": settings.name,
        "short_name": settings.name.split()[0],
        "lang": "nl",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": settings.colours.first,
        "background_color": PAPER,
        "icons": icons or [{"src": settings.logo, "sizes": "any"}],
    }
    (site / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")


def _icon(drawn: str, size: int, site: Path) -> dict[str, str]:
    name = f"icoon-{size}.png"
    picture = typst.compile(ICON, format="png", ppi=72 * size / 512, sys_inputs={"logo": drawn})
    assert isinstance(picture, bytes)  # noqa: S101 - one page is one file
    (site / name).write_bytes(picture)
    sizes = f"{size}x{size}"
    return {"src": name, "sizes": sizes, "type": "image/png", "purpose": "any maskable"}
