"""Compare the PDFs of two built sites, and show the pages that look different."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pypdfium2
from PIL import Image

SCALE = 1.5  # an A4 of about 900 pixels wide
PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Wat er verandert</title></head>
<body><h1>Wat er verandert</h1>
<p>PDF's die anders, nieuw of weg zijn: {count}.
De hele site staat in de map site: open daar index.html.</p>
{parts}
</body></html>
"""


@dataclass(frozen=True)
class Change:
    """A PDF that is not the same in two built sites."""

    name: str  # instrumenten/keetgesprek/keetgesprek.pdf
    before: Path
    after: Path

    @property
    def kind(self) -> str:
        """What changed, in the words of the report."""
        if not self.after.is_file():
            return "weg"
        return "anders" if self.before.is_file() else "nieuw"


def changes(before: Path, after: Path) -> Iterator[Change]:
    """Every PDF that differs, is new or is gone; `before` and `after` are the folders of sites."""
    names = {path.relative_to(before).as_posix() for path in before.rglob("*.pdf")}
    names |= {path.relative_to(after).as_posix() for path in after.rglob("*.pdf")}
    for name in sorted(names):
        change = Change(name, before / name, after / name)
        if change.kind != "anders" or change.before.read_bytes() != change.after.read_bytes():
            yield change


def show(found: list[Change], out: Path) -> None:
    """Put the PDFs and pictures of them in a folder, with one page that shows them."""
    shutil.rmtree(out / "bladen", ignore_errors=True)
    parts = []
    for change in found:
        print(f"{change.kind}: {change.name}")
        parts.append(f"<h2>{html.escape(change.name)}: {change.kind}</h2>")
        if change.kind != "weg":
            target = out / "bladen" / change.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(change.after, target)
            parts += (f"<p>{row}</p>" for row in pictures(change, target, out))
    (out / "index.html").write_text(PAGE.format(count=len(found), parts="\n".join(parts)), "utf-8")
    print(f"PDF's die anders, nieuw of weg zijn: {len(found)}. Kijk in {out.name}/index.html.")


def pictures(change: Change, target: Path, out: Path) -> Iterator[str]:
    """For every page that looks different: an HTML row of pictures, before and after."""
    for number, sides in enumerate(zip_longest(rendered(change.before), rendered(change.after)), 1):
        if sides[0] == sides[1]:
            continue
        row = ""
        for side, picture in zip(("voor", "na"), sides, strict=True):
            if picture is not None:
                path = target.with_name(f"{target.stem}-{number}-{side}.png")
                picture.save(path)
                source = path.relative_to(out).as_posix()
                row += f'<img src="{source}" alt="Pagina {number}, {side}" width="600" border="1"> '
        yield row


def rendered(pdf: Path) -> list[Image.Image]:
    """The pages of a PDF as pictures; an empty list when there is no such file."""
    if not pdf.is_file():
        return []
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=SCALE).to_pil() for page in document]
