"""Check a PDF against PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) with page-validation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from page import ValidationFailure, ValidationProfile, validate_pdf

PROFILES = (ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A)
FALSE_ALARM = "STREAM-LENGTH-001"


def standard_faults(path: Path) -> Iterator[str]:
    """The rules of the standards that a file breaks, each with its message."""
    for profile in PROFILES:
        for failure in validate_pdf(path, profile=profile).failures:
            if not _is_false_alarm(path, failure):
                yield f"{failure.rule_id} {failure.message}"


def _is_false_alarm(path: Path, failure: ValidationFailure) -> bool:
    """Page-validation 0.11 reports a wrong length for a stream of which the last byte is CR."""
    if not failure.rule_id.endswith(FALSE_ALARM) or failure.object_id is None:
        return False
    return length_holds(path.read_bytes(), failure.object_id.object_number)


def length_holds(data: bytes, number: int) -> bool:
    """Does the stream of this object have the length that it says? `data` is a whole PDF."""
    pattern = rb"(?<!\d)%d 0 obj.*?/Length (\d+).*?stream\r?\n" % number
    found = re.compile(pattern, re.DOTALL).search(data)
    if found is None:
        return False
    after = data[found.end() + int(found[1]) :]
    return re.match(rb"\r?\nendstream", after) is not None
