"""Sheet -> order for Typst, and the verdict on what Typst measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from macros.model.problems import Problem
from macros.model.wording import date
from macros.paper.measures import measures
from macros.paper.pdf import Druk
from macros.paper.qr import qr_svg
from macros.paper.sheet import Blad

SLACK_MM = 1.0  # Typst must find this much more room than is needed, so that the browsers fit too


def sheet_order(blad: Blad, drawings: Mapping[str, str]) -> dict[str, Any]:
    """One sheet as an order of its own."""
    return {"titel": blad.titel, "zin": blad.zin, "bladen": [sheet_data(blad, drawings)]}


def sheet_data(blad: Blad, drawings: Mapping[str, str]) -> dict[str, Any]:
    """A sheet as plain data, with its pictures."""
    more = {"kort_adres": blad.kort_adres, "datum": date(blad.herzien)}
    return (
        asdict(blad)
        | more
        | {"qr": qr_svg(blad.url), "pictogram": outlined(drawings.get(blad.fase)) or None}
    )


def outlined(svg: str | None) -> str:
    """A pictogram with the colours that the style sheet gives it on a page; nothing where there is none."""
    pen = f'fill="none" stroke="{measures()["druk-accent"]}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    return (svg or "").replace("<svg ", f"<svg {pen} ", 1)


def free_mm(druk: Druk) -> float:
    """Height in mm that is left over on the fullest sheet of a PDF; below zero it does not fit."""
    return min((maat.vrij for maat in druk.maten), default=SLACK_MM) - SLACK_MM


def check_fit(blad: Blad, druk: Druk, path: str, source: str) -> Iterator[Problem]:
    """A fault with field and millimetres when a sheet of one page does not fit; `source` is the text of its record."""
    if (short := -free_mm(druk)) > 0:
        veld = longest(blad)
        line = next(
            (
                number
                for number, text in enumerate(source.splitlines(), 1)
                if text.startswith(f"{veld}:")
            ),
            1,
        )
        text = f"{veld}: past niet op één A4, het blad is {short:.0f} mm te vol"
        yield Problem(path, line, f"{text}; kort {veld} in, of neem minder rijen of vakken")


def longest(blad: Blad) -> str:
    """The field that takes most of the paper, for its text."""
    delen = (deel for kolom in blad.kolommen for deel in kolom)
    lengths = {
        deel.veld: sum(len(regel.kop) + len(regel.tekst) + 30 for regel in deel.regels)
        for deel in delen
    }
    lengths |= {"tabel": sum(60 + len(rij.tekst) for tabel in blad.tabellen for rij in tabel.rijen)}
    return max(lengths, key=lambda veld: lengths[veld])
