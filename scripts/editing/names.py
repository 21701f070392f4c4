"""The words and ids that an editor types after a command."""

from __future__ import annotations

from collections.abc import Mapping

from macros.model import KINDS, Kind
from macros.model.base import LONGEST_ID, SHORTEST_ID, is_id
from macros.model.problems import Problem, ToolboxError, as_id, hint


def kind_of(word: str, kinds: Mapping[str, Kind] = KINDS) -> str:
    """'instrument' or 'instrumenten' -> the kind.

    ToolboxError with the nearest word for anything else.
    """
    names: dict[str, str] = {}
    for kind, spec in kinds.items():
        names |= {spec.macro: kind, spec.een: kind, kind: kind}
    if word.lower() in names:
        return names[word.lower()]
    choices = ", ".join(spec.een for spec in kinds.values())
    proposal = hint(word, names) or f"; kies uit {choices}"
    raise ToolboxError([Problem("toolbox", 1, f"'{word}' is geen soort record{proposal}")])


def id_of(title: str) -> str:
    """The file name that follows from a title; ToolboxError where none can."""
    id = slug(title)
    if not is_id(id):
        text = f"van de titel '{title}' is geen bestandsnaam te maken; gebruik gewone woorden"
        raise ToolboxError([Problem("toolbox", 1, text)])
    return id


def check_id(id: str) -> None:
    """ToolboxError when this is no id, with one that is."""
    if is_id(id):
        return
    near = slug(id)
    proposal = f"; bedoel je '{near}'?" if is_id(near) and near != id else ""
    text = (
        f"'{id}' kan geen id zijn: alleen kleine letters, cijfers en streepjes,"
        f" {SHORTEST_ID} tot {LONGEST_ID} tekens, en geen gereserveerde naam{proposal}"
    )
    raise ToolboxError([Problem("toolbox", 1, text)])


def slug(text: str) -> str:
    """A text as lower-case letters, digits and hyphens; '' when it has none of those."""
    return as_id(text)[:LONGEST_ID].strip("-")
