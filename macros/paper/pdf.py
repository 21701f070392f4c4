"""Job -> PDF/UA-1 and PDF/A-2a, made by Typst.

A PDF is kept on disk until its job, a template, a font, a measure, the name of the site or the
version of Typst changes.
"""

from __future__ import annotations

import calendar
import hashlib
import json
import os
import re
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

import typst

from macros.paper.measures import measures

TEMPLATES = Path(__file__).parent / "typst"
# Emoji are left out on paper: browsers draw them, but no text font has them.
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+ ?")


class UnprintableError(Exception):
    """Typst cannot print a job, for instance because the font lacks a character."""


@dataclass(frozen=True)
class Room:
    """What Typst measured on one sheet, card or part of a poster, in mm."""

    name: str  # id of a sheet, title of a card or part
    free: float  # height that is left over; below zero the text does not fit
    writing: float  # height of the tables and boxes to write in
    letter: float = 0  # size of the running text in pt; 0 for what is no sheet
    gelijk: bool = False  # its columns are as wide as each other
    rechts: tuple[int, ...] = ()  # the numbers of its parts in the right column
    rij: float = 0  # height of the rows of a list, or of the lowest row of a table; 0 without
    vak: float = 0  # height of the lowest box on a canvas; 0 without
    label: float = 0  # size of the labels of a canvas in pt; 0 for what is no canvas
    vakken: bool = True  # there is room for the boxes to write in
    eerst: int = 0  # how many tables of a form stand on its first page
    straal: float = 0  # radius of the figure of a form


@dataclass(frozen=True)
class PrintedPdf:
    """A finished PDF and what Typst measured in it."""

    path: Path
    rooms: tuple[Room, ...]
    paginas: int

    @property
    def kilobyte(self) -> int:
        """Its size in kB, at least 1, to show beside a link."""
        return max(1, round(self.path.stat().st_size / 1000))


class Printer(Protocol):
    """What gives the PDF of a job."""

    def print(self, template: str, job: Mapping[str, Any], day: str) -> PrintedPdf:
        """The PDF of a job for this template, with this date inside."""


class Unprinted(PrintedPdf):
    """A PDF of a draft: pages link to it, but it is not made."""

    @property
    def kilobyte(self) -> int:
        return 1


class DraftPrinter:
    """Prints nothing: for pages that are only to be checked."""

    def print(self, template: str, job: Mapping[str, Any], day: str) -> PrintedPdf:  # noqa: ARG002
        """A PDF by name alone."""
        return Unprinted(Path(f"{template}.pdf"), (), 1)


class PdfPrinter:
    """Prints jobs, and keeps the PDFs in a folder so that each is printed once."""

    def __init__(self, store: Path, site_name: str) -> None:
        self.store = store
        self.site_name = site_name
        self._compilers = _Compilers()

    def print(self, template: str, job: Mapping[str, Any], day: str) -> PrintedPdf:
        """The PDF of a job.

        `template` is a file name of typst/ without suffix, `day` (2026-11-21) the date inside the
        PDF: a fixed one, so that two builds give the same bytes. Raises UnprintableError.
        """
        text = EMOJI.sub("", json.dumps(job, ensure_ascii=False))
        facts = f"{template} {day} {text} {self.site_name} {_state(measures_text())}"
        key = hashlib.sha256(facts.encode()).hexdigest()[:32]
        pdf, notes = self.store / f"{key}.pdf", self.store / f"{key}.json"
        if not notes.is_file():
            self._make(template, text, day, pdf, notes)
        measured = json.loads(notes.read_text("utf-8"))
        rooms = tuple(Room(**room) for room in measured["rooms"])
        return PrintedPdf(pdf, rooms, measured["pages"])

    def prune(self, used: Iterable[Path]) -> None:
        """Delete every PDF from the folder that is not among these."""
        names = {path.stem for path in used}
        for path in self.store.iterdir():
            if path.stem not in names:
                path.unlink(missing_ok=True)

    def _make(self, template: str, text: str, day: str, pdf: Path, notes: Path) -> None:
        compiler = self._compilers.of(template)
        try:
            data = compiler.compile(
                sys_inputs={"job": text, "measures": measures_text(), "site": self.site_name},
                pdf_standards=["ua-1", "a-2a"],
                timestamp=calendar.timegm(time.strptime(day, "%Y-%m-%d")),
            )
        except typst.TypstError as error:
            raise UnprintableError(error.message) from None
        assert isinstance(data, bytes)  # noqa: S101 - a PDF is one file
        measured = {"rooms": _query(compiler, "<room>"), "pages": _query(compiler, "<pages>")[0]}
        self.store.mkdir(parents=True, exist_ok=True)
        _write(pdf, data)
        _write(notes, json.dumps(measured).encode())  # last: print() takes it as proof of both


class _Compilers(threading.local):
    """The compilers of one thread, since a compiler serves one thread only."""

    def __init__(self) -> None:
        self.by_template: dict[str, typst.Compiler] = {}

    def of(self, template: str) -> typst.Compiler:
        """The compiler of a template, made at its first use."""
        if template not in self.by_template:
            self.by_template[template] = new_compiler(template)
        return self.by_template[template]


def new_compiler(template: str) -> typst.Compiler:
    """A compiler for one template, with only our own fonts."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(TEMPLATES / "fonts")],
    )
    return typst.Compiler(str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=fonts)


def measures_text() -> str:
    """The measures of the paper as JSON, the form in which the templates read them."""
    return json.dumps(measures())


@cache
def _state(measured: str) -> str:
    """A hash of what decides how every PDF looks: templates, fonts, measures and Typst."""
    files = b"".join(path.read_bytes() for path in sorted(TEMPLATES.rglob("*.t??")))
    return hashlib.sha256(files + measured.encode() + version("typst").encode()).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Write a file under another name first, so that no reader finds half of it."""
    aside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    aside.write_bytes(data)
    aside.replace(path)


def _query(compiler: typst.Compiler, selector: str) -> list[Any]:
    """The values of everything in the document that has this label."""
    values: list[Any] = json.loads(compiler.query(selector, field="value", format="json"))
    return values
