"""The pages of a built site: read once, changed in memory by every step, written once."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path


class BuiltSite:
    """A folder that the generator filled, and its pages as the steps so far made them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def pages(self) -> dict[str, str]:
        """The path in the folder and the text of every page; a step may change and add pages."""
        return {name: (self.folder / name).read_text("utf-8") for name in html_names(self.folder)}

    def files(self) -> list[Path]:
        """Every file in the folder, as a step may leave it; pages stand there as they were read."""
        return [path for path in self.folder.rglob("*") if path.is_file()]

    def write(self) -> None:
        """Write all pages. The same bytes on every system: no line ends of its own."""
        for name, text in self.pages.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())


def html_names(folder: Path) -> list[str]:
    """The paths of all pages in a built site, in a fixed order."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
