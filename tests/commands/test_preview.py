"""A reviewer sees what a change does to words, sheets and pages, and nothing else."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from scripts import preview
from scripts.lab.git_changes import ChangedFile
from scripts.lab.page_diff import ChangedPage, changed_pages
from scripts.lab.preview_report import REPORT, SUMMARY, Report, text_files
from scripts.lab.sheet_diff import Side, Word, changed_words, changes, draw, mark, pairs
from tests.helpers.project import fingerprints

SAME, OTHER, NEW, GONE = (
    f"instrumenten/{id}/{id}.pdf" for id in ("terugblik", "keetgesprek", "nieuw", "weg")
)
BUNDLE = "drukwerk/startset.pdf"
RECORD = "toolbox/rollen/gids.yml"
HOSTILE = "<script>alert(1)</script> [x](javascript:y) @iedereen"


@pytest.fixture
def sites(tmp_path: Path, site: Path) -> tuple[Path, Path]:
    """Two versions of a site with a few sheets."""
    keet, terug = site / OTHER, site / SAME
    versions = {
        "voor": {SAME: terug, OTHER: keet, GONE: keet, BUNDLE: keet},
        "na": {SAME: terug, OTHER: terug, NEW: keet, BUNDLE: terug},
    }
    for version, sheets in versions.items():
        for name, source in sheets.items():
            (tmp_path / version / name).parent.mkdir(parents=True)
            shutil.copy(source, tmp_path / version / name)
    return tmp_path / "voor", tmp_path / "na"


def test_changed_sheets_are_shown_once_and_those_of_the_change_first(
    sites: tuple[Path, Path], tmp_path: Path
) -> None:
    found = changes(*sites, first={"instrumenten/keetgesprek"})
    assert [(change.name, change.kind) for change in found] == [
        (OTHER, "anders"),
        (BUNDLE, "anders"),
        (NEW, "nieuw"),
        (GONE, "weg"),
    ]
    shown = draw(found, tmp_path / "uit")
    assert [len(sheet.rows) for sheet in shown] == [1, 0, 1, 0]
    assert set(fingerprints(tmp_path / "uit")) == {
        f"bladen/{name}"
        for name in (
            OTHER,
            BUNDLE,
            NEW,
            OTHER.replace(".pdf", "-1-voor.png"),
            OTHER.replace(".pdf", "-1-na.png"),
            NEW.replace(".pdf", "-1-na.png"),
        )
    }


def page_with(text: str, colour: str = "white") -> Side:
    """A page with these words, each 10 pixels wide."""
    words = [Word(word, (10 * at, 10, 10 * at + 8, 18)) for at, word in enumerate(text.split())]
    return Side(Image.new("RGB", (100, 40), colour), words)


def test_only_changed_words_are_marked_wherever_they_moved() -> None:
    gone, added = changed_words(page_with("een twee drie").words, page_with("nul een drie").words)
    assert [box[0] for box in gone] == [10]
    assert [box[0] for box in added] == [0]


def test_a_mark_is_drawn_on_both_sides() -> None:
    old, new = page_with("een twee"), page_with("een drie")
    mark(old, new)
    for side, other in ((old, new), (new, old)):
        marked = side.picture.getpixel((14, 14))
        assert side.picture.getpixel((4, 14)) == (255, 255, 255) != marked
        assert marked != other.picture.getpixel((14, 14))


def test_a_drawing_that_differs_is_marked_too() -> None:
    old, new = page_with("een"), page_with("een")
    new.picture.paste((0, 0, 0), (50, 20, 60, 30))
    mark(old, new)
    assert old.picture.getpixel((55, 25)) != (255, 255, 255)
    assert old.picture.getpixel((20, 25)) == (255, 255, 255)


def test_a_page_put_in_between_moves_no_other(tmp_path: Path) -> None:
    one, two, extra = page_with("een"), page_with("twee", "red"), page_with("x", "blue")
    assert list(pairs([one, two], [one, extra, two])) == [(None, extra)]


def test_pages_that_a_reader_sees_change_are_listed(tmp_path: Path) -> None:
    page = "<title>{} - Kist</title><link href='x{}'><article>{}</article>"
    for site, pages in {
        "voor": {"a": ("A", 1, "een"), "b": ("B", 1, "twee"), "weg": ("C &amp; D", 1, "x")},
        "na": {"a": ("A", 2, "een"), "b": ("B", 2, "drie"), "nieuw": ("E", 2, "x")},
    }.items():
        for name, values in pages.items():
            (tmp_path / site / name).mkdir(parents=True)
            (tmp_path / site / name / "index.html").write_text(page.format(*values))
    assert list(changed_pages(tmp_path / "voor", tmp_path / "na")) == [
        ChangedPage("b/index.html", "B", "anders"),
        ChangedPage("nieuw/index.html", "E", "nieuw"),
        ChangedPage("weg/index.html", "C & D", "weg"),
    ]


@pytest.fixture
def written(tmp_path: Path) -> tuple[str, str]:
    """The page and summary of a change in a record and a page, with what a stranger may type."""
    before = "titel: De gids\ndoel: Kort praten, zonder scherm.\n"
    after = f"titel: De gids\ndoel: Kort praten, zonder telefoon. {HOSTILE}\n"
    files = [
        ChangedFile("docs/over/privacy.md", b"# Privacy\n\nWij tellen.\n", None),
        ChangedFile("docs/x.md", None, b"# Nieuw {#x}\n"),
        ChangedFile(RECORD, before.encode(), after.encode()),
    ]
    (tmp_path / "site/rollen/gids").mkdir(parents=True)
    (tmp_path / "site/rollen/gids/index.html").touch()
    texts = list(text_files(files, tmp_path / "site"))
    page = ChangedPage("rollen/gids/index.html", HOSTILE, "anders")
    Report(texts, [], [], [page]).write(tmp_path)
    return (tmp_path / REPORT).read_text("utf-8"), (tmp_path / SUMMARY).read_text("utf-8")


def test_the_page_shows_changed_words_and_leads_to_pages(written: tuple[str, str]) -> None:
    page, _ = written
    assert "<del>scherm</del><ins>telefoon</ins>" in page
    assert "regel 2, bij doel" in page
    assert 'href="site/rollen/gids/index.html"' in page
    titles = re.findall(r'<a href="#f\d">(.+?)</a>: (\w+)', page)
    assert titles == [("De gids", "anders"), ("Privacy", "weg"), ("Nieuw", "nieuw")]
    assert "<script" not in page
    assert html.escape(HOSTILE) in page


def test_the_summary_is_markdown_that_a_stranger_cannot_break(written: tuple[str, str]) -> None:
    _, summary = written
    assert summary.startswith("### Wat er verandert\n")
    assert f"**De gids** (anders), `{RECORD}`" in summary
    assert "- regel 2: doel: Kort praten, zonder ~~scherm~~ **telefoon** " in summary
    assert not re.search(r"(?<!\\)[<@\[]", summary)


def test_a_long_summary_says_what_it_leaves_out(tmp_path: Path) -> None:
    pages = [
        ChangedPage(f"{number}/index.html", f"Pagina {number}", "anders") for number in range(40)
    ]
    Report([], [], [], pages).write(tmp_path)
    summary = (tmp_path / SUMMARY).read_text("utf-8")
    assert "- Pagina 1: anders" in summary
    assert "- en nog 25" in summary
    assert "Pagina 30" not in summary


def test_a_preview_opens_from_its_folder_and_adds_its_summary(
    tmp_path: Path,
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    project, out = tmp_path / "kist", tmp_path / "uit"
    (project / RECORD).parent.mkdir(parents=True)
    (project / RECORD).write_text("titel: De gids\n")
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.nl"]
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "een"]):
        subprocess.run([*git, *command], cwd=project, check=True)
    (project / RECORD).write_text("titel: De nieuwe gids\n")

    def build_both(_: str, new: Path, old: Path) -> int:
        for folder in (new, old / "site"):
            for name in ("index.html", "instrumenten/index.html", SAME, OTHER):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(site / name, folder / name)
        (old / "site" / OTHER).write_bytes((site / SAME).read_bytes())
        return 0

    monkeypatch.setattr(preview, "ROOT", project)
    monkeypatch.setattr(preview, "build_both", build_both)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "stap.md"))
    for _ in range(2):  # the second takes the place of the first
        assert preview.main(["main", "--out", str(out)]) == 0
    assert "1 record of tekst, 0 pagina's, 1 PDF, 0 andere bestanden" in capsys.readouterr().out
    assert "titel: De **nieuwe** gids" in (tmp_path / "stap.md").read_text("utf-8")
    page = (out / REPORT).read_text("utf-8")
    targets = re.findall(r'(?:src|href)="([^"#]+)"', page)
    assert targets
    assert [target for target in targets if not (out / target).is_file()] == []
    assert 'href="instrumenten/index.html"' in (out / "site/index.html").read_text("utf-8")


def test_a_version_that_git_does_not_know_is_said_in_dutch(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert preview.main(["bestaat-niet"]) == 1
    assert "git kent 'bestaat-niet' niet; haal de geschiedenis op" in capsys.readouterr().err
