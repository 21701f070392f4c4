"""Pages that need no Jinja: nothing but calls with fixed words, each alone on its line.

Nearly every page is one. The guard and the sandbox look here first, before the parser or the compiler of Jinja.
"""

from __future__ import annotations

import re

WORD = re.compile(r"\"[^\"\\\n]*\"|'[^'\\\n]*'")
CALL = re.compile(
    rf"^\{{\{{ *(?P<macro>[a-z_]+)\((?P<words>(?:(?:{WORD.pattern})(?:, *(?:{WORD.pattern}))*)?)\) *\}}\}}(?=\s*$)", re.MULTILINE
)
JINJA = re.compile(r"\{[{%#]|\r")  # what else Jinja could react to


def is_plain(text: str) -> bool:
    """Whether its calls are all that Jinja would see in this page."""
    return not JINJA.search(CALL.sub("", text))


def words_of(call: re.Match[str]) -> tuple[str, ...]:
    """The fixed words between the brackets."""
    return tuple(word[1:-1] for word in WORD.findall(call["words"]))
