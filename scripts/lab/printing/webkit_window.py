"""One window of WebKitGTK, the engine of Safari, controlled by lines of JSON.

Runs in the Python of the system, which has the bindings, because WebDriver for WebKitGTK cannot
print. In: {"open": url}, {"run": body of an async function}, {"print": path},
{"picture": path} or {"width": pixels}. Out: {"value": ...} or {"error": text}.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

WIDTH, HEIGHT = 1280, 900
# `errors` of a page: what its scripts did wrong.
ERRORS = """window.errors = [];
for (const name of ["error", "unhandledrejection"]) {
  addEventListener(name, (event) => errors.push(String(event.reason ?? event.message)));
}"""
SIDES = ("top", "right", "bottom", "left")


class Controller:
    """Does one request at a time, and answers when it is done."""

    def __init__(self) -> None:
        # Nothing is kept on the machine: every window starts without stored answers.
        context = WebKit2.WebContext.new_ephemeral()
        context.set_preferred_languages(["nl-NL"])
        self.view = WebKit2.WebView(web_context=context)
        self.view.get_user_content_manager().add_script(
            WebKit2.UserScript(
                ERRORS,
                WebKit2.UserContentInjectedFrames.TOP_FRAME,
                WebKit2.UserScriptInjectionTime.START,
            )
        )
        self.window = Gtk.OffscreenWindow()
        self.window.set_default_size(WIDTH, HEIGHT)
        self.window.add(self.view)
        self.window.show_all()
        self.view.connect("load-changed", self._loaded)
        self.operation: Any = None  # kept, or it is gone before it has printed

    def take(self, line: str) -> None:
        """Start what one line asks for."""
        [(name, value)] = json.loads(line).items()
        getattr(self, f"do_{name}")(value)

    def do_open(self, url: str) -> None:
        """Load a page."""
        self.view.load_uri(url)

    def do_run(self, body: str) -> None:
        """Run the body of an async function; the answer is what it resolves to."""
        self.view.call_async_javascript_function(body, -1, None, None, None, None, self._ran)

    def do_print(self, path: str) -> None:
        """Print on A4; the page itself says which margins it wants."""
        settings, setup = Gtk.PrintSettings(), Gtk.PageSetup()
        settings.set(Gtk.PRINT_SETTINGS_PRINTER, "Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(path))
        setup.set_paper_size(Gtk.PaperSize.new("iso_a4"))
        for side in SIDES:
            getattr(setup, f"set_{side}_margin")(0, Gtk.Unit.MM)
        self.operation = WebKit2.PrintOperation(
            web_view=self.view, print_settings=settings, page_setup=setup
        )
        errors: list[str] = []
        self.operation.connect("failed", lambda _operation, error: errors.append(error.message))
        self.operation.connect("finished", lambda _operation: answer(None, *errors))
        self.operation.print_()

    def do_width(self, width: int) -> None:
        """Make the window this wide, in pixels; the next page that opens has the new width."""
        self.window.set_default_size(width, HEIGHT)
        self.window.queue_resize()
        GLib.idle_add(lambda: answer(None))

    def do_picture(self, path: str) -> None:
        """Write the whole open page as PNG."""
        self.view.get_snapshot(
            WebKit2.SnapshotRegion.FULL_DOCUMENT,
            WebKit2.SnapshotOptions.NONE,
            None,
            lambda view, result: answer(view.get_snapshot_finish(result).write_to_png(path)),
        )

    def _loaded(self, _view: object, event: object) -> None:
        if event == WebKit2.LoadEvent.FINISHED:
            answer(None)

    def _ran(self, view: Any, result: object) -> None:
        try:
            value = view.call_async_javascript_function_finish(result)
        except GLib.Error as error:
            answer(None, error.message)
        else:
            answer(json.loads(value.to_json(0) or "null"))


def answer(value: object, *errors: str) -> None:
    """Send the answer to a request: its value, or the first error."""
    print(json.dumps({"error": errors[0]} if errors else {"value": value}), flush=True)


def main() -> None:
    """Take requests until standard input ends."""
    controller = Controller()

    def readable(_source: object, _condition: object) -> bool:
        if line := sys.stdin.readline():
            controller.take(line)
        else:
            Gtk.main_quit()
        return bool(line)

    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, readable)
    Gtk.main()


if __name__ == "__main__":
    main()
