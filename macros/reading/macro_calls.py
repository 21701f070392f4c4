"""The macros that pages may call, and what goes between their brackets. One list for the check and for the build."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from macros.model import KINDS, PAGE_KINDS, VOCABULARIES, Toolbox
from macros.pages.macro_functions import Show


@dataclass(frozen=True)
class Signature:
    """What a macro takes between its brackets, in this order."""

    arguments: tuple[str, ...] = ()  # a kind whose id is expected, or 'soort' for the name of a kind


WITHOUT = (
    "hoort_bij bronpunten dekking begrippen bronnen reflectiekaart voorpagina drukwerk zoeker wegwijzer"
    " gegevens kopie open_data toetsing verbeteragenda".split()
)
PLAIN = {  # macros that are methods of Show by the same name
    **dict.fromkeys(WITHOUT, Signature()),
    "kaarten": Signature(("soort",)),
    "velden": Signature(("soort",)),
    "woorden": Signature(("woordenlijst",)),
}


def signatures(toolbox: Toolbox | None) -> dict[str, Signature]:
    """Macro name -> what it takes. Rows of cards get a macro each, named after the row."""
    found = {spec.macro: Signature((kind,)) for kind, spec in PAGE_KINDS.items()} | PLAIN
    if toolbox is not None:
        found |= {row_macro(word.titel): Signature() for word in toolbox.words["kaartsoorten"].values()}
    return found


def row_macro(title: str) -> str:
    """'Succesfactoren' -> succesfactoren."""
    return re.sub(r"\W+", "_", title.lower())


def functions(show: Show) -> dict[str, Callable[..., str]]:
    """Macro name -> the function behind it; each takes its arguments and the place where it stands."""
    found: dict[str, Callable[..., str]] = {spec.macro: partial(show.record, kind) for kind, spec in PAGE_KINDS.items()}
    found |= {name: getattr(show, name) for name in PLAIN}
    for word in show.toolbox.words["kaartsoorten"].values():
        found[row_macro(word.titel)] = partial(show.kaartrij, word.id)
    return found


def choices_of(kind: str, toolbox: Toolbox | None, ids: Mapping[str, Mapping[str, object]]) -> list[str]:
    """What may stand at a place where this kind of argument is expected."""
    if kind in ("soort", "woordenlijst"):
        return list(KINDS if kind == "soort" else VOCABULARIES)
    if kind in ids:
        return list(ids[kind])
    return list(toolbox.words[kind]) if toolbox else []
