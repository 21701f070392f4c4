"""Check links to other pages in the source: a dead one is reported before the build.

The generator and scripts/pipeline/check_html.py judge all links again, those of macros too.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from macros.model.problems import Problem, hint
from macros.reading.markdown_files import MAX_BYTES
from macros.reading.project import page_names
from macros.reading.yaml import decode

LINK = re.compile(r"\]\(<?(?P<way>[^\s()<>#?:]+\.md)\b")
NO_LINK = re.compile(
    r"```.*?```|`[^`\n]*`|<!--.*?-->", re.DOTALL
)  # shown or left out, not followed


def check_dead_links(root: Path) -> Iterator[Problem]:
    """A problem for every link to a missing page, in pages that can be read."""
    pages = dict.fromkeys(page_names(root))
    for page in pages:
        written = decode((root / "docs" / page).read_bytes(), page, MAX_BYTES)
        text = NO_LINK.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), written)
        folder = posixpath.dirname(page)
        for found in LINK.finditer(text):
            if posixpath.normpath(posixpath.join(folder, unquote(found["way"]))) not in pages:
                near = hint(
                    found["way"], (posixpath.relpath(name, folder or ".") for name in pages)
                )
                advice = near or "; kijk naar pad en naam"
                reason = f"de verwijzing '{found['way']}' leidt nergens heen{advice}"
                yield Problem(f"docs/{page}", text.count("\n", 0, found.start()) + 1, reason)
