"""What differs between two versions of a text, word by word, with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"
TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
PART = re.compile(r"(?:#+ +(?P<heading>.+)|(?P<field>\w+):)")  # of a page, or of a record
LEAST_ALIKE = 0.3  # below this a reader sees more in two sentences than in loose words
Spans = list[tuple[bool, str, str]]  # whether it is the same, the old text, the new text


@dataclass(frozen=True)
class Piece:
    """A part of a sentence that is the same, gone or new."""

    kind: str
    text: str


@dataclass(frozen=True)
class Passage:
    """Lines that differ: where they stand now, in which part of the file, and their words."""

    line: int
    part: str
    pieces: tuple[Piece, ...]


def passages(before: str, after: str) -> list[Passage]:
    """Every place where two versions of a file differ, in order."""
    old, new = before.splitlines(), after.splitlines()
    found = []
    for tag, start, end, new_start, new_end in _matcher(old, new).get_opcodes():
        texts = "\n".join(old[start:end]), "\n".join(new[new_start:new_end])
        if tag != "equal" and any(text.strip() for text in texts):
            part = _part(new[: new_start + 1])
            found.append(Passage(new_start + 1, part, pieces_of(*texts)))
    return found


def pieces_of(before: str, after: str) -> tuple[Piece, ...]:
    """The words of two versions of a sentence, side by side."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    spans: Spans = [(False, before, after)]
    if _matcher(_words(old), _words(new)).ratio() >= LEAST_ALIKE:
        spans = [
            (tag == "equal", "".join(old[a:b]), "".join(new[c:d]))
            for tag, a, b, c, d in _matcher(_keys(old), _keys(new)).get_opcodes()
        ]
    return tuple(_pieces(_joined(spans)))


def _pieces(spans: Spans) -> Iterator[Piece]:
    for same, old, new in spans:
        if same:
            yield Piece(SAME, new)
            continue
        if old:
            yield Piece(GONE, old)
        if new:
            yield Piece(NEW, new)


def _joined(spans: Spans) -> Spans:
    """The spans with changes taken together that have but a space between them."""
    joined: Spans = []
    for number, (same, old, new) in enumerate(spans):
        inside = 0 < number < len(spans) - 1 and not new.strip()
        changed = not same or inside
        if changed and joined and not joined[-1][0]:
            joined[-1] = False, joined[-1][1] + old, joined[-1][2] + new
        else:
            joined.append((not changed, old, new))
    return joined


def _part(lines: list[str]) -> str:
    """The heading or field in which the last of these lines stands."""
    found = (PART.match(line) for line in reversed(lines))
    return next((part["heading"] or part["field"] for part in found if part), "")


def _words(tokens: list[str]) -> list[str]:
    return [token for token in tokens if token.strip()]


def _keys(tokens: list[str]) -> list[str]:
    """The tokens as they are compared: where a line ends makes no difference."""
    return [token if token.strip() else " " for token in tokens]


def _matcher(old: list[str], new: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=False)
