"""A new record with every field explained: what it is for, how long it may be, what it may hold.

Behind ## stands the explanation; taking # away gives a field that may be left out. All is derived
from the model, so a new field needs nothing here.
"""

from __future__ import annotations

import datetime
import itertools
import re
import textwrap
from collections.abc import Iterator

from pydantic import StringConstraints

from macros.model import KINDS, Part, Toolbox
from macros.model.base import DATE_PATTERN
from macros.model.draaiboek import TIME_PATTERN
from macros.model.fields import is_many, is_page_path, markers, part_of, ref_of
from macros.pages.yaml_style import quoted, text
from macros.reading.rules.content_rules import FEWEST_STEPS
from macros.reading.rules.record_rules import SAMPLE

WIDTH = 98  # of a line with an explanation
MOST_CHOICES = 20  # more ids than this fill a screen, and the address of a prefilled file
FIRST_ID, FIRST_NUMBER = "deel-1", "S9-1"
# More items than a record needs at least, where that works better
ITEMS = {("instrumenten", "stappen"): FEWEST_STEPS}


def record_text(kind: str, title: str, toolbox: Toolbox, *, short: bool = False) -> str:
    """A valid record in which every required field has a sample and every field its explanation.

    A short one, for an address, only names the fields that may be left out.
    """
    model = KINDS[kind].model
    lines = [f"# yaml-language-server: $schema=../schema/{kind}.json", f"titel: {text(title)}"]
    names = [name for name in model.model_fields if name not in ("id", "titel", "status")]
    optional = [name for name in names if not model.model_fields[name].is_required()]
    for name in names:
        if not (short and name in optional):
            lines += _field(kind, model, name, toolbox)
    if short and optional:
        lines += _wrapped(f"mag er ook bij: {', '.join(optional)}")
    return _with_places("\n".join(lines) + "\n")


def _wrapped(note: str) -> list[str]:
    return textwrap.wrap(note, WIDTH, initial_indent="##   ", subsequent_indent="##   ")


def _with_places(record: str) -> str:
    """The questions of a meting numbered through, and their number filled in."""
    places = itertools.count(1)
    record = re.sub(r"plek: \d+", lambda _: f"plek: {next(places)}", record)
    return re.sub(r"(aantallen: \[)\d+", lambda found: f"{found[1]}{next(places) - 1}", record)


def _field(kind: str, model: type[Part], name: str, toolbox: Toolbox) -> list[str]:
    required = model.model_fields[name].is_required()
    count = ITEMS.get((kind, name), _fewest(model, name))
    entry = _entry(model, name, toolbox, 0, count)
    note = [*_note(model, name, toolbox), *_notes_of_part(model, name, toolbox)]
    if required:
        return [*note, *entry]
    return [*note, *(f"# {line}" for line in entry)]


def _notes_of_part(model: type[Part], name: str, toolbox: Toolbox) -> list[str]:
    """What each field of the parts in this field is for."""
    part = part_of(model, name)
    lines: list[str] = []
    for inner in part.model_fields if part else ():
        lines += _note(part, inner, toolbox, f"- {inner}: ") if part else []
    return lines


def _note(model: type[Part], name: str, toolbox: Toolbox, start: str = "") -> list[str]:
    """The explanation of a field, and below it the words to choose from."""
    info = model.model_fields[name]
    limits = _limits(model, name)
    about = f"{info.title}: {info.description}{f' ({limits})' if limits else ''}"
    lines = [f"## {start}{about}"]
    if choice := _choices(model, name, toolbox):
        lines += _wrapped(choice)
    return lines


def _choices(model: type[Part], name: str, toolbox: Toolbox) -> str:
    """The words or ids that this field may hold; '' when it takes no such thing."""
    kind = ref_of(model, name)
    if kind == "paginas":
        return "soort/id, zoals instrumenten/keetgesprek: map en naam van een record in toolbox/"
    if not kind:
        fixed = [mark for mark in markers(model, name) if isinstance(mark, str)]
        return f"kies uit: {', '.join(fixed)}" if fixed else ""
    known: list[str] = [*toolbox.words.get(kind, {}), *toolbox.records.get(kind, {})]
    if len(known) > MOST_CHOICES:
        return f"kies id's uit toolbox/{kind}/: de naam van een bestand, zonder .yml"
    return f"kies uit: {', '.join(known)}"


def _limits(model: type[Part], name: str) -> str:
    """How many items, how many characters or which numbers a field may hold."""
    found = []
    if is_many(model, name):
        found.append(_span(*_own_bounds(model, name), "stuks"))
    lengths = [mark for mark in markers(model, name) if isinstance(mark, StringConstraints)]
    if lengths and lengths[-1].max_length and not ref_of(model, name):
        each = "elk " if is_many(model, name) else ""
        found.append(f"{each}hoogstens {lengths[-1].max_length} tekens")
    low, high = _bound(model, name, "ge", -1), _bound(model, name, "le", -1)
    if high >= 0:
        found.append(f"{max(low, 0):g} tot en met {high:g}")
    if not model.model_fields[name].is_required():
        found.append("mag weg")
    return ", ".join(limit for limit in found if limit)


def _own_bounds(model: type[Part], name: str) -> tuple[int, int]:
    """The least and the most items of a list; 0 for no limit."""
    marks = model.model_fields[name].metadata
    least = next((mark.min_length for mark in marks if getattr(mark, "min_length", 0)), 0)
    most = next((mark.max_length for mark in marks if getattr(mark, "max_length", 0)), 0)
    return int(least), int(most)


def _fewest(model: type[Part], name: str) -> int:
    """The number of items in a sample of a list."""
    return _own_bounds(model, name)[0] or 1


def _span(least: int, most: int, unit: str) -> str:
    if least and most:
        return f"{least} tot {most} {unit}" if least != most else f"{least} {unit}"
    return f"minstens {least} {unit}" if least else f"hoogstens {most} {unit}" if most else ""


def _entry(
    model: type[Part], name: str, toolbox: Toolbox, depth: int, count: int | None = None
) -> list[str]:
    """One field with a sample value, as lines of YAML."""
    indent, part = "  " * depth, part_of(model, name)
    if not is_many(model, name):
        if not part:
            return [f"{indent}{name}: {_sample(model, name, toolbox, 1)}"]
        if _only_numbers(part):
            pairs = (f"{field}: {_sample(part, field, toolbox, 1)}" for field in part.model_fields)
            return [f"{indent}{name}: {{{', '.join(pairs)}}}"]
        return [f"{indent}{name}:", *_inside(part, toolbox, depth + 1, 1)]
    numbers = range(1, (count or _fewest(model, name)) + 1)
    if part:
        items = [_inside(part, toolbox, depth + 2, number) for number in numbers]
        lines = [[f"{indent}  - {item[0].strip()}", *item[1:]] for item in items]
        return [f"{indent}{name}:", *itertools.chain.from_iterable(lines)]
    samples = [_sample(model, name, toolbox, number) for number in numbers]
    if ref_of(model, name) or int in markers(model, name):
        return [f"{indent}{name}: [{', '.join(samples)}]"]
    return [f"{indent}{name}:", *(f"{indent}  - {sample}" for sample in samples)]


def _only_numbers(part: type[Part]) -> bool:
    return all(int in markers(part, name) for name in part.model_fields)


def _inside(part: type[Part], toolbox: Toolbox, depth: int, number: int) -> list[str]:
    """The required fields of the item with this number of a list.

    What must differ between items takes its number.
    """
    names = [name for name, info in part.model_fields.items() if info.is_required()]
    names = names or [*part.model_fields][:1]  # a part of which all may be left out
    lines = [line for name in names for line in _entry(part, name, toolbox, depth)]
    numbered = {
        SAMPLE: f"{SAMPLE} {number}" if number > 1 else SAMPLE,
        f"id: {FIRST_ID}": f"id: deel-{number}",
    }
    for old, new in numbered.items():
        lines = [line.replace(old, new) for line in lines]
    return lines


def _bound(model: type[Part], name: str, mark: str, default: float) -> float:
    return next(
        (getattr(one, mark) for one in markers(model, name) if getattr(one, mark, None)),
        default,
    )


def _sample(model: type[Part], name: str, toolbox: Toolbox, number: int) -> str:
    """A value that passes.

    The first word of a vocabulary, a small number, or a sentence that asks to be replaced.
    """
    title, marks = model.model_fields[name].title, markers(model, name)
    if names := _names(model, name, toolbox):
        return names[(number - 1) % len(names)]
    if fixed := [mark for mark in marks if isinstance(mark, str)]:
        return fixed[0]
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    for pattern, sample in ((DATE_PATTERN, today), (TIME_PATTERN, "09:00")):
        if _has_pattern(marks, pattern):
            return quoted(sample)
    if bool in marks:
        return "false"
    if int in marks or float in marks:
        return f"{_bound(model, name, 'ge', 1):g}"
    short = f"{SAMPLE}: {title}" + (f" {number}" if number > 1 else "")
    long_enough = len(short) >= _bound(model, name, "min_length", 1)
    return quoted(short if long_enough else f"{short}. Schrijf een paar zinnen.")


def _names(model: type[Part], name: str, toolbox: Toolbox) -> list[str]:
    """What a field of names may hold: ids, words or pages; nothing for any other field."""
    if name == "id":
        return [FIRST_NUMBER if _has_pattern(markers(model, name), r"^S\d") else FIRST_ID]
    if is_page_path(model, name):
        return [*_homes(toolbox)]
    ref = ref_of(model, name)
    if ref == "paginas":
        return [f"instrumenten/{id}" for id in toolbox.instrumenten]
    return [*toolbox.words.get(ref, {}), *toolbox.records.get(ref, {})]


def _homes(toolbox: Toolbox) -> Iterator[str]:
    """Pages on which statements of a source are shown."""
    return (point.thuis for record in toolbox.bronpunten.values() for point in record.punten)


def _has_pattern(marks: tuple[object, ...], pattern: str) -> bool:
    return any((getattr(mark, "pattern", "") or "").startswith(pattern) for mark in marks)
