"""Files that systems and editors leave in folders: neither a problem nor published.

Their owner often cannot see them, so a message about them could not be followed. Those that MkDocs
would publish are in `exclude_docs` of mkdocs.yml too.
"""

from __future__ import annotations

from fnmatch import fnmatch

# Beside all names that begin with a dot
PATTERNS = (
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
    "~$*",
    "~*.tmp",
    "*~",
    "*.swp",
    "*.swo",
    "__macosx",
)


def is_left_behind(name: str) -> bool:
    """Whether a file or folder of this name is not of the project."""
    return name.startswith(".") or any(fnmatch(name.lower(), pattern) for pattern in PATTERNS)
