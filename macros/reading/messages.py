"""Pydantic's faults as lines an editor can act on: `veld: wat er mis is; wat het wel moet zijn`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.model.base import DATE_PATTERN, ID_PATTERN, URL_PATTERN, Part, Record
from macros.model.fields import part_of
from macros.model.problems import Problem, choices, closest, hint
from macros.reading.yaml import Loc, Source

MESSAGES = {  # pydantic's error type -> Dutch; a test fails when a type of the model is missing here
    "missing": "dit veld is verplicht en ontbreekt; zet het erbij",
    "extra_forbidden": "onbekend veld",
    "unknown_id": "'{id}' bestaat niet in {kind}",
    "own_rule": "{text}",
    "literal_error": "kan niet {value} zijn; kies uit {keuze}",
    "string_type": "moet tekst zijn, niet {value}; zet de tekst tussen aanhalingstekens",
    "string_too_short": "heeft minstens {min_length} tekens nodig; vul het aan",
    "string_too_long": "is {length} tekens; kort in tot hoogstens {max_length}",
    "int_type": "moet een heel getal zijn zonder aanhalingstekens, niet {value}",
    "float_type": "moet een getal zijn, zoals 2.5, niet {value}",
    "bool_type": "moet true of false zijn, niet {value}",
    "greater_than_equal": "moet minstens {ge} zijn, niet {value}",
    "less_than_equal": "mag hoogstens {le} zijn, niet {value}",
    "tuple_type": "moet een lijst zijn; zet elke regel achter een streepje",
    "model_type": "moet uit velden bestaan (naam: waarde), niet uit {value}",
    "model_attributes_type": "moet uit velden bestaan (naam: waarde), niet uit {value}",
    "too_short": "heeft minstens {min_length} regels nodig, dit zijn er {actual_length}",
    "too_long": "mag hoogstens {max_length} regels hebben, dit zijn er {actual_length}",
}
PATTERNS = {
    ID_PATTERN: "alleen kleine letters, cijfers en streepjes, zoals 'keetgesprek'; niet {value}",
    URL_PATTERN: "alleen een gewoon https-adres, zonder gebruikersnaam; niet {value}",
    DATE_PATTERN: "schrijf een datum als jaar-maand-dag, zoals 2026-11-21; niet {value}",
    r"^S\d-\d{1,3}$": "schrijf het nummer zoals S2-14; niet {value}",
}
COLON = "er staat een dubbele punt in; zet de hele zin tussen aanhalingstekens"
MAX_SHOWN = 60


def translate(error: ValidationError, source: Source, model: type[Part]) -> Iterator[Problem]:
    """Every fault in Dutch at its own line. One mistake, one message: what follows from another is left out."""
    faults = error.errors(include_url=False)
    misspelt = [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], closest(str(loc[-1]), fields_at(model, loc))) for loc in misspelt}
    around = {fault["loc"][:depth] for fault in faults for depth in range(1, len(fault["loc"]))}
    for fault in faults:
        loc, kind = fault["loc"], fault["type"]
        if (kind == "missing" and loc in meant) or (kind == "too_short" and loc in around):
            continue
        field = fault.get("ctx", {}).get("field")
        where = (*loc, field) if field else loc
        yield source.problem(where, f"{spoken(where)}: {_text(fault, model)}")


def spoken(loc: Loc) -> str:
    """A place in words: ('stappen', 0, 'minuten') is 'stappen nr. 1, minuten'."""
    words: list[str] = []
    for part in loc:
        if isinstance(part, int) and words:
            words[-1] += f" nr. {part + 1}"
        else:
            words.append(str(part))
    return (
        ", ".join(words).replace("id", "bestandsnaam")
        if loc == ("id",)
        else ", ".join(words) or "bestand"
    )


def fields_at(model: type[Part], loc: Loc) -> set[str]:
    """The fields that are allowed where the last part of loc stands."""
    for part in loc[:-1]:
        if isinstance(part, str) and part in model.model_fields:
            model = part_of(model, part) or model
    return set(model.model_fields) - ({"id"} if issubclass(model, Record) else set())


def _text(fault: ErrorDetails, model: type[Part]) -> str:
    """What is wrong, what is right instead, and the nearest right word."""
    kind, value, facts = fault["type"], fault["input"], fault.get("ctx", {})
    if kind == "string_type" and isinstance(value, dict):
        return COLON
    words = _known_words(fault, model)
    text = PATTERNS[facts["pattern"]] if kind == "string_pattern_mismatch" else MESSAGES[kind]
    length = len(value) if isinstance(value, str) else 0
    said = text.format_map(
        {**facts, "value": shown(value), "length": length, "keuze": choices(words)}
    )
    return said + _proposal(
        kind, str(facts.get("id", fault["loc"][-1] if kind == "extra_forbidden" else value)), words
    )


def _known_words(fault: ErrorDetails, model: type[Part]) -> list[str]:
    kind, facts = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return sorted(fields_at(model, fault["loc"]))
    if kind == "unknown_id":
        return list(facts["known"])
    return re.findall(r"'(.*?)'", facts["expected"]) if kind == "literal_error" else []


def _proposal(kind: str, word: str, words: Iterable[str]) -> str:
    near = hint(word, words)
    if kind == "extra_forbidden":
        return near or "; haal het weg of kijk in de veldentabel"
    if kind == "unknown_id":
        return near or (
            "; kies uit " + options if (options := choices(words)) else "; kijk welke er zijn"
        )
    return near


def shown(value: object) -> str:
    """A value the way an editor wrote it, shortened."""
    if value is None:
        return "niets"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple, dict)):
        return "een blok met velden" if isinstance(value, dict) else "een lijst"
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= MAX_SHOWN else f"'{text[:MAX_SHOWN]}…'"
