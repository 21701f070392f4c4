"""toolbox/ -> Toolbox. Reports all problems at once, with file and line, in Dutch."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from macros.model import KINDS, PAGE_KINDS, VOCABULARIES, Schaal, Toolbox, Woord, Woordenlijst
from macros.model.base import RESERVED, Part, Record
from macros.model.problems import Problem, ToolboxError, closest, hint
from macros.reading.drawings import check_drawing
from macros.reading.links_lock import id_for
from macros.reading.messages import dropped_texts, translate
from macros.reading.system_files import is_left_behind
from macros.reading.yaml import Source, decode, parse

P = TypeVar("P", bound=Part)
Ids = dict[str, dict[str, None]]  # kind -> ids that may be referred to, in order
WORDS, DRAWINGS, SCHEMA = "woordenlijsten", "tekeningen", "schema"
SCALE, SPELLING = "schaal.yml", "spelling.txt"
TITLE = re.compile(r"^titel:(.*)$", re.MULTILINE)
TOP_FIELD = re.compile(r"^([a-z_]+):", re.MULTILINE)
ENDING = re.compile(r"(?:\.ya?ml)+(?:\.txt)?\s*$", re.IGNORECASE)
COPY = re.compile(r"\b(?:kopie|copy)\b|\(\d+\)", re.IGNORECASE)  # how systems name one
CLEARLY = 3  # so many more known fields make it a record of another kind
LONGEST_ID = 60
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Reading:
    """What was read of toolbox/, with all that is wrong there.

    A record with problems is replaced by a sound one of its kind under its own id, so that what
    refers to it can still be checked and rendered: `stand_ins` holds the files of those.
    """

    toolbox: Toolbox | None  # None when something is missing for which nothing can stand in
    problems: tuple[Problem, ...]
    stand_ins: frozenset[str]  # paths in the project
    misplaced: frozenset[str] = frozenset()  # files with a wrong name or in a wrong folder

    @property
    def stand_in_ids(self) -> frozenset[str]:
        """The ids of the records that were replaced, of whatever kind."""
        return frozenset(Path(file).stem for file in self.stand_ins)

    def sound_records(self, toolbox: Toolbox) -> Toolbox:
        """The toolbox without stand-ins."""
        records: dict[str, dict[str, Record]] = {kind: {} for kind in toolbox.records}
        for kind, record in toolbox.all():
            if f"toolbox/{kind}/{record.id}.yml" not in self.stand_ins:
                records[kind][record.id] = record
        return replace(toolbox, records=records)


def read_toolbox(root: Path) -> Reading:
    """All records below root/toolbox; cached until a file there changes."""
    return _read(root, tuple(sorted(stamp(root / "toolbox"))))


def load_toolbox(root: Path) -> Toolbox:
    """All records below root/toolbox; raises ToolboxError with every problem there."""
    reading = read_toolbox(root)
    if reading.problems or reading.toolbox is None:
        raise ToolboxError(reading.problems)
    return reading.toolbox


def stamp(folder: str | Path) -> Iterator[tuple[str, int, int]]:
    """Path, time of change (ns) and size (bytes) of every file below a folder.

    The generated schema, and files of systems and editors, are left out.
    """
    for entry in os.scandir(folder):
        if is_left_behind(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name != SCHEMA:
                yield from stamp(entry.path)
        else:
            facts = entry.stat(follow_symlinks=False)
            yield entry.path, facts.st_mtime_ns, facts.st_size


class _Reader:
    """Reads the files of one project, and collects their problems."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.stand_ins: list[tuple[str, str]] = []  # kind and id of records with problems
        self.misplaced: list[tuple[str, str]] = []  # kind and id of records with a wrong name
        self.misplaced_files: list[str] = []
        self.incomplete = False  # nothing could stand in for a file

    def name(self, path: Path) -> str:
        """The path of a file in the project, with slashes."""
        return path.relative_to(self.root).as_posix()

    def text(self, path: Path) -> str | None:
        """The text of a file; None when it cannot be decoded."""
        try:
            return decode(path.read_bytes(), self.name(path))
        except ToolboxError as error:
            self.problems += error.problems
            return None

    def read(self, path: Path, model: type[P], ids: Ids, **fixed: str) -> P | None:
        """One file as this model; None when it has problems.

        `fixed` are fields that follow from the file name, so that the file may not hold them.
        """
        try:
            data, source = parse(decode(path.read_bytes(), self.name(path)), self.name(path))
        except ToolboxError as error:
            self.problems += error.problems
            return None
        for field in fixed.keys() & data.keys():
            text = f"{field}: haal dit weg; de bestandsnaam is de {field}"
            self.problems.append(source.problem((field,), text))
        return self._validated({**data, **fixed}, source, model, ids)

    def _validated(
        self, data: dict[str, object], source: Source, model: type[P], ids: Ids
    ) -> P | None:
        dropped = list(dropped_texts(source, data, model))
        self.problems += dropped
        try:
            record = model.model_validate(data, context=ids)
        except ValidationError as error:
            self.problems += translate(error, source, model, _Known(self.root, ids))
            return None
        return None if dropped else record


@dataclass(frozen=True)
class _Known:
    """What may be referred to, with titles that are read only when somebody typed a wrong id."""

    root: Path
    all_ids: Ids

    def ids(self, kind: str) -> list[str]:
        return list(self.all_ids.get(kind, ()))

    def titles(self, kind: str) -> dict[str, str]:
        return {} if kind not in KINDS else dict(_titles(self.root / "toolbox" / kind))


def _titles(folder: Path) -> Iterator[tuple[str, str]]:
    """Id and title of every record in a folder, also of those with problems."""
    for path in sorted(folder.glob("[!._~]*.yml")):
        if found := TITLE.search(path.read_text("utf-8", "replace")):
            yield path.stem, found[1].strip("'\" \r")


def read_record(toolbox: Toolbox, root: Path, kind: str, id: str) -> Record:
    """One record from its file, validated against the other records of this toolbox.

    Raises ToolboxError with the problems of the file.
    """
    reader = _Reader(root)
    ids = _ids(toolbox.words, toolbox.records)
    record = reader.read(root / "toolbox" / kind / f"{id}.yml", KINDS[kind].model, ids, id=id)
    if record is None:
        raise ToolboxError(reader.problems)
    return record


@lru_cache(maxsize=1)
def _read(root: Path, state: Stamp) -> Reading:
    reader = _Reader(root)
    folders = _by_folder(reader, [Path(file) for file, _, _ in state])
    words = _read_words(reader, folders.get(WORDS, []))
    paths = {kind: folders.get(kind, []) for kind in KINDS}
    stems = {kind: _stems(files) for kind, files in paths.items()}
    reader.incomplete = bool(reader.misplaced)  # no file of theirs can be read for the draft
    for kind, id in reader.misplaced:
        stems[kind].append(id)
    ids = _ids(words, stems)
    schaal = _read_scale(reader, ids)
    records = {kind: _read_kind(reader, kind, files, ids) for kind, files in paths.items()}
    drawings = _read_drawings(reader, folders.get(DRAWINGS, []))
    stand_ins = {f"toolbox/{kind}/{id}.yml" for kind, id in reader.stand_ins}
    whole = schaal is not None and not reader.incomplete
    toolbox = Toolbox(words, records, schaal, drawings) if whole and schaal else None
    misplaced = frozenset(reader.misplaced_files)
    return Reading(toolbox, tuple(reader.problems), frozenset(stand_ins), misplaced)


def _stems(paths: Iterable[Path]) -> list[str]:
    return [path.stem for path in paths]


def _read_scale(reader: _Reader, ids: Ids) -> Schaal | None:
    path = reader.root / "toolbox" / SCALE
    if path.is_file():
        return reader.read(path, Schaal, ids)
    text = "dit bestand ontbreekt; zonder schaal is er geen meting"
    reader.problems.append(Problem(reader.name(path), 1, text))
    return None


def _by_folder(reader: _Reader, paths: list[Path]) -> dict[str, list[Path]]:
    """Folder -> its files; a file in a wrong place or with a wrong name is a problem."""
    folders: dict[str, list[Path]] = {}
    for path in paths:
        kind, id = _belongs(path, reader.root)
        wanted = reader.root / "toolbox" / kind / f"{id}.yml"
        if kind and path != wanted:
            reader.problems.append(Problem(reader.name(path), 1, _move(path, wanted)))
            reader.misplaced_files.append(reader.name(path))
            if not wanted.exists():  # others may still refer to it
                reader.misplaced.append((kind, id))
        elif text := _place_problem(path, reader.root / "toolbox"):
            reader.problems.append(Problem(reader.name(path), 1, text))
        elif path.name == SPELLING:
            reader.text(path)  # for its problems alone
        elif path.name != SCALE:
            folders.setdefault(path.parent.name, []).append(path)
    return folders


def _belongs(path: Path, root: Path) -> tuple[str, str]:
    """Kind and id of the record in this file, whatever it is called; '' when it is no record."""
    parts = path.relative_to(root / "toolbox").parts
    name = ENDING.sub("", path.name)
    if path.is_symlink() or parts[0] in (SCALE, SPELLING, WORDS, DRAWINGS):
        return "", ""
    if name == path.name:  # another ending, or none
        if not TITLE.search(path.read_text("utf-8", "replace")):
            return "", ""
        name = path.stem
    here = parts[0] if len(parts) > 1 else ""
    kind = _kind_of_fields(path, here) or closest(here, KINDS)
    id = id_for(root, kind, name)
    return kind, name if id in ("", *RESERVED) or len(name) > LONGEST_ID else id


def _kind_of_fields(path: Path, here: str) -> str:
    """The kind whose fields stand in this file: that of its folder, unless it clearly is another.

    '' when it fits none.
    """
    fields = set(TOP_FIELD.findall(path.read_text("utf-8", "replace")))
    known = {kind: len(fields & names) for kind, names in _fields_of_kinds().items()}
    best = max(known, key=lambda kind: known[kind])
    return best if known[best] - known.get(here, 0) >= CLEARLY else here if here in KINDS else ""


@cache
def _fields_of_kinds() -> dict[str, frozenset[str]]:
    return {kind: frozenset(spec.model.model_fields) for kind, spec in KINDS.items()}


def _move(path: Path, wanted: Path) -> str:
    """What must happen to a record that has a wrong name or is in a wrong folder."""
    if path.parent == wanted.parent:
        return (
            "bestandsnaam: kleine letters, cijfers en streepjes, met .yml erachter;"
            f" noem het {wanted.name}{', of haal de kopie weg' if COPY.search(path.name) else ''}"
        )
    return f"dit record staat in de verkeerde map; zet het in toolbox/{wanted.parent.name}/"


def _place_problem(path: Path, toolbox: Path) -> str:
    """Why a file may not be where it is; '' when it may."""
    if path.is_symlink():
        return "een symbolische link gebruiken we niet; zet het bestand zelf hier"
    parts = path.relative_to(toolbox).parts
    if parts in ((SCALE,), (SPELLING,)):
        return ""
    allowed = (*KINDS, WORDS, DRAWINGS)
    if len(parts) != 2 or parts[0] not in allowed:  # noqa: PLR2004
        proposal = hint(parts[0], allowed) or "; zet het bestand in de map van zijn soort"
        return f"'{parts[0]}' is geen soort record{proposal}"
    ending = ".svg" if parts[0] == DRAWINGS else ".yml"
    if path.suffix != ending:
        return f"hier horen bestanden die eindigen op {ending}; bewaar het zo, of haal het weg"
    return ""


def _read_words(reader: _Reader, paths: list[Path]) -> dict[str, dict[str, Woord]]:
    vocabularies: dict[str, dict[str, Woord]] = {name: {} for name in VOCABULARIES}
    for path in paths:
        if path.stem not in VOCABULARIES:
            text = f"'{path.stem}' is geen woordenlijst{hint(path.stem, VOCABULARIES)}"
            reader.problems.append(Problem(reader.name(path), 1, text))
        elif lijst := reader.read(path, Woordenlijst, {}):
            vocabularies[path.stem] = {word.id: word for word in lijst.woorden}
        else:
            reader.incomplete = True
    return vocabularies


def _ids(words: dict[str, dict[str, Woord]], records: Mapping[str, Iterable[str]]) -> Ids:
    """All that may be referred to: the words of each vocabulary, the records of each kind.

    Ids of records are the names of their files, so that a record with a problem still exists and
    references to it give no problems of their own.
    """
    ids: Ids = {name: dict.fromkeys(vocabulary) for name, vocabulary in words.items()}
    for kind in KINDS:
        ids[kind] = dict.fromkeys(records[kind])
    ids["paginas"] = {f"{kind}/{id}": None for kind in PAGE_KINDS for id in ids[kind]}
    return ids


def _read_kind(reader: _Reader, kind: str, paths: list[Path], ids: Ids) -> dict[str, Record]:
    """The records of a kind in reading order; a sound one stands in for each that has problems."""
    read = {path.stem: reader.read(path, KINDS[kind].model, ids, id=path.stem) for path in paths}
    records = [record for record in read.values() if record]
    titles = dict(_titles(reader.root / "toolbox" / kind)) if len(records) < len(read) else {}
    misplaced = [id for of_kind, id in reader.misplaced if of_kind == kind]
    for id in [*misplaced, *(id for id, record in read.items() if record is None)]:
        reader.stand_ins.append((kind, id))
        if records:
            title = titles.get(id, id)
            records.append(records[0].model_copy(update={"id": id, "titel": title}))
        else:
            reader.incomplete = True
    order = KINDS[kind].order

    def place(record: Record) -> tuple[int, str]:
        number = vars(record)[order] if order else 0
        return number, re.sub(r"\W", "", record.titel.casefold())

    return {record.id: record for record in sorted(records, key=place)}


def _read_drawings(reader: _Reader, paths: list[Path]) -> dict[str, str]:
    drawings: dict[str, str] = {}
    for path in paths:
        if (text := reader.text(path)) is not None:
            reader.problems += check_drawing(text, reader.name(path))
            drawings[path.stem] = text
    return drawings
