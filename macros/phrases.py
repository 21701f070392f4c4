"""Durations and dates as people say them."""

from __future__ import annotations


def minutes(value: int) -> str:
    """A duration as people say it: '45 min', '2 uur', '1 uur 30'."""
    hours, rest = divmod(value, 60)
    if not hours or (value < 90 and rest):  # noqa: PLR2004
        return f"{value} min"
    return f"{hours} uur" + (f" {rest:02d}" if rest else "")


MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def date(value: str) -> str:
    """'2026-11-21' as '21 november 2026'."""
    year, month, day = value.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
