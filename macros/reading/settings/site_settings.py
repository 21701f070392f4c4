"""The address, name, colours and logo of the site, read from mkdocs.yml as MkDocs reads them.

MkDocs itself is not imported: `check`, `new` and the tests know the site without the generator.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from macros.model.colours import HEX, STANDARD, Colours
from macros.model.problems import Problem, ToolboxError
from macros.model.urls import page_address
from macros.reading.yaml import Loader, check_conflict

FILE = "mkdocs.yml"
NO_ADDRESS = "https://example.org/"  # reserved by RFC 2606, so it is nobody's site
NO_NAME = "Site zonder naam"
LOGO = "assets/beeld/merk.svg"
COLOUR_NAMES = ("eerste", "tweede")  # of extra.kleuren


@dataclass(frozen=True)
class SiteSettings:
    """What paper and data need to know of the site; `url` ends with a slash."""

    url: str = NO_ADDRESS
    name: str = NO_NAME
    colours: Colours = STANDARD
    logo: str = LOGO  # path under docs/
    parts: tuple[tuple[str, str], ...] = ()  # address -> what readers call that part of the site


NO_SITE = SiteSettings()


class _Loader(Loader):
    """Fills in !ENV as MkDocs does; any other tag, such as !!python/name, gives None."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("", lambda *_: None)


def read_site(root: Path) -> SiteSettings:
    """The settings of the project in this folder; placeholders for what mkdocs.yml leaves out.

    Raises ToolboxError when mkdocs.yml is no valid YAML.
    """
    settings = read_settings(root)
    name = str(settings.get("site_name") or NO_NAME)
    theme = settings.get("theme")
    logo = str((theme.get("logo") if isinstance(theme, dict) else None) or LOGO)
    url, parts = site_address(settings.get("site_url")), tuple(part_names(settings).items())
    return SiteSettings(url, name, colours_of(settings), logo, parts)


def part_names(settings: Mapping[str, Any]) -> dict[str, str]:
    """The address of each part of `nav` that has a name -> that name; of nothing else."""
    nav = settings.get("nav")
    parts = [part for part in nav if isinstance(part, dict)] if isinstance(nav, list) else []
    return {page_address(first_page(part)): str(next(iter(part))) for part in parts if part}


def first_page(part: object) -> str:
    """The page with which a part of `nav` opens; a part is a file, or a title with one or more."""
    if isinstance(part, dict):
        return first_page(next(iter(part.values())))
    return first_page(part[0]) if isinstance(part, list) else str(part)


def colours_of(settings: Mapping[str, Any]) -> Colours:
    """The colours of the site; the standard ones in the place of what is no colour."""
    extra = settings.get("extra")
    chosen = (extra.get("kleuren") if isinstance(extra, dict) else None) or {}
    given = [chosen.get(name) if isinstance(chosen, dict) else None for name in COLOUR_NAMES]
    standard = (STANDARD.first, STANDARD.second)
    first, second = (
        str(value).lower() if HEX.fullmatch(str(value)) else instead
        for value, instead in zip(given, standard, strict=True)
    )
    return Colours(first, second)


def site_address(site_url: object) -> str:
    """The value of `site_url` with a slash at the end; a placeholder when it is empty."""
    return str(site_url or NO_ADDRESS).rstrip("/") + "/"


def read_settings(root: Path) -> dict[str, Any]:
    """All of mkdocs.yml, nothing in a folder without one; raises ToolboxError as read_site does."""
    path = root / FILE
    return _load(path.read_text("utf-8")) if path.is_file() else {}


def line_of(root: Path, name: str) -> int:
    """The line of mkdocs.yml on which a setting begins, the outermost one; 1 when it has none."""
    path = root / FILE
    lines = path.read_text("utf-8").split("\n") if path.is_file() else []
    found = [(line, number) for number, line in enumerate(lines, 1)]
    named = [pair for pair in found if pair[0].lstrip().startswith(f"{name}:")]
    return min(named, key=lambda pair: len(pair[0]) - len(pair[0].lstrip()), default=("", 1))[1]


def _load(text: str) -> dict[str, Any]:
    check_conflict(text, FILE)
    try:
        settings = yaml.load(text, _Loader)  # noqa: S506 - a safe loader, with more tags
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = Problem(FILE, line, "zo niet te lezen; zet terug wat hier veranderd is")
        raise ToolboxError([problem]) from None
    return settings if isinstance(settings, dict) else {}
