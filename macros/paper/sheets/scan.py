"""Meting -> a blank form to fill in on paper."""

from __future__ import annotations

from macros.model.instrument import sign_id
from macros.model.meten import Onderdeel, Scan
from macros.model.wording import minutes
from macros.paper.sheets.sheet import Blad, Regel, SheetColumn, SheetTable
from macros.paper.sheets.words import SheetWords

ANSWERS = ("1", "2", "3", "4", "5", "?")
DOTS = 40 * "."  # a line to write a name on
SHORT_DOTS = 20 * "."


def scan_sheet(words: SheetWords, record: Scan) -> Blad:
    """A blank meting: as many sheets as its questions need."""
    schaal = words.toolbox.schaal
    low, high = _comma(schaal.laag_onder), _comma(schaal.hoog_boven)
    return Blad(
        **words.base("scans", record),
        merk=f"Meting, {len([*record.vragen])} stellingen, {minutes(record.duur)}",
        zin=record.vraag,
        vorm="meting",
        teken=words.sign(sign_id("scan")),
        kopregel=(),
        inleiding=(
            Regel(DOTS, "Naam of organisatie:"),
            Regel(SHORT_DOTS, "Datum:"),
            Regel(
                f"Zet bij elke stelling één kruisje. 1 is {schaal.antwoorden[0]}, "
                f"5 is {schaal.antwoorden[4]}, ? is {schaal.weet_niet}."
            ),
        ),
        tabellen=tuple(_question_table(deel) for deel in record.onderdelen),
        slot=(
            Regel(f"{record.let_op} Onder {low} is laag, boven {high} is hoog.", "Let op:"),
            Regel("Op de pagina staat bij elke uitslag wat je doet."),
        ),
        voet=words.origin(record.herkomst),
    )


def _question_table(part: Onderdeel) -> SheetTable:
    """One part of a meting: its questions, without those that were dropped, and the answers."""
    answers = [SheetColumn(answer, mm=9) for answer in ANSWERS]
    rows = tuple(Regel("", vraag.tekst) for vraag in part.vragen if not vraag.vervallen)
    total = "Tel op en deel door het aantal antwoorden zonder ?"
    return SheetTable(
        part.titel, (SheetColumn(part.titel), *answers), rows, "onderdelen", "meting", total
    )


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
