"""References to a record or word that is gone: one message for all of them.

A record that was deleted, renamed or moved is missed in every file that refers to it. Each of those
would get a proposal to refer to something else whose name happens to look like it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from macros.model import KINDS, PAGE_KINDS, VOCABULARIES
from macros.model.problems import Problem
from macros.reading.links_lock import has_lock, was_published

Ids = Mapping[str, Collection[str]]  # kind -> ids
WORDS = "toolbox/woordenlijsten/"
MOST_PLACES = 6  # that are named in one message
MANY_FILES = 2  # so many do not make the same typing error


def join_missing(problems: Iterable[Problem], root: Path, ids: Ids) -> Iterator[Problem]:
    """These problems, with one for each record or word that is gone instead of one a reference."""
    by_target: dict[str, list[Problem]] = defaultdict(list)
    problems = list(problems)
    broken = {Path(one.path).stem for one in problems if one.path.startswith(WORDS)}
    for problem in problems:
        vocabulary = problem.target.partition("/")[0]
        if vocabulary in VOCABULARIES and not (root / f"{WORDS}{vocabulary}.yml").is_file():
            text = "dit bestand ontbreekt, en records noemen er woorden uit; zet het terug"
            yield Problem(f"{WORDS}{vocabulary}.yml", 1, text)
        elif vocabulary in VOCABULARIES and vocabulary in broken:
            continue  # its words are not known, so nothing can be said of them
        elif problem.target:
            by_target[problem.target].append(problem)
        else:
            yield problem
    for target, found in by_target.items():
        kind, _, id = target.partition("/")
        if kind in VOCABULARIES and len({problem.path for problem in found}) >= MANY_FILES:
            yield _gone_word(kind, id, found)
        elif kind in KINDS and _is_gone(kind, id, found, root):
            yield _gone_record(kind, id, found, root, ids)
        else:
            yield from {(problem.path, problem.line): problem for problem in found[::-1]}.values()


def _is_gone(kind: str, id: str, found: list[Problem], root: Path) -> bool:
    """Whether this record was there once, so that its id is no typing error."""
    files = {problem.path for problem in found}
    return was_published(root, kind, id) or len(files) >= MANY_FILES


def _page(kind: str, id: str) -> str:
    return f"docs/{kind}/{id}.md"


def _gone_word(kind: str, id: str, found: list[Problem]) -> Problem:
    file = f"{WORDS}{kind}.yml"
    text = f"het woord '{id}' staat hier niet, maar wel in {_places(found)}"
    return Problem(file, 1, f"{text}; zet het hier terug, of vervang het daar", f"{kind}/{id}")


def _gone_record(kind: str, id: str, found: list[Problem], root: Path, ids: Ids) -> Problem:
    """One problem, at the page of the record or at the first reference to it."""
    file, page = f"toolbox/{kind}/{id}.yml", _page(kind, id)
    place = next((problem for problem in found if problem.path == page), min(found))
    others = [problem for problem in found if problem.path != page]
    where = f"; het wordt genoemd in {_places(others)}" if others else ""
    both = "de pagina en de verwijzingen" if place.path == page else "de verwijzingen"
    advice = f"zet {file} terug, of haal {both if others else 'de pagina'} weg"
    if renamed := _new_name(kind, id, ids, root):
        advice = f"heet het nu '{renamed}', schrijf dat dan overal; zo niet, {advice}"
    text = f"{file} is weg of hernoemd{where}; {advice}{_redirect(kind, id, renamed, root)}"
    return replace(place, text=text)


def _new_name(kind: str, id: str, ids: Ids, root: Path) -> str:
    """The one id of this kind that was never published; '' when there is none, or more."""
    if not has_lock(root) or not was_published(root, kind, id):
        return ""
    new = [one for one in ids.get(kind, ()) if not was_published(root, kind, one)]
    return new[0] if len(new) == 1 else ""


def _redirect(kind: str, id: str, renamed: str, root: Path) -> str:
    if kind not in PAGE_KINDS or not was_published(root, kind, id):
        return ""
    if renamed:
        return f". Zet bij een nieuwe naam ook in redirects.yml '/{kind}/{id}/: /{kind}/{renamed}/'"
    return f". Blijft het weg, zet dan in redirects.yml '/{kind}/{id}/: /{kind}/'"


def _places(found: list[Problem]) -> str:
    """File and line of each reference, as far as a message has room for them."""
    places = list(dict.fromkeys(f"{problem.path}:{problem.line}" for problem in sorted(found)))
    left = len(places) - MOST_PLACES
    shown = ", ".join(places[:MOST_PLACES])
    return f"{shown} en nog {left}" if left > 0 else shown
