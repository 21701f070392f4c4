"""links.lock as far as sources need it: whether a record ever had an address on the site."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from macros.model.problems import as_id

LOCK = "links.lock"
OF_RECORD = re.compile(r"/(?P<kind>[^/#]+)/(?P<id>[^/#]+)/")


def was_published(root: Path, kind: str, id: str) -> bool:
    """Whether this record once had a page, or a place on the page of its kind."""
    lines = _lines(root / LOCK, _changed(root / LOCK))
    return f"/{kind}/{id}/" in lines or f"/{kind}/#{id}" in lines


def id_for(root: Path, kind: str, name: str) -> str:
    """The id that belongs to a wrong file name: of a published record when the letters agree."""
    id = as_id(name)
    return _published(root / LOCK, _changed(root / LOCK)).get((kind, _letters(id)), id)


def has_lock(root: Path) -> bool:
    """Whether anything was ever published."""
    return (root / LOCK).is_file()


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


@lru_cache(maxsize=2)
def _lines(path: Path, changed: int) -> frozenset[str]:
    """The lines of the file; what is wrong in it is reported by published_urls.py."""
    return frozenset(path.read_text("utf-8", "replace").splitlines()) if changed else frozenset()


@lru_cache(maxsize=2)
def _published(path: Path, changed: int) -> dict[tuple[str, str], str]:
    """Kind and letters of an id -> that id, of every record with a page."""
    found = map(OF_RECORD.match, sorted(_lines(path, changed)))
    return {(one["kind"], _letters(one["id"])): one["id"] for one in found if one}


def _letters(id: str) -> str:
    return id.replace("-", "")
