"""Two metingen with statements that never change, in the pages of real ones.

Editors rewrite statements and add places; what a test says of places, parts and codes stays true.
All else of such a page, such as its titles, advice, script and style, is that of the real one.
"""

from __future__ import annotations

import re
from pathlib import Path

# Meting -> how many parts, and how many statements each
PINNED = {"reflectiescan": (5, 6), "vertrouwensmeting": (3, 4)}
PART = re.compile(
    r'(<div class="stellingen"[^>]*>).*?</fieldset>\s*</div>(?=\s*(?:<h2|<div class="voortgang"))',
    re.DOTALL,
)
OVER = re.compile(r' data-(?:over|wij)="[^"]*"')


def pinned_site(site: Path, folder: Path) -> Path:
    """The built site with the pages of those metingen in their first version."""
    (folder / "scans").mkdir(parents=True)
    for path in site.iterdir():
        if path.name != "scans":
            (folder / path.name).symlink_to(path)
    for path in (site / "scans").iterdir():
        if path.name not in PINNED:
            (folder / "scans" / path.name).symlink_to(path)
            continue
        (folder / "scans" / path.name).mkdir()
        html = (path / "index.html").read_text("utf-8")
        page = folder / "scans" / path.name / "index.html"
        page.write_text(pinned_page(html, *PINNED[path.name]), "utf-8")
    return folder


def places(id: str) -> list[list[int]]:
    """The places of each part of a pinned meting."""
    parts, size = PINNED[id]
    return [[part * size + number + 1 for number in range(size)] for part in range(parts)]


def pinned_page(html: str, parts: int, size: int) -> str:
    """The page with a scale for every place; all parties score the same thing."""
    numbers = iter(range(1, parts * size + 1))

    def part(found: re.Match[str]) -> str:
        statements = "".join(_statement(next(numbers)) for _ in range(size))
        head = OVER.sub("", found[1]).replace(">", ' data-over="zelfde">')
        return f"{head}{statements}</div>"

    html, count = PART.subn(part, html)
    assert count == parts
    return re.sub(r'data-aantallen="[^"]*"', f'data-aantallen="{parts * size}"', html, count=1)


def _statement(plek: int) -> str:
    answers = "".join(
        f"<label{' class=stelling__weetniet' if value == 6 else ''}>"
        f'<input type="radio" name="v{plek}" value="{value}"> '
        f"<span><b>{value if value < 6 else '?'}</b> <small>{word}</small></span></label>"
        for value, word in enumerate(("nooit", "soms", "vaak", "meestal", "altijd", "onbekend"), 1)
    )
    return (
        f'<fieldset class="stelling"><legend>Stelling {plek}.</legend>'
        f'<div class="stelling__keuzes">{answers}</div></fieldset>'
    )
