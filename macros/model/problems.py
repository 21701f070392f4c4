"""Faults in the toolbox: one line each, all at once, with the nearest right word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one place; the text is what an editor reads, so it is Dutch."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


class ToolboxError(Exception):
    """Every problem found, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one, or nothing."""
    return next(iter(difflib.get_close_matches(word, list(known), 1)), "")


def hint(word: str, known: Iterable[str]) -> str:
    """'; bedoel je ...?' when a known word looks like this one, else nothing."""
    close = closest(word, known)
    return f"; bedoel je '{close}'?" if close else ""


def choices(words: Iterable[str], most: int = 8) -> str:
    """The allowed words as an editor reads them: 'a', 'b' of 'c'; a long list is left out."""
    quoted = [f"'{word}'" for word in words]
    if not 0 < len(quoted) <= most:
        return ""
    return " of ".join((", ".join(quoted[:-1]), quoted[-1]) if len(quoted) > 1 else quoted)
