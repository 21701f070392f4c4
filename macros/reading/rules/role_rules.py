"""Roles: the ten say what they may decide; a sheet calls a role by the name that is explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.model import Toolbox
from macros.model.problems import Problem, as_id, hint
from macros.model.urls import record_file
from macros.model.verhalen import THE_TEN
from macros.reading.language import Text, text_problem
from macros.reading.rules.record_rules import is_unfilled


def check_mandates(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A problem for each of the ten without a mandate, or without what it leaves to others."""
    for id, role in toolbox.rollen.items():
        if role.groep != THE_TEN or is_unfilled(role) or (role.mag and role.mag_niet):
            continue
        missing, group = "mag_niet" if role.mag else "mag", f"groep: {role.groep}"
        text = f"{missing}: verplicht bij groep samenwerking; schrijf het mandaat op"
        yield text_problem(Text(record_file("rollen", id), group), group, root, text)


def advise_roles(toolbox: Toolbox, root: Path) -> Iterator[Problem]:
    """A tip for each role of a sheet that is no record of rollen and no word of gespreksrollen."""
    names = [*toolbox.titles("rollen").values(), *toolbox.titles("gespreksrollen").values()]
    known = {as_id(name) for name in names}
    for id, record in toolbox.instrumenten.items():
        for role in record.rollen:
            if as_id(role.rol) not in known:
                text = (
                    f"rollen: '{role.naam}' is geen rol; kies een titel uit toolbox/rollen, of een"
                    f" woord uit toolbox/woordenlijsten/gespreksrollen.yml{hint(role.rol, names)}"
                )
                path = f"toolbox/instrumenten/{id}.yml"
                yield text_problem(Text(path, role.naam), role.naam, root, text)
