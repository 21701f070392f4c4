"""Records -> finished HTML blocks, with headings as Markdown lines between them for the table of contents.

The only module where text becomes markup. Values are escaped for HTML and for Markdown at once, put on one line
(a blank line would end a raw block), and never rendered a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.model import Record, Toolbox
from macros.model.relations import Relations
from macros.model.urls import page_address, record_address
from macros.model.wording import date, minutes
from macros.paper.qr import qr_svg

K = TypeVar("K")
T = TypeVar("T")
# What Markdown, attr_list, Jinja or a hasty scanner could still see inside HTML; a reader sees the same sign.
ACTIVE = {ord(sign): f"&#{ord(sign)};" for sign in "&<>\"'`*_{}[]\\#="}


def inert(value: object) -> object:
    """`finalize` of the environment: a value as one line of text that neither HTML nor Markdown reacts to."""
    return value if not isinstance(value, str) or isinstance(value, Markup) else _as_markup(value)


@lru_cache(maxsize=20_000)  # titles and labels stand on many pages
def _as_markup(text: str) -> Markup:
    return Markup(" ".join(text.split()).translate(ACTIVE))  # noqa: S704


def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        finalize=inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,  # a preview imports this module anew when a template changed (macros/__init__.py)
    )
    env.filters |= {"minuten": minutes, "datum": date}
    return env


ENV = _environment()


@dataclass(frozen=True)
class Place:
    """Where on the site something is rendered: knows the way from this page to every other."""

    page: str  # path under docs/, such as fasen/delen.md
    site_url: str

    @property
    def address(self) -> str:
        """The folder of this page in the built site."""
        return page_address(self.page)

    def path(self, target: str) -> str:
        """Relative address of a path in the built site; 'fasen/delen/' or 'assets/x.css'."""
        folder, sharp, anchor = target.partition("#")
        tail = "/" if folder.endswith("/") or not folder else ""
        here, there = (
            path.split("/") if path else [] for path in (self.address, folder.rstrip("/"))
        )
        shared = next(
            (
                depth
                for depth, (one, other) in enumerate(zip(here, there, strict=False))
                if one != other
            ),
            min(len(here), len(there)),
        )
        way = [".."] * (len(here) - shared) + there[shared:]
        return ("/".join(way) or ".") + tail + sharp + anchor

    def url(self, kind: str, id: str) -> str:
        """Relative address of the page of a record."""
        return self.path(record_address(kind, id))

    def full_url(self, kind: str, id: str) -> str:
        """Whole address of the page of a record, for paper."""
        return self.site_url.rstrip("/") + "/" + record_address(kind, id)


@dataclass(frozen=True)
class Renderer:
    """Everything a template may ask: records, words, relations and the way to other pages."""

    toolbox: Toolbox
    relations: Relations

    def render(self, template: str, place: Place, **values: Any) -> str:
        """One template as text that stands alone in a page."""
        return (
            ENV.get_template(f"{template}.html").render(**self._names(place), **values).strip()
            + "\n"
        )

    def _names(self, place: Place) -> dict[str, Any]:
        return {
            "toolbox": self.toolbox,
            "relations": self.relations,
            "place": place,
            "url": place.url,
            "path": place.path,
            "word": self.word,
            "record_of": self.record_of,
            "drawing": self.drawing,
            "qr": qr_markup,
        }

    def word(self, vocabulary: str, id: str) -> Any:
        """A word of a vocabulary, or a record that is used as one (fasen, condities)."""
        return self.toolbox.words[vocabulary][id]

    def record_of(self, kind: str, id: str) -> Record:
        """One record."""
        return self.toolbox.records[kind][id]

    def drawing(self, id: str) -> Markup | None:
        """The SVG of this id as markup, judged by macros.reading.drawings when it was loaded."""
        svg = self.toolbox.drawings.get(id)
        return None if svg is None else Markup(" ".join(svg.split()))  # noqa: S704


@cache
def qr_markup(url: str) -> Markup:
    """The address as a QR code that a screen reader can name."""
    label = 'role="img" aria-label="QR-code naar deze pagina" '
    return Markup(qr_svg(url).replace("<svg ", f"<svg {label}", 1))  # noqa: S704


def in_groups(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Items under their key, in the order in which the keys appear."""
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
