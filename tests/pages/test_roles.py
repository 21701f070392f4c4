"""Roles from both ends: clashes, jobs and sheets, and the tables that lay them side by side."""

from __future__ import annotations

from macros.model import Toolbox
from macros.model.verhalen import THE_TEN
from macros.pages.macro_functions import PageMacros
from macros.pages.render import Place
from macros.pages.roles import clashes, roles_by_job, sheets_of
from macros.paper.documents import PdfDocuments

SITE = "https://x.example/"


def shown(toolbox: Toolbox, macro: str) -> str:
    pages = PageMacros(PdfDocuments(toolbox, SITE))
    return str(getattr(pages, macro)(Place("rollen/index.md", SITE)))


def test_a_clash_is_written_once_and_told_by_both(real: Toolbox) -> None:
    for role in real.rollen.values():
        for one in role.botst:
            other = real.rollen[one.rol]
            assert (other, one.want) in clashes(role, real)
            assert (role, one.want) in clashes(other, real)


def test_a_job_leads_to_each_of_its_roles(real: Toolbox) -> None:
    jobs = dict(roles_by_job(real))
    for role in real.rollen.values():
        for job in role.functies:
            assert (role, job.want) in jobs[job.naam]
            assert job.naam in shown(real, "functietabel")


def test_a_role_finds_the_sheets_on_which_it_has_a_task(real: Toolbox) -> None:
    """Also where each party has one of its own: 'Beslisser per partij'."""
    decides = sheets_of(real.rollen["beslisser"], real)
    assert real.instrumenten["opdracht-begeleider"] in decides
    assert real.instrumenten["keetgesprek"] not in decides


def test_the_table_holds_the_ten_with_what_they_decide(real: Toolbox) -> None:
    table = shown(real, "rollentabel")
    for role in real.rollen.values():
        assert (f'{role.id}/"' in table) or role.groep != THE_TEN
        assert role.groep != THE_TEN or role.titel in table
