"""Serve a folder on this machine, as long as a test or measurement needs it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, extra: Mapping[str, str], **options: Any) -> None:
        self.extra = extra
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        """Add the headers that this site sends with every answer."""
        for name, value in self.extra.items():
            self.send_header(name, value)
        super().end_headers()

    def handle(self) -> None:
        """Answer. A browser that leaves a page breaks off its requests, which is no error."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *arguments: object) -> None:
        """Log nothing."""


@contextmanager
def serve(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder on a free port; gives its address, with a slash at the end.

    `headers` are sent with every answer.
    """
    handler = partial(_Quiet, directory=str(folder), extra=headers or {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
