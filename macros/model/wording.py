"""Durations and dates as people say them."""

from __future__ import annotations

from collections.abc import Iterable

# First words of an item that are no name, so they lose their capital in the middle of a sentence.
COMMON = frozenset(
    "Aan Acht Al Alleen Bij Briefjes Buiten Dat De Dezelfde Die Dikke Drie Een Eén Elke Elk Enkele Foto Geen Het Iets In Jullie Kaartjes "
    "Koffie Met Naamstickers Nummers Of Om Onze Online Op Over Papier Papieren Pen Pennen Per Plakband Plakbriefjes Stift Stiften "
    "Stippen Telefoonnummers Twee Uit Van Vier Vijf Voor Wat Water Zes Zonder".split()
)


def running(items: Iterable[str]) -> list[str]:
    """The items of a list in one sentence: from the second on without a capital, unless the first word may be a name."""
    return [
        item[0].lower() + item[1:] if place and _first_word(item) in COMMON else item
        for place, item in enumerate(items)
    ]


def _first_word(text: str) -> str:
    return text.split(" ", maxsplit=1)[0].rstrip(",")


def minutes(value: int) -> str:
    """A duration as people say it: '45 min', '2 uur', '1 uur 30 min'."""
    hours, rest = divmod(value, 60)
    if not hours or (value < 90 and rest):  # noqa: PLR2004
        return f"{value} min"
    return f"{hours} uur" + (f" {rest} min" if rest else "")


MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def date(value: str) -> str:
    """'2026-11-21' as '21 november 2026'."""
    year, month, day = value.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
