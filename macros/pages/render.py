"""Records -> finished HTML blocks, with headings as Markdown lines for the table of contents.

The only module where text becomes markup. Values are escaped for HTML and for Markdown at once, put
on one line (a blank line would end a raw block), and never rendered a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.model import Record, Toolbox, Woord
from macros.model.components import fetched_scripts
from macros.model.relations import Relations
from macros.model.urls import page_address, record_address, record_file
from macros.model.wording import date, minutes
from macros.pages.doors import Doors
from macros.paper.qr import qr_address
from macros.reading.settings.site_settings import NO_SITE, SiteSettings

K = TypeVar("K")
T = TypeVar("T")
# Character that HTML, Markdown, attr_list or Jinja reacts to -> its entity, which readers see as
# the same character
ENTITIES = {ord(character): f"&#{ord(character)};" for character in "&<>\"'`*_{}[]\\#="}


def escape_value(value: object) -> object:
    """A text as one line that neither HTML nor Markdown reacts to; other values as they are.

    The environment calls this for every value in a template (`finalize`).
    """
    return value if not isinstance(value, str) or isinstance(value, Markup) else _escape(value)


@lru_cache(maxsize=20_000)  # titles and labels appear on many pages
def _escape(text: str) -> Markup:
    return Markup(" ".join(text.split()).translate(ENTITIES))  # noqa: S704


def _environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        finalize=escape_value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,  # the preview restarts when a template changes
    )
    env.filters |= {"minuten": minutes, "datum": date}
    return env


ENV = _environment()


@dataclass(frozen=True)
class Place:
    """The page on which something is rendered, for links from there to other pages."""

    page: str  # path under docs/, such as fasen/delen.md
    site_url: str

    @property
    def address(self) -> str:
        """The folder of this page in the built site."""
        return page_address(self.page)

    @property
    def here(self) -> str:
        """The whole address of this page."""
        return f"{self.site_url.rstrip('/')}/{self.address}".rstrip("/") + "/"

    def path(self, target: str) -> str:
        """Relative address of a path in the built site: 'fasen/delen/' or 'assets/x.css'."""
        folder, hash_sign, anchor = target.partition("#")
        tail = "/" if folder.endswith("/") or not folder else ""
        here, there = _folders(self.address), _folders(folder.rstrip("/"))
        shared = _shared(here, there)
        steps = [".."] * (len(here) - shared) + there[shared:]
        return ("/".join(steps) or ".") + tail + hash_sign + anchor

    def scripts(self, script: str) -> str:
        """Relative addresses of a script that a component fetches, behind those that it needs."""
        return " ".join(self.path(f"assets/js/{name}.js") for name in fetched_scripts(script))

    def url(self, kind: str, id: str) -> str:
        """Relative address of the page of a record."""
        return self.path(record_address(kind, id))

    def full_url(self, kind: str, id: str) -> str:
        """Whole address of the page of a record, for paper."""
        return self.site_url.rstrip("/") + "/" + record_address(kind, id)


def _folders(path: str) -> list[str]:
    return path.split("/") if path else []


def _shared(here: list[str], there: list[str]) -> int:
    """How many folders two paths have in common at their start."""
    count = 0
    for folder, other in zip(here, there, strict=False):
        if folder != other:
            break
        count += 1
    return count


@dataclass(frozen=True)
class Renderer:
    """All that a template may use: records, words, relations and addresses of other pages."""

    toolbox: Toolbox
    relations: Relations
    site: SiteSettings = NO_SITE
    doors: Doors = field(default_factory=Doors)
    hyphenate: Callable[[str], str] = str  # where a long word may break

    def render(self, template: str, place: Place, **values: object) -> str:
        """The text of templates/<template>.html with these values, ending in a line end."""
        names = self._names(place)
        return ENV.get_template(f"{template}.html").render(**names, **values).strip() + "\n"

    def _names(self, place: Place) -> dict[str, object]:
        """What every template can use by name."""
        return {
            "toolbox": self.toolbox,
            "site": self.site,
            "relations": self.relations,
            "place": place,
            "url": place.url,
            "path": place.path,
            "scripts": place.scripts,
            "part": self.part,
            "word": self.word,
            "record_of": self.record_of,
            "breekbaar": self.breakable,
            "drawing": self.drawing,
            "qr": qr_markup,
            "pencil": self.pencil,
            "verbatim": verbatim,
        }

    def part(self, address: str) -> str:
        """What readers call the part of the site at this address; nav of mkdocs.yml says it."""
        last = address.rpartition("/")[2]
        return dict(self.site.parts).get(address) or last.replace("-", " ").capitalize()

    def word(self, vocabulary: str, id: str) -> Woord:
        """One word of a vocabulary."""
        return self.toolbox.words[vocabulary][id]

    def record_of(self, kind: str, id: str) -> Record:
        """One record."""
        return self.toolbox.records[kind][id]

    def breakable(self, title: str) -> Markup:
        """A title as it is shown: its long words may break at a soft hyphen.

        For the eye alone: what is copied, searched or linked to gets the title itself.
        """
        return _escape(self.hyphenate(title))

    def drawing(self, id: str) -> Markup | None:
        """The SVG of this id as markup, validated by macros.reading.drawings; None without one."""
        svg = self.toolbox.drawings.get(id)
        return None if svg is None else Markup(" ".join(svg.split()))  # noqa: S704

    def pencil(self, kind: str, id: str) -> Markup:
        """A link to the file of a record, for a place that shows it among others.

        Its word comes from the style sheet, so that no search or filter of a page finds it.
        """
        address = self.doors.host.edit(record_file(kind, id))
        if not address:
            return Markup()
        label = _escape(f"Wijzig: {self.toolbox.records[kind][id].titel}")
        link = f'<a class="wijzig" href="{_escape(address)}" rel="nofollow" aria-label="{label}">'
        return Markup(f"{link}</a>")  # noqa: S704


def verbatim(text: str) -> Markup:
    """A text for `<pre>`, with its lines and spaces; without empty lines, which end a raw block."""
    lines = (line for line in text.split("\n") if line.strip())
    return Markup("\n".join(lines).translate(ENTITIES))  # noqa: S704


@cache
def qr_markup(url: str) -> Markup:
    """The address as a QR code with a text for screen readers."""
    return Markup(f'<img alt="QR-code naar deze pagina" src="{qr_address(url)}">')  # noqa: S704


def in_groups(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Key -> its items, in the order in which the keys first appear."""
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
