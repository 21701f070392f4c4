"""Hundreds of links and codes as they arrive: what is whole is read, what is not never is."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.helpers.handed_over import Arrival, arrivals
from tests.test_javascript import NODE

SEED = 19
FEW = 60
PATIENCE = 300  # seconds


@pytest.mark.parametrize("count", [FEW, pytest.param(500, marks=pytest.mark.long)])
def test_what_is_whole_is_read_and_nothing_else(
    count: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The long one prints a table by way; a damaged code may only be read as what was sent."""
    given = arrivals(count, SEED)
    table = {one.way: Counter[str]() for one in given}
    wrong = []
    for one, got in zip(given, _read(given, tmp_path), strict=True):
        outcome = _outcome(one, got)
        table[one.way][outcome] += 1
        if outcome in ("refused, but whole", "wrong"):
            wrong.append((one, got))
    if count > FEW:
        with capsys.disabled():
            print(_table(table))
    assert wrong == []


def _read(given: list[Arrival], folder: Path) -> list[list[str]]:
    """What the scripts of the pages make of each."""
    cases = folder / "cases.json"
    cases.write_text(json.dumps({"arrivals": [asdict(one) for one in given]}), "utf-8")
    command = [str(NODE), str(ROOT / "tests/js/read-links.js"), str(cases)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    found: list[list[str]] = json.loads(done.stdout)
    return found


def _outcome(one: Arrival, got: list[str]) -> str:
    if got and got != [one.payload]:
        return "wrong"
    if one.whole:
        return "read" if got else "refused, but whole"
    return "mended" if got else "refused"


def _table(table: dict[str, Counter[str]]) -> str:
    heads = ("read", "refused", "mended", "refused, but whole", "wrong")
    rows: list[tuple[str, ...]] = [("", "sent", *heads)]
    rows += [
        (way, str(counts.total()), *(str(counts[head]) for head in heads))
        for way, counts in table.items()
    ]
    total = sum(table.values(), Counter())
    rows.append(("all", str(total.total()), *(str(total[head]) for head in heads)))
    return "\n" + "\n".join(
        f"{way:32}" + "".join(f"{one:>20}" for one in rest) for way, *rest in rows
    )
