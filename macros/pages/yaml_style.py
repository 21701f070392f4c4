"""Values as the records have them, and as a formatter leaves them (.prettierrc)."""

from __future__ import annotations

import re

# Text that no version of YAML takes for something else, at whatever place it stands
PLAIN = re.compile(r"[^\W\d_]([\w .!?;()/'\"-]*[\w.!?;)])?")
NOT_TEXT = frozenset("y n yes no on off true false null".split())


def text(value: str) -> str:
    """A text as YAML: plain where it can be, else between the quotes that need no escapes."""
    value = " ".join(value.split())
    if PLAIN.fullmatch(value) and value.lower() not in NOT_TEXT:
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """A text between quotes, so that no sign in it means anything."""
    value = " ".join(value.split())
    if "'" in value and '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
