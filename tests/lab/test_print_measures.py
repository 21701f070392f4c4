"""The measures of paper, on paper that was made by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from macros.model import Toolbox
from macros.paper.documents import PdfDocuments
from macros.paper.sheets.sheet import Blad, Deel, Regel, Vak
from scripts.lab import browsers
from scripts.lab.browsers import Browser
from scripts.lab.printing import limits
from scripts.lab.printing.engine import PageRoom
from scripts.lab.printing.jobs import Job, jobs_of
from scripts.lab.printing.limits import Measurement, written
from scripts.lab.printing.measure import (
    drift,
    overlapping,
    placed_words,
    room_measurements,
    smallest,
    standards_measurement,
    text_distance,
)
from scripts.lab.printing.pdf_standards import length_holds
from scripts.lab.printing.read_pdf import Page, Paper, ink_distance
from scripts.lab.printing.required_words import missing, words_of_record, words_of_sheet
from scripts.lab.printing.run import Result
from scripts.sheets import obstacles, table
from tests.conftest import ROOT

SITE = "https://kist.example.nl/"
STREAM = b"12 0 obj\n<< /Length 5 >>\nstream\nabcd\r\nendstream\n"


def page(characters: str, top: float = 20.0) -> Page:
    """One line of characters of 2 by 3 mm, from 15 mm of the left edge."""
    left = 15.0 + 2 * np.arange(len(characters))
    boxes = np.stack([left, np.full_like(left, top), left + 2, np.full_like(left, top + 3)], axis=1)
    return Page(
        210.0,
        297.0,
        characters,
        boxes,
        np.full(len(characters), 9.5),
        15.0,
        (frozenset(), frozenset()),
    )


def paper(*pages: Page) -> Paper:
    return Paper(pages, (), "nl", "Titel")


@pytest.mark.parametrize(
    ("second", "count"),
    [
        pytest.param((0, 0, 2, 3), 1, id="on top"),
        pytest.param((1.95, 0, 3.95, 3), 0, id="a hair"),
        pytest.param((1.5, 0, 3.5, 3), 1, id="a quarter"),
        pytest.param((0, 3, 2, 6), 0, id="below"),
    ],
)
def test_characters_that_cover_each_other(second: tuple[float, ...], count: int) -> None:
    boxes = np.array([(0, 0, 2, 3), (100, 0, 102, 3), second], float)
    assert overlapping(boxes).tolist() == [[0, 2]] * count


def test_neighbours_may_touch() -> None:
    assert len(overlapping(np.array([(0, 0, 2, 3), (1, 0, 3, 3)], float))) == 0


def test_overlaps_are_found_as_by_looking_at_every_pair() -> None:
    corners = np.random.default_rng(1).uniform(0, 60, (200, 2))
    boxes = np.concatenate([corners, corners + 3], axis=1)
    slow = {
        (one, two)
        for one in range(200)
        for two in range(one + 2, 200)
        if np.prod(np.clip(3 - np.abs(corners[one] - corners[two]), 0, None)) > 0.03 * 9
    }
    assert slow
    assert {tuple(sorted(pair)) for pair in overlapping(boxes).tolist()} == slow


@pytest.mark.parametrize(("row", "column"), [(10, 50), (89, 50), (50, 10), (50, 89)])
def test_the_distance_of_ink_to_the_nearest_edge(row: int, column: int) -> None:
    image = np.full((100, 100), 255, np.uint8)
    image[row, column] = 0
    assert ink_distance(image, 254) == pytest.approx(1.0)


def test_an_empty_page_has_no_ink_and_no_characters() -> None:
    assert ink_distance(np.full((9, 9), 255, np.uint8), 100) == np.inf
    assert smallest(page("  ")) == text_distance(page("")) == np.inf


def test_spaces_and_soft_hyphens_are_not_measured() -> None:
    sheet = page("a \u00adb")
    sheet.points[1:3] = 1.0
    assert smallest(sheet) == 9.5
    assert text_distance(sheet) == 15.0


def test_the_word_that_moved_most_is_named() -> None:
    figure = drift(
        paper(page("vier woorden"), page("ook hier", 26.5)),
        paper(page("vier woorden"), page("en ook hier")),
    )
    assert (figure.value, figure.detail) == (6.5, "ook")
    assert figure.fault == "'ook' staat 6,5 mm hoger of lager dan in Chromium, hoogstens 6"


def test_pages_hang_under_each_other() -> None:
    assert placed_words(paper(page("een"), page("twee drie"))) == [
        ("een", 23.0),
        ("twee", 320.0),
        ("drie", 320.0),
    ]


def test_two_papers_without_a_word_in_common_differ() -> None:
    assert "geen enkel woord" in str(drift(paper(page("een")), paper(page("twee"))).fault)


def test_a_word_may_be_broken_at_the_end_of_a_line() -> None:
    assert missing(
        frozenset({"belangenkaart", "stappen", "weg"}), "Belangen-\r\nkaart, stap\u00adpen"
    ) == ["weg"]


def test_words_of_a_sheet_are_the_words_that_are_read() -> None:
    boxes = ((Vak("Vul dit samen in", 6),),)
    steps = (Regel("Ga staan", "Eerst", "(5 min)", ("Waarom hier?",)),)
    parts = (Deel("Zo doe je het", "stappen", steps, "stappen"),)
    blad = Blad(
        "instrumenten/proef",
        "proef",
        SITE,
        "Een titel",
        "Merk",
        "Zin",
        "2026-11-21",
        "concept",
        (),
        delen=parts,
        velden=boxes,
        kopregel=(),
        teken="soort-gesprek",
    )
    assert words_of_sheet(blad) == {
        "titel",
        "merk",
        "concept",
        "samen",
        "staan",
        "eerst",
        "waarom",
        "hier",
    }


def test_words_of_a_record_leave_out_what_has_no_place_on_paper(real: Toolbox) -> None:
    record = real.records["instrumenten"]["keetgesprek"]
    changed = {"doel": "Leesbaar doel", "zoekwoorden": ("onvindbaar",), "fasen": ("gewone-id",)}
    found = words_of_record(record.model_copy(update=changed))
    assert "leesbaar" in found
    assert not {"onvindbaar", "gewone"} & found


def test_words_of_a_meting_leave_out_what_one_reads_afterwards(real: Toolbox) -> None:
    changed = {"let_op": "Leesbaar", "wie": "Onvindbaar voor iedereen"}
    found = words_of_record(real.records["scans"]["reflectiescan"].model_copy(update=changed))
    assert "onvindbaar" not in found


def test_words_of_a_meting_leave_out_what_is_no_longer_asked(real: Toolbox) -> None:
    record = real.scans["reflectiescan"]
    part = record.onderdelen[0]
    changed = part.vragen[0].model_copy(update={"tekst": "Leesbaar"})
    gone = part.vragen[1].model_copy(update={"tekst": "Onvindbaar", "vervallen": True})
    new = part.model_copy(update={"vragen": (changed, gone, *part.vragen[2:])})
    found = words_of_record(record.model_copy(update={"onderdelen": (new,)}))
    assert {"leesbaar", "onvindbaar"} & found == {"leesbaar"}


def test_every_record_with_a_sheet_and_every_pdf_has_a_job(real: Toolbox) -> None:
    jobs = list(jobs_of(real, ROOT))
    names = [job.name for job in jobs]
    assert len(set(names)) == len(names)
    assert {
        f"{kind}/{id}"
        for kind in ("instrumenten", "fasen", "checklists", "scans")
        for id in real.records[kind]
    } <= set(names)
    assert {job.bestand for job in jobs} == {
        werk.bestand for werk in PdfDocuments(real, SITE).all()
    }


@pytest.mark.parametrize(
    ("figure", "fault"),
    [
        (Measurement(limits.INK, 4.84), "inkt op 4,84 mm van de rand, minstens 10"),
        (Measurement(limits.INK, 10.0), None),
        (Measurement(limits.POINTS, 9.46), None),
        (Measurement(limits.POINTS, 8.5), "letters van 8,5 pt, minstens 9,5"),
        (Measurement(limits.PAGES, 3), "3 bladzijden, hoogstens 1"),
        (Measurement(limits.FORM_PAGES, 2), None),
        (Measurement(limits.WORDS, 2, "een, twee"), "2 woorden ontbreken: een, twee"),
        (Measurement(limits.DRIFT, 5.0, "woord"), None),
    ],
)
def test_a_fault_is_a_sentence_with_figure_and_bound(
    figure: Measurement, fault: str | None
) -> None:
    assert figure.fault == fault


def test_room_on_the_page_has_two_bounds() -> None:
    faults = [figure.fault for figure in room_measurements(PageRoom(39.0, 0.7))]
    assert faults == [
        "39 mm hoog om in te schrijven, minstens 40",
        "de inhoud steekt 0,7 mm onder het blad uit, hoogstens 0,5",
    ]


def test_a_pdf_needs_a_title_and_dutch_besides_the_norm() -> None:
    assert standards_measurement(paper(), []).fault is None
    assert (
        standards_measurement(Paper((), (), "en", ""), ["6.1 Fout"]).detail
        == "de taal is niet nl; de titel ontbreekt; 6.1 Fout"
    )


@pytest.mark.parametrize(
    ("data", "holds"),
    [
        pytest.param(STREAM, True, id="sound"),
        pytest.param(STREAM.replace(b"abcd\r", b"abcde"), True, id="another last byte"),
        pytest.param(STREAM.replace(b"abcd", b"abcdef"), False, id="too long"),
        pytest.param(STREAM.replace(b"12 0", b"112 0"), False, id="another object"),
    ],
)
def test_the_length_of_a_stream(data: bytes, holds: bool) -> None:
    assert length_holds(data, 12) is holds


def test_results_name_sheet_and_engine_and_make_a_table() -> None:
    sound, faulty = (
        Result("fasen/delen", {"Firefox": [Measurement(limits.INK, ink)]}) for ink in (12.0, 4.8)
    )
    assert sound.faults == []
    assert faulty.faults == ["fasen/delen (Firefox): inkt op 4,8 mm van de rand, minstens 10"]
    head, row = table([sound, faulty])
    assert head.split()[-3:] == ["Chromium", "Firefox", "Typst"]
    assert row.split() == ["inkt", "tot", "de", "rand,", "mm", "4,8", "/", "8,4"]


def test_without_a_built_site_the_command_says_what_to_do(tmp_path: Path) -> None:
    blad = Blad("fasen/delen", "delen", SITE, "", "", "", "", "", ())
    found = list(obstacles(tmp_path, [Job(blad.bestand, blad, on_page=True)]))
    assert found == [
        "fasen/delen/index.html ontbreekt; bouw eerst de site: python3 scripts/kist.py build"
    ]
    assert list(obstacles(tmp_path, [])) == ["Geen blad heeft die naam in zijn adres."]


def test_a_browser_is_found_by_its_variable_and_else_there_is_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser("Proef", "KIST_PROEF", ("geen-browser",), (str(tmp_path / "app"),), "proef")
    assert browser.find() is None
    with pytest.raises(FileNotFoundError, match="Proef is niet gevonden"):
        browser.require()
    for place, path in (("app", tmp_path / "app"), ("variable", tmp_path / "eigen")):
        path.touch()
        monkeypatch.setenv("KIST_PROEF", str(path) if place == "variable" else "")
        assert browser.require() == str(path)


def test_the_browser_that_works_least_is_installed_beside_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page of a browser without windows takes a third of the time; one of your own is enough."""

    def install(_: str, package: str) -> None:
        for command in ("kist-proef", package):
            (tmp_path / command).touch(0o755)

    monkeypatch.setattr(browsers, "install", install)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "kist-proef").touch(0o755)
    browser = Browser("Proef", "KIST_PROEF", ("kist-licht", "kist-proef"), (), "kist-licht")
    assert browser.find() == str(tmp_path / "kist-proef")
    assert browser.ensure() == str(tmp_path / "kist-licht")
    (tmp_path / "kist-licht").unlink()
    monkeypatch.setenv("KIST_PROEF", str(tmp_path / "kist-proef"))
    assert browser.ensure() == str(tmp_path / "kist-proef")


@pytest.mark.parametrize(
    ("value", "text"), [(4.8, "4,8"), (60.0, "60"), (100, "100"), (0, "0"), (0.126, "0,13")]
)
def test_numbers_are_written_with_a_comma(value: float, text: str) -> None:
    assert written(value) == text
