"""Sheet or canvas -> job for Typst, as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from macros.model.wording import date
from macros.paper.measures import measures
from macros.paper.qr import qr_svg
from macros.paper.sheets.canvas import Invulblad
from macros.paper.sheets.sheet import Blad


def sheet_job(blad: Blad, drawings: Mapping[str, str]) -> dict[str, Any]:
    """The job of one sheet on its own; `drawings` holds SVG text by id."""
    return {"titel": blad.titel, "zin": blad.zin, "bladen": [sheet_data(blad, drawings)]}


def sheet_data(blad: Blad, drawings: Mapping[str, str]) -> dict[str, Any]:
    """A sheet as plain data, with its QR code and pictogram as SVG text."""
    # Which field a box is of matters to the page alone
    boxes = [[{"label": vak.label, "deel": vak.deel} for vak in row] for row in blad.velden]
    return asdict(blad) | {
        "velden": boxes,
        "kort_adres": blad.kort_adres,
        "datum": date(blad.herzien),
        "qr": qr_svg(blad.url),
        "tekening": outlined(drawings.get(blad.teken)) or None,
    }


def canvas_job(
    title: str, canvas: Invulblad, drawings: Mapping[str, str], sheets: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The job of a page to write on, behind these sheets as plain data."""
    return {
        "titel": title,
        "zin": canvas.titel,
        "bladen": sheets,
        "invulbladen": [_canvas_data(canvas, drawings)],
    }


def _canvas_data(canvas: Invulblad, drawings: Mapping[str, str]) -> dict[str, Any]:
    """A page to write on as plain data, with its pictogram as SVG text."""
    return asdict(canvas) | {
        "kort_adres": canvas.kort_adres,
        "datum": date(canvas.herzien),
        "tekening": outlined(drawings.get(canvas.teken)) or None,
    }


def outlined(svg: str | None) -> str:
    """A pictogram with the lines and colour that the style sheet gives it; '' for None."""
    pen = (
        f'fill="none" stroke="{measures()["druk-accent"]}" stroke-width="2" '
        'stroke-linecap="round" stroke-linejoin="round"'
    )
    return (svg or "").replace("<svg ", f"<svg {pen} ", 1)
