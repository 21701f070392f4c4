"""YAML files as plain data plus line numbers, read the way an editor means them.

PyYAML follows YAML 1.1: `no` becomes False, `1:30` becomes 90, `060` becomes 48, and of two equal
keys the last one wins in silence. Here only true, false, null, 12 and 1.5 get a type (YAML 1.2 core,
minus its doubtful spellings); everything else stays the text that was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import yaml

from macros.model.problems import Problem, ToolboxError

if TYPE_CHECKING:
    from yaml import SafeLoader as Loader
else:
    Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is about 12 times faster

Loc = tuple[int | str, ...]
FRAME = frozenset(
    {yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent}
)
DEEPER = {
    yaml.SequenceStartEvent: 1,
    yaml.MappingStartEvent: 1,
    yaml.SequenceEndEvent: -1,
    yaml.MappingEndEvent: -1,
}
ENDS = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
MAX_BYTES = 64 * 1024
MAX_DEPTH = 12
MAX_NODES = 5000

# Controls, zero-width and bidirectional marks: they hide or turn around what a reviewer sees.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,8})")
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,8})\.[0-9]{1,6}")
NULLS = ("", "~", "null", "Null", "NULL")

ADVICE = {  # libyaml's words -> what an editor should do; matched on a part of the message
    "mapping values are not allowed": "er staat een dubbele punt in de zin; zet de hele zin tussen aanhalingstekens",
    "cannot start any token": "een tab of vreemd teken vooraan; gebruik spaties of zet de zin tussen aanhalingstekens",
    "unexpected end of stream": "een aanhalingsteken of haakje is niet gesloten",
    "did not find expected key": "deze regel past niet bij de regels erboven; kijk naar inspringen en aanhalingstekens",
    "could not find expected ':'": "na een veldnaam hoort een dubbele punt en een spatie",
    "did not find expected '-'": "elke regel van een lijst begint met een streepje; zet ze recht onder elkaar",
    "did not find expected ',' or": "een komma of haakje ontbreekt; schrijf de velden liever onder elkaar",
    "alphabetic or numeric": "een tekst die met & of * begint hoort tussen aanhalingstekens",
    "tag": "een tekst die met ! begint hoort tussen aanhalingstekens",
    "maximum nesting depth": f"de velden zitten dieper dan {MAX_DEPTH} lagen in elkaar",
    "unknown escape": "na een \\ tussen dubbele aanhalingstekens hoort een vaste letter; schrijf \\\\ of gebruik '…'",
    "indent": "het inspringen klopt niet; gebruik spaties, geen tabs",
}


@dataclass(frozen=True)
class Source:
    """Where the values of one file were written."""

    path: str
    lines: dict[Loc, int]

    def problem(self, loc: Loc, text: str) -> Problem:
        """A problem at loc, or at the nearest thing around it that stands in the file."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return Problem(self.path, self.lines.get(loc, 1), text)


def decode(raw: bytes, path: str, limit: int = MAX_BYTES) -> str:
    """The text of a file, in UTF-8 and without invisible signs; else ToolboxError. Also used for pages."""
    if len(raw) > limit:
        raise _refuse(
            path, 1, f"het bestand is {len(raw) // 1024} kB; de grens is {limit // 1024} kB"
        )
    try:
        text = raw.decode(
            "utf-8-sig"
        )  # editors on Windows write a byte order mark at the start: harmless
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refuse(path, line, "geen geldige UTF-8; sla het bestand op als UTF-8") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := INVISIBLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _refuse(path, line, f"onzichtbaar teken U+{ord(found[0]):04X}; typ de regel opnieuw")
    return unicodedata.normalize("NFC", text)


def parse(text: str, path: str) -> tuple[dict[str, Any], Source]:
    """The fields of a YAML text with their lines; ToolboxError holds every fault that could be found."""
    lines: dict[Loc, int] = {}
    problems: list[Problem] = []
    try:
        data = _build_all(_judged(text, path), Source(path, lines), problems)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = f"{error.context or ''} {error.problem or ''}"
        advice = next(
            (dutch for part, dutch in ADVICE.items() if part in words),
            "dit kan de lezer niet ontleden",
        )
        raise _refuse(path, mark.line + 1 if mark else 1, f"geen geldige YAML: {advice}") from None
    except yaml.YAMLError:
        raise _refuse(path, 1, "geen geldige YAML: er staat een teken in dat niet mag") from None
    if not isinstance(data, dict):
        raise _refuse(path, 1, "het bestand moet uit velden bestaan (naam: waarde)")
    if problems:
        raise ToolboxError(problems)
    return data, Source(path, lines)


def _refuse(path: str, line: int, text: str) -> ToolboxError:
    return ToolboxError([Problem(path, line, text)])


def _judged(text: str, path: str) -> Iterator[Any]:
    """The events of the values in a file, up to the first thing that is not plain data.

    Not yaml.compose: 200,000 brackets crash its C stack and nine nested aliases fill the memory; events are flat.
    """
    depth = documents = 0
    for count, event in enumerate(yaml.parse(text, Loader)):
        kind = type(event)
        depth += DEEPER.get(kind, 0)
        documents += kind is yaml.DocumentStartEvent
        if fault := _forbidden(event, depth, documents, count):
            raise _refuse(path, event.start_mark.line + 1 if event.start_mark else 1, fault)
        if kind not in FRAME:
            yield event


def _forbidden(event: Any, depth: int, documents: int, count: int) -> str:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return "een tekst die met & of * begint hoort tussen aanhalingstekens (verwijzingen gebruiken we niet)"
    if getattr(event, "tag", None):
        return "een tekst die met ! begint hoort tussen aanhalingstekens (tags gebruiken we niet)"
    if documents > 1:
        return "één record per bestand; haal de regel met --- weg"
    if depth > MAX_DEPTH:
        return f"de velden zitten dieper dan {MAX_DEPTH} lagen in elkaar"
    return f"meer dan {MAX_NODES} onderdelen in één bestand" if count > MAX_NODES else ""


def _build_all(events: Iterator[Any], source: Source, problems: list[Problem]) -> Any:
    """The one document of a file as data, None for an empty file; reads on to its end, where a second one may begin."""
    root = next(events, None)
    data = None if root is None else _build(root, events, (), source, problems)
    next(events, None)
    return data


def _build(
    event: Any, rest: Iterator[Any], loc: Loc, source: Source, problems: list[Problem]
) -> Any:
    """What begins with this event as data; notes where it stands, and adds doubtful keys to the problems."""
    source.lines.setdefault(loc, event.start_mark.line + 1)
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _value(event)
    if kind is yaml.SequenceStartEvent:
        return [
            _build(child, rest, (*loc, number), source, problems)
            for number, child in enumerate(_inside(rest))
        ]
    fields: dict[str, Any] = {}
    for key in _inside(rest):
        line, name = key.start_mark.line + 1, _build(key, rest, loc, source, problems)
        if fault := _key_fault(key, name, fields):
            problems.append(Problem(source.path, line, fault))
            _build(next(rest), rest, loc, source, problems)
            continue
        source.lines[(*loc, name)] = line  # point at the key, not at its value
        fields[name] = _build(next(rest), rest, (*loc, name), source, problems)
    return fields


def _inside(rest: Iterator[Any]) -> Iterator[Any]:
    """What begins right below the list or the fields that are being read."""
    return takewhile(lambda event: type(event) not in ENDS, rest)


def _key_fault(key: Any, name: Any, fields: dict[str, Any]) -> str:
    if not isinstance(key, yaml.ScalarEvent) or not isinstance(name, str) or name in ("", "<<"):
        return "een veldnaam moet gewone tekst zijn"
    return f"{name}: dit veld staat er twee keer; houd er één" if name in fields else ""


def _value(scalar: yaml.ScalarEvent) -> str | int | float | bool | None:
    text: str = scalar.value
    if scalar.style:  # quoted or block text is text (plain is '' in libyaml, None in PyYAML)
        return text
    if text in NULLS:
        return None
    if text in ("true", "false"):
        return text == "true"
    if text[0] not in "+-0123456789":  # nearly always
        return text
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
