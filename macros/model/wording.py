"""Lists, durations and dates as people write them in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

# First words of an item that are no name, so they lose their capital inside a sentence.
COMMON = frozenset(
    "Aan Acht Al Alleen Bij Briefjes Buiten Dat De Dezelfde Die Dikke Drie Een Eén Elke Elk Enkele"
    " Foto Geen Het Iets In Jullie Kaartjes Koffie Met Naamstickers Nummers Of Om Onze Online Op"
    " Over Papier Papieren Pen Pennen Per Plakband Plakbriefjes Stift Stiften Stippen"
    " Telefoonnummers Twee Uit Van Vier Vijf Voor Wat Water Zes Zonder".split()
)
IN_HOURS_FROM = 90  # minutes; a shorter duration is not split: '60 min' beside '63 min'


def in_one_sentence(items: Iterable[str]) -> list[str]:
    """The items of a list for use in one sentence.

    All but the first lose their capital, unless their first word may be a name.
    """
    texts = list(items)
    return texts[:1] + [_without_capital(text) for text in texts[1:]]


def _without_capital(item: str) -> str:
    first_word = item.split(" ", maxsplit=1)[0].rstrip(",")
    if first_word not in COMMON:
        return item
    return ("één" if first_word == "Eén" else first_word.lower()) + item[len(first_word) :]


def minutes(value: int) -> str:
    """A duration in minutes as text: '45 min', '60 min', '75 min', '1 uur 30 min', '2 uur'."""
    if value < IN_HOURS_FROM:
        return f"{value} min"
    hours, rest = divmod(value, 60)
    return f"{hours} uur" + (f" {rest} min" if rest else "")


def minutes_between(least: int, most: int) -> str:
    """Two durations in minutes as text: '60 tot 75 min', '75 min tot 2 uur'."""
    first, last = minutes(least), minutes(most)
    both_in_minutes = first == f"{least} min" and last == f"{most} min"
    return f"{least if both_in_minutes else first} tot {last}"


MONTHS = (
    "januari februari maart april mei juni"
    " juli augustus september oktober november december".split()
)


def people_between(least: int, most: int) -> str:
    """A number of people as text: '1 persoon', '8 mensen', '2 tot 12 mensen'."""
    if least == most:
        return "1 persoon" if most == 1 else f"{most} mensen"
    return f"{least} tot {most} mensen"


def date(value: str) -> str:
    """A date in Dutch: '2026-11-21' is '21 november 2026'."""
    year, month, day = value.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
