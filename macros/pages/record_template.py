"""The text of a new record: valid at once, with every field explained and the required ones filled.

`kist.py new` writes it; the site offers it to who has no commands.
"""

from __future__ import annotations

import datetime
import itertools
import re

from macros.model import KINDS, PAGE_KINDS, Kind, Part, Toolbox
from macros.model.base import DATE_PATTERN
from macros.model.fields import is_many, markers, part_of, ref_of

SAMPLE = "Vul dit in"
FIRST_ID = "deel-1"


def record_text(kind: str, title: str, toolbox: Toolbox) -> str:
    """A valid record in which every required field has a sample and every field its explanation."""
    lines = [f"# yaml-language-server: $schema=../schema/{kind}.json"]
    for name in PAGE_KINDS[kind].model.model_fields:
        if name == "titel":
            lines.append(f"titel: {quoted(title)}")
        elif name not in ("id", "status"):
            lines += _field(name, PAGE_KINDS[kind], toolbox)
    return _with_places("\n".join(lines) + "\n")


def _with_places(text: str) -> str:
    """The questions of a meting numbered through, and their number filled in."""
    places = itertools.count(1)
    text = re.sub(r"plek: \d+", lambda _: f"plek: {next(places)}", text)
    return re.sub(r"(aantallen:\n  - )\d+", lambda found: f"{found[1]}{next(places) - 1}", text)


def quoted(text: str) -> str:
    """Text between single quotes, so that no sign in it means anything."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def _field(name: str, spec: Kind, toolbox: Toolbox) -> list[str]:
    info = spec.model.model_fields[name]
    note = f"# {info.title}: {info.description}{_choices(spec.model, name, toolbox)}"
    if not info.is_required():
        return [f"{note} (mag weg)", f"# {name}:"]
    return [note, *_entry(spec.model, name, toolbox, 0)]


def _choices(model: type[Part], name: str, toolbox: Toolbox) -> str:
    """The words that a field, or the fields of its part, may hold; '' for anything else."""
    if part := part_of(model, name):
        inside = (f"; {field}{_choices(part, field, toolbox)}" for field in part.model_fields)
        return "".join(text for text in inside if ". Kies uit: " in text).replace(". Kies", " kies")
    ref = ref_of(model, name)
    grows = ref in KINDS and not KINDS[ref].ids_in_schema
    words = [] if grows else [*toolbox.words.get(ref, {}), *toolbox.records.get(ref, {})]
    return f". Kies uit: {', '.join(words)}" if words else ""


def _entry(model: type[Part], name: str, toolbox: Toolbox, depth: int) -> list[str]:
    """One field with a sample value, as lines of YAML."""
    indent, part = "  " * depth, part_of(model, name)
    if not is_many(model, name):
        inner = _inside(part, toolbox, depth + 1, 1) if part else []
        return (
            [f"{indent}{name}:", *inner]
            if part
            else [f"{indent}{name}: {_sample(model, name, toolbox, 1)}"]
        )
    lines = [f"{indent}{name}:"]
    for number in range(1, _bound(model, name, "min_length", 1) + 1):
        inner = (
            _inside(part, toolbox, depth + 2, number)
            if part
            else [_sample(model, name, toolbox, number)]
        )
        lines += [f"{indent}  - {inner[0].strip()}", *inner[1:]]
    return lines


def _inside(part: type[Part], toolbox: Toolbox, depth: int, number: int) -> list[str]:
    """The required fields of the item with this number of a list.

    What must differ between items takes its number.
    """
    names = (name for name, info in part.model_fields.items() if info.is_required())
    lines = [line for name in names for line in _entry(part, name, toolbox, depth)]
    numbered = {
        SAMPLE: f"{SAMPLE} {number}" if number > 1 else SAMPLE,
        f"id: {FIRST_ID}": f"id: deel-{number}",
    }
    for old, new in numbered.items():
        lines = [line.replace(old, new) for line in lines]
    return lines


def _bound(model: type[Part], name: str, mark: str, default: int) -> int:
    return next(
        (int(getattr(one, mark)) for one in markers(model, name) if getattr(one, mark, None)),
        default,
    )


def _sample(model: type[Part], name: str, toolbox: Toolbox, number: int) -> str:
    """A value that passes.

    The first word of a vocabulary, a small number, or a sentence that asks to be replaced.
    """
    title, marks = model.model_fields[name].title, markers(model, name)
    if ref := ref_of(model, name):
        known: list[str] = [*toolbox.words.get(ref, {}), *toolbox.records.get(ref, {})]
        return known[number - 1]
    if name == "id":
        return FIRST_ID
    if any(getattr(mark, "pattern", "") == DATE_PATTERN for mark in marks):
        return datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    if bool in marks:
        return "false"
    if int in marks or float in marks:
        return str(_bound(model, name, "ge", 1))
    short = f"{SAMPLE}: {title}" + (f" {number}" if number > 1 else "")
    return quoted(
        short
        if len(short) >= _bound(model, name, "min_length", 1)
        else f"{short}. Schrijf een paar zinnen."
    )
