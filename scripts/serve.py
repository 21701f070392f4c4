"""`kist.py serve [--port N]`: show the site, and every saved change within the blink of an eye.

A problem is shown above every page and in the terminal until it is solved; the page below it is
the last sound version.
"""

from __future__ import annotations

import html
import os
import re
import sys
import threading
import time
from collections.abc import Iterable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from macros.model.problems import Problem, ToolboxError
from scripts.cli.arguments import Arguments, whole
from scripts.cli.errors import ROOT, run_command
from scripts.editing.missing_pages import add_missing_pages
from scripts.serving.incremental_site import IncrementalSite

WATCHED = ("docs", "toolbox", "macros")
# Watched files in the project folder itself; they come and go with a rename.
BESIDE = ("mkdocs.yml", "redirects.yml", "links.lock")
QUIET = 0.02  # seconds without a new event: an editor that saves a file gives several
IDLE = 1.0  # seconds without a change before the rest is brought up to date
WAIT = 30  # seconds that a browser waits for news before it asks again
NEWS = "/__nieuws"
# Sources, and no temporary file of an editor.
FILE = re.compile(r"[\w-][\w.-]*\.(yml|md|svg|png|jpg|webp|pdf|css|js|woff2|html|typ|toml|py|json)")
CODE = (".py", ".html", ".typ")  # templates and sheets are kept by their engines
EVENTS = ("created", "modified", "moved", "deleted", "closed")
SCRIPT = """<script>(function ask() {
fetch("%s?%d").then((answer) => answer.text()).then(
  (now) => { now === "%d" ? ask() : location.reload(); }, () => setTimeout(ask, 1000));
})()</script>"""
ALERT = (
    '<div role="alert" style="padding:1rem;background:#fff;color:#8a1c00;'
    'border:.3rem solid;font:1rem sans-serif"><b>%s</b>%s</div>'
)
BUSY = """<!doctype html><html lang="nl"><meta charset="utf-8">
<meta http-equiv="refresh" content="1"><title>Even geduld</title>
<body><h1>Even geduld</h1><p>%s</p></body></html>"""


class State:
    """What browsers see: a folder, what is wrong, and a number that goes up with every change."""

    def __init__(self, number: int = 0) -> None:
        self.site = Path()
        self.problems: list[Problem] = []
        self.doing = "De site wordt gebouwd."
        self.number = number
        self.changed = threading.Condition()

    def tell(self, site: Path, problems: list[Problem]) -> None:
        """Let every open page load itself anew, and the terminal know."""
        mended = self.problems and not problems
        with self.changed:
            self.site, self.problems = site, problems
            self.number += 1
            self.changed.notify_all()
        for problem in problems:
            print(problem, file=sys.stderr)
        if problems or mended:
            print(
                sentence(problems) if problems else "Alles klopt weer.", file=sys.stderr, flush=True
            )

    def progress(self, done: str, count: int, total: int) -> None:
        """How far a whole build is."""
        self.doing = f"De site wordt gebouwd: {count} van {total} pagina's {done}."
        if sys.stderr.isatty():
            print(
                f"\r{self.doing}",
                end="\n" if done == "gemaakt" and count == total else "",
                file=sys.stderr,
                flush=True,
            )


class Handler(SimpleHTTPRequestHandler):
    """Serves the built site; adds the problems and a script that waits for news to every page."""

    state: State
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a browser."""
        path = urlsplit(self.path)
        self.directory = str(self.state.site)
        file = Path(self.translate_path(unquote(path.path)))
        if path.path == NEWS:
            self.answer(self.news(int(path.query or 0)), "text/plain")
        elif self.state.site == Path():
            self.answer(self.alive(BUSY % self.state.doing), "text/html")
        elif path.path.endswith("/") and (file / "index.html").is_file():
            self.answer(self.alive((file / "index.html").read_text("utf-8")), "text/html")
        elif not file.exists():
            self.answer(
                self.alive((self.state.site / "404.html").read_text("utf-8")),
                "text/html",
                HTTPStatus.NOT_FOUND,
            )
        else:
            super().do_GET()

    def news(self, known: int) -> str:
        """The number of the site, as soon as it is another than the browser knows."""
        with self.state.changed:
            self.state.changed.wait_for(lambda: self.state.number != known, WAIT)
        return str(self.state.number)

    def alive(self, page: str) -> str:
        """A page with its problems, that loads itself again after a change."""
        number, problems = self.state.number, self.state.problems
        lines = "".join(f"<br>{html.escape(str(problem))}" for problem in problems)
        alert = ALERT % (sentence(problems), lines) if problems else ""
        head, body, rest = page.partition("<body")
        tag, end, text = rest.partition(">")
        return (
            head
            + body
            + tag
            + end
            + alert
            + text.replace("</body>", SCRIPT % (NEWS, number, number) + "</body>")
        )

    def answer(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send a text."""
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        """A browser must ask again: the next answer may differ."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing: the terminal is for problems."""


class Changes(FileSystemEventHandler):
    """Collects the files that were saved."""

    def __init__(self) -> None:
        self.paths: set[Path] = set()
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog, in a thread of its own."""
        if not event.is_directory and event.event_type in EVENTS:
            self.paths |= {
                Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path
            }
            self.happened.set()

    def wait(self, seconds: float | None) -> set[Path]:
        """Files saved since the last call; empty when nothing changes within that many seconds."""
        if not self.happened.wait(seconds):
            return set()
        while self.happened.is_set():
            self.happened.clear()
            time.sleep(QUIET)
        paths, self.paths = self.paths, set()
        return {
            path
            for path in paths
            if (path.name in BESIDE if path.parent == ROOT else FILE.fullmatch(path.name))
        }


def main(arguments: list[str]) -> int:
    """Build, show and watch until somebody presses Ctrl-C."""
    parser = Arguments("serve", "Toon de site, ook na elke wijziging.")
    parser.add_argument(
        "--port",
        type=whole(1, 65535),
        default=8000,
        metavar="N",
        help="de poort van http://127.0.0.1:N/, als 8000 bezet is",
    )
    port = parser.parse_args(arguments).port
    # Numbered by the time: after a restart no open page takes this server for the old one.
    state, changes = State(int(time.time())), Changes()
    try:
        server = ThreadingHTTPServer(
            ("127.0.0.1", port), type("Show", (Handler,), {"state": state})
        )
    except OSError as error:
        print(
            f"Poort {port} is bezet of mag niet (code {error.errno}); kies een andere met --port.",
            file=sys.stderr,
        )
        return 1
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watch(changes)
    print(f"De site komt op http://127.0.0.1:{port}/ . Stoppen: Ctrl-C.", flush=True)
    preview = IncrementalSite(ROOT, state.progress)
    try:
        work(preview, state, changes)
    finally:
        preview.close()
    print("De code is veranderd; ik begin opnieuw.", flush=True)
    command = [sys.executable, "-m", "scripts.serve", *arguments]
    os.execv(sys.executable, command)  # noqa: S606 - ourselves


def is_code(path: Path) -> bool:
    """Whether a saved file is part of our own code, which a process reads only once."""
    return path.is_relative_to(ROOT / "macros") and path.suffix in CODE


def watch(changes: Changes) -> None:
    """Have every saved file reported."""
    observer = Observer()
    for folder in WATCHED:
        observer.schedule(changes, str(ROOT / folder), recursive=True)
    observer.schedule(changes, str(ROOT))
    observer.daemon = True
    observer.start()


def work(preview: IncrementalSite, state: State, changes: Changes) -> None:
    """Build, then follow changes and do deferred steps; returns when our own code changed."""
    add_missing_pages(ROOT)
    problems = preview.build()
    state.tell(preview.site, problems)
    behind = True
    while True:
        paths = changes.wait(IDLE if behind else None)
        if any(is_code(path) for path in paths):
            return
        if paths:
            add_missing_pages(ROOT)
            problems = follow(preview, paths)
        behind = bool(paths) or preview.catch_up()
        known = list(dict.fromkeys([*problems, *preview.found]))
        if paths or known != state.problems:
            state.tell(preview.site, known)


def follow(preview: IncrementalSite, paths: set[Path]) -> list[Problem]:
    """Reload saved files, or build everything again; returns the problems."""
    try:
        if preview.refresh(paths):
            return []
    except ToolboxError as error:
        return error.problems
    except Exception:  # whatever else went wrong, a whole build says so or mends it
        return preview.build()
    return preview.build()


def sentence(problems: Iterable[Problem]) -> str:
    """How many problems there are."""
    count = len(list(problems))
    return f"{count} {'fout' if count == 1 else 'fouten'}; hieronder kan een oudere versie staan."


if __name__ == "__main__":
    run_command(main)
