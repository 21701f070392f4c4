"""YAML files as plain data plus line numbers, read the way an editor means them.

PyYAML follows YAML 1.1: `no` becomes False, `1:30` becomes 90, `060` becomes 48, and of two equal
keys the last one wins without a message. Here only true, false, null, 12 and 1.5 get a type (the
core schema of YAML 1.2, without its unusual spellings); everything else stays text as typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from macros.model.problems import Problem, ToolboxError, line_at
from macros.reading.yaml_advice import find_mistake

if TYPE_CHECKING:
    Loader = yaml.SafeLoader
else:
    Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is about 12 times faster

# Where a value is in a file: names of fields and numbers of list items
Loc = tuple[int | str, ...]
FRAME = frozenset(
    {yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent}
)
DEPTH_CHANGE: dict[type, int] = {
    yaml.SequenceStartEvent: 1,
    yaml.MappingStartEvent: 1,
    yaml.SequenceEndEvent: -1,
    yaml.MappingEndEvent: -1,
}
MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
MAX_NODES = 5000
KEPT = 4096  # files

# Control characters and bidirectional marks: they hide or reorder what a reviewer sees
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e"
    "\u2061-\u2069\ufff9-\ufffb]"
)
# What word processors and phones put between letters: left out, or read as an ordinary space
ZERO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]")
ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
# Git puts these lines around two versions that it could not join
CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?:\s|$)|={7}$)", re.MULTILINE)
TWO_VERSIONS = (
    "twee versies staan door elkaar; kies wat er moet staan"
    " en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
)
NO_UTF8 = "is niet opgeslagen als UTF-8; kies in je programma Opslaan als, met codering UTF-8"
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,8})")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,8})\.[0-9]{1,6}")
NULLS = ("", "~", "null", "Null", "NULL")
BEHIND_TEXT = re.compile(r"\S[ \t]+#")
NO_KEY = ("", "<<")

QUOTE_REFERENCE = "een tekst die met & of * begint hoort tussen aanhalingstekens"
QUOTE_TAG = "een tekst die met ! begint hoort tussen aanhalingstekens"
TOO_DEEP = f"de velden zitten dieper dan {MAX_DEPTH} lagen in elkaar"
# A part of a message of libyaml -> what an editor should do; the first that matches
ADVICE = {
    "mapping values are not allowed": (
        "er staat een dubbele punt in de zin; zet de hele zin tussen aanhalingstekens"
    ),
    "cannot start any token": (
        "een tab of vreemd teken vooraan; gebruik spaties of zet de zin tussen aanhalingstekens"
    ),
    "unexpected end of stream": (
        "een aanhalingsteken of haakje is niet gesloten; zet het ook aan het eind"
    ),
    "did not find expected key": (
        "deze regel past niet bij de regels erboven; kijk naar inspringen en aanhalingstekens"
    ),
    "could not find expected ':'": "na een veldnaam hoort een dubbele punt en een spatie",
    "did not find expected '-'": (
        "elke regel van een lijst begint met een streepje; zet ze recht onder elkaar"
    ),
    "did not find expected ',' or": (
        "tussen de haken ontbreekt een komma, of het haakje aan het eind; zet die erbij"
    ),
    "alphabetic or numeric": QUOTE_REFERENCE,
    "tag": QUOTE_TAG,
    "maximum nesting depth": TOO_DEEP,
    "unknown escape": (
        "na een \\ tussen dubbele aanhalingstekens hoort een vaste letter;"
        " schrijf \\\\ of gebruik '…'"
    ),
    "indent": "het inspringen klopt niet; gebruik spaties, geen tabs",
}


@dataclass(frozen=True)
class Source:
    """The path of a file, and the line of each value in it."""

    path: str
    lines: dict[Loc, int]
    # What stands behind a # after plain text: the reader of YAML drops it
    remarks: dict[Loc, str] = field(default_factory=dict)

    def problem(self, loc: Loc, text: str) -> Problem:
        """A problem at loc, or at the nearest thing around it that is in the file."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return Problem(self.path, self.lines.get(loc, 1), text)


def decode(content: bytes, path: str, limit: int = MAX_BYTES) -> str:
    """The text of a record or page: UTF-8 in NFC, \\n as line end, no invisible characters.

    `path` is its name in problems, `limit` its greatest size in bytes. Raises ToolboxError.
    """
    if len(content) > limit:
        size, most = len(content) // 1024, limit // 1024
        raise _error(path, 1, f"het bestand is {size} kB; de grens is {most} kB")
    try:
        # Editors on Windows write a byte order mark at the start: harmless, so it is left out
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _error(path, line, NO_UTF8) from None
    text = as_read(text)
    if match := INVISIBLE.search(text):
        message = f"hier staat een onzichtbaar teken (U+{ord(match[0]):04X}); typ de regel opnieuw"
        raise _error(path, line_at(text, match.start()), message)
    check_conflict(text, path)
    return text


def as_read(text: str) -> str:
    """A text without what its writer cannot see: line ends, spaces and accents of one kind."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", ODD_SPACE.sub(" ", ZERO_WIDTH.sub("", text)))


def check_conflict(text: str, path: str) -> None:
    """Raise ToolboxError when a text holds the marks of an unfinished merge."""
    if match := CONFLICT.search(text):
        raise _error(path, line_at(text, match.start()), TWO_VERSIONS)


@lru_cache(KEPT)
def parse(text: str, path: str) -> tuple[dict[str, Any], Source]:
    """The fields of a YAML text, with the lines of their values; nobody may change them.

    Kept, so that after an edit only the files that changed are read again.
    Raises ToolboxError with every problem up to the first that makes the rest unreadable.
    """
    document = _Document(text, path)
    try:
        data = document.read()
    except yaml.MarkedYAMLError as error:
        line, advice = _diagnosis(error, text)
        raise _error(path, line + 1, f"zo niet te lezen: {advice}") from None
    except yaml.YAMLError:
        text = "zo niet te lezen: er staat een teken in dat niet mag; haal het weg"
        raise _error(path, 1, text) from None
    if data is None:
        raise _error(path, 1, "het bestand is leeg; vul het, of haal het weg")
    if not isinstance(data, dict):
        text = "moet uit velden bestaan, zoals 'titel: Terugblik'; kijk in een ander record"
        raise _error(path, 1, f"het bestand {text}")
    if document.problems:
        raise ToolboxError(document.problems)
    return data, document.source


def _diagnosis(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line of a mistake, counted from 0, and what an editor should do about it."""
    mark = error.problem_mark or error.context_mark
    message = f"{error.context or ''} {error.problem or ''}"
    reported = mark.line if mark else 0
    if "maximum nesting depth" in message:
        return reported, TOO_DEEP
    line, advice = find_mistake(text, reported)
    return line, advice or _advice(message)


def _advice(message: str) -> str:
    """What an editor should do about this message of the parser."""
    proposals = (proposal for part, proposal in ADVICE.items() if part in message)
    return next(proposals, "vergelijk deze regel met die van een ander record, en schrijf hem zo")


def _error(path: str, line: int, text: str) -> ToolboxError:
    return ToolboxError([Problem(path, line, text)])


def _plain_events(text: str, path: str) -> Iterator[yaml.Event]:
    """The events of a file that belong to values; raises at the first that is not plain data.

    Events are flat. yaml.compose is not: 200,000 brackets crash its C stack, and nine nested
    aliases fill the memory.
    """
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader)):
        kind = type(event)
        depth += DEPTH_CHANGE.get(kind, 0)
        documents += kind is yaml.DocumentStartEvent
        if message := _event_problem(event, depth, documents, count):
            raise _error(path, _line(event), message)
        if kind not in FRAME:
            yield event


def _event_problem(event: yaml.Event, depth: int, documents: int, count: int) -> str:
    """Why this event is no plain data; '' when it is."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return f"{QUOTE_REFERENCE} (verwijzingen gebruiken we niet)"
    if getattr(event, "tag", None):
        return f"{QUOTE_TAG} (tags gebruiken we niet)"
    if documents > 1:
        return "één record per bestand; haal de regel met --- weg"
    if depth > MAX_DEPTH:
        return TOO_DEEP
    return f"meer dan {MAX_NODES} onderdelen in één bestand" if count > MAX_NODES else ""


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Document:
    """Builds the data of one file from its events, which are read one after the other."""

    def __init__(self, text: str, path: str) -> None:
        self.source = Source(path, {})
        self.problems: list[Problem] = []
        self._events = _plain_events(text, path)
        self._lines = text.split("\n")
        # For speed: most files have no # behind a text, only on lines of their own
        self._has_remarks = BEHIND_TEXT.search(text) is not None

    def read(self) -> object:
        """The data of the document; None for an empty file.

        The events after it are read too, so that a second document raises.
        """
        first = next(self._events, None)
        data = None if first is None else self._value(first, ())
        next(self._events, None)
        return data

    def _value(self, event: yaml.Event, loc: Loc) -> object:
        """The value that begins with this event; reads its events and notes its lines."""
        self.source.lines.setdefault(loc, _line(event))
        if isinstance(event, yaml.ScalarEvent):
            if self._has_remarks:
                self._note_remark(event, loc)
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(loc)
        return self._fields(loc)

    def _note_remark(self, scalar: yaml.ScalarEvent, loc: Loc) -> None:
        """Keep what stands behind a # on the line where this plain text ends."""
        end = scalar.end_mark
        if not scalar.style and end and end.line < len(self._lines):
            rest = self._lines[end.line][end.column :]
            if rest.lstrip().startswith("#"):
                self.source.remarks[loc] = rest.strip()

    def _list(self, loc: Loc) -> list[object]:
        items: list[object] = []
        while type(event := next(self._events)) is not yaml.SequenceEndEvent:
            items.append(self._value(event, (*loc, len(items))))
        return items

    def _fields(self, loc: Loc) -> dict[str, object]:
        fields: dict[str, object] = {}
        while type(event := next(self._events)) is not yaml.MappingEndEvent:
            line, key = _line(event), self._value(event, loc)
            if not isinstance(key, str) or not isinstance(event, yaml.ScalarEvent) or key in NO_KEY:
                self._skip_field(loc, line, "een veldnaam moet gewone tekst zijn")
            elif key in fields:
                self._skip_field(loc, line, f"{key}: dit veld staat er twee keer; houd er één")
            else:
                self.source.lines[*loc, key] = line  # of the key, not of its value
                fields[key] = self._value(next(self._events), (*loc, key))
        return fields

    def _skip_field(self, loc: Loc, line: int, text: str) -> None:
        """Add a problem with a key, and read on to the next one."""
        self.problems.append(Problem(self.source.path, line, text))
        self._value(next(self._events), loc)


def _scalar(scalar: yaml.ScalarEvent) -> str | int | float | bool | None:
    """The value of a scalar by the rules at the top of this module."""
    text: str = scalar.value
    if scalar.style:  # quoted or block text is text (plain is '' in libyaml, None in PyYAML)
        return text
    if text in NULLS:
        return None
    if text in ("true", "false"):
        return text == "true"
    if text[0] not in "+-0123456789":  # for speed: true for nearly every text
        return text
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
