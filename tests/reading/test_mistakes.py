"""Mistakes of editors: each file of mistakes/ says what somebody did, and what the check answers.

`wijzig` lists changes in a copy of the example project, each with the `bestand` it is made in:
`van` and `naar` replace words once, `naar` alone writes the whole file, `onder` adds at the end,
`naam` renames, `codering` saves in another encoding, and `weg` deletes. `melding` holds every line
that the editor gets; none when the mistake does no harm.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

FILES = sorted((Path(__file__).parent / "mistakes").glob("*.yml"))
Faults = Callable[[], list[str]]


@pytest.mark.parametrize("file", FILES, ids=[path.stem for path in FILES])
def test_a_mistake_gets_its_answer(project: Path, faults: Faults, file: Path) -> None:
    mistake: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    for change in mistake["wijzig"]:
        make(project, change)
    assert faults() == mistake["melding"], mistake["gedaan"]


def make(project: Path, change: dict[str, Any]) -> None:
    """Make one change of a mistake in this project."""
    path = project / change["bestand"]
    if "naam" in change:
        target = project / change["naam"]
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
    elif "codering" in change:
        path.write_bytes(path.read_text("utf-8").encode(change["codering"]))
    elif "weg" in change:
        path.unlink()
    elif "onder" in change:
        path.write_text(path.read_text("utf-8") + change["onder"], "utf-8")
    elif "van" not in change:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change["naar"], "utf-8")
    else:
        text = path.read_text("utf-8")
        assert change["van"] in text, f"{change['van']!r} is not in {path.name}"
        path.write_text(text.replace(change["van"], change["naar"], 1), "utf-8")
