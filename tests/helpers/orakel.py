"""The oracle for the arithmetic of a meting: exact, with fractions and Decimal, no floats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from urllib.parse import quote

Score = Fraction | None
Antwoorden = Sequence[int]


def mean(values: Iterable[Fraction | int]) -> Score:
    """The mean, or nothing when there is nothing."""
    found = [Fraction(value) for value in values]
    return sum(found, Fraction(0)) / len(found) if found else None


def score(antwoorden: Antwoorden, plekken: Iterable[int]) -> Score:
    """The score of one person on one part; open (0) and 'weet ik niet' (6) never count."""
    return mean(antwoorden[plek - 1] for plek in plekken if 1 <= antwoorden[plek - 1] <= 5)


def together(scores: Iterable[Score]) -> Score:
    """The mean of a group: each line of it, a person or a party, weighs the same."""
    return mean(one for one in scores if one is not None)


def spread(scores: Iterable[Score]) -> Score:
    """Highest minus lowest; nothing with fewer than two."""
    known = [one for one in scores if one is not None]
    return max(known) - min(known) if len(known) > 1 else None


def party(scores: Iterable[Score], least: int = 1) -> Score:
    """The score of a party: the mean of its persons, or nothing with fewer than the least."""
    known = [one for one in scores if one is not None]
    return mean(known) if len(known) >= least else None


def parties(names: Sequence[str], *, house: bool) -> list[list[int]]:
    """Persons by number, per party, in the order in which each first comes.

    Who names no party is alone; in a meting about one house these are one party.
    """
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        key = name.casefold() or ("" if house else f"alone {number}")
        found.setdefault(key, []).append(number)
    return list(found.values())


def gaps(
    persons: Sequence[Antwoorden], parts: Sequence[Sequence[int]]
) -> list[tuple[int, Fraction]]:
    """Parts with their difference, the widest first; equal ones in the order of the page."""
    found = [(i, spread(score(one, part) for one in persons)) for i, part in enumerate(parts)]
    return sorted(((i, gap) for i, gap in found if gap is not None), key=lambda pair: -pair[1])


def getal(value: Score) -> str:
    """One decimal with a comma, half away from zero; a dash for nothing."""
    if value is None:
        return "–"
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    shown = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return str(abs(shown) if shown == 0 else shown).replace(".", ",")


def change(now: Score, before: Score) -> str | None:
    """A change as the table shows it, with its sign."""
    if now is None or before is None:
        return None
    text = getal(now - before)
    return text if text.startswith("-") or text == "0,0" else f"+{text}"


# ---------- the code that carries a result ----------

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def code(
    scan: str,
    antwoorden: Antwoorden,
    naam: str | tuple[str, str] = "",
    datum: str = "20261121",
    versie: int = 1,
) -> str:
    """One result as the site writes it in a link; who names a party too gives both names."""
    pairs = zip(antwoorden[::2], [*antwoorden[1::2], 0], strict=False)
    packed = "".join(ALPHABET[first * 8 + second] for first, second in pairs)
    name = _safe(naam) if isinstance(naam, str) else ":".join(map(_safe, naam))
    text = f"{scan}{versie}.{datum}.{packed}.{name}"
    return f"{text}.{checksum(text)}"


def _safe(name: str) -> str:
    return quote(name.strip()[:40], safe="-_").replace("~", "%7E").replace(".", "%2E")


def checksum(text: str) -> str:
    """Three signs over everything before them."""
    total = 7
    for sign in text:
        total = (total * 31 + ord(sign)) % 46649
    return "".join(DIGITS[total // 36**power % 36] for power in (2, 1, 0))
