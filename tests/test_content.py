"""What the content itself promises: enough steps, a way in and a way on for every instrument, prose for every model."""

from __future__ import annotations

import re

from macros.model import PAGE_KINDS, Toolbox
from macros.model.instrument import Instrument
from macros.model.meten import Scan
from macros.model.relations import Relations
from macros.model.verhalen import Leerroute
from macros.reading.language import paragraphs
from tests.conftest import ROOT

COUNTS = {
    "fasen": 5,
    "condities": 5,
    "instrumenten": 77,
    "checklists": 16,
    "kaarten": 35,
    "modellen": 24,
    "scans": 6,
    "situaties": 30,
    "praktijk": 9,
    "leren": 6,
    "rollen": 17,
    "begrippen": 71,
    "bronnen": 71,
}
WAYS_IN = {"situaties", "scans", "fasen"}


def test_everything_of_the_plan_is_there(real: Toolbox) -> None:
    assert {kind: len(real.records[kind]) for kind in COUNTS} == COUNTS
    assert (
        sum(
            len(list(scan.vragen))
            for scan in real.records["scans"].values()
            if isinstance(scan, Scan)
        )
        == 146
    )


def test_every_instrument_has_steps_a_way_on_and_a_way_in(real: Toolbox) -> None:
    relations = Relations(real).all
    led_to = {
        relation.to_id
        for relation in relations
        if relation.to_kind == "instrumenten" and relation.kind in WAYS_IN
    }
    for id, record in real.records["instrumenten"].items():
        assert isinstance(record, Instrument)
        found = (len(record.stappen) >= 5, bool(record.vervolg), id in led_to)
        assert (id, found) == (id, (True, True, True))


def test_models_and_conditions_carry_real_prose(real: Toolbox) -> None:
    for kind in ("modellen", "condities"):
        for id in real.records[kind]:
            words = sum(
                len(text.split())
                for text in paragraphs((ROOT / f"docs/{kind}/{id}.md").read_text("utf-8"))
            )
            assert (id, 280 <= words <= 700) == (id, True), words


def test_every_model_but_one_has_a_drawing_in_words_and_lines(real: Toolbox) -> None:
    without = {
        id
        for kind in ("modellen", "condities")
        for id in real.records[kind]
        if id not in real.drawings
    }
    assert without == {
        "partnership-capability-model"
    }  # our sources do not give its twelve conditions, so there is nothing to draw


def test_invented_cases_say_so(real: Toolbox) -> None:
    assert (
        sum(not getattr(record, "echt", True) for record in real.records["praktijk"].values()) == 3
    )


def test_the_places_of_a_meting_never_move(real: Toolbox) -> None:
    """Links and printed codes of long ago must still open. A new statement: add its place in tests/plekken.txt too."""
    for line in (ROOT / "tests/plekken.txt").read_text("utf-8").splitlines()[1:]:
        id, name, *numbers = line.split()
        record = real.records["scans"][id]
        assert isinstance(record, Scan)
        now = {deel.id: [vraag.plek for vraag in deel.vragen] for deel in record.onderdelen} | {
            "versies": list(record.aantallen)
        }
        published = [int(number) for number in numbers]
        assert set(published) <= set(now[name]), line
        if name == "versies":
            assert now[name][: len(published)] == published, line


def test_a_step_of_a_route_that_names_a_page_leads_there(real: Toolbox) -> None:
    """A reader who is told to open something can do so in the step itself."""
    names = {spec.een for spec in PAGE_KINDS.values()} | {"stijlregels", "herkomstregels"}
    for kind in (
        "instrumenten",
        "scans",
        "checklists",
        "modellen",
        "situaties",
        "praktijk",
        "leren",
    ):
        for id, record in real.records[kind].items():
            names |= {record.titel.lower().partition(":")[0], id.replace("-", " ")}
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?:en|len|s|je)?(?!\w)")
    steps = [
        (id, stap)
        for id, route in real.records["leren"].items()
        if isinstance(route, Leerroute)
        for stap in route.stappen
    ]
    assert [
        (id, stap.titel)
        for id, stap in steps
        if named.search(stap.titel.lower()) and not (stap.pagina or stap.elders)
    ] == []
