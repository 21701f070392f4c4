"""Files that systems and editors leave in folders: neither a problem nor published.

Their owner often cannot see them, so a message about them could not be followed. Those that MkDocs
would publish are in `exclude_docs` of mkdocs.yml too.
"""

from __future__ import annotations

import re
from fnmatch import translate
from functools import lru_cache

PATTERNS = (
    ".*",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
    "~$*",
    "~*.tmp",
    "*~",
    "*.swp",
    "*.swo",
    "*.bak",
    "*.orig",
    "#*#",
    "__macosx",
)
LEFT_BEHIND = re.compile("|".join(map(translate, PATTERNS)))


@lru_cache(maxsize=10_000)  # the same names are asked for at several places
def is_left_behind(name: str) -> bool:
    """Whether a file or folder of this name is not of the project."""
    return LEFT_BEHIND.match(name.lower()) is not None
