"""Order -> PDF/UA-1 + PDF/A-2a through Typst. A result is kept on disk until order, template, font or measure changes."""

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
from typing import Any

import typst

from macros.paper.measures import measures

TEMPLATES = Path(__file__).parent / "typst"
# Pictures of the emoji kind: browsers draw them, no text font has them. On paper they are left out.
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+ ?")


class UnprintableError(Exception):
    """A sign that the font of the paper lacks, or another complaint of Typst."""


@dataclass(frozen=True)
class Maat:
    """What Typst measured on one sheet, card or part of a poster, in mm."""

    naam: str
    vrij: float  # height that is left over; below zero it does not fit
    schrijven: float  # height of the tables and boxes to write on


@dataclass(frozen=True)
class Druk:
    """A finished PDF and what was measured in it."""

    path: Path
    maten: tuple[Maat, ...]
    paginas: int

    @property
    def kilobyte(self) -> int:
        """Its size for a reader."""
        return max(1, round(self.path.stat().st_size / 1000))


class Press:
    """Prints orders, each once."""

    def __init__(self, store: Path) -> None:
        self.store = store

    def print(self, template: str, order: Mapping[str, Any], day: str) -> Druk:
        """The PDF of an order; `day` (2026-11-21) is its date, so that two builds give the same bytes."""
        text = EMOJI.sub("", json.dumps(order, ensure_ascii=False))
        key = hashlib.sha256(f"{template} {day} {text} {_state()}".encode()).hexdigest()[:32]
        pdf, notes = self.store / f"{key}.pdf", self.store / f"{key}.json"
        if not notes.is_file():
            self._make(template, text, day, pdf, notes)
        found = json.loads(notes.read_text("utf-8"))
        return Druk(pdf, tuple(Maat(**maat) for maat in found["maten"]), found["paginas"])

    def prune(self, used: Iterable[Path]) -> None:
        """Forget everything that is not among these PDFs."""
        names = {path.stem for path in used}
        for path in self.store.iterdir():
            if path.stem not in names:
                path.unlink(missing_ok=True)

    def _make(self, template: str, text: str, day: str, pdf: Path, notes: Path) -> None:
        compiler = _compiler(template)
        stamp = calendar.timegm(time.strptime(day, "%Y-%m-%d"))
        try:
            data = compiler.compile(
                sys_inputs={"opdracht": text, "maten": _measures()},
                pdf_standards=["ua-1", "a-2a"],
                timestamp=stamp,
            )
        except typst.TypstError as error:
            raise UnprintableError(error.message) from None
        assert isinstance(data, bytes)  # noqa: S101 - a PDF is one file
        found = {"maten": _query(compiler, "<maat>"), "paginas": _query(compiler, "<paginas>")[0]}
        self.store.mkdir(parents=True, exist_ok=True)
        _write(pdf, data)
        _write(notes, json.dumps(found).encode())  # last: with it the pair is whole


def _write(path: Path, data: bytes) -> None:
    aside = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    aside.write_bytes(data)
    aside.replace(path)


def _query(compiler: typst.Compiler, selector: str) -> Any:
    return json.loads(compiler.query(selector, field="value", format="json"))


_OWN = threading.local()  # a compiler serves one thread


def _compiler(template: str) -> typst.Compiler:
    known: dict[str, typst.Compiler] = _OWN.__dict__.setdefault("compilers", {})
    if template not in known:
        known[template] = new_compiler(template)
    return known[template]


def new_compiler(template: str) -> typst.Compiler:
    """A compiler for one template, with our letters and no others."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(TEMPLATES / "fonts")],
    )
    return typst.Compiler(str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=fonts)


@cache
def _measures() -> str:
    return json.dumps(measures())


@cache
def _state() -> str:
    """Everything besides the order that decides how a PDF looks."""
    files = b"".join(path.read_bytes() for path in sorted(TEMPLATES.rglob("*.t??")))
    return hashlib.sha256(files + _measures().encode() + version("typst").encode()).hexdigest()
