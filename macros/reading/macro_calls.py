"""The names of the macros that pages may call, and the arguments each takes.

Names and arguments are data, so that validation needs nothing that renders
(macros/pages/macro_functions.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.model import KINDS, PAGE_KINDS, VOCABULARIES, Toolbox
from macros.model.components import COMPONENTS


@dataclass(frozen=True)
class MacroArguments:
    """What a macro takes between its brackets, in this order.

    Each is a kind or vocabulary whose id is expected, 'soort' for the name of a kind, or
    'woordenlijst' for the name of a vocabulary.
    """

    arguments: tuple[str, ...] = ()


NO_ARGUMENTS = (
    "hoort_bij bronpunten dekking begrippen bronnen reflectiekaart voorpagina drukwerk wegwijzer"
    " open_data toetsing noem_ons meetkalender rollentabel functietabel contact contact_besloten"
    " nieuw_instrument metingen neem_mee".split()
)
OF_KINDS = {spec.macro for spec in PAGE_KINDS.values()}
# Macros that are methods of PageMacros by the same name
METHODS = {
    **dict.fromkeys(NO_ARGUMENTS, MacroArguments()),
    **dict.fromkeys(COMPONENTS.keys() - OF_KINDS, MacroArguments()),
    "kaarten": MacroArguments(("soort",)),
    "velden": MacroArguments(("soort",)),
    "woorden": MacroArguments(("woordenlijst",)),
}


def macro_arguments(toolbox: Toolbox | None) -> dict[str, MacroArguments]:
    """Macro name -> what it takes. Every row of cards in the toolbox has a macro of its own."""
    macros = {spec.macro: MacroArguments((kind,)) for kind, spec in PAGE_KINDS.items()} | METHODS
    if toolbox is not None:
        for word in toolbox.words["kaartsoorten"].values():
            macros[row_macro(word.titel)] = MacroArguments()
    return macros


def row_macro(title: str) -> str:
    """The macro of a row of cards: that of 'Succesfactoren' is succesfactoren."""
    return re.sub(r"\W+", "_", title.lower())


def choices_of(argument: str, toolbox: Toolbox) -> list[str]:
    """The values that are allowed for an argument (see MacroArguments)."""
    if argument == "soort":
        return list(KINDS)
    if argument == "woordenlijst":
        return list(VOCABULARIES)
    if argument in toolbox.records:
        return list(toolbox.records[argument])
    return list(toolbox.words[argument])
