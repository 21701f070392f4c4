"""The addresses of the site: no page and no heading that was ever published disappears.

links.lock holds every published address, redirects.yml says where a page went: `/oud/: /nieuw/`.
No command removes an address from the lock. A release has a list of its own too, so that addresses
are kept when nobody commits the lock. What is new is never a problem: publishing adds it.
A server does not see the part after #, so an old heading keeps its name in the page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from macros.model import PAGE_KINDS
from macros.model.base import is_id
from macros.model.problems import Problem, ToolboxError, as_id, closest, hint
from macros.model.urls import page_address
from macros.reading.links_lock import id_for
from macros.reading.project import page_names
from macros.reading.yaml import TWO_VERSIONS, Source, decode, parse
from scripts.pipeline.built_site import BuiltSite

LOCK, MOVED = "links.lock", "redirects.yml"
MOST_BYTES = 4 * 1024 * 1024  # of a list that another site sends; far more than ours needs
TIME_LIMIT = 20.0  # seconds for that answer
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
    """The published addresses, in the order of the file; a new project has none."""
    return [line for line in _lines(root / LOCK) if ADDRESS.fullmatch(line)]


def check_lock(root: Path) -> list[Problem]:
    """One problem for the lines that are no address, or for the marks of an unfinished merge."""
    numbered = enumerate(_lines(root / LOCK), 1)
    wrong = [(number, line) for number, line in numbered if line and not ADDRESS.fullmatch(line)]
    if not wrong:
        return []
    number, line = wrong[0]
    if line.startswith("<<<<<<<"):
        return [Problem(LOCK, number, TWO_VERSIONS)]
    more = f" ({len(wrong)} van zulke regels)" if len(wrong) > 1 else ""
    cure = "draai python3 scripts/kist.py links update, dan maak ik de lijst weer goed"
    return [Problem(LOCK, number, f"'{line[:40]}' is geen adres{more}; {cure}")]


def _lines(path: Path) -> list[str]:
    """The lines of a list of addresses, whatever is in it; none when it is not there."""
    if not path.is_file():
        return []
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return [line.strip() for line in text.splitlines()]


def list_of_release(place: str) -> list[str] | None:
    """The addresses of the release in this folder or at this address; None when it has no list."""
    if not re.match("https?://", place):
        return locked(Path(place)) if (Path(place) / LOCK).is_file() else None
    try:
        address = f"{place.rstrip('/')}/{LOCK}"
        with urlopen(address, timeout=TIME_LIMIT) as answer:  # noqa: S310 - http alone comes here
            text = answer.read(MOST_BYTES).decode("utf-8", "replace")
    except (OSError, HTTPException, ValueError):
        return None
    return [line for line in text.splitlines() if ADDRESS.fullmatch(line)]


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
        moved, source = read_moved(root)
    except ToolboxError as error:
        return error.problems
    pages = _pages(root)
    known = {*pages, *_records(root)}
    return [*_useless(moved, source, pages), *_gone(_numbered(root), moved, known)]


def check_release_before(site: BuiltSite, root: Path, before: list[str]) -> list[Problem]:
    """A problem for every address of the release before this one that is gone for its readers."""
    now, moved = addresses(site), read_moved(root)[0]
    pages = {address for address in now if "#" not in address}
    problems = []
    for address in before:
        page, _, place = address.partition("#")
        if address in now or page in moved:
            continue
        cure = _cure_of_place(place) if page in now else _cure_of_page(address, pages)
        problems.append(Problem(LOCK, 1, f"{address} staat nu live en is verdwenen; {cure}"))
    return problems


def check_anchors(site: BuiltSite, root: Path) -> list[Problem]:
    """A problem for every place that is gone from a page, and for a redirect to no such place.

    What cannot be read of lock and redirects is for check_pages.
    """
    try:
        moved, source = read_moved(root)
    except ToolboxError:
        return []
    now, files = addresses(site), _pages(root)
    problems = [
        source.problem((old,), f"{new} is er niet{hint(new, now)}")
        for old, new in moved.items()
        if "#" in new and new not in now
    ]
    for line, address in _numbered(root):
        page, mark, name = address.partition("#")
        if mark and page in now and address not in now:
            file = f"docs/{files[page]}" if page in files else LOCK
            text = f"de plek #{name} is weg, en anderen verwijzen ernaar; {_cure_of_place(name)}"
            at = _line_of_heading(root / file, name) if page in files else line
            problems.append(Problem(file, at, text))
    return problems


def _numbered(root: Path) -> Iterator[tuple[int, str]]:
    """The published addresses with their lines in the lock."""
    for number, line in enumerate(_lines(root / LOCK), 1):
        if ADDRESS.fullmatch(line):
            yield number, line


def _cure_of_place(name: str) -> str:
    return (
        f'zet {{#{name}}} achter de kop die ervoor kwam, of <span id="{name}"></span> in de tekst'
    )


def _cure_of_page(address: str, pages: Collection[str]) -> str:
    page = address.partition("#")[0]
    near = closest(page, pages) or page[: page.rindex("/", 0, -1) + 1]
    return f"zet in {MOVED} waar de lezer heen moet, zoals '{page}: {near}'"


def _line_of_heading(path: Path, name: str) -> int:
    """The line of the heading that looks most like the one of this name; 1 without any."""
    lines = path.read_text("utf-8", "replace").split("\n")
    headings = {as_id(line): n for n, line in enumerate(lines, 1) if line.startswith("#")}
    near = closest(name, headings) or next(iter(headings), "")
    return headings.get(near, 1)


def update(site: BuiltSite, root: Path) -> int:
    """Add what is new in a site that is published; returns how many addresses that were.

    Lines that are no address are left out.
    """
    known = set(locked(root))
    new = addresses(site) - known
    write_list(root / LOCK, known | new)
    return len(new)


def write_list(path: Path, found: Collection[str]) -> None:
    """Write a list of addresses."""
    path.write_text("\n".join(sorted(found)) + "\n", "utf-8", newline="\n")


def _pages(root: Path) -> dict[str, str]:
    """Address -> file of every page in docs/."""
    return {_address(page_address(_meant_name(root, name))): name for name in page_names(root)}


def _meant_name(root: Path, name: str) -> str:
    """The path that a page should have: a wrong name is another problem, with this as its cure."""
    folder, mark, file = name.removesuffix(".md").rpartition("/")
    return f"{folder}{mark}{file if is_id(file) else id_for(root, folder, file)}.md"


def _records(root: Path) -> Iterator[str]:
    """The addresses of records: one without its page is a problem that is said already."""
    for kind in PAGE_KINDS:
        for path in (root / "toolbox" / kind).glob("*.yml"):
            yield _address(f"{kind}/{path.stem}")


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


def _gone(
    published: Iterable[tuple[int, str]], moved: dict[str, str], pages: Collection[str]
) -> Iterator[Problem]:
    for line, address in published:
        if "#" not in address and address not in pages and address not in moved:
            text = f"{address} is verdwenen; {_cure_of_page(address, pages)}"
            yield Problem(LOCK, line, text, target=address.strip("/"))
