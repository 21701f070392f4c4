"""The limits that a printed sheet must meet, and the messages when it does not."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf


def written(value: float) -> str:
    """A number as the Dutch write it, with two decimals at most: '4,8', '3'."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


@dataclass(frozen=True)
class Limit:
    """The least and the most that a measurement may be.

    `text` is the Dutch message, with {value} for what was measured, {bound} for the limit and
    {detail} for an example or place.
    """

    name: str  # in the table of the report
    text: str
    least: float = -inf
    most: float = inf
    # Allowed beyond the bound: PDFs round lengths, and characters can reach outside their box.
    slack: float = 0.0

    @property
    def bound(self) -> float:
        """The end that is a limit; each limit has one."""
        return self.most if self.least == -inf else self.least

    def worst(self, values: list[float]) -> float:
        """The value that is nearest to the bound, or furthest beyond it."""
        return max(values) if self.least == -inf else min(values)


@dataclass(frozen=True)
class Measurement:
    """One value that was measured, and its limit."""

    limit: Limit
    value: float
    detail: str = ""

    @property
    def fault(self) -> str | None:
        """The Dutch message when the limit is passed, else None."""
        limit = self.limit
        if limit.least - limit.slack <= self.value <= limit.most + limit.slack:
            return None
        return limit.text.format(
            value=written(self.value), bound=written(limit.bound), detail=self.detail
        )


PDF = Limit("PDF in de site", "{detail} ontbreekt in de site", least=1)
PAGES = Limit("bladzijden", "{value} bladzijden, hoogstens {bound}", most=1)
FORM_PAGES = Limit("bladzijden van een formulier", "{value} bladzijden, hoogstens {bound}", most=2)
SIZE = Limit(
    "afwijking van A4, mm",
    "de bladzijde van {detail} mm wijkt {value} mm af van A4, hoogstens {bound}",
    most=1,
)
INK = Limit("inkt tot de rand, mm", "inkt op {value} mm van de rand, minstens {bound}", least=10)
TEXT = Limit(
    "tekst tot de rand, mm",
    "tekst op {value} mm van de rand, minstens {bound}",
    least=10,
    slack=0.2,
)
POINTS = Limit(
    "kleinste letter, pt", "letters van {value} pt, minstens {bound}", least=9.5, slack=0.05
)
OVERLAPS = Limit(
    "letters over elkaar", "{value} letters staan over een andere letter, zoals {detail}", most=0
)
WORDS = Limit("woorden die ontbreken", "{value} woorden ontbreken: {detail}", most=0)
WRITING = Limit(
    "hoogte om te schrijven, mm", "{value} mm hoog om in te schrijven, minstens {bound}", least=40
)
ROW = Limit(
    "laagste rij, mm", "een rij van {value} mm om in te schrijven, minstens {bound}", 14, slack=0.05
)
STICKS_OUT = Limit(
    "steekt uit, mm", "de inhoud steekt {value} mm onder het blad uit, hoogstens {bound}", most=0.5
)
CODES = Limit(
    "QR gelezen op twee kopieën",
    "de QR-code is op {value} van de {bound} kopieën te lezen als {detail}",
    least=2,
)
ADDRESS = Limit(
    "adres heel op een regel", "het adres {detail} staat niet heel op één regel", least=1
)
DRIFT = Limit(
    "anders dan in Chromium, mm",
    "'{detail}' staat {value} mm hoger of lager dan in Chromium, hoogstens {bound}",
    most=6,  # a line of the largest letter, and what rounding adds
)
FREE = Limit("ruimte over, mm", "de ruimte die overblijft is {value} mm, minstens {bound}", least=0)
FONTS = Limit(
    "lettertypen buiten het bestand", "{value} lettertypen niet ingesloten: {detail}", most=0
)
STANDARDS = Limit(
    "fouten tegen PDF/UA-1 en PDF/A-2a",
    "{value} fouten tegen PDF/UA-1 en PDF/A-2a: {detail}",
    most=0,
)
