"""A ready meeting that would go wrong in the room: each fault planted in a sound project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model import Toolbox
from tests.helpers.half_day import make_half_day
from tests.helpers.project import rewrite

FILE = "toolbox/draaiboeken/samen-terugkijken.yml"
OPENING = "  - {regel: Welkom en waarom we hier zijn, minuten: 10, soort: opening}\n"
REVIEW = "instrument: terugblik, groepen: 1"
MINUTES = "minuten: {}\n    pagina: draaiboeken/samen-terugkijken"
FAULTS = {
    "group too large": ("max: 10", "max: 13", "hier zijn het er 13; doe het in groepen"),
    "group too small": ("groepen: 1", "groepen: 2", "hier zijn het er 2; verhoog groep, min"),
    "hurried": (REVIEW, f"{REVIEW}, minuten: 31", "duurt met 10 mensen 41 min, hier krijgt het 31"),
    "keet": (
        "instrument: keetgesprek",
        "instrument: keetgesprek, keet: true",
        "heeft geen keetversie; haal keet: true weg",
    ),
    "no opening": (OPENING, "", "blokken: begint zonder opening"),
    "no closing": (", soort: afsluiting", ", titel: Slot", "eindigt zonder afspraken"),
    "nameless closing": (
        "'Afspraken: wie doet wat, en wanneer.'",
        "Dank iedereen.",
        "schrijf erin: wie doet wat, en wanneer",
    ),
    "no break": (
        "pauze: 10",
        "regel: Vertel wat je zag., titel: Ronde, minuten: 60",
        "zonder pauze, hoogstens 1 uur 30",
    ),
    "fixed time": ("vast: '09:40'", "vast: '09:20'", "is het dan 10 min later; kort ervoor"),
    "end too late": (
        "minuten: 10, soort: afsluiting",
        "vast: '10:15', minuten: 10, soort: afsluiting",
        "met 10 mensen is het dan 6 min later",
    ),
}


@pytest.mark.parametrize(("old", "new", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_meeting_that_goes_wrong_is_refused(
    project: Path, faults: Callable[[], list[str]], old: str, new: str, fault: str
) -> None:
    assert faults() == []
    rewrite(project / FILE, old, new)
    found = [line for line in faults() if fault in line]
    assert found, faults()
    assert found[0].startswith(f"{FILE}:")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(REVIEW, f"{REVIEW}, minuten: 85", id="only a short closing after 90 minutes"),
        pytest.param(REVIEW, f"{REVIEW}, minuten: 39", id="two minutes short, as rounding makes"),
        pytest.param(
            r"(groepen: 1)(.*)\n", r"\1, minuten: 95\2\n  - {pauze: 10}\n", id="long alone"
        ),
    ],
)
def test_what_nobody_can_mend_or_notices_is_no_problem(
    project: Path, faults: Callable[[], list[str]], old: str, new: str
) -> None:
    rewrite(project / FILE, old, new)
    assert faults() == []


def test_a_meeting_of_pauses_alone_has_no_closing(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    pauses = "  - {pauze: 10}\n" * 3
    rewrite(project / FILE, r"blokken:\n(  .*\n)+", f"blokken:\n{pauses}")
    assert any("eindigt zonder afspraken" in line for line in faults())


def test_an_expert_is_named_where_a_sheet_asks_one(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    sheet = "toolbox/instrumenten/terugblik.yml"
    rewrite(project / sheet, "begeleiding: begeleider", "begeleiding: expert")
    (line,) = faults()
    assert "'Terugblik in vier vragen' vraagt een samenwerkingsexpert" in line
    rewrite(project / FILE, "begeleiding: begeleider", "begeleiding: expert")
    assert faults() == []


def test_nobody_is_asked_online_for_a_sheet_that_cannot_go_online(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    rewrite(project / FILE, "^fasen:", "online: true\nfasen:")
    (line,) = faults()
    assert line.startswith(f"{FILE}:")
    assert "kan niet online; kies een ander blad" in line


@pytest.mark.parametrize("relation", ["vervolg: [keetgesprek]", "bij_onrust: terugblik"])
def test_what_comes_first_stands_first(
    project: Path, faults: Callable[[], list[str]], relation: str
) -> None:
    """Keetgesprek stands before terugblik."""
    terugblik = project / "toolbox/instrumenten/terugblik.yml"
    keetgesprek = project / "toolbox/instrumenten/keetgesprek.yml"
    rewrite(terugblik, r"bij_onrust: .*\n", "")
    rewrite(keetgesprek, r"vervolg:\n.*\n", "")
    at = terugblik if relation.startswith("vervolg") else keetgesprek
    rewrite(at, "^herzien:", f"{relation}\nherzien:")
    (line,) = [line for line in faults() if line.startswith(FILE)]
    assert line.endswith("draai ze om")


def test_a_record_that_is_still_to_be_written_is_refused_for_that_alone(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    rewrite(project / FILE, OPENING, "")
    rewrite(project / FILE, "vraag: .*", "vraag: Vul dit in")
    (line,) = faults()
    assert "Vul dit in" in line


def test_a_sheet_that_is_wrong_itself_hides_no_problem(
    project: Path, faults: Callable[[], list[str]], example: Toolbox
) -> None:
    """The meeting refers to a record with a problem: that one is told, and nothing breaks."""
    assert "terugblik" in example.draaiboeken["samen-terugkijken"].bladen
    rewrite(project / "toolbox/instrumenten/terugblik.yml", "wereld: beide", "wereld: paars")
    (line,) = faults()
    assert line.startswith("toolbox/instrumenten/terugblik.yml:")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("minuten: 40", "minuten: 30", "duurt 35 min, hier krijgt die 30 min"),
        ("min: 4", "min: 3", "heeft 4 rollen, hier zijn 3 mensen; verhoog groep, min"),
    ],
)
def test_a_practice_case_gets_its_time_and_its_people(
    project: Path, faults: Callable[[], list[str]], old: str, new: str, fault: str
) -> None:
    file = make_half_day(project)
    assert faults() == []
    rewrite(file, old, new)
    (line,) = faults()
    assert line.startswith(f"{FILE}:")
    assert fault in line


def test_a_route_says_how_long_a_half_day_takes(
    project: Path, faults: Callable[[], list[str]]
) -> None:
    make_half_day(project)
    route = project / "toolbox/leren/begeleider-van-de-keet.yml"
    rewrite(route, r"minuten: 40\n    pagina: .*", MINUTES.format(40))
    (line,) = faults()
    assert line.startswith("toolbox/leren/begeleider-van-de-keet.yml:")
    assert "schrijf minuten: 102" in line
    rewrite(route, MINUTES.format(40), MINUTES.format(102))
    assert faults() == []


@pytest.mark.parametrize("times", ["9.00 tot 10.00", "10.00 tot 10.22", "9.00 tot 10.40"])
def test_an_invitation_says_the_true_times(
    project: Path, faults: Callable[[], list[str]], times: str
) -> None:
    invitation = "uitnodiging: Van 9 tot half elf, van {} uur precies."
    rewrite(project / FILE, "uitnodiging: .*", invitation.format("9.00 tot 10.31"))
    assert faults() == []
    rewrite(project / FILE, "9.00 tot 10.31", times)
    (line,) = faults()
    assert "het is 09:00 tot 10:22, met 10 mensen 10:31; pas de uitnodiging aan" in line
