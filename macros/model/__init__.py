"""The records of the gereedschapskist: one closed class a kind.

Checks, JSON Schema and the field tables for editors are all derived from these classes, so their
docstrings, titles and descriptions are Dutch: editors read them.
"""

from macros.model.base import Part, Record
from macros.model.kinds import KINDS, LINKED_KINDS, PAGE_KINDS, Grouping, Kind
from macros.model.toolbox import VOCABULARIES, Toolbox
from macros.model.woorden import Schaal, Woord, Woordenlijst

__all__ = [
    "KINDS",
    "LINKED_KINDS",
    "PAGE_KINDS",
    "VOCABULARIES",
    "Grouping",
    "Kind",
    "Part",
    "Record",
    "Schaal",
    "Toolbox",
    "Woord",
    "Woordenlijst",
]
