"""Pydantic's errors as lines for editors: `veld: wat er mis is; wat het wel moet zijn`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.model.base import DATE_PATTERN, ID_PATTERN, URL_PATTERN, Part, Record
from macros.model.fields import part_of
from macros.model.problems import Problem, choices, closest, hint
from macros.reading.yaml import Loc, Source

# Type of an error of pydantic -> Dutch; a test fails when a type that a model can give is missing
MESSAGES = {
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
# Pattern of a field -> what its text must look like
PATTERNS = {
    ID_PATTERN: "alleen kleine letters, cijfers en streepjes, zoals 'keetgesprek'; niet {value}",
    URL_PATTERN: "alleen een gewoon https-adres, zonder gebruikersnaam; niet {value}",
    DATE_PATTERN: "schrijf een datum als jaar-maand-dag, zoals 2026-11-21; niet {value}",
    r"^S\d-\d{1,3}$": "schrijf het nummer zoals S2-14; niet {value}",
}
COLON = "er staat een dubbele punt in; zet de hele zin tussen aanhalingstekens"
MAX_SHOWN = 60  # characters of a value in a message


def translate(error: ValidationError, source: Source, model: type[Part]) -> Iterator[Problem]:
    """Every error of pydantic as a problem in Dutch, at its own line.

    One mistake gives one message: errors that follow from another one are left out.
    """
    details = error.errors(include_url=False)
    consequences = _consequences(details, model)
    for detail in details:
        loc = detail["loc"]
        if (detail["type"], loc) in consequences:
            continue
        field = detail.get("ctx", {}).get("field")
        place = (*loc, field) if field else loc
        yield source.problem(place, f"{place_in_words(place)}: {_text(detail, model)}")


def _consequences(details: list[ErrorDetails], model: type[Part]) -> set[tuple[str, Loc]]:
    """Type and place of errors that disappear when another one is mended.

    A misspelt field makes the right one missing; a list may be too short because of its items.
    """
    consequences: set[tuple[str, Loc]] = set()
    for detail in details:
        loc = detail["loc"]
        if detail["type"] == "extra_forbidden":
            intended = closest(str(loc[-1]), fields_at(model, loc))
            consequences.add(("missing", (*loc[:-1], intended)))
        for depth in range(1, len(loc)):
            consequences.add(("too_short", loc[:depth]))
    return consequences


def place_in_words(loc: Loc) -> str:
    """A place as an editor reads it: ('stappen', 0, 'minuten') is 'stappen nr. 1, minuten'."""
    if loc == ("id",):
        return "bestandsnaam"
    words: list[str] = []
    for part in loc:
        if isinstance(part, int) and words:
            words[-1] += f" nr. {part + 1}"
        else:
            words.append(str(part))
    return ", ".join(words) or "bestand"


def fields_at(model: type[Part], loc: Loc) -> set[str]:
    """The fields that are allowed where the last part of loc stands."""
    for part in loc[:-1]:
        if isinstance(part, str) and part in model.model_fields:
            model = part_of(model, part) or model
    return set(model.model_fields) - ({"id"} if issubclass(model, Record) else set())


def _text(detail: ErrorDetails, model: type[Part]) -> str:
    """What is wrong, what is right instead, and the most similar allowed word."""
    kind, value, facts = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "string_type" and isinstance(value, dict):
        return COLON
    allowed = _allowed_words(detail, model)
    text = PATTERNS[facts["pattern"]] if kind == "string_pattern_mismatch" else MESSAGES[kind]
    length = len(value) if isinstance(value, str) else 0
    values = {**facts, "value": shown(value), "length": length, "keuze": choices(allowed)}
    word = detail["loc"][-1] if kind == "extra_forbidden" else facts.get("id", value)
    return text.format_map(values) + _proposal(kind, str(word), allowed)


def _allowed_words(detail: ErrorDetails, model: type[Part]) -> list[str]:
    """The words of which one is right in this place; none when any text may stand there."""
    kind, facts = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return sorted(fields_at(model, detail["loc"]))
    if kind == "unknown_id":
        return list(facts["ids"])
    return re.findall(r"'(.*?)'", facts["expected"]) if kind == "literal_error" else []


def _proposal(kind: str, word: str, allowed: Iterable[str]) -> str:
    if similar := hint(word, allowed):
        return similar
    if kind == "extra_forbidden":
        return "; haal het weg of kijk in de veldentabel"
    if kind == "unknown_id":
        options = choices(allowed)
        return f"; kies uit {options}" if options else "; kijk welke er zijn"
    return ""


def shown(value: object) -> str:
    """A value as an editor wrote it, in at most MAX_SHOWN characters."""
    if value is None:
        return "niets"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple, dict)):
        return "een blok met velden" if isinstance(value, dict) else "een lijst"
    text = " ".join(str(value).split())
    return f"'{text}'" if len(text) <= MAX_SHOWN else f"'{text[:MAX_SHOWN]}…'"
