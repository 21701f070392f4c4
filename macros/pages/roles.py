"""What pages tell of roles beyond the record of each: from both ends, and by job and sheet."""

from __future__ import annotations

from macros.model import Toolbox
from macros.model.instrument import Instrument
from macros.model.problems import as_id
from macros.model.verhalen import Rol

Because = tuple[Rol, str]  # a role, and why


def clashes(role: Rol, toolbox: Toolbox) -> list[Because]:
    """The roles that this one does not go with, each with its reason.

    It is written at one of the two, and holds for both.
    """
    found = [(toolbox.rollen[one.rol], one.want) for one in role.botst]
    for other in toolbox.rollen.values():
        found += [(other, one.want) for one in other.botst if one.rol == role.id]
    return sorted(found, key=lambda pair: pair[0].titel)


def roles_by_job(toolbox: Toolbox) -> list[tuple[str, list[Because]]]:
    """Each job with its roles and reasons, in alphabetical order."""
    jobs: dict[str, list[Because]] = {}
    for role in toolbox.rollen.values():
        for job in role.functies:
            jobs.setdefault(job.naam, []).append((role, job.want))
    return sorted(jobs.items(), key=lambda pair: pair[0].lower())


def sheets_of(role: Rol, toolbox: Toolbox) -> list[Instrument]:
    """The instruments that give this role a task on their sheet."""
    name = as_id(role.titel)
    return [
        record
        for record in toolbox.instrumenten.values()
        if name in {as_id(task.rol) for task in record.rollen}
    ]
