"""The names of the macros that pages may call, and the arguments each takes.

Names and arguments are data, so that validation needs nothing of what renders (macros/pages/macro_functions.py)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.model import KINDS, PAGE_KINDS, VOCABULARIES, Toolbox
from macros.model.components import COMPONENTS


@dataclass(frozen=True)
class MacroArguments:
    """What a macro takes between its brackets, in this order."""

    arguments: tuple[
        str, ...
    ] = ()  # a kind whose id is expected, or 'soort' for the name of a kind


NO_ARGUMENTS = (
    "hoort_bij bronpunten dekking begrippen bronnen reflectiekaart voorpagina drukwerk wegwijzer"
    " open_data toetsing".split()
)
OF_KINDS = {spec.macro for spec in PAGE_KINDS.values()}
METHODS = {  # macros that are methods of PageMacros by the same name
    **dict.fromkeys(NO_ARGUMENTS, MacroArguments()),
    **dict.fromkeys(COMPONENTS.keys() - OF_KINDS, MacroArguments()),
    "kaarten": MacroArguments(("soort",)),
    "velden": MacroArguments(("soort",)),
    "woorden": MacroArguments(("woordenlijst",)),
}


def signatures(toolbox: Toolbox | None) -> dict[str, MacroArguments]:
    """Macro name -> what it takes. Rows of cards get a macro each, named after the row."""
    found = {spec.macro: MacroArguments((kind,)) for kind, spec in PAGE_KINDS.items()} | METHODS
    if toolbox is not None:
        found |= {
            row_macro(word.titel): MacroArguments()
            for word in toolbox.words["kaartsoorten"].values()
        }
    return found


def row_macro(title: str) -> str:
    """'Succesfactoren' -> succesfactoren."""
    return re.sub(r"\W+", "_", title.lower())


def choices_of(
    kind: str, toolbox: Toolbox | None, ids: Mapping[str, Mapping[str, object]]
) -> list[str]:
    """What may stand at a place where this kind of argument is expected."""
    if kind in ("soort", "woordenlijst"):
        return list(KINDS if kind == "soort" else VOCABULARIES)
    if kind in ids:
        return list(ids[kind])
    return list(toolbox.words[kind]) if toolbox else []
