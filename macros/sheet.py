"""The A4 of an instrument: what its template needs besides the record, and whether the text will fit.

The measures are those of docs/assets/css/blad.css; a browser test compares the estimate with the printed page.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import cache

import segno
from markupsafe import Markup

from macros.model.instrument import Instrument, Stap, Veld
from macros.problems import Problem

WIDTHS = {"heel": 6, "half": 3, "derde": 2}  # sixths of a row
ROW = 6
PAGE_MM, MARGINS_MM, GAP_MM = 296.6, 26.0, 3.0
WIDTH_MM, TITLE_MM, LEFT_MM, RIGHT_MM, FOOT_MM = 186.0, 158.0, 105.0, 74.0, 115.0
BOLD = 1.06  # how much wider bold letters run
LINE_MM = 9.5 * 0.3528 * 1.3  # 9.5 pt on a line height of 1.3
HEAD_MM = 7.3  # a heading with its rule and the space under it
MM_PER_EM = 9.5 * 0.3528
ADVANCES = {  # of Source Sans 3, in ems; other signs count as a digit
    0.2: " ", 0.24: "',.:;ij|ï’‘", 0.27: "Il!", 0.3: "()[]f{}", 0.33: "-rt", 0.36: "/", 0.42: '"*?sz', 0.45: "xcvy",
    0.48: "JLY–", 0.53: "EVXASTZhnouöü", 0.56: "PRbdpq", 0.58: "BCK&", 0.65: "DGNUHOQ", 0.75: "MwW", 0.83: "%m@",
}  # fmt: skip
ADVANCE = {sign: width for width, signs in ADVANCES.items() for sign in signs}
MIN_WRITE_MM = 60.0  # table and boxes together
TABLE_ROW_MM, BOX_ROW_MM = 8.5, 13.0


def field_rows(velden: Sequence[Veld]) -> list[list[tuple[Veld, str]]]:
    """The boxes in rows: a row that is not full is divided among the boxes that stand in it."""
    rows: list[list[Veld]] = []
    for veld in velden:
        if rows and sum(WIDTHS[one.breedte] for one in rows[-1]) + WIDTHS[veld.breedte] <= ROW:
            rows[-1].append(veld)
        else:
            rows.append([veld])
    return [[(veld, _share(row, veld)) for veld in row] for row in rows]


def _share(row: list[Veld], veld: Veld) -> str:
    full = sum(WIDTHS[one.breedte] for one in row) == ROW
    return veld.breedte if full else ("heel", "half", "derde")[len(row) - 1]


@cache
def qr_svg(url: str) -> Markup:
    """The address as a QR code, level M, ready to stand in a page."""
    buffer = io.BytesIO()
    # A fixed mask: weighing all eight cost as much as the rest of the page, and readers decode any of them.
    segno.make(url, error="m", micro=False, mask=2).save(
        buffer, kind="svg", border=2, xmldecl=False, nl=False, svgclass=None, lineclass=None, omitsize=True
    )
    label = 'role="img" aria-label="QR-code naar deze pagina" '
    return Markup(buffer.getvalue().decode().replace("<svg ", f"<svg {label}", 1))  # noqa: S704


def short_address(url: str) -> str:
    """An address as one types it."""
    return url.removeprefix("https://").rstrip("/")


def free_height(record: Instrument) -> float:
    """Estimated height in mm that the text leaves for the table and the boxes."""
    blocks = [_head(record), _facts(record), _wide_facts(record), _columns(record), _foot(record)]
    blocks.append(_lines(f"Klaar als: {record.uitkomst}", WIDTH_MM))
    return PAGE_MM - MARGINS_MM - sum(blocks) - GAP_MM * len(blocks) + 2  # the facts pull the next block up twice


def needed_height(record: Instrument) -> float:
    """Height in mm of the table and of the boxes at their smallest."""
    boxes = len(field_rows(record.velden)) * (BOX_ROW_MM + GAP_MM) - GAP_MM
    if record.tabel is None:
        return max(MIN_WRITE_MM, boxes)
    column = WIDTH_MM / len(record.tabel.kolommen) - 4
    head = max(_lines(kolom.titel, column) + _lines(kolom.uitleg or "", column) for kolom in record.tabel.kolommen) + 2
    rows = sum(max(TABLE_ROW_MM, _lines(row, column) + 2) for row in record.tabel.rijen)
    return max(MIN_WRITE_MM, head + rows + GAP_MM + boxes)


def check_sheet(record: Instrument, path: str) -> Iterable[Problem]:
    """A fault when the text leaves too little room to write."""
    free, needed = free_height(record), needed_height(record)
    if free < needed:
        text = f"past niet op één A4: er blijft {free:.0f} mm schrijfruimte over en er is {needed:.0f} mm nodig"
        yield Problem(path, 1, f"{text}; kort {_longest(record)} in, of neem minder rijen of vakken")


def _longest(record: Instrument) -> str:
    parts = {
        "stappen": sum(len(stap.tekst) for stap in record.stappen),
        "vragen": sum(map(len, record.vragen)),
        "valkuilen": sum(map(len, record.valkuilen)),
        "rollen": sum(len(rol.doet) for rol in record.rollen),
        "keetversie": sum(len(stap.tekst) for stap in record.keetversie),
        "wanneer en wanneer_niet": len(record.wanneer) + len(record.wanneer_niet),
    }
    return max(parts, key=lambda name: parts[name])


def _lines(text: str, width: float, scale: float = 1.0) -> float:
    """Height in mm of a text in a column of this width; a scale of 1 is 9.5 pt."""
    return _count(text, width / scale) * LINE_MM * scale


def _count(text: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in text.split():
        length = _width(word)
        if used and used + _width(" ") + length > width:
            lines, used = lines + 1, length
        else:
            used += length + (_width(" ") if used else 0.0)
    return lines


def _width(word: str) -> float:
    return sum(ADVANCE.get(sign, 0.5) for sign in word) * MM_PER_EM


def _head(record: Instrument) -> float:
    title = _count(record.titel, TITLE_MM * 9.5 / 21 / BOLD) * 21 * 0.3528 * 1.08
    return max(22.0, 4.1 + title + 1.2 + _lines(record.doel, TITLE_MM, 11 / 9.5)) + 3.4


def _facts(record: Instrument) -> float:
    return 4.1 + (1 if len(record.plekken) < 3 else 2) * LINE_MM  # noqa: PLR2004 - names of places are short


def _wide_facts(record: Instrument) -> float:
    texts = [record.wanneer, record.wanneer_niet, *filter(None, ["; ".join(record.materiaal)])]
    column = (WIDTH_MM - GAP_MM * (len(texts) - 1)) / len(texts)
    return 4.1 + max(_lines(text, column) for text in texts)


def _columns(record: Instrument) -> float:
    steps = HEAD_MM + _steps(record.stappen, LEFT_MM - 8) + 1.3 * (len(record.stappen) - 1)
    roles = [f"{rol.naam}: {rol.doet}" for rol in record.rollen]
    right = [_items(roles, RIGHT_MM), *([_items(record.vragen, RIGHT_MM)] if record.vragen else [])]
    if record.keetversie:
        left = [steps, 3.7 + 5.7 + _steps(record.keetversie, LEFT_MM - 6)]
        right.append(_items(record.valkuilen, RIGHT_MM))
    else:
        left = [steps, _items(record.valkuilen, LEFT_MM)]
    return max(sum(side) + 2.2 * (len(side) - 1) for side in (left, right))


def _steps(steps: Sequence[Stap], width: float) -> float:
    return sum(_lines(f"{stap.titel} ({stap.minuten} min) {stap.tekst}", width - 1.5) for stap in steps)


def _items(items: Sequence[str], width: float) -> float:
    return HEAD_MM + sum(_lines(item, width - 4) for item in items) + 0.9 * (len(items) - 1)


def _foot(record: Instrument) -> float:
    follow = (
        "volgend instrument " * len(record.vervolg) + f"Daarna: Herkomst: vrij naar {record.herkomst.van} {record.herkomst.aangepast or ''}"
    )
    return max(2, _count(follow, FOOT_MM)) * 4.1 + 1.7
