"""Tips for sheets that are safe to run: a way out, a break, a neutral leader, what stays here.

Content that follows none of them is still valid, so neither `check` nor a test refuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import Toolbox
from macros.model.instrument import Instrument
from macros.model.problems import Problem

LONG_SESSION = 90  # minutes; from here people need a break
PAUSE = re.compile(r"\bpauz", re.IGNORECASE)
NEUTRAL = re.compile(r"onpartijdig|(?:van|bij|kiest) geen (?:enkele )?partij", re.IGNORECASE)
SAFETY = re.compile(r"blijft (?:hier|onder ons|binnen)|\bpassen mag\b", re.IGNORECASE)


def advise_safety(toolbox: Toolbox) -> Iterator[Problem]:
    """A tip for each instrument that lacks what keeps people safe, at its file."""
    ways_out = {record.bij_onrust for record in toolbox.instrumenten.values()}
    for id, record in toolbox.instrumenten.items():
        if record.bij_onrust is None and id not in ways_out:
            text = "bij_onrust: noem het instrument dat je pakt als er ruzie is"
            yield Problem(f"toolbox/instrumenten/{id}.yml", 1, text)
        for text in _tips(record):
            yield Problem(f"toolbox/instrumenten/{id}.yml", 1, text)


def _tips(record: Instrument) -> Iterator[str]:
    if record.opening is None:
        yield "opening: schrijf wat je als eerste zegt: waarom we hier zijn, wat hier blijft"
    if _is_long_without_pause(record):
        yield f"stappen: duurt {LONG_SESSION} minuten of langer; zet er een pauze in"
    if record.begeleiding != "expert" and _asks_neutral_leader(record):
        yield "begeleiding: een rol vraagt iemand die geen partij kiest; zet hier dan expert"
    if _drops_safety(record):
        yield "keetversie: mist de veilige afspraak van de stappen; zeg ook daar wat blijft"


def _is_long_without_pause(record: Instrument) -> bool:
    said = " ".join(f"{stap.titel} {stap.tekst}" for stap in record.stappen)
    return record.duur_met(record.groep.max) >= LONG_SESSION and not PAUSE.search(said)


def _asks_neutral_leader(record: Instrument) -> bool:
    return any(NEUTRAL.search(f"{rol.naam} {rol.doet}") for rol in record.rollen)


def _drops_safety(record: Instrument) -> bool:
    """Whether the steps say what stays here and the short version does not."""
    whole, short = (
        " ".join(stap.tekst for stap in steps) for steps in (record.stappen, record.keetversie)
    )
    return bool(short and SAFETY.search(whole) and not SAFETY.search(short))
