"""Print all that the site offers, on all cores, and say in Dutch what does not fit."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros.model import Toolbox
from macros.model.problems import Problem
from macros.model.urls import site_address
from macros.paper.documents import Werk, Works
from macros.paper.pdf import EMOJI, Druk, Press, UnprintableError
from macros.paper.typst_input import check_fit, free_mm

STORE = ".cache/papier"
PAPER = os.environ.get("KIST_PDF") != "nee"  # without, to measure the pages alone
SIGN = re.compile(r'the text `"(.+?)"`')


def press_of(root: Path) -> Press:
    """The press of a project; it keeps its work beside the project, outside the site."""
    return Press(root / STORE)


def check_paper(toolbox: Toolbox, root: Path) -> list[Problem]:
    """A fault for everything that does not fit on its paper or cannot be printed."""
    works, press = Works(toolbox, site_address(root)), press_of(root)
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Typst works outside the lock of Python
        found = pool.map(lambda werk: list(_judge(werk, works, press, root)), works.all())
    return list(dict.fromkeys(problem for problems in found for problem in problems))


def free_rooms(toolbox: Toolbox, root: Path) -> dict[str, float]:
    """Address of a sheet of one page -> millimetres that are still free on it."""
    works, press = Works(toolbox, site_address(root)), press_of(root)
    return {
        blad.adres: free_mm(_printed(works.sheet(blad), press))
        for blad in works.bladen.all()
        if not blad.lang
    }


def publish(works: Works, press: Press, site: Path) -> None:
    """Put every PDF in its place in the built site; the press then forgets what the site no longer needs."""
    used = []
    for werk in works.all():
        target = site / werk.bestand
        target.parent.mkdir(parents=True, exist_ok=True)
        used.append(_printed(werk, press).path)
        shutil.copyfile(used[-1], target)
    press.prune(used)


def _printed(werk: Werk, press: Press) -> Druk:
    return press.print(werk.template, werk.order, werk.dag)


def _judge(werk: Werk, works: Works, press: Press, root: Path) -> Iterator[Problem]:
    try:
        druk = _printed(werk, press)
    except UnprintableError as error:
        yield _unprintable(werk, str(error), works.toolbox, root)
        return
    if werk.blad is not None:
        path = f"toolbox/{werk.blad.adres}.yml"
        yield from check_fit(werk.blad, druk, path, (root / path).read_text("utf-8-sig"))
    elif werk.soort != "bundel":  # the sheets of a bundle are judged one by one
        yield from (
            _too_full(maat.naam, -maat.vrij, werk, works.toolbox)
            for maat in druk.maten
            if maat.vrij < 0
        )


def _too_full(name: str, short: float, werk: Werk, toolbox: Toolbox) -> Problem:
    """A card, wall sheet or part of a poster; it is known by its title (without emoji, as it was printed) or id."""
    named = (
        (kind, record)
        for kind, record in toolbox.all()
        if name in (EMOJI.sub("", record.titel), f"{record.id}-invulblad")
    )
    path = next(
        (f"toolbox/{kind}/{record.id}.yml" for kind, record in named), f"toolbox/{werk.bestand}"
    )
    return Problem(path, 1, f"past niet op {werk.titel} ({short:.0f} mm te vol); kort de tekst in")


def _unprintable(werk: Werk, complaint: str, toolbox: Toolbox, root: Path) -> Problem:
    found = SIGN.search(complaint)
    if found is None:
        return Problem(f"toolbox/{werk.bestand}", 1, f"kan niet gedrukt worden: {complaint}")
    text = f"het teken '{found[1]}' staat niet in het lettertype van het papier; schrijf het in letters"
    own = [f"toolbox/{werk.blad.adres}.yml"] if werk.blad else []
    for path in (*own, *(f"toolbox/{kind}/{record.id}.yml" for kind, record in toolbox.all())):
        written = (root / path).read_text("utf-8-sig")
        if found[1] in written:
            return Problem(path, written.count("\n", 0, written.index(found[1])) + 1, text)
    return Problem(f"toolbox/{werk.bestand}", 1, text)
