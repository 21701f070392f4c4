"""The report of `preview`: one page that opens from a folder, and a summary for the proposal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.lab.git_changes import ChangedFile
from scripts.lab.page_diff import ChangedPage
from scripts.lab.sheet_diff import Shown
from scripts.lab.word_diff import GONE, NEW, SAME, Passage, Piece, passages

REPORT, SUMMARY = "index.html", "samenvatting.md"
TEXTS = re.compile(r"(?P<root>docs|toolbox)/(?P<name>.+)\.(?:md|yml)")
TITLES = {
    "docs": re.compile(r"^# +(.+?)(?: *\{.*\})? *$", re.MULTILINE),
    "toolbox": re.compile(r"^titel: *['\"]?(.+?)['\"]? *$", re.MULTILINE),
}
MARKDOWN = re.compile(r"([\\`*_\[\]<>|~@&#])")
AROUND = 40  # signs of the sentence on both sides of a change, in the summary
MOST = 15  # lines of each list in the summary


@dataclass(frozen=True)
class TextFile:
    """A record or page of which the source changed."""

    path: str
    title: str
    kind: str
    page: str  # on the new site; '' without one
    passages: list[Passage]


@dataclass(frozen=True)
class Report:
    """All that a change does."""

    files: list[TextFile]
    others: list[ChangedFile]
    sheets: list[Shown]
    pages: list[ChangedPage]

    @property
    def counts(self) -> str:
        """In one sentence how much it is."""
        parts = (
            counted(len(self.files), "record of tekst", "records en teksten"),
            counted(len(self.pages), "pagina", "pagina's"),
            counted(len(self.sheets), "PDF", "PDF's"),
            counted(len(self.others), "ander bestand", "andere bestanden"),
        )
        return "Anders, nieuw of weg: " + ", ".join(parts)

    def write(self, out: Path) -> Path:
        """Write the page and the summary; returns the summary."""
        folder = FileSystemLoader(Path(__file__).parent)
        templates = Environment(loader=folder, autoescape=True, undefined=StrictUndefined)
        repeated = [sheet for sheet in self.sheets if not sheet.rows]
        page = templates.get_template("preview.html").render(
            vars(self), counts=self.counts, repeated=repeated
        )
        (out / REPORT).write_text(page, "utf-8")
        (out / SUMMARY).write_text("\n".join(self.summary()) + "\n", "utf-8")
        return out / SUMMARY

    def summary(self) -> Iterator[str]:
        """The lines of the summary, in Markdown."""
        yield "### Wat er verandert\n"
        yield f"{self.counts}.\n"
        for file in self.files[:MOST]:
            yield f"**{escaped(file.title)}** ({file.kind}), `{file.path}`\n"
            if file.kind == "anders":
                yield from listed(map(passage_line, file.passages))
        yield from more(len(self.files))
        yield from section("Pagina's", [f"{page.title}: {page.kind}" for page in self.pages])
        yield from section("PDF's", [f"{sheet.name}: {sheet.kind}" for sheet in self.sheets])
        yield from section("Andere bestanden", [file.path for file in self.others])
        yield f"De bladen van voor en na staan in de map `preview`: open daar `{REPORT}`."


def text_files(files: Iterable[ChangedFile], site: Path) -> Iterator[TextFile]:
    """The records and pages among the changed files, with their words."""
    for file in sorted(files, key=lambda file: (not file.path.startswith("toolbox/"), file.path)):
        if found := TEXTS.fullmatch(file.path):
            before, after = decoded(file.before), decoded(file.after)
            title = TITLES[found["root"]].search(f"{after}\n{before}")
            yield TextFile(
                file.path,
                title[1] if title else found["name"],
                "weg" if file.after is None else "nieuw" if file.before is None else "anders",
                built_page(found["name"], site),
                passages(before, after),
            )


def built_page(name: str, site: Path) -> str:
    """The page of the site that is made of a source; '' when there is none."""
    folder = name.removesuffix("index").rstrip("/")
    page = f"{folder}/index.html".lstrip("/")
    return page if (site / page).is_file() else ""


def decoded(data: bytes | None) -> str:
    """The text of a file; '' without one."""
    return (data or b"").decode("utf-8-sig", "replace")


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else more}"


def section(title: str, lines: list[str]) -> Iterator[str]:
    """A heading with a list below it; nothing for an empty list."""
    if lines:
        yield f"#### {title}\n"
        yield from listed(f"- {escaped(line)}" for line in lines)


def listed(lines: Iterable[str]) -> Iterator[str]:
    """The first lines of a list, and how many are left out."""
    every = list(lines)
    yield from every[:MOST]
    yield from more(len(every))
    yield ""


def more(count: int) -> Iterator[str]:
    """How many of a list do not fit in a summary."""
    if count > MOST:
        yield f"- en nog {count - MOST}"


def passage_line(passage: Passage) -> str:
    """A change in Markdown, with a few words around it."""
    last = len(passage.pieces) - 1
    words = " ".join(
        filter(None, (_piece(piece, at, last) for at, piece in enumerate(passage.pieces)))
    )
    return f"- regel {passage.line}: {words}"


def _piece(piece: Piece, at: int, last: int) -> str:
    """A piece between spaces: marks of Markdown count only there."""
    text = " ".join(piece.text.split())
    if piece.kind == SAME and len(text) > 2 * AROUND:
        begin, end = text[:AROUND].rpartition(" ")[0], text[-AROUND:].partition(" ")[2]
        text = f"… {end}" if at == 0 else f"{begin} …" if at == last else f"{begin} … {end}"
    signs = {GONE: "~~", NEW: "**"}.get(piece.kind, "")
    return f"{signs}{escaped(text)}{signs}" if text else ""


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))
