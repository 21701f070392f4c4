"""Questions with the pages that a wise librarian would give, and how well an engine answers them.

A file is YAML: a list of {vraag, soort, goed: [address, ...]}. Some files are kept for one final
score, so no question is ever shown unless somebody asks for the misses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

# Kinds whose records share one page: an engine that only knows pages is right with that page
ON_ONE_PAGE = ("begrippen", "bronnen")


@dataclass(frozen=True)
class Question:
    """What somebody typed, and the addresses that answer it."""

    text: str
    kind: str
    good: tuple[str, ...]

    def place(self, found: Sequence[str]) -> int:
        """The place of the first good answer, from 1; 99 when it is not there."""
        return next((k for k, page in enumerate(found, 1) if self._accepts(page)), 99)

    def _accepts(self, page: str) -> bool:
        address = page.removesuffix("/index.html").strip("/").replace("/#", "/")
        wanted = set(self.good)
        shared = {good.partition("/")[0] for good in self.good} & set(ON_ONE_PAGE)
        return address in wanted | shared


@dataclass(frozen=True)
class Score:
    """How many of some questions have their answer first, and among the first three."""

    many: int
    first: float
    three: float


def read_questions(path: Path) -> list[Question]:
    """The questions of a file, in their order."""
    return [
        Question(
            line["vraag"],
            line["soort"],
            tuple(page.removesuffix("/index") for page in line["goed"]),
        )
        for line in yaml.safe_load(path.read_text("utf-8"))
    ]


def scores(questions: Sequence[Question], places: Sequence[int]) -> dict[str, Score]:
    """Kind -> its score, and that of all questions under 'samen'."""
    kinds = dict.fromkeys(question.kind for question in questions)
    of_kind = {
        kind: [
            place
            for question, place in zip(questions, places, strict=True)
            if question.kind == kind
        ]
        for kind in kinds
    }
    return {kind: _score(found) for kind, found in {**of_kind, "samen": list(places)}.items()}


def _score(places: Iterable[int]) -> Score:
    found = list(places)
    first, three = (sum(place <= most for place in found) for most in (1, 3))
    return Score(len(found), 100 * first / len(found), 100 * three / len(found))
