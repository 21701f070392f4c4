"""links.lock as far as sources need it: whether a record ever had an address on the site."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from macros.model.problems import as_id

LOCK = "links.lock"


def was_published(root: Path, kind: str, id: str) -> bool:
    """Whether this record once had a page, or a place on the page of its kind."""
    lines = _lines(root / LOCK, _changed(root / LOCK))
    return f"/{kind}/{id}/" in lines or f"/{kind}/#{id}" in lines


def id_for(root: Path, kind: str, name: str) -> str:
    """The id that belongs to a wrong file name: of a published record when the letters agree."""
    id = as_id(name)
    lines = _lines(root / LOCK, _changed(root / LOCK))
    known = (line.split("/")[2] for line in lines if line.startswith(f"/{kind}/"))
    return next((one for one in known if one.replace("-", "") == id.replace("-", "")), id)


def has_lock(root: Path) -> bool:
    """Whether anything was ever published."""
    return (root / LOCK).is_file()


def _changed(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


@lru_cache(maxsize=2)
def _lines(path: Path, changed: int) -> frozenset[str]:
    """The lines of the file; what is wrong in it is reported by published_urls.py."""
    return frozenset(path.read_text("utf-8", "replace").splitlines()) if changed else frozenset()
