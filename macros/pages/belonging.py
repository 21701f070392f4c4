"""Which few of the many records that belong to a page are shown first, in words of a reader.

The names of relations ('Advies van meting') say how records are stored, not why one would open
them; so the few have headings of their own, and the others are folded under those names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model import Record
from macros.model.instrument import Instrument
from macros.model.relations import Group

MOST = 5  # shown; the others are folded
NEXT, BEFORE, BACKGROUND, REAL = "Doe hierna", "Doe eerst", "Achtergrond", "In het echt"
# How many each heading gets before the strongest of the others fill what is left
QUOTA = {NEXT: 2, BEFORE: 1, BACKGROUND: 1, REAL: 1}
# The kind of a record -> why a reader would open it
REASONS = {
    "instrumenten": NEXT,
    "draaiboeken": NEXT,
    "checklists": NEXT,
    "leren": NEXT,
    "scans": BEFORE,
    "modellen": BACKGROUND,
    "condities": BACKGROUND,
    "fasen": BACKGROUND,
    "kaarten": BACKGROUND,
    "rollen": BACKGROUND,
    "begrippen": BACKGROUND,
    "praktijk": REAL,
    "situaties": REAL,
}
# The name of a relation that says more than the kind: first what is done in place of the page
LABELS = {"Hiervoor": BEFORE, "Bij onrust": BEFORE}
NEVER = ("In plaats van", "Gaat niet samen met")
# Of two with as many relations the one named here goes first; a record that is not, goes last
STRONGEST = (
    "Daarna",
    "Hiervoor",
    "Begin met",
    "Eerste stap bij",
    "Model erachter",
    "Kijk met dit model",
    "Gaat over conditie",
    "Instrumenten",
    "Praktijkvoorbeeld",
    "Bij onrust",
    "Verwante modellen",
    "Checklists",
    "Draaiboeken",
    "In dit draaiboek",
    "Eerste keus in fase",
    "Eerste keus bij conditie",
    "Situaties",
)
Link = tuple[str, Record]  # kind, record


@dataclass(frozen=True)
class Belonging:
    """What belongs to a page: the few to show by heading, and the others by relation."""

    first: dict[str, list[Link]]
    others: list[Group]

    @property
    def folded(self) -> int:
        """How many records stand in the fold."""
        return sum(len(group.links) for group in self.others)


@dataclass(frozen=True)
class _Candidate:
    link: Link
    heading: str
    order: tuple[int, int, bool]  # the strongest first


def belonging(groups: list[Group], ties: dict[tuple[str, str], int]) -> Belonging:
    """The few and the others; `ties` says how many relations a record has with the page."""
    found = sorted(_candidates(groups, ties), key=lambda one: one.order)
    chosen = [one for heading, most in QUOTA.items() for one in _of(heading, found)[:most]]
    chosen += [one for one in found if one not in chosen][: MOST - len(chosen)]
    first = {heading: [one.link for one in _of(heading, chosen)] for heading in QUOTA}
    shown = {(kind, record.id) for links in first.values() for kind, record in links}
    others = [Group(group.label, _without(group, shown)) for group in groups]
    return Belonging(
        {heading: links for heading, links in first.items() if links},
        [group for group in others if group.links],
    )


def _candidates(groups: list[Group], ties: dict[tuple[str, str], int]) -> Iterator[_Candidate]:
    for group in groups:
        rank = STRONGEST.index(group.label) if group.label in STRONGEST else len(STRONGEST)
        for kind, record in group.links:
            heading = LABELS.get(group.label) or REASONS.get(kind)
            if heading and group.label not in NEVER:
                known = isinstance(record, Instrument) and record.startset
                order = -ties.get((kind, record.id), 1), rank, not known
                yield _Candidate((kind, record), heading, order)


def _of(heading: str, candidates: list[_Candidate]) -> list[_Candidate]:
    return [one for one in candidates if one.heading == heading]


def _without(group: Group, shown: set[tuple[str, str]]) -> tuple[Link, ...]:
    return tuple(link for link in group.links if (link[0], link[1].id) not in shown)
