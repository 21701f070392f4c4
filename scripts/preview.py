"""`kist.py preview BASE [--out MAP]`: what a change does to the sheets, in PDFs and pictures, before it is merged.

Both versions are built whole, each with its own code, and their PDFs are compared byte for byte: nothing has to guess
which word, template or vocabulary touches which sheet. The folder also holds the site as it would become.
"""

from __future__ import annotations

import html
import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pypdfium2
from PIL import Image

from macros.paper.print_all import STORE
from scripts.cli.arguments import Arguments
from scripts.cli.errors import ROOT, perform, refuse
from scripts.cli.output_path import MARKS, check_folder

SCALE = 1.5  # an A4 of about 900 pixels wide
PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Wat er verandert</title></head>
<body><h1>Wat er verandert</h1>
<p>PDF's die anders, nieuw of weg zijn: {count}. De hele site staat in de map site: open daar index.html.</p>
{parts}
</body></html>
"""


@dataclass(frozen=True)
class Change:
    """A PDF that is not the same in two sites."""

    name: str  # instrumenten/keetgesprek/keetgesprek.pdf
    before: Path
    after: Path

    @property
    def kind(self) -> str:
        """What a reviewer calls it."""
        return (
            "anders"
            if self.before.is_file() and self.after.is_file()
            else "nieuw"
            if self.after.is_file()
            else "weg"
        )


def main(arguments: list[str]) -> int:
    """0 when both versions could be built and compared."""
    parser = Arguments("preview", "Toon welke bladen anders worden.")
    parser.add_argument("base", metavar="BASE", help="waarmee je vergelijkt, zoals main")
    parser.add_argument(
        "--out",
        type=Path,
        default=ROOT / "preview",
        metavar="MAP",
        help="waar het resultaat komt te staan",
    )
    options = parser.parse_args(arguments)
    out = options.out.resolve()
    site = out / "site"
    if problems := check_folder(out, ROOT, tuple(f"site/{name}" for name in MARKS)):
        return refuse(problems)
    found = _git("merge-base", options.base, "HEAD")
    if found.returncode:
        print(
            f"git kent '{options.base}' niet; haal de geschiedenis op met git fetch, of noem een andere versie",
            file=sys.stderr,
        )
        return 1
    with tempfile.TemporaryDirectory(prefix="kist-preview-", ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        if (
            code := build(ROOT, site)
            or unpack(found.stdout.decode().strip(), base)
            or build(base, base / "site")
        ):
            return code
        show(list(changes(base / "site", site)), out)
    return 0


def unpack(commit: str, folder: Path) -> int:
    """The files of a commit, with the sheets that are printed already."""
    with tarfile.open(fileobj=io.BytesIO(_git("archive", commit).stdout)) as files:
        files.extractall(folder, filter="data")
    shutil.copytree(ROOT / STORE, folder / STORE, dirs_exist_ok=True)
    print(f"Ik vergelijk met {commit[:10]}.", flush=True)
    return 0


def build(project: Path, site: Path) -> int:
    """Build a version with its own code; the exit status."""
    return subprocess.run(
        [sys.executable, "-m", "scripts.build", "--out", str(site)], cwd=project, check=False
    ).returncode


def changes(before: Path, after: Path) -> Iterator[Change]:
    """Every PDF that differs, that is new or that is gone."""
    for name in sorted(
        {
            path.relative_to(site).as_posix()
            for site in (before, after)
            for path in site.rglob("*.pdf")
        }
    ):
        change = Change(name, before / name, after / name)
        if change.kind != "anders" or change.before.read_bytes() != change.after.read_bytes():
            yield change


def show(found: list[Change], out: Path) -> None:
    """Put the PDFs and the pictures in a folder, with one page to look at."""
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
    """A row of pictures, before and after, for every page that looks different."""
    for number, sides in enumerate(zip_longest(rendered(change.before), rendered(change.after)), 1):
        if sides[0] == sides[1]:
            continue
        row = ""
        for side, picture in zip(("voor", "na"), sides, strict=True):
            if picture is not None:
                path = target.with_name(f"{target.stem}-{number}-{side}.png")
                picture.save(path)
                row += f'<img src="{path.relative_to(out).as_posix()}" alt="Pagina {number}, {side}" width="600" border="1"> '
        yield row


def rendered(pdf: Path) -> list[Image.Image]:
    """The pages of a PDF as pictures; none when it is not there."""
    if not pdf.is_file():
        return []
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=SCALE).to_pil() for page in document]


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False)  # noqa: S607


if __name__ == "__main__":
    perform(main)
