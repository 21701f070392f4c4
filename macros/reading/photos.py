"""Pictures in docs/: what the file really is, how heavy, and whether it tells where it was taken.

A phone writes its position into every photo, and whoever downloads the picture can read it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from macros.model.problems import Problem

ENDINGS = (".jpg", ".png", ".webp")
MOST_BYTES = 1_000_000
# How the content of a file begins -> the ending that belongs to it
STARTS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png", b"RIFF": ".webp"}
# Byte order of a block of Exif data -> how struct reads it
ORDERS = {b"II*\x00": "<", b"MM\x00*": ">"}
GPS_IFD = 0x8825  # the tag that leads to a position
GPS_XMP = (b"GPSLatitude", b"GPSLongitude", b"GPSCoordinates")
ENTRY = 12  # bytes of a tag


def check_photo(path: Path, name: str) -> Iterator[Problem]:
    """The problems of one picture; `name` is its path in the project."""
    content = path.read_bytes()
    ending = next((e for start, e in STARTS.items() if content.startswith(start)), "")
    if ending != path.suffix:
        what = f"is in het echt een {ending}-bestand" if ending else "is geen beeld dat wij kennen"
        text = f"{what}; open het in een beeldprogramma en bewaar het als {path.suffix}"
        yield Problem(name, 1, text)
    if len(content) > MOST_BYTES:
        size = f"{len(content) / MOST_BYTES:.1f}".replace(".", ",")
        text = (
            f"dit beeld is {size} MB; maak het kleiner dan 1 MB, 1600 beeldpunten breed is genoeg"
        )
        yield Problem(name, 1, text)
    if has_position(content):
        text = (
            "in deze foto staat de plek waar hij gemaakt is; haal die eruit, bijvoorbeeld door"
            " een schermafdruk van de foto te gebruiken"
        )
        yield Problem(name, 1, text)


def has_position(content: bytes) -> bool:
    """Whether a picture holds a position, as Exif or as XMP."""
    if any(word in content for word in GPS_XMP):
        return True
    return any(
        _leads_to_position(content, place, order)
        for start, order in ORDERS.items()
        for place in _places(content, start)
    )


def _places(content: bytes, start: bytes) -> Iterator[int]:
    """Where a block of Exif data may begin."""
    place = content.find(start)
    while place >= 0:
        yield place
        place = content.find(start, place + 1)


def _leads_to_position(content: bytes, start: int, order: str) -> bool:
    """Whether the first list of tags of this block names one with a position."""
    try:
        (offset,) = struct.unpack_from(f"{order}I", content, start + 4)
        (count,) = struct.unpack_from(f"{order}H", content, start + offset)
        tags = (
            struct.unpack_from(f"{order}HHI", content, start + offset + 2 + number * ENTRY)
            for number in range(count)
        )
        return any(tag == (GPS_IFD, 4, 1) for tag in tags)
    except struct.error:  # no Exif after all
        return False
