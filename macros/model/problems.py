"""Problems in the toolbox: one line each, all at once, with the most similar allowed word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from macros.model.folding import fold


@dataclass(frozen=True, order=True)
class Problem:
    """What must be mended: path in the project, line from 1, Dutch text for editors."""

    path: str
    line: int
    text: str
    # The record, word or page that is referred to in vain, such as instrumenten/keetgesprek:
    # problems with the same one have one cause
    target: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


class ToolboxError(Exception):
    """All problems of a project, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def closest(word: str, allowed: Iterable[str]) -> str:
    """The allowed word that looks most like this one; '' when none looks like it."""
    return next(iter(difflib.get_close_matches(word, list(allowed), 1)), "")


def as_id(text: str) -> str:
    """A title or word as an id would be written: “Klein 2007” is klein-2007, P.S.U. is psu."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def meant_id(word: str, ids: Collection[str], titles: Mapping[str, str]) -> str:
    """The id that somebody means who typed a title, a word or nearly the id; '' when unknown."""
    plain = as_id(word)
    if plain in ids:
        return plain
    by_title = {as_id(title): id for id, title in titles.items()}
    return by_title.get(plain) or closest(plain, ids) or by_title.get(closest(plain, by_title), "")


def hint(word: str, allowed: Iterable[str]) -> str:
    """'; bedoel je …?' with the allowed word that looks like this one; '' without one."""
    close = closest(word, allowed)
    return f"; bedoel je '{close}'?" if close else ""


def choices(words: Iterable[str], most: int = 8) -> str:
    """The allowed words as an editor reads them: 'a', 'b' of 'c'; '' for none or over `most`."""
    quoted = [f"'{word}'" for word in words]
    if not 0 < len(quoted) <= most:
        return ""
    return " of ".join((", ".join(quoted[:-1]), quoted[-1]) if len(quoted) > 1 else quoted)


def line_at(text: str, position: int) -> int:
    """The line, counted from 1, of a position in a text."""
    return text.count("\n", 0, position) + 1
