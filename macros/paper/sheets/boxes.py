"""Fields and a table of an instrument -> boxes in rows, and a table to write in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.model.invullen import Tabel, Veld
from macros.paper.sheets.sheet import Regel, SheetColumn, SheetTable, Vak

WIDTHS = {"heel": 6, "half": 3, "derde": 2}  # sixths of a row
ROW = 6


def in_rows(velden: Sequence[Veld]) -> list[list[tuple[Veld, int]]]:
    """The fields row by row, each with its share of the row.

    A row that is not full is divided equally among its fields.
    """
    rows: list[list[Veld]] = []
    for veld in velden:
        if rows and _width(rows[-1]) + WIDTHS[veld.breedte] <= ROW:
            rows[-1].append(veld)
        else:
            rows.append([veld])
    return [[(veld, _share(row, veld)) for veld in row] for row in rows]


def field_rows(velden: Sequence[Veld]) -> tuple[tuple[Vak, ...], ...]:
    """The fields as boxes, row by row."""
    return tuple(
        tuple(Vak(veld.label, deel, veld.id) for veld, deel in row) for row in in_rows(velden)
    )


def _width(row: Iterable[Veld]) -> int:
    return sum(WIDTHS[veld.breedte] for veld in row)


def _share(row: list[Veld], veld: Veld) -> int:
    return WIDTHS[veld.breedte] if _width(row) == ROW else ROW // len(row)


def writing_table(title: str, tabel: Tabel) -> SheetTable:
    """The table of the instrument with this title."""
    columns = tuple(SheetColumn(kolom.titel, kolom.uitleg or "") for kolom in tabel.kolommen)
    rows = tuple(Regel("", row) for row in tabel.rijen)
    return SheetTable(f"Invultabel bij {title}", columns, rows)
