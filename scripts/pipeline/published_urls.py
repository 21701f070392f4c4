"""The addresses of the site: no page and no heading that was ever published disappears.

links.lock holds every published address, redirects.yml says where a page went: `/oud/: /nieuw/`.
No command removes anything from the lock.
A server does not see the part after #, so an old heading keeps its name in the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from macros.model.problems import Problem, ToolboxError, as_id, closest, hint
from macros.model.urls import page_address
from macros.reading.project import page_names
from macros.reading.yaml import Source, decode, parse
from scripts.pipeline.built_site import BuiltSite

LOCK, MOVED = "links.lock", "redirects.yml"
MOST_BYTES = 4 * 1024 * 1024  # far more than any site of ours needs
# Headings and places that a record names; fields of a form have ids too, but nobody links to them.
ANCHORED = re.compile(r'<(?:h[2-6]|li|div|dt|tr|section|figure|span)\s(?:[^>]*\s)?id="([^">]+)"')
ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)
ADDRESS = re.compile(r"/([a-z0-9-]+/)*(#[\w-]+)?")

NO_ADDRESS = "dit is geen adres zoals /fasen/delen/; haal de regel weg, of zet terug wat er stond"


def addresses(site: BuiltSite) -> set[str]:
    """Every page of a built site and every place in it: /begrippen/ and /begrippen/#achterban."""
    found = set()
    for name, text in site.pages.items():
        folder, _, file = name.rpartition("/")
        if file == "index.html" and '<meta http-equiv="refresh"' not in text:
            page, article = _address(folder), ARTICLE.search(text)
            places = ANCHORED.findall(article[0] if article else "")
            found |= {page, *(f"{page}#{place}" for place in places)}
    return found


def locked(root: Path) -> list[str]:
    """The published addresses, in the order of the file; a new project has none.

    Raises ToolboxError for lines that are no address.
    """
    path = root / LOCK
    if not path.is_file():
        return []
    lines = decode(path.read_bytes(), LOCK, MOST_BYTES).splitlines()
    wrong = [number for number, line in enumerate(lines, 1) if not ADDRESS.fullmatch(line)]
    if wrong:
        text = f"{NO_ADDRESS} ({len(wrong)} van zulke regels)" if len(wrong) > 1 else NO_ADDRESS
        raise ToolboxError([Problem(LOCK, wrong[0], text)])
    return lines


def read_moved(root: Path) -> tuple[dict[str, str], Source]:
    """Old address -> new address; ToolboxError for what is not an address."""
    path = root / MOVED
    if not path.is_file():
        return {}, Source(MOVED, {})
    moved, source = parse(decode(path.read_bytes(), MOVED), MOVED)
    text = "schrijf het als '/oud/: /nieuw/', met een / aan het begin en aan het eind"
    problems = [
        source.problem((old,), f"{old}: {text}")
        for old, new in moved.items()
        if "#" in old or not _are_addresses(old, new)
    ]
    if problems:
        raise ToolboxError(problems)
    return moved, source


def check_pages(root: Path) -> list[Problem]:
    """A problem for every page that is gone without a redirect, and for every useless redirect."""
    try:
        (moved, source), published = read_moved(root), locked(root)
    except ToolboxError as error:
        return error.problems
    pages = _pages(root)
    return [*_useless(moved, source, pages), *_gone(published, moved, pages)]


def check_new(root: Path) -> list[Problem]:
    """A problem for every page that is not in the lock: once published it could vanish unseen.

    A new project has no lock yet. What is wrong in the lock itself is for check_pages.
    """
    text = (
        f"staat nog niet in {LOCK}; draai python3 scripts/kist.py links update en stuur {LOCK} mee"
    )
    known = set(locked(root))
    return [
        Problem(f"docs/{name}", 1, f"{address} {text}")
        for address, name in _pages(root).items()
        if known and address not in known
    ]


def check_anchors(site: BuiltSite, root: Path) -> list[Problem]:
    """A problem for every place that is gone from a page, and for a redirect to no such place.

    What cannot be read of lock and redirects is for check_pages.
    """
    try:
        (moved, source), published = read_moved(root), locked(root)
    except ToolboxError:
        return []
    now, files = addresses(site), _pages(root)
    problems = [
        source.problem((old,), f"{new} is er niet{hint(new, now)}")
        for old, new in moved.items()
        if "#" in new and new not in now
    ]
    for address in published:
        page, mark, name = address.partition("#")
        if mark and page in now and address not in now:
            file = f"docs/{files[page]}" if page in files else LOCK
            text = (
                f"de plek #{name} is weg, en anderen verwijzen ernaar; zet {{#{name}}} achter de"
                f' kop die ervoor kwam, of <span id="{name}"></span> in de tekst'
            )
            problems.append(Problem(file, _line_of_heading(root / file, name), text))
    return problems


def _line_of_heading(path: Path, name: str) -> int:
    """The line of the heading that looks most like the one of this name; 1 without any."""
    lines = path.read_text("utf-8", "replace").split("\n")
    headings = {as_id(line): n for n, line in enumerate(lines, 1) if line.startswith("#")}
    near = closest(name, headings) or next(iter(headings), "")
    return headings.get(near, 1)


def update(site: BuiltSite, root: Path) -> int:
    """Add what is new in a site that is published; returns how many addresses that were."""
    known = set(locked(root))
    new = addresses(site) - known
    (root / LOCK).write_text("\n".join(sorted(known | new)) + "\n", "utf-8")
    return len(new)


def _pages(root: Path) -> dict[str, str]:
    """Address -> file of every page in docs/."""
    return {_address(page_address(name)): name for name in page_names(root)}


def _address(folder: str) -> str:
    return "/" if not folder else f"/{folder}/"


def _are_addresses(*texts: object) -> bool:
    return all(isinstance(text, str) and ADDRESS.fullmatch(text) for text in texts)


def _useless(moved: dict[str, str], source: Source, pages: Collection[str]) -> Iterator[Problem]:
    for old, new in moved.items():
        page = new.partition("#")[0]
        if old in pages:
            yield source.problem((old,), f"{old} bestaat nog; haal deze regel weg")
        if page not in pages:
            yield source.problem(
                (old,), f"{page} is geen pagina{hint(page, pages) or '; kies een pagina die er is'}"
            )


def _gone(lines: list[str], moved: dict[str, str], pages: Collection[str]) -> Iterator[Problem]:
    for line, address in enumerate(lines, 1):
        if "#" not in address and address not in pages and address not in moved:
            near = closest(address, pages) or address[: address.rindex("/", 0, -1) + 1]
            yield Problem(
                LOCK,
                line,
                f"{address} is verdwenen; zet in {MOVED} waar de lezer heen moet, "
                f"zoals '{address}: {near}'",
                target=address.strip("/"),
            )
