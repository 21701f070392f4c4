"""Connects the macros to the page and the configuration of the generator.

Works with every generator that offers the API of mkdocs-macros; imports nothing of MkDocs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.feeds.open_data import OpenData
from macros.feeds.sheet_scripts import write_sheet_scripts
from macros.feeds.web_manifest import write_web_manifest
from macros.feeds.well_known import write_robots
from macros.model import KINDS, PAGE_KINDS, Record, Toolbox
from macros.model.components import (
    COMPONENTS,
    SEARCH,
    fetched_scripts,
    marked_scripts,
    scripts_of,
    scripts_of_every_page,
)
from macros.model.problems import Problem, ToolboxError
from macros.model.urls import page_address, record_file
from macros.pages.audit_report import load_audit
from macros.pages.code_host import CodeHost, edit_template
from macros.pages.doors import Doors
from macros.pages.glossary_links import explain_terms
from macros.pages.macro_functions import PageMacros, functions
from macros.pages.render import Place, escape_value
from macros.paper.documents import PdfDocuments
from macros.paper.pdf import DraftPrinter, PdfPrinter, Printer
from macros.paper.print_all import pdfs_wanted, printer_of, write_pdfs
from macros.paper.social_card import write_social_card
from macros.reading.markdown_files import CALL, has_only_macro_calls, words_of
from macros.reading.project import inspect_project, open_toolbox
from macros.reading.settings.site_settings import SiteSettings, read_site, site_address
from macros.reading.thin_pages import write_missing_pages
from macros.search.catalogue import write_search
from macros.search.soft_hyphens import soft_hyphens

Macro = Callable[..., str]
TITLE = re.compile(r"^# +(.+?)(?: *\{.*)?$", re.MULTILINE)  # of a page without a record
# Toolbox (by its id) and the settings of the site -> its macros
_PAGE_MACROS: dict[tuple[int, SiteSettings], PageMacros] = {}


class SourceFile(Protocol):
    """The file of a page; `src_uri` is its path under docs/."""

    src_uri: str


class GeneratorPage(Protocol):
    """What we use of a page of MkDocs. A page of Zensical has `path` instead of `file`."""

    meta: dict[str, Any]
    edit_url: str | None
    file: SourceFile


class MacrosPlugin(Protocol):
    """What we use of the macros plugin, which its callbacks receive as `env`.

    `toolbox` and `page_macros` are added by `register`.
    """

    conf: Mapping[str, Any]
    page: GeneratorPage
    markdown: str
    macros: dict[str, Macro]
    variables: dict[str, object]
    toolbox: Toolbox
    page_macros: PageMacros

    @property
    def env(self) -> Environment:
        """The Jinja environment that renders pages."""

    def macro(self, function: Macro, name: str) -> object:
        """Offer a function to pages under this name."""


def register(env: MacrosPlugin, root: Path) -> None:
    """Offer every macro to the pages of the project in this folder.

    Raises ToolboxError with every problem of the project; a draft is made as far as it can be.
    """
    write_missing_pages(root)  # the generator collects the files of docs/ after this
    draft = inspect_project(root).toolbox if is_draft(env) else None
    env.toolbox = draft or open_toolbox(root)
    printer = DraftPrinter() if is_draft(env) else printer_of(root) if pdfs_wanted() else None
    site = replace(read_site(root), url=site_url_of(env), name=str(env.conf["site_name"]))
    # The theme finds the colours that are in use, also when the project names none.
    env.conf["extra"]["scripts"] = scripts_of_every_page()
    env.conf["extra"]["marked_scripts"] = marked_scripts()
    env.conf["extra"]["search_scripts"] = fetched_scripts(SEARCH)
    env.conf["extra"]["kleuren"] = {"eerste": site.colours.first, "tweede": site.colours.second}
    doors = doors_of(env, os.environ)
    env.page_macros = page_macros_of(env.toolbox, site, root, printer, doors)
    _add_macros(env)


def _add_macros(env: MacrosPlugin) -> None:
    for name, function in functions(env.page_macros).items():
        env.macro(_on_page(env, name, function), name)


def is_draft(env: MacrosPlugin) -> bool:
    """Whether the site is made only to be checked, whatever is wrong in its sources."""
    return bool(env.conf["extra"].get("draft"))


def doors_of(env: MacrosPlugin, settings: Mapping[str, str]) -> Doors:
    """The ways to change something of this site; ToolboxError for a setting that leads nowhere."""
    try:
        template = edit_template(settings)
    except ValueError as error:
        raise ToolboxError([Problem("mkdocs.yml", 1, str(error))]) from None
    return Doors(CodeHost(template), str(env.conf["extra"].get("contact") or ""))


def site_url_of(env: MacrosPlugin) -> str:
    """The address of the site, with a slash at the end."""
    return site_address(env.conf["site_url"])


def explain(env: MacrosPlugin) -> str:
    """The text of the current page, with its terms explained."""
    return explain_terms(env.markdown, env.toolbox, Place(page_of(env), str(env.conf["site_url"])))


def page_of(env: MacrosPlugin) -> str:
    """The path under docs/ of the current page."""
    return str(getattr(env.page, "path", None) or env.page.file.src_uri)  # Zensical, MkDocs


def complete(env: MacrosPlugin, root: Path) -> None:
    """Write what is no page into the built site, such as PDFs, search and open data."""
    site = Path(env.conf["site_dir"])
    macros, site_url = env.page_macros, site_url_of(env)
    newest = macros.documents.toolbox.newest
    if isinstance(macros.printer, PdfPrinter):
        write_pdfs(macros.documents, macros.printer, site)
        write_social_card(env.toolbox, root, site)
    write_theme_layer(site)
    write_colours(macros.renderer.site, site)
    write_web_manifest(macros.renderer.site, root, site)
    write_search(env.toolbox, root, site)
    write_sheet_scripts(macros, site)
    OpenData(env.toolbox, env.conf["site_name"], site_url, newest).write(site)
    write_robots(site, site_url, newest, str(env.conf["extra"].get("contact") or ""))


def write_theme_layer(site: Path) -> None:
    """Write the sheet that loads the styles of the theme in a cascade layer.

    Any rule outside the layer, so any rule of ours, then wins from any rule of the theme.
    """
    sheets = sorted((site / "assets/stylesheets").glob("*.css"))  # main before palette
    imports = (f'@import "../stylesheets/{sheet.name}" layer(theme);\n' for sheet in sheets)
    (site / "assets/css/thema.css").write_text("".join(imports), "utf-8")


def write_colours(settings: SiteSettings, site: Path) -> None:
    """Write the sheet with the colours of the site, and give the logo the same."""
    (site / "assets/css/kleuren.css").write_text(settings.colours.style(), "utf-8")
    logo = site / settings.logo
    if logo.suffix == ".svg" and logo.is_file():
        logo.write_text(settings.colours.painted(logo.read_text("utf-8")), "utf-8")


def replace_toolbox(env: MacrosPlugin, toolbox: Toolbox) -> None:
    """Let the macros use this toolbox from now on; its relations are those of the last one."""
    env.toolbox, env.page_macros = toolbox, env.page_macros.with_toolbox(toolbox)
    _add_macros(env)
    env.env.globals.update(env.macros)


def page_macros_of(
    toolbox: Toolbox, site: SiteSettings, root: Path, printer: Printer | None, doors: Doors
) -> PageMacros:
    """The macros for a toolbox, made once: Zensical registers them again for every page."""
    key = id(toolbox), site
    if key not in _PAGE_MACROS:
        documents = PdfDocuments(toolbox, site.url)
        _PAGE_MACROS.clear()
        plain = PageMacros(documents, printer, load_audit(root), site=site, doors=doors)
        _PAGE_MACROS[key] = plain.with_hyphens(soft_hyphens(toolbox))
    return _PAGE_MACROS[key]


def _on_page(env: MacrosPlugin, name: str, function: Macro) -> Macro:
    """A macro as pages call it; it also sets the metadata of the current page."""
    kind = next((kind for kind, spec in PAGE_KINDS.items() if spec.macro == name), None)
    toolbox, site_url = env.toolbox, site_url_of(env)

    def macro(*arguments: str, **options: str) -> str:
        page = page_of(env)
        if kind and page == f"{kind}/{arguments[0]}.md":
            set_metadata(env.page, kind, toolbox.records[kind][arguments[0]])
        if name in COMPONENTS:
            component = COMPONENTS[name]
            env.page.meta["stijl"] = component.style
            env.page.meta["stijl_straks"] = component.late_style
            env.page.meta["scripts"] = scripts_of(component)
        return function(*arguments, place=Place(page, site_url), **options)

    return macro


def set_metadata(page: GeneratorPage, kind: str, record: Record) -> None:
    """Give a page the title and description of its record; front matter goes first.

    The theme prints title and description as they are, so they are escaped here. A macro does this,
    since all builders run macros; only two of them offer a callback before the page.
    """
    page.meta.setdefault("title", str(escape_value(record.titel)))
    page.meta.setdefault("description", str(escape_value(record.kort)))
    page.meta.setdefault("soort", kind)
    page.meta.setdefault("record", record.id)
    if not KINDS[kind].contents:
        page.meta.setdefault("hide", ["toc"])


def open_doors(env: MacrosPlugin) -> None:
    """Give the current page its links to the files that hold its words, and to report a fault.

    A page without words of its own needs no link to its file. The theme prints links as they are.
    """
    page, doors = page_of(env), env.page_macros.doors
    kind, _, id = page_address(page).partition("/")
    record = env.toolbox.records.get(kind, {}).get(id)
    heading = TITLE.search(env.markdown)
    title = record.titel if record else heading[1] if heading else env.conf["site_name"]
    links = {"melden": doors.report(title, Place(page, site_url_of(env)).here)}
    links["gegevens"] = doors.host.edit(record_file(kind, id)) if record else ""
    env.page.meta.update((key, str(escape_value(link))) for key, link in links.items() if link)
    has_words = not record or CALL.sub("", env.markdown).strip()
    file = doors.host.edit(f"docs/{page}") if has_words else ""
    env.page.edit_url = str(escape_value(file)) or None


def use_sandbox(env: MacrosPlugin) -> None:
    """Replace the open Jinja environment of the macros plugin by a sandbox, once a build."""
    if isinstance(env.env, Sandbox):
        return
    kind = Draft if is_draft(env) else Sandbox
    sandbox = kind(undefined=StrictUndefined, comment_start_string="{##", comment_end_string="##}")
    sandbox.globals.clear()
    sandbox.filters.clear()
    sandbox.globals.update(env.macros)
    vars(env)["_env"] = sandbox  # the plugin offers no other way to set it
    env.variables.clear()
    # Without variables the plugin would skip every later page and publish {{ … }}
    env.variables["kist"] = True


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which pages find our macros and nothing else."""

    # Untyped, as Jinja has many forms of it
    def from_string(self, source: Any, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        """A page as a template.

        A page with only macro calls is not compiled: that takes longer than the calls themselves.
        """
        if has_only_macro_calls(source) and self._knows_all(source):
            return CallTemplate(source, self.globals)
        return super().from_string(source, *arguments, **options)

    def _knows_all(self, source: str) -> bool:
        return all(call["macro"] in self.globals for call in CALL.finditer(source))


class Draft(Sandbox):
    """Renders only macro calls; a call that cannot be answered gives nothing.

    What is wrong with such calls is said when the sources are read.
    """

    def from_string(self, source: Any, *_: Any, **__: Any) -> Any:  # noqa: ANN401 - as in Jinja
        """A page as a template."""
        return DraftTemplate(source, self.globals)


class CallTemplate:
    """A page with only macro calls, for use as a Jinja template."""

    def __init__(self, source: str, macros: Mapping[str, Any]) -> None:
        self.source = source
        self.macros = macros

    def render(self, *_: object, **__: object) -> str:
        """The page with the results of its calls, without its last line end, as Jinja gives it."""
        return CALL.sub(self._result, self.source).removesuffix("\n")

    def _result(self, call: re.Match[str]) -> str:
        return str(self.macros[call["macro"]](*words_of(call)))


class DraftTemplate(CallTemplate):
    """A page of a draft."""

    def _result(self, call: re.Match[str]) -> str:
        try:
            return super()._result(call)
        except (KeyError, TypeError):  # no such macro or record, or other arguments
            return ""
