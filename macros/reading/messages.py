"""Pydantic's errors as lines for editors: `veld: wat er mis is; wat het wel moet zijn`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.model import KINDS
from macros.model.base import DATE_PATTERN, ID_PATTERN, URL_PATTERN, Part, Record, ZinVan
from macros.model.draaiboek import TIME_PATTERN
from macros.model.fields import is_many, markers, part_of, ref_of
from macros.model.problems import Problem, choices, closest, hint, meant_id
from macros.reading.numbers import NUMBERS, minutes_in
from macros.reading.yaml import Loc, Source

# Type of an error of pydantic -> Dutch; a test fails when a type that a model can give is missing
MESSAGES = {
    "missing": "dit veld is verplicht en ontbreekt; zet het {after}",
    "extra_forbidden": "onbekend veld",
    "unknown_id": "'{id}' bestaat niet in {kind}",
    "own_rule": "{text}",
    "literal_error": "kan niet {value} zijn; kies uit {keuze}",
    "string_type": "{as_text}",
    "string_too_short": "heeft minstens {min_length} tekens nodig; vul het aan",
    "string_too_long": "is {length} tekens; kort in tot hoogstens {max_length}",
    "int_type": "moet een heel getal zijn zonder aanhalingstekens, niet {value}{number}",
    "float_type": "moet een getal zijn, zoals 2.5, niet {value}",
    "bool_type": "schrijf true (ja) of false (nee), niet {value}",
    "greater_than_equal": "moet minstens {ge} zijn, niet {value}",
    "multiple_of": "gaat in stappen van {multiple_of}, zoals 1.5, niet {value}",
    "less_than_equal": "mag hoogstens {le} zijn, niet {value}",
    "tuple_type": "moet een lijst zijn; {as_list}",
    "model_type": "moet uit velden bestaan, niet uit {value}; schrijf {fields}",
    "model_attributes_type": "moet uit velden bestaan, niet uit {value}; schrijf {fields}",
    "too_short": "minstens {min_length} nodig, hier: {actual_length}; zet er {missing} bij",
    "too_long": "hoogstens {max_length}, hier: {actual_length}; haal er {surplus} weg",
}
# Pattern of a field -> what its text must look like
PATTERNS = {
    ID_PATTERN: "alleen kleine letters, cijfers en streepjes, zoals 'keetgesprek'; niet {value}",
    URL_PATTERN: "alleen een gewoon https-adres, zonder gebruikersnaam; niet {value}{https}",
    DATE_PATTERN: "schrijf een datum als jaar-maand-dag, zoals 2026-11-21; niet {value}",
    TIME_PATTERN: "schrijf een kloktijd als '09:00', tussen aanhalingstekens; niet {value}",
    r"^S\d-\d{1,3}$": "schrijf het nummer zoals S2-14; niet {value}",
}
COLON = "er staat een dubbele punt in; zet de hele zin tussen aanhalingstekens"
REMARK = (
    "een # begint een opmerking, dus {rest} valt weg;"
    " zet de hele zin tussen dubbele aanhalingstekens"
)
# Fields that editors expect, and where that information stands
ELSEWHERE = {
    "duur": "haal dit weg; de duur volgt uit de minuten van de stappen",
    "tijd": "haal dit weg; de duur volgt uit de minuten van de stappen",
    "minuten": "haal dit weg; de minuten staan bij elke stap",
    "id": "haal dit weg; de bestandsnaam is de id",
    "title": "schrijf titel",
}
NO_NUMBER = ("geen", "niets", "nul")
MAX_SHOWN = 60  # characters of a value in a message


class Known(Protocol):
    """What may be referred to."""

    def ids(self, kind: str) -> Collection[str]:
        """The ids of a kind or vocabulary."""

    def titles(self, kind: str) -> Mapping[str, str]:
        """Id -> title of a kind or vocabulary."""


def translate(
    error: ValidationError, source: Source, model: type[Part], known: Known
) -> Iterator[Problem]:
    """Every error of pydantic as a problem in Dutch, at its own line.

    One mistake gives one message: errors that follow from another one are left out.
    """
    details = error.errors(include_url=False)
    consequences = _consequences(details, model)
    for detail in details:
        loc = detail["loc"]
        if (detail["type"], loc) in consequences:
            continue
        field = detail.get("ctx", {}).get("field") or ()
        place = (*loc, *((field,) if isinstance(field, str) else field))
        line_of = (
            (*loc[:-1], _field_before(loc, source, model)) if detail["type"] == "missing" else place
        )
        text = f"{place_in_words(place)}: {_text(detail, source, model, known)}"
        yield replace(source.problem(line_of, text), target=_target(detail))


def dropped_texts(source: Source, data: object, model: type[Part]) -> Iterator[Problem]:
    """A problem for each sentence of which a part is lost, because YAML takes it for a remark."""
    for loc, remark in source.remarks.items():
        value = _value_at(data, loc)
        if isinstance(value, str) and _is_prose(model, loc):
            text = REMARK.format(rest=shown(remark))
            yield source.problem(loc, f"{place_in_words(loc)}: {text}")


def _value_at(data: object, loc: Loc) -> object:
    for part in loc:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def _is_prose(model: type[Part], loc: Loc) -> bool:
    """Whether any text may stand here: no id, date, address or word of a fixed list."""
    owner, name = _owner(model, loc)
    if name not in owner.model_fields or ref_of(owner, name):
        return False
    marks = markers(owner, name)
    text = str in marks or ZinVan in marks
    return text and not any(getattr(mark, "pattern", None) for mark in marks)


def _owner(model: type[Part], loc: Loc) -> tuple[type[Part], str]:
    """The model that has the field of this place, and the name of the field."""
    names = [part for part in loc if isinstance(part, str)]
    for name in names[:-1]:
        if name in model.model_fields:
            model = part_of(model, name) or model
    return model, names[-1] if names else ""


def _target(detail: ErrorDetails) -> str:
    """The record or word that a reference names in vain, as kind/id; '' for other errors."""
    if detail["type"] == "unknown_id":
        facts = detail["ctx"]
        return str(facts["id"] if facts["kind"] == "paginas" else f"{facts['kind']}/{facts['id']}")
    return ""


def _field_before(loc: Loc, source: Source, model: type[Part]) -> str:
    """The field after which a missing one belongs; '' when it comes first."""
    owner, name = _owner(model, loc)
    names = list(owner.model_fields)
    before = [one for one in names[: names.index(name)] if (*loc[:-1], one) in source.lines]
    return before[-1] if before else ""


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


def _text(detail: ErrorDetails, source: Source, model: type[Part], known: Known) -> str:
    """What is wrong, what is right instead, and the most similar allowed word."""
    kind, value, facts, loc = detail["type"], detail["input"], detail.get("ctx", {}), detail["loc"]
    owner, name = _owner(model, loc)
    if kind == "string_type" and isinstance(value, dict):
        return COLON
    if kind == "string_type" and value is None and loc in source.remarks:
        return REMARK.format(rest="de rest van de regel")
    if kind == "extra_forbidden":
        return _unknown_field(str(loc[-1]), fields_at(model, loc)) + _as_field(value, loc, owner)
    ref = ref_of(owner, name) if name in owner.model_fields else ""
    if kind == "unknown_id" or (ref and kind == "string_pattern_mismatch"):
        return _unknown_id(str(facts.get("id", value)), ref or facts["kind"], known)
    text = PATTERNS[facts["pattern"]] if kind == "string_pattern_mismatch" else MESSAGES[kind]
    before = _field_before(loc, source, model) if kind == "missing" else ""
    words = re.findall(r"'(.*?)'", facts["expected"]) if kind == "literal_error" else []
    values = {
        **facts,
        "value": shown(value),
        "length": len(value) if isinstance(value, str) else 0,
        "keuze": choices(words),
        "after": f"na '{before}'" if before else "vooraan",
        "as_text": _as_text(value, is_word=bool(ref)),
        "as_list": _as_list(value, is_word=bool(ref)),
        "missing": int(facts.get("min_length", 0)) - int(facts.get("actual_length") or 0),
        "surplus": int(facts.get("actual_length") or 0) - int(facts.get("max_length") or 0),
        "number": _as_number(value),
        "fields": _as_fields(owner, name, value) if kind.startswith("model_") else "",
        "https": _as_address(value),
    }
    return text.format_map(values) + (hint(str(value), words) if words else "")


def _as_text(value: object, *, is_word: bool) -> str:
    """What is wrong with a value that is no text, and how to write it."""
    if value is None:
        return "is nog leeg; vul het in"
    what = f"moet tekst zijn, niet {shown(value)}"
    if isinstance(value, list) and is_word:
        return f"{what}; kies er één en schrijf die zonder haken of streepje"
    if isinstance(value, list):
        return f"{what}; maak er één zin van, zonder streepjes"
    return f"{what}; zet de tekst tussen aanhalingstekens"


def _as_list(value: object, *, is_word: bool) -> str:
    """How to write this value as a list: words on one line, sentences below each other."""
    words = re.findall(r"[^\s,;\[\](){}]+", value) if isinstance(value, str) else []
    if is_word and words:
        return f"schrijf [{', '.join(words)}]"
    if isinstance(value, str) and value.startswith("-"):
        return "na elk streepje hoort een spatie"
    return "zet elke regel achter een streepje en een spatie"


def _as_field(value: object, loc: Loc, owner: type[Part]) -> str:
    """How to write the value of a misspelt field, when the right one holds a list of words."""
    name = closest(str(loc[-1]).lower(), owner.model_fields)
    if name and is_many(owner, name) and ref_of(owner, name) and isinstance(value, str):
        return f" Schrijf {name}: {_as_list(value, is_word=True).removeprefix('schrijf ')}"
    return ""


def _as_number(value: object) -> str:
    """How to write this text as a whole number; '' when no number stands in it."""
    text = str(value).strip()
    if match := re.fullmatch(r"(\d+)[.,]\d+", text):
        return f"; schrijf {match[1]} of {int(match[1]) + 1}"
    digits = re.findall(r"\d+", text)
    if len(digits) == 1 and not text.startswith("-"):
        return f"; schrijf alleen {int(digits[0])}"
    number = NUMBERS.get(text.lower(), minutes_in(f"in {text}"))
    number = 0 if text.lower() in NO_NUMBER else number
    return "" if number is None else f"; schrijf {number}"


def _as_fields(owner: type[Part], name: str, value: object) -> str:
    """How to write this value as a part with fields, with the numbers that stand in it."""
    part = (part_of(owner, name) if name in owner.model_fields else None) or owner
    required = [
        one for one, info in part.model_fields.items() if info.is_required() and one != "id"
    ]
    numbers = re.findall(r"\d+", str(value))
    filled = numbers if len(numbers) == len(required) else ["…"] * len(required)
    pairs = (f"{one}: {number}" for one, number in zip(required, filled, strict=True))
    return "{" + ", ".join(pairs) + "}"


def _as_address(value: object) -> str:
    text = str(value)
    if text.startswith("http://"):
        return "; maak er https:// van"
    return "; zet https:// ervoor" if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text) else ""


def _unknown_field(word: str, allowed: Collection[str]) -> str:
    if ":" in word:
        name, _, value = word.partition(":")
        if not value:
            return f"één dubbele punt is genoeg: schrijf {name}:"
        return f"zet een spatie na de dubbele punt: {name}: {value}"
    if word in ELSEWHERE:
        return ELSEWHERE[word]
    if word[:1].isupper() and word.lower() not in allowed:
        return (
            "onbekend veld; hoort dit bij de zin erboven?"
            " Zet die op één regel, tussen aanhalingstekens"
        )
    proposal = hint(word.lower(), sorted(allowed))
    return f"onbekend veld{proposal or '; haal het weg, of kijk bij Meeschrijven welke er zijn'}"


def _unknown_id(word: str, kind: str, known: Known) -> str:
    ids = known.ids(kind)
    several = re.findall(r"[^\s,;]+", word)
    if len(several) > 1 and all(one in ids for one in several):
        return f"zet een komma tussen de woorden: [{', '.join(several)}]"
    text = f"{shown(word)} bestaat niet in {kind}"
    if meant := meant_id(word, ids, known.titles(kind)):
        return f"{text}; bedoel je '{meant}'?"
    if options := choices(ids):
        return f"{text}; kies uit {options}"
    if kind in KINDS:
        return f"{text}; kijk in toolbox/{kind} welke er zijn, of maak het record eerst"
    return f"{text}; kijk welke er zijn"


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
