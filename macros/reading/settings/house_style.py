"""The colours and the logo of the site in mkdocs.yml: those that nobody could read are refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.model.colours import HEX, darker, readable
from macros.model.problems import Problem, hint
from macros.reading.settings.site_settings import (
    COLOUR_NAMES,
    FILE,
    LOGO,
    line_of,
    read_settings,
    read_site,
)

PICTURES = (".svg", ".png", ".webp")
FORM = "schrijf een kleur als # met zes cijfers of letters a tot f, tussen aanhalingstekens"


def check_house_style(root: Path) -> Iterator[Problem]:
    """Problems of colours and logo."""
    extra = read_settings(root).get("extra")
    chosen = (extra.get("kleuren") if isinstance(extra, dict) else None) or {}
    line = line_of(root, "kleuren")
    if not isinstance(chosen, dict):
        yield Problem(FILE, line, 'kleuren: schrijf {eerste: "#0b4f6c", tweede: "#a84300"}')
        return
    for name, value in chosen.items():
        if fault := _fault_of_colour(str(name), value):
            yield Problem(FILE, line, f"kleuren: {fault}")
    yield from _check_logo(root)


def _fault_of_colour(name: str, value: object) -> str:
    if name not in COLOUR_NAMES:
        instead = hint(name, COLOUR_NAMES) or f"; kies uit {' en '.join(COLOUR_NAMES)}"
        return f"'{name}' is geen kleur van de site{instead}"
    if not HEX.fullmatch(str(value)):
        return f"{name} is {'leeg' if value is None else repr(value)}; {FORM}"
    if not readable(str(value).lower()):
        proposal = f"neem een donkerder kleur, zoals '{darker(str(value).lower())}'"
        return f"{name}: '{value}' is niet goed te lezen op een lichte achtergrond; {proposal}"
    return ""


def _check_logo(root: Path) -> Iterator[Problem]:
    logo = read_site(root).logo
    if logo == LOGO and not (root / FILE).is_file():
        return
    path, line = root / "docs" / logo, line_of(root, "logo")
    if not path.resolve().is_relative_to((root / "docs").resolve()) or not path.is_file():
        yield Problem(FILE, line, f"logo: docs/{logo} is er niet; zet het bestand daar neer")
    elif path.suffix not in PICTURES:
        allowed = ", ".join(PICTURES)
        yield Problem(FILE, line, f"logo: docs/{logo} is geen plaatje; neem er een van {allowed}")
