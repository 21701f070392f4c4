"""Which files differ from another version in git, and what stood in them."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

# What `check` judges whole; all else is code, or something that code reads.
CONTENT = re.compile(r"docs/.+\.md|toolbox/.+|links\.lock|redirects\.yml")


@dataclass(frozen=True, order=True)
class ChangedFile:
    """A file that is not the same in two versions; None where it does not exist."""

    path: str
    before: bytes | None
    after: bytes | None


def merge_base(root: Path, version: str) -> str | None:
    """The commit at which this version and ours went apart; None when git does not know it."""
    found = _git(root, "merge-base", version, "HEAD") if version else None
    return found.stdout.decode().strip() if found and not found.returncode else None


def changed_files(root: Path, commit: str) -> list[ChangedFile]:
    """All files that differ from a commit, also those that are not committed yet."""
    listed = _git(root, "diff", "--name-only", "--no-renames", "-z", commit).stdout
    listed += _git(root, "ls-files", "--others", "--exclude-standard", "-z").stdout
    names = sorted(set(filter(None, listed.decode("utf-8", "surrogateescape").split("\0"))))
    return [_changed(root, commit, name) for name in names]


def only_content(files: list[ChangedFile]) -> bool:
    """Whether these are texts alone, which `check` judges."""
    return all(CONTENT.fullmatch(file.path) for file in files)


def unpack(root: Path, commit: str, folder: Path) -> None:
    """Put the files of a commit in a folder."""
    with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", commit).stdout)) as files:
        files.extractall(folder, filter="data")


def _changed(root: Path, commit: str, name: str) -> ChangedFile:
    before, path = _git(root, "show", f"{commit}:{name}"), root / name
    return ChangedFile(
        name,
        None if before.returncode else before.stdout,
        path.read_bytes() if path.is_file() else None,
    )


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, check=False)
