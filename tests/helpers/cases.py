"""Which cases of a test run at each change, and which in the long run alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def daily(count: int, cases: Iterable[Any], ids: Any = None) -> list[Any]:
    """Cases for parametrize: the first few as they are, the rest marked as long.

    A case is a value, a tuple of values, or what pytest.param gave; `ids` makes a name of a value.
    """
    every = [_param(case, ids) for case in cases]
    rest = [
        pytest.param(*case.values, id=case.id, marks=(*case.marks, pytest.mark.long))
        for case in every[count:]
    ]
    return [*every[:count], *rest]


def _param(case: Any, ids: Any) -> Any:
    if hasattr(case, "marks"):
        return case
    values = case if isinstance(case, tuple) else (case,)
    return pytest.param(*values, id=ids(case) if ids else None)
