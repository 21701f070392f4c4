"""What an editor does while a preview runs.

`python -m tests.helpers.preview_session edits`, `faults` or `idle`: a program of its own, started
in a copy of the project, since the macros read the project they stand in.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from macros.model import KINDS
from macros.model.problems import ToolboxError
from scripts.serving.incremental_site import IncrementalSite
from tests.helpers.project import rewrite, wait_until

ROOT = Path.cwd()
PAGE = ROOT / "docs/over/privacy.md"


def edits(preview: IncrementalSite) -> None:
    """Edit a page, a record of each kind and a style; the site that is shown goes to getoond/."""
    assert preview.build() == []
    _add_line(PAGE, "Nog een zin over een belang.")
    assert preview.refresh([PAGE])
    for kind in [kind for kind, spec in KINDS.items() if not spec.without_link]:
        record = sorted((ROOT / "toolbox" / kind).glob("*.yml"))[2]
        rewrite(record, r"\.(\W?)$", r"!\1")
        assert preview.refresh([record]), kind
    _misspell_a_field(preview)
    style = ROOT / "docs/assets/css/basis.css"
    _add_line(style, "/* einde */")
    assert preview.refresh([style, ROOT / "toolbox/passing.tmp.yml"])
    _catch_up(preview)
    assert preview.found == []
    shutil.copytree(preview.site, ROOT / "getoond")
    _edit_what_stands_on_every_page(preview)


def _misspell_a_field(preview: IncrementalSite) -> None:
    """Print what the preview says; then mend it."""
    record = sorted((ROOT / "toolbox/bronnen").glob("*.yml"))[2]
    sound = record.read_text("utf-8")
    rewrite(record, "^titel:", "tittel:")
    _print_refusal(preview, record)
    record.write_text(sound, "utf-8")
    assert preview.refresh([])


def _edit_what_stands_on_every_page(preview: IncrementalSite) -> None:
    """A phase or a title is more than one page: then everything is built anew."""
    titled = ROOT / "toolbox/instrumenten/keetgesprek.yml"
    rewrite(titled, "titel: Keet", "titel: Keeet")
    assert not preview.refresh([ROOT / "toolbox/fasen/delen.yml"])
    assert not preview.refresh([titled])


def faults(preview: IncrementalSite) -> None:
    """Print what `check` refuses of HTML, at once; it goes when mended."""
    sound = PAGE.read_text("utf-8")
    _add_line(PAGE, "<iframe></iframe>")
    print(*preview.build(), sep="\n")
    PAGE.write_text(sound, "utf-8")
    assert preview.build() == []
    _add_line(PAGE, "<img src=https://x.example/a.png onerror=alert(1)>")
    _print_refusal(preview, PAGE)
    assert "onerror" not in (preview.site / "over/privacy/index.html").read_text("utf-8")
    PAGE.write_text(sound, "utf-8")
    assert preview.refresh([PAGE])


def idle(preview: IncrementalSite) -> None:
    """Print what is found in idle moments.

    A page that went and a record that no longer fits its paper, together; then both are mended.
    """
    assert preview.build() == []
    _print_found(preview)
    record = ROOT / "toolbox/instrumenten/terugblik.yml"
    sound = record.read_text("utf-8")
    long = " ".join(["Praat samen over wat er deze week goed ging."] * 5)
    rewrite(record, r"^    tekst:.*$", f"    tekst: {long}")
    assert preview.refresh([record])
    (ROOT / "links.lock").write_text("/\n/weg/\n", "utf-8")
    _print_found(preview)
    record.write_text(sound, "utf-8")
    assert preview.refresh([record])
    (ROOT / "redirects.yml").write_text("/weg/: /over/\n", "utf-8")
    _print_found(preview)


def _print_refusal(preview: IncrementalSite, path: Path) -> None:
    try:
        preview.refresh([path])
    except ToolboxError as error:
        print(error)
    else:
        raise AssertionError(f"{path} was taken")


def _print_found(preview: IncrementalSite) -> None:
    _catch_up(preview)
    print(*(preview.found if preview.found else ["niets"]), sep="\n")


def _catch_up(preview: IncrementalSite) -> None:
    """Wait for what the preview does in idle moments."""
    wait_until(lambda: not preview.catch_up())


def _add_line(path: Path, line: str) -> None:
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")


if __name__ == "__main__":
    site = IncrementalSite(ROOT, lambda *_: None)
    {"edits": edits, "faults": faults, "idle": idle}[sys.argv[1]](site)
    site.close()
