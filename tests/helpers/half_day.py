"""The ready meeting of the little project, made a half-day of the programme."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.project import rewrite

HALF_DAY = "toolbox/draaiboeken/samen-terugkijken.yml"
CASE = "{regel: Speel met vier., titel: Oefencasus, minuten: 40, bij: [praktijk/brug-aan-zee]}"
HOMEWORK = "Voer één intake en bel je maatje."
LOOK_OUT = "Stop het spel als iemand geraakt wordt."


def make_half_day(project: Path) -> Path:
    """Rewrite the meeting; the file that now holds the half-day."""
    file = project / HALF_DAY
    learning = f"leerdag: 1\nfasen: []\nlet_op:\n  - {LOOK_OUT}\nopdracht:\n  - {HOMEWORK}"
    rewrite(file, r"^fasen: .*", learning)
    rewrite(file, r"^  - \{instrument: keetgesprek.*", f"  - {CASE}")
    rewrite(file, ", vast: '09:40'", "")
    return file
