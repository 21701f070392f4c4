"""Writes a set of files: when one of them fails, the others are as they were."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

Changes = Mapping[str, bytes | None]  # path in the project -> its new content, None to delete it


def apply(root: Path, changes: Changes) -> None:
    """Make all of these changes; an error of the system undoes those that were made."""
    before = {name: content_of(root / name) for name in changes}
    done: list[str] = []
    try:
        for name, content in changes.items():
            done.append(name)
            _put(root / name, content)
    except BaseException:  # also Ctrl-C
        for name in done:
            _put(root / name, before[name])
        raise


def content_of(path: Path) -> bytes | None:
    """What is in a file; None when it is not there."""
    return path.read_bytes() if path.is_file() else None


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
