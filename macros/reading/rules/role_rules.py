"""Tips for the roles on a sheet: the same few names everywhere, each explained on the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.model import Toolbox
from macros.model.problems import Problem, as_id, hint
from macros.reading.language import Text, text_problem


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
