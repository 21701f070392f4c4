"""Tips for sheets that are safe to run, each on a fault planted in a sound sheet."""

from __future__ import annotations

import pytest

from macros.model import Toolbox
from macros.model.instrument import Instrument, Inzet, Stap
from macros.reading.rules.safety_rules import advise_safety


def tips(toolbox: Toolbox, record: Instrument) -> list[str]:
    """The tips about one instrument, alone in this toolbox."""
    toolbox.records["instrumenten"] = {record.id: record}
    toolbox.__dict__.pop("instrumenten", None)
    return [problem.text for problem in advise_safety(toolbox)]


@pytest.fixture
def sound(example: Toolbox) -> Instrument:
    return example.instrumenten["terugblik"]


def stap(text: str, minutes: int = 5) -> Stap:
    return Stap(titel="Doe dit", tekst=text, minuten=minutes)


def test_a_safe_sheet_gets_no_tip(example: Toolbox, sound: Instrument) -> None:
    assert tips(example, sound) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"bij_onrust": None}, "bij_onrust: noem het instrument"),
        ({"opening": None}, "opening: schrijf wat je als eerste zegt"),
        ({"stappen": (stap("Praat.", 90),)}, "zet er een pauze in"),
        (
            {"rollen": (Inzet(naam="Begeleider", doet="Hoort bij geen partij."),)},
            "begeleiding: een rol vraagt iemand",
        ),
        (
            {
                "stappen": (stap("Zeg: 'Dit blijft onder ons.'"),),
                "keetversie": (stap("Vraag wie begint."),),
            },
            "keetversie: mist de veilige afspraak",
        ),
    ],
)
def test_what_is_not_safe_is_a_tip(
    example: Toolbox, sound: Instrument, change: dict[str, object], says: str
) -> None:
    (tip,) = tips(example, sound.model_copy(update=change))
    assert says in tip


@pytest.mark.parametrize(
    "change",
    [
        {"stappen": (stap("Neem halverwege tien minuten pauze.", 120),)},
        {
            "rollen": (Inzet(naam="Begeleider", doet="Hoort bij geen partij."),),
            "begeleiding": "expert",
        },
        {
            "stappen": (stap("Zeg: 'Dit blijft onder ons.'"),),
            "keetversie": (stap("Zeg: 'Dit blijft onder ons. Passen mag.'"),),
        },
    ],
    ids=["a break", "an expert leads", "safe in the hut too"],
)
def test_what_is_safe_in_another_way_is_no_tip(
    example: Toolbox, sound: Instrument, change: dict[str, object]
) -> None:
    assert tips(example, sound.model_copy(update=change)) == []


def test_the_way_out_of_another_sheet_needs_none_itself(
    example: Toolbox, sound: Instrument
) -> None:
    first_aid = sound.model_copy(update={"id": "eerste-hulp", "bij_onrust": None})
    other = sound.model_copy(update={"bij_onrust": "eerste-hulp"})
    example.records["instrumenten"] = {item.id: item for item in (first_aid, other)}
    assert not [tip for tip in advise_safety(example) if "bij_onrust" in tip.text]
