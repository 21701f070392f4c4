"""Pictures: no position of a phone, no megabytes, and a name that tells what is in the file."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from macros.reading.photos import MOST_BYTES, check_photo

GPS, MAKER = 0x8825, 0x010F


def exif(tag: int, order: str = "<") -> bytes:
    """A block of Exif data with one tag."""
    start = b"II*\x00" if order == "<" else b"MM\x00*"
    return start + struct.pack(f"{order}IHHHII", 8, 1, tag, 4, 1, 26)


def jpeg(inside: bytes) -> bytes:
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(inside) + 8) + b"Exif\x00\x00" + inside


def png(inside: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(inside)) + b"eXIf" + inside


def said(folder: Path, name: str, content: bytes) -> list[str]:
    path = folder / name
    path.write_bytes(content)
    return [problem.text for problem in check_photo(path, name)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", jpeg(exif(GPS))),
        ("a.jpg", jpeg(exif(GPS, ">"))),
        ("a.png", png(exif(GPS, ">"))),
        ("a.webp", b"RIFF0000WEBPEXIF" + exif(GPS)),
        ("a.jpg", jpeg(b'<x:xmpmeta exif:GPSLatitude="52,5N"/>')),
    ],
)
def test_a_position_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (text,) = said(tmp_path, name, content)
    assert text.startswith("in deze foto staat de plek waar hij gemaakt is")


@pytest.mark.parametrize("content", [jpeg(exif(MAKER)), jpeg(b"II*\x00"), jpeg(b"")])
def test_a_photo_without_a_position_passes(tmp_path: Path, content: bytes) -> None:
    assert said(tmp_path, "a.jpg", content) == []


def test_a_heavy_photo_is_refused_with_its_weight(tmp_path: Path) -> None:
    (text,) = said(tmp_path, "a.jpg", jpeg(b"") + bytes(MOST_BYTES * 2))
    assert text.startswith("dit beeld is 2,0 MB; maak het kleiner dan 1 MB")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.jpg", png(b""), "is in het echt een .png-bestand"),
        ("a.png", jpeg(b""), "is in het echt een .jpg-bestand"),
        ("a.jpg", b"\x00\x00\x00\x18ftypheic", "is geen beeld dat wij kennen"),
    ],
)
def test_a_picture_of_another_kind_is_refused(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (text,) = said(tmp_path, name, content)
    assert text.startswith(words)
