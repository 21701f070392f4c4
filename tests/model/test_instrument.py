"""The rules of an instrument: how long it takes, what its fields and its example may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.model.instrument import Instrument
from macros.model.invullen import Kolom, Tabel, Veld, agreements
from macros.model.problems import ToolboxError
from macros.reading.project import open_toolbox

FILE = "toolbox/instrumenten/terugblik.yml"  # has every field


def terugblik(project: Path) -> Instrument:
    return open_toolbox(project).instrumenten["terugblik"]


@pytest.mark.parametrize(
    ("people", "minutes"),
    [(3, 30), (4, 32), (5, 33), (12, 44), (1, 30), (40, 44)],
    ids=["least", "halves round up", "more", "most", "fewer than the least", "more than the most"],
)
def test_each_person_more_adds_their_minutes(project: Path, people: int, minutes: int) -> None:
    assert terugblik(project).duur_met(people) == minutes


def test_the_duration_is_that_of_the_smallest_group(project: Path) -> None:
    assert terugblik(project).duur == terugblik(project).duur_met(3)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("bij_onrust: keetgesprek", "bij_onrust: terugblik", "noemt zichzelf"),
        (
            "    soort: score\n    schaal: {van: 1, tot: 5, laag: ging slecht, hoog: ging goed}\n",
            "    soort: score\n",
            "is score; zet er een schaal bij, zoals {van: 1, tot: 5}",
        ),
        (
            "    soort: afspraak\n",
            "    soort: afspraak\n    schaal: {van: 1, tot: 5}\n",
            "hoort alleen bij soort score",
        ),
        (
            "    label: Wat gebeurde er?\n",
            "    label: Wat gebeurde er?\n    afspraak: wie\n",
            "is wie, maar waarvan zegt geen vak; zet 'afspraak: wat' bij een vak erboven",
        ),
        (
            "    label: Wat was de bedoeling?\n  - id: wat-gebeurde-er\n",
            "    label: Wat was de bedoeling?\n    afspraak: wie\n    actie: Bel\n"
            "  - id: wat-gebeurde-er\n    afspraak: wie\n",
            "is wie, maar dat staat er al; zet 'afspraak: wat' bij een vak erboven",
        ),
        (
            "    label: Wat gebeurde er?\n",
            "    label: Wat gebeurde er?\n    actie: Bel\n",
            "actie: hoort bij een afspraak; zet er afspraak bij",
        ),
        (
            "- titel: Moment\n",
            "- titel: Moment\n      afspraak: wie\n",
            "is wie, maar wat mist; zet 'afspraak: wat' bij een kolom",
        ),
        (
            "- titel: Moment\n    - titel: Hoe liep het?\n",
            "- titel: Moment\n      afspraak: wat\n"
            "    - titel: Hoe liep het?\n      afspraak: wat\n",
            "is wat, net als een kolom ervoor; haal het bij één van beide weg",
        ),
        (
            "- titel: Moment\n    - titel: Hoe liep het?\n",
            "- titel: Moment\n      afspraak: wat\n"
            "    - titel: Hoe liep het?\n      afspraak: wie\n      actie: Bel\n",
            "actie: hoort in een tabel bij de kolom met 'afspraak: wat'",
        ),
        ("schaal: {van: 1, tot: 5}", "schaal: {van: 5, tot: 1}", "van (5) is niet kleiner dan"),
        ("veld: wat-was-de-bedoeling", "veld: weg", "noemt veld 'weg', dat er niet is; kies uit"),
        ("[Begin, '4']", "[Begin]", "rij 1 heeft 1 teksten en de tabel 2 kolommen"),
        ("rijen: [Begin, Einde]", "rijen: [Begin, '1.']", "'1.' is alleen een nummer; schrijf ''"),
        ("rijen: [Begin, Einde]", "rijen: [Begin, Begin]", "'Begin' staat er twee keer"),
        ("minuten_per_persoon: 1.5", "minuten_per_persoon: 1.3", "minuten_per_persoon"),
    ],
)
def test_a_field_that_contradicts_another_is_refused(
    project: Path, old: str, new: str, message: str
) -> None:
    path = project / FILE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ToolboxError) as caught:
        open_toolbox(project)
    assert message in str(caught.value)
    assert f"{FILE}:" in str(caught.value)


def test_a_scale_has_each_figure_once() -> None:
    scale = {"van": 1, "tot": 5}
    field = {"id": "cijfer", "label": "Cijfer", "soort": "score", "schaal": scale}
    veld = Veld.model_validate(field)
    assert veld.schaal
    assert veld.schaal.cijfers == (1, 2, 3, 4, 5)


def box(id: str, **fields: object) -> Veld:
    return Veld.model_validate({"id": id, "label": "Wat?", **fields})


def test_who_and_when_belong_to_the_agreement_before_them() -> None:
    boxes = (
        box("gebeurd"),
        box("hek", afspraak="wat"),
        box("anders"),
        box("hek-wie", afspraak="wie"),
        box("hek-dag", soort="datum", afspraak="wanneer"),
        box("les", soort="afspraak"),
        box("naloper", afspraak="wie", actie="Loop dit blad na"),
    )
    assert agreements(boxes) == [
        {"actie": "", "wat": "hek", "wie": "hek-wie", "wanneer": "hek-dag"},
        {"actie": "", "wat": "les"},
        {"actie": "Loop dit blad na", "wie": "naloper"},
    ]


def test_a_row_is_an_agreement_in_any_order_of_its_columns() -> None:
    wie, wat = {"titel": "Wie?", "afspraak": "wie"}, {"titel": "Vraag", "afspraak": "wat"}
    columns = (Kolom.model_validate(wie), Kolom.model_validate({**wat, "actie": "Zoek uit"}))
    table = Tabel(kolommen=columns, rijen=("", ""))
    assert table.afspraak == {"actie": "Zoek uit", "wat": "Vraag", "wie": "Wie?"}
    plain = Kolom(titel="Vraag", soort="tekst")
    assert Tabel(kolommen=(plain, plain), rijen=("", "")).afspraak == {}
