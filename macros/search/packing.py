"""The texts of the catalogue, written so that they pack small: a tenth less than row by row.

By column, because texts of one sort pack best together; stems in many places as two letters. The
browser undoes both (docs/assets/js/zoeken/register.js).
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product

# Of a stem in many places: a capital, which no stem has, and a letter or digit.
SHORT_FORMS = tuple(
    map("".join, product(string.ascii_uppercase, string.ascii_lowercase + string.digits))
)


def short_forms(texts: Iterable[str]) -> dict[str, str]:
    """The stems that stand most often in these texts -> their short forms, in that order."""
    counts = Counter(chain.from_iterable(text.replace(",", " ").split() for text in texts))
    often = sorted(counts, key=lambda one: (-counts[one], one))
    return dict(zip(often, SHORT_FORMS, strict=False))


def shortened(text: str, short: Mapping[str, str]) -> str:
    """Phrases of stems with their short forms; sorted, since their order says nothing."""
    return ",".join(sorted({_phrase(phrase.split(), short) for phrase in text.split(",")}))


def by_column(rows: Iterable[Sequence[str]]) -> list[str]:
    """The texts of all rows by column, a row a line."""
    return ["\n".join(column) for column in zip(*rows, strict=True)]


def _phrase(stems: Sequence[str], short: Mapping[str, str]) -> str:
    """The rare stems, and behind them the short forms, which need no space."""
    rare = sorted(one for one in stems if one not in short)
    return " ".join(rare) + "".join(sorted(short[one] for one in stems if one in short))
