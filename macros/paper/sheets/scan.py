"""Meting -> a blank form of two sheets to fill in on paper, about yourself or somebody else."""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap

from macros.model.instrument import sign_id
from macros.model.meten import Onderdeel, Scan
from macros.model.woorden import Schaal
from macros.model.wording import minutes
from macros.paper.sheets.boxes import ROW
from macros.paper.sheets.figure import directions
from macros.paper.sheets.sheet import (
    WIDER,
    Blad,
    Deel,
    Feit,
    Hoek,
    Regel,
    SheetColumn,
    SheetTable,
    Vak,
)
from macros.paper.sheets.words import SheetWords, plain

ANSWERS = ("1", "2", "3", "4", "5", "?")
MOST = 14  # characters in a line beside a corner of the figure
SUM = ("Gemiddelde", "som", ": aantal", "=")
OWN_HEAD = (Feit("Project", deel=WIDER), Feit("Naam of organisatie", deel=WIDER), Feit("Datum"))
OTHER_HEAD = (Feit("Over wie", deel=WIDER), Feit("Ingevuld door", deel=WIDER), Feit("Datum"))
TALK = ("Wat valt op? Geef een voorbeeld.", "Waar praten we over? Wat spreken we af?")
FOR_THE_OTHER = (
    "Iemand vroeg je om dit over hem of haar in te vullen. Geef het blad daarna aan die persoon."
)


def scan_sheet(words: SheetWords, record: Scan) -> Blad:
    """The form of a meting as people fill it in for themselves."""
    return Blad(
        **words.base("scans", record),
        merk=f"Meting, {len(record.gesteld)} stellingen, {minutes(record.duur)}",
        zin=record.vraag,
        vorm="meting",
        teken=words.sign(sign_id("scan")),
        kopregel=OWN_HEAD,
        inleiding=(Regel(_how_to_answer(words.toolbox.schaal)),),
        tabellen=_tables(record, {vraag.plek: vraag.tekst for vraag in record.gesteld}),
        delen=(_how_to_count(words.toolbox.schaal),),
        figuur=_figure(record),
        slot=(
            Regel(record.let_op, "Let op:"),
            Regel("Op de pagina staat bij elke uitslag wat je doet."),
        ),
        velden=tuple((Vak(label, ROW),) for label in TALK),
        voet=words.origin(record.herkomst),
    )


def other_sheet(words: SheetWords, record: Scan) -> Blad:
    """The same form for somebody who fills it in about the person who asked it."""
    return replace(
        scan_sheet(words, record),
        naam=f"{record.id}-over-een-ander",
        titel=f"{record.titel}: over een ander",
        zin=FOR_THE_OTHER,
        kopregel=OTHER_HEAD,
        tabellen=_tables(record, {vraag.plek: vraag.ander or "" for vraag in record.gesteld}),
        slot=(Regel("Bewaar zelf geen kopie. De antwoorden zijn van de ander.", "Let op:"),),
    )


def _how_to_answer(schaal: Schaal) -> str:
    return (
        f"Zet bij elke stelling één kruisje. 1 is {schaal.antwoorden[0]}, "
        f"5 is {schaal.antwoorden[4]}, ? is {schaal.weet_niet}."
    )


def _how_to_count(schaal: Schaal) -> Deel:
    low, high = _comma(schaal.laag_onder), _comma(schaal.hoog_boven)
    steps = (
        "Tel bij elk onderdeel je cijfers op. Deel door het aantal cijfers. Een ? telt niet mee.",
        "Zet in de figuur een punt bij dat gemiddelde. Verbind de punten.",
        f"Onder {low} is laag, boven {high} is hoog.",
        "Leg de figuren van iedereen naast elkaar. Begin bij het grootste verschil.",
    )
    return Deel("Zo tel je", "onderdelen", plain(steps), "stappen")


def _figure(record: Scan) -> tuple[Hoek, ...]:
    names = [tuple(wrap(part.titel, MOST, break_long_words=False)) for part in record.onderdelen]
    places = directions(len(names))
    return tuple(Hoek(lines, x, y) for lines, (x, y) in zip(names, places, strict=True))


def _tables(record: Scan, texts: dict[int, str]) -> tuple[SheetTable, ...]:
    """A table a part; `texts` holds the statements by their places."""
    return tuple(_table(part, texts) for part in record.onderdelen)


def _table(part: Onderdeel, texts: dict[int, str]) -> SheetTable:
    columns = (SheetColumn(part.titel), *(SheetColumn(answer, mm=9) for answer in ANSWERS))
    rows = tuple(Regel("", texts[vraag.plek]) for vraag in part.vragen if vraag.plek in texts)
    return SheetTable(part.titel, columns, rows, "onderdelen", "meting", SUM)


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
