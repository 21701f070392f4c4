"""toolbox/ -> Toolbox. Reports every fault at once, with file and line, in Dutch."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from macros.model import KINDS, PAGE_KINDS, VOCABULARIES, Schaal, Toolbox, Woord, Woordenlijst
from macros.model.base import Part, Record
from macros.model.problems import Problem, ToolboxError, hint
from macros.reading.drawings import check_drawing
from macros.reading.messages import translate
from macros.reading.yaml import Source, decode, parse

P = TypeVar("P", bound=Part)
Known = dict[str, dict[str, None]]  # kind -> ids that may be referred to, in order
WORDS, DRAWINGS, SCALE, SCHEMA = "woordenlijsten", "tekeningen", "schaal.yml", "schema"
Stamp = tuple[tuple[str, int, int], ...]


def load_toolbox(root: Path) -> Toolbox:
    """Read and check all records below root/toolbox; raises ToolboxError with every fault found.

    The result is kept until a file changes, so a caller may ask as often as it likes.
    """
    return _load(root, tuple(sorted(stamp(root / "toolbox"))))


def stamp(folder: str | Path) -> Iterator[tuple[str, int, int]]:
    """Path, time of change and size of every file below a folder, the generated schema left out."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != SCHEMA:
                yield from stamp(entry.path)
        else:
            facts = entry.stat(follow_symlinks=False)
            yield entry.path, facts.st_mtime_ns, facts.st_size


class _Reader:
    """Collects records and problems of one run over the files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def text(self, path: Path) -> str | None:
        try:
            return decode(path.read_bytes(), self.name(path))
        except ToolboxError as error:
            self.problems += error.problems
            return None

    def read(self, path: Path, model: type[P], known: Known, **given: str) -> P | None:
        """One file as a checked model; its faults are added to the problems."""
        try:
            data, source = parse(decode(path.read_bytes(), self.name(path)), self.name(path))
        except ToolboxError as error:
            self.problems += error.problems
            return None
        for twice in given.keys() & data.keys():
            self.problems.append(
                source.problem((twice,), f"{twice}: haal dit weg; de bestandsnaam is de {twice}")
            )
        return self._checked({**data, **given}, source, model, known)

    def _checked(
        self, data: dict[str, object], source: Source, model: type[P], known: Known
    ) -> P | None:
        try:
            return model.model_validate(data, context=known)
        except ValidationError as error:
            self.problems += translate(error, source, model)
            return None


def read_record(toolbox: Toolbox, root: Path, kind: str, id: str) -> Record:
    """One record as its file is now, beside the others as they were; ToolboxError with its faults."""
    reader = _Reader(root)
    known = _known(
        toolbox.words,
        {kind: [Path(id) for id in records] for kind, records in toolbox.records.items()},
    )
    record = reader.read(root / "toolbox" / kind / f"{id}.yml", KINDS[kind].model, known, id=id)
    if record is None:
        raise ToolboxError(reader.problems)
    return record


@lru_cache(maxsize=1)
def _load(root: Path, files: Stamp) -> Toolbox:
    reader = _Reader(root)
    folders = _by_folder(reader, [Path(file) for file, _, _ in files])
    words = _read_words(reader, folders.get(WORDS, []))
    known = _known(words, folders)
    schaal = (
        reader.read(root / "toolbox" / SCALE, Schaal, known)
        if (root / "toolbox" / SCALE).is_file()
        else None
    )
    records = {kind: _read_kind(reader, kind, folders.get(kind, []), known) for kind in KINDS}
    drawings = _read_drawings(reader, folders.get(DRAWINGS, []))
    if schaal is None and not reader.problems:
        reader.problems.append(
            Problem(f"toolbox/{SCALE}", 1, "dit bestand ontbreekt; zonder schaal is er geen meting")
        )
    if reader.problems or schaal is None:
        raise ToolboxError(reader.problems)
    return Toolbox(words, records, schaal, drawings)


def _by_folder(reader: _Reader, paths: list[Path]) -> dict[str, list[Path]]:
    """The files of each folder; what stands in a wrong place is a problem."""
    folders: dict[str, list[Path]] = {}
    for path in paths:
        if fault := _misplaced(path, reader.root / "toolbox"):
            reader.problems.append(Problem(reader.name(path), 1, fault))
        elif path.name != SCALE:
            folders.setdefault(path.parent.name, []).append(path)
    return folders


def _misplaced(path: Path, toolbox: Path) -> str:
    if path.is_symlink():
        return "een symbolische link gebruiken we niet; zet het bestand zelf hier"
    parts = path.relative_to(toolbox).parts
    if parts == (SCALE,):
        return ""
    allowed = (*KINDS, WORDS, DRAWINGS)
    if len(parts) != 2 or parts[0] not in allowed:  # noqa: PLR2004
        return f"'{parts[0]}' is geen soort record{hint(parts[0], allowed)}"
    ending = ".svg" if parts[0] == DRAWINGS else ".yml"
    return (
        ""
        if path.suffix == ending
        else f"hier horen alleen bestanden die eindigen op {ending}; geef het die naam"
    )


def _read_words(reader: _Reader, paths: list[Path]) -> dict[str, dict[str, Woord]]:
    found: dict[str, dict[str, Woord]] = {name: {} for name in VOCABULARIES}
    for path in paths:
        if path.stem not in VOCABULARIES:
            text = f"'{path.stem}' is geen woordenlijst{hint(path.stem, VOCABULARIES)}"
            reader.problems.append(Problem(reader.name(path), 1, text))
        elif lijst := reader.read(path, Woordenlijst, {}):
            found[path.stem] = {word.id: word for word in lijst.woorden}
    return found


def _known(words: dict[str, dict[str, Woord]], folders: dict[str, list[Path]]) -> Known:
    """Ids come from file names: a faulty record still exists, and does not make all references to it wrong."""
    known: Known = {name: dict.fromkeys(found) for name, found in words.items()}
    for kind in KINDS:
        known[kind] = dict.fromkeys(path.stem for path in folders.get(kind, []))
    known["paginas"] = {f"{kind}/{id}": None for kind in PAGE_KINDS for id in known[kind]}
    return known


def _read_kind(reader: _Reader, kind: str, paths: list[Path], known: Known) -> dict[str, Record]:
    read = (reader.read(path, KINDS[kind].model, known, id=path.stem) for path in paths)
    order = KINDS[kind].order

    def place(record: Record) -> tuple[int, str]:
        number = dict(record)[order] if order else 0
        return number, re.sub(r"\W", "", record.titel.casefold())

    return {record.id: record for record in sorted(filter(None, read), key=place)}


def _read_drawings(reader: _Reader, paths: list[Path]) -> dict[str, str]:
    drawings: dict[str, str] = {}
    for path in paths:
        if (text := reader.text(path)) is not None:
            reader.problems += check_drawing(text, reader.name(path))
            drawings[path.stem] = text
    return drawings
