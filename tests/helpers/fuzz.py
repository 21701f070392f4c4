"""How often the tests with made-up input try: a few times, or `KIST_FUZZ` times."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

FUZZ = settings(
    max_examples=int(os.environ.get("KIST_FUZZ", "60")),
    deadline=None,
    # The daily run tries the same each time; a failure of today is not one of yesterday.
    derandomize="KIST_FUZZ" not in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
