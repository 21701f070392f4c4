"""Checklist -> the A4 to tick, with who acts and when."""

from __future__ import annotations

from macros.model.instrument import sign_id
from macros.model.meten import Checklist
from macros.paper.sheets.boxes import ROW
from macros.paper.sheets.sheet import Blad, Regel, SheetColumn, SheetTable, Vak
from macros.paper.sheets.words import SheetWords

# A box to tick for each state in which a point can be on its page, but for 'n.v.t.'.
STATES = ("ja", "deels", "nee")


def checklist_sheet(words: SheetWords, record: Checklist) -> Blad:
    """A checklist to tick on paper."""
    where = f"fase {words.phases(record.fasen)}" if record.fasen else "bij de opleiding"
    return Blad(
        **words.base("checklists", record),
        merk=f"Checklist, {where}",
        zin=record.waarvoor,
        vorm="checklist",
        teken=words.sign(sign_id("checklist")),
        tabellen=(_table(record),),
        slot=(Regel(record.als_niet, "Mist er iets?"),),
        velden=((Vak("Wat we afspreken", ROW),),),
        voet=words.origin(record.herkomst),
    )


def _table(record: Checklist) -> SheetTable:
    columns = (
        SheetColumn("Klopt dit?"),
        *(SheetColumn(state.capitalize(), mm=13, staat=state) for state in STATES),
        SheetColumn("Wie", mm=32),
        SheetColumn("Wanneer", mm=24),
    )
    rows = tuple(Regel(punt.uitleg or "", punt.tekst) for punt in record.punten)
    return SheetTable(record.titel, columns, rows, "punten", "vink")
