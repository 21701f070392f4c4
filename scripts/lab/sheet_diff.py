"""Compare the PDFs of two built sites, and draw the pages that look different, with marks."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw

SCALE = 1.5  # an A4 of about 900 pixels wide
ROOM = 2  # pixels between a word and its mark
OLD_COLOUR, NEW_COLOUR = (176, 0, 32), (0, 110, 60)
SOFT_HYPHENS = "\u00ad\u0002\ufffe"  # where a line breaks within a word
Box = tuple[float, float, float, float]  # left, top, right, bottom, in pixels


@dataclass(frozen=True)
class Change:
    """A PDF that is not the same in two built sites."""

    name: str  # instrumenten/keetgesprek/keetgesprek.pdf
    before: Path
    after: Path

    @property
    def kind(self) -> str:
        """What changed, in the words of the report."""
        if not self.after.is_file():
            return "weg"
        return "anders" if self.before.is_file() else "nieuw"


@dataclass(frozen=True)
class Word:
    """A word on a page of a PDF."""

    text: str
    box: Box


@dataclass
class Side:
    """A page of a PDF, as a picture and as words."""

    picture: Image.Image
    words: list[Word]


@dataclass(frozen=True)
class Picture:
    """A picture of a page: its file, and what it shows."""

    file: str
    alt: str
    before: bool


@dataclass
class Shown:
    """A changed PDF in the report: rows of pictures, before and after."""

    name: str
    kind: str
    rows: list[list[Picture]] = field(default_factory=list)


def changes(before: Path, after: Path, first: Collection[str] = ()) -> list[Change]:
    """Every PDF that differs, is new or is gone; `before` and `after` are the folders of sites.

    Those in the folders of `first` stand first: the sheets of changed records before the bundles
    that repeat them.
    """
    names = {path.relative_to(before).as_posix() for path in before.rglob("*.pdf")}
    names |= {path.relative_to(after).as_posix() for path in after.rglob("*.pdf")}
    found = (Change(name, before / name, after / name) for name in sorted(names))
    changed = [
        change
        for change in found
        if change.kind != "anders" or change.before.read_bytes() != change.after.read_bytes()
    ]
    return sorted(changed, key=lambda change: (_folder(change) not in first, change.name))


def _folder(change: Change) -> str:
    return change.name.rpartition("/")[0]


def draw(found: list[Change], out: Path) -> list[Shown]:
    """Put the PDFs and pictures of their changed pages in a folder; each picture once."""
    shutil.rmtree(out / "bladen", ignore_errors=True)
    seen: set[tuple[bytes, bytes]] = set()
    return [_drawn(change, out, seen) for change in found]


def _drawn(change: Change, out: Path, seen: set[tuple[bytes, bytes]]) -> Shown:
    shown = Shown(change.name, change.kind)
    if change.kind == "weg":
        return shown
    target = out / "bladen" / change.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(change.after, target)
    for number, (old, new) in enumerate(pairs(read(change.before), read(change.after)), 1):
        key = _key(old), _key(new)
        if key not in seen:
            seen.add(key)
            mark(old, new)
            shown.rows.append(list(_saved(number, old, new, target, out)))
    return shown


def _saved(
    number: int, old: Side | None, new: Side | None, target: Path, out: Path
) -> Iterator[Picture]:
    for name, side in (("voor", old), ("na", new)):
        if side is not None:
            path = target.with_name(f"{target.stem}-{number}-{name}.png")
            side.picture.save(path)
            alt = f"{target.stem}, {name} de wijziging"
            yield Picture(path.relative_to(out).as_posix(), alt, before=side is old)


def _key(side: Side | None) -> bytes:
    return side.picture.tobytes() if side else b""


def pairs(before: list[Side], after: list[Side]) -> Iterator[tuple[Side | None, Side | None]]:
    """The pages that look different, each with the page that took its place."""
    keys = [_key(side) for side in before], [_key(side) for side in after]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(before[start:end], after[new_start:new_end])


def mark(old: Side | None, new: Side | None) -> None:
    """Draw where two versions of a page differ: on their words, or on what else is not the same."""
    if old is None or new is None:
        return
    gone, added = changed_words(old.words, new.words)
    if not gone and not added and old.picture.size == new.picture.size:
        box = ImageChops.difference(old.picture, new.picture).getbbox()
        gone = added = [box] if box else []
    _draw(old, gone, OLD_COLOUR)
    _draw(new, added, NEW_COLOUR)


def changed_words(old: list[Word], new: list[Word]) -> tuple[list[Box], list[Box]]:
    """The boxes of words that are gone, and of words that are new."""
    texts = [word.text for word in old], [word.text for word in new]
    gone: list[Box] = []
    added: list[Box] = []
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            gone += [word.box for word in old[start:end]]
            added += [word.box for word in new[new_start:new_end]]
    return gone, added


def _draw(side: Side, boxes: list[Box], colour: tuple[int, int, int]) -> None:
    layer = Image.new("RGBA", side.picture.size)
    pen = ImageDraw.Draw(layer)
    for left, top, right, bottom in boxes:
        box = (left - ROOM, top - ROOM, right + ROOM, bottom + ROOM)
        pen.rectangle(box, fill=(*colour, 50), outline=(*colour, 255), width=2)
    side.picture = Image.alpha_composite(side.picture.convert("RGBA"), layer).convert("RGB")


def read(pdf: Path) -> list[Side]:
    """The pages of a PDF; an empty list when there is no such file."""
    if not pdf.is_file():
        return []
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            Side(page.render(scale=SCALE).to_pil().convert("RGB"), list(_words(page)))
            for page in document
        ]


def _words(page: pypdfium2.PdfPage) -> Iterator[Word]:
    text, height = page.get_textpage(), page.get_height()
    letters, boxes = "", list[Box]()
    for index in range(text.count_chars() + 1):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index)) if index < text.count_chars() else " "
        if letter.isspace():
            if letters:
                yield Word(letters, _around(boxes))
            letters, boxes = "", []
        elif letter not in SOFT_HYPHENS:
            left, bottom, right, top = text.get_charbox(index)
            letters += letter
            box = left, height - top, right, height - bottom
            boxes.append((box[0] * SCALE, box[1] * SCALE, box[2] * SCALE, box[3] * SCALE))


def _around(boxes: list[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)
