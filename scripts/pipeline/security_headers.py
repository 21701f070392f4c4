"""The Content-Security-Policy and the other security headers, for every host and every test.

The hashes are pinned in a file that a code owner reviews. Never fill it from a build: the hash of
an injected script would then be allowed.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

PINS = "csp-hashes.txt"
RULES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
FRAMES = "frame-ancestors 'none'"  # a meta tag cannot say this


def sha256(script: str) -> str:
    """The hash of an inline script as a Content-Security-Policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def read_pins(root: Path) -> frozenset[str]:
    """The hashes of the inline scripts that may run."""
    return frozenset((root / PINS).read_text("utf-8").split())


def csp(pins: Iterable[str]) -> str:
    """The Content-Security-Policy of every page."""
    return "; ".join((*RULES, " ".join(("script-src 'self'", *sorted(pins)))))


def headers(root: Path) -> dict[str, str]:
    """All headers that a host should send with every answer."""
    return {
        "Content-Security-Policy": f"{csp(read_pins(root))}; {FRAMES}",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        # No includeSubDomains: that is a decision of the owner of the domain.
        "Strict-Transport-Security": "max-age=31536000",
        # Ask every time whether it changed: never a new page with an older script.
        "Cache-Control": "no-cache",
    }
