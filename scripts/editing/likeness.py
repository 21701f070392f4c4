"""Records that may already be what an editor is about to make."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from macros.model import Record, Toolbox
from macros.model.folding import fold
from macros.model.kinds import KINDS
from macros.search.dutch import stem, words

LIKE = 0.8  # of two titles as signs; below this they only share an ending
MOST = 3
LONG = 6  # letters of a word that says something on its own
# Words that say little about what a record is.
WEAK = frozenset(
    """
    niet geen niks iets iemand niemand iedereen allebei allemaal alles samen samenwerken
    samenwerking partner gaan gaat doen doet laten komen komt krijgen krijgt willen wil weten weet
    vinden vindt zeggen zegt werken werk goed beter echt gewoon eigenlijk nou even heel erg maken
    maakt houden hebben blijft blijven lang altijd nooit eerst andere anders mensen organisatie
    twee tussen zonder vaak snel tijd weg
    """.split()
)


def similar_records(kind: str, title: str, toolbox: Toolbox) -> Iterator[tuple[str, Record, str]]:
    """At most three records that the title looks like, as (kind, record, the words they share).

    Readers look in all kinds at once, but only one word of the same kind is enough.
    """
    found = 0
    order = [kind, *(other for other in KINDS if other != kind and KINDS[other].own_page)]
    for other in order:
        for record in toolbox.records[other].values():
            shared = _shared(title, record, same_kind=other == kind)
            if shared and found < MOST:
                found += 1
                yield other, record, shared


def _shared(title: str, record: Record, *, same_kind: bool) -> str:
    """The words of a record that a title looks like; '' when they differ enough."""
    names: list[str] = [record.titel, *record.zoekwoorden, *vars(record).get("synoniemen", ())]
    for name in names:
        if _joined(name) == _joined(title):
            return name
    if not same_kind:
        return ""
    if difflib.SequenceMatcher(None, _joined(title), _joined(record.titel)).ratio() >= LIKE:
        return record.titel
    mine = _stems(title)
    for name in names:
        theirs = _stems(name)
        if theirs and mine and (theirs <= mine or mine <= theirs) and _says_enough(theirs & mine):
            return name
    joined = {_joined(word) for word in title.split() if len(word) >= LONG}
    return next((name for name in names[1:] if _joined(name) in joined), "")


def _joined(name: str) -> str:
    """A name without spaces and hyphens: pre-mortem is premortem."""
    return "".join(sign for sign in fold(name) if sign.isalnum())


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(name) if word not in WEAK)


def _says_enough(shared: frozenset[str]) -> bool:
    return len(shared) > 1 or any(len(word) >= LONG for word in shared)
