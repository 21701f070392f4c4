"""Wire the macros to the generator's page, whichever generator it is. Imports nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.feeds.open_data import OpenData
from macros.feeds.well_known import write_robots
from macros.model import KINDS, PAGE_KINDS, Record, Toolbox
from macros.model.components import COMPONENTS, scripts_of
from macros.pages.audit_report import load_audit
from macros.pages.glossary_links import explain_terms
from macros.pages.macro_functions import PageMacros, functions
from macros.pages.render import Place, inert
from macros.paper.documents import PdfDocuments
from macros.paper.print_all import pdfs_wanted, printer_of, write_pdfs
from macros.paper.social_card import write_social_card
from macros.reading.markdown_files import CALL, has_only_macro_calls, words_of
from macros.reading.project import open_toolbox
from macros.reading.site_settings import site_address
from macros.search.catalogue import write_search

_SHOWS: dict[tuple[int, str], PageMacros] = {}


def register(env: Any, root: Path) -> None:
    """Give the macros plugin one function a macro; raises ToolboxError with every fault."""
    env.toolbox = open_toolbox(root)
    env.show = show_of(env.toolbox, site_url_of(env), root)
    _add_macros(env)


def _add_macros(env: Any) -> None:
    for name, function in functions(env.show).items():
        env.macro(_on_page(env, name, function, env.toolbox, site_url_of(env)), name)


def site_url_of(env: Any) -> str:
    """The address of the site, with a slash at the end."""
    return site_address(env.conf["site_url"])


def explain(env: Any) -> str:
    """The text of the page that is being made, with its terms explained."""
    return explain_terms(env.markdown, env.toolbox, Place(page_of(env), str(env.conf["site_url"])))


def page_of(env: Any) -> str:
    """The path under docs/ of the page that is being made."""
    return str(getattr(env.page, "path", None) or env.page.file.src_uri)  # Zensical, MkDocs


def complete(env: Any, root: Path) -> None:
    """Put in the site that was just built what is no page: PDFs, what the search reads, and what is there for programs."""
    site = Path(env.conf["site_dir"])
    site_url, newest = site_url_of(env), env.show.works.newest
    if env.show.press is not None:
        write_pdfs(env.show.works, env.show.press, site)
        write_social_card(env.toolbox, root, site)
    write_theme_layer(site)
    write_search(env.toolbox, root, site)
    OpenData(env.toolbox, env.conf["site_name"], site_url, newest).write(site)
    write_robots(site, site_url, newest, str(env.conf["extra"].get("contact") or ""))


def write_theme_layer(site: Path) -> None:
    """Write the sheet that loads the styles of the theme in a cascade layer.

    Any rule outside the layer, so any rule of ours, then wins from any rule of the theme.
    """
    sheets = sorted((site / "assets/stylesheets").glob("*.css"))  # main before palette
    imports = (f'@import "../stylesheets/{sheet.name}" layer(theme);\n' for sheet in sheets)
    (site / "assets/css/thema.css").write_text("".join(imports), "utf-8")


def renew(env: Any, toolbox: Toolbox) -> None:
    """Let the macros show this toolbox from now on: in it a preview changed a record."""
    env.toolbox, env.show = toolbox, env.show.over(toolbox)
    _add_macros(env)
    env.env.globals.update(env.macros)


def show_of(toolbox: Toolbox, site_url: str, root: Path) -> PageMacros:
    """One PageMacros per toolbox: relations are walked once, also where a generator registers for every page."""
    key = id(toolbox), site_url
    if key not in _SHOWS:
        _SHOWS.clear()
        press = printer_of(root) if pdfs_wanted() else None
        _SHOWS[key] = PageMacros(toolbox, PdfDocuments(toolbox, site_url), press, load_audit(root))
    return _SHOWS[key]


def _on_page(
    env: Any, name: str, function: Callable[..., str], toolbox: Toolbox, site_url: str
) -> Callable[..., str]:
    kind = next((kind for kind, spec in PAGE_KINDS.items() if spec.macro == name), None)

    def macro(*arguments: str, **options: str) -> str:
        page = page_of(env)
        if kind and page == f"{kind}/{arguments[0]}.md":
            introduce(env.page, kind, toolbox.records[kind][arguments[0]])
        if name in COMPONENTS:
            env.page.meta["stijl"] = COMPONENTS[name].style
            env.page.meta["scripts"] = scripts_of(COMPONENTS[name])
        return function(*arguments, place=Place(page, site_url), **options)

    return macro


def introduce(page: Any, kind: str, record: Record) -> None:
    """Give a page the title, description and edit link of its record, so that it needs no front matter.

    The theme prints title and description raw, so they are escaped here. Done from inside the macro: all builders
    support that, a callback before the page only two of them.
    """
    page.meta.setdefault("title", str(inert(record.titel)))
    page.meta.setdefault("description", str(inert(record.kort)))
    page.meta.setdefault("soort", kind)
    page.meta.setdefault("record", record.id)
    if not KINDS[kind].contents:
        page.meta.setdefault("hide", ["toc"])
    if getattr(page, "edit_url", None):
        page.edit_url = (
            page.edit_url.replace(f"docs/{kind}/", f"toolbox/{kind}/").removesuffix(".md") + ".yml"
        )


def lock(env: Any) -> None:
    """Swap the open Jinja environment of the macros plugin for a closed one, once a build."""
    if isinstance(env.env, Sandbox):
        return
    safe = Sandbox(undefined=StrictUndefined, comment_start_string="{##", comment_end_string="##}")
    safe.globals.clear()
    safe.filters.clear()
    safe.globals.update(env.macros)
    env._env = safe
    env.variables.clear()
    env.variables["kist"] = (
        True  # never empty: the plugin would then skip every later page and publish {{ … }}
    )


class Sandbox(ImmutableSandboxedEnvironment):
    """Knows our macros and nothing else."""

    def from_string(self, source: Any, *arguments: Any, **options: Any) -> Any:
        """A page as a template. One with plain calls alone is not compiled: that takes longer than the calls themselves."""
        if has_only_macro_calls(source) and all(
            call["macro"] in self.globals for call in CALL.finditer(source)
        ):
            return Page(source, self.globals)
        return super().from_string(source, *arguments, **options)


class Page:
    """The text of a page; `render` answers its calls."""

    def __init__(self, source: str, macros: Any) -> None:
        self.source = source
        self.macros: dict[str, Callable[..., str]] = macros

    def render(self, *_: Any, **__: Any) -> str:
        """The text with the answers in place; Jinja drops the last line end, so this does too."""
        return CALL.sub(
            lambda found: str(self.macros[found["macro"]](*words_of(found))), self.source
        ).removesuffix("\n")
