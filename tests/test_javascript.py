"""The scripts without a page: their types, and the parts that only reckon."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright._impl._driver import compute_driver_executable

from macros.model import KINDS, Toolbox
from macros.model.components import SEARCH, fetched_scripts
from macros.pages.facets import facets
from macros.pages.record_template import record_text
from macros.search.catalogue import FEATURES, catalogue, full_text, page_entries, record_entries
from tests.conftest import ROOT
from tests.helpers import draaiboeken, finder, orakel
from tests.helpers.cases import daily
from tests.helpers.project import LONGEST

NODE = Path(compute_driver_executable()[0])  # comes with the package that drives the browsers
CACHE = ROOT / ".cache" / "npm"
MOST_ANY = 5
NAMES = ["", "Bouw B.V.", "=1+1", "Ørsted ~ 40%", "a.b~c", "👷🏽‍♀️ keet", "naam met spaties"]
Cases = dict[str, Any]


def _results(_: Toolbox) -> Cases:
    seed = random.Random(9)  # noqa: S311
    answers = [
        [seed.randrange(7) for _ in range(length)]
        for length in (seed.randint(1, 40) for _ in range(1000))
    ]
    return {
        "results": [{"answers": given, "name": seed.choice(NAMES)} for given in answers],
        "codes": [{"answers": given, "code": orakel.code("x", given)} for given in answers],
        "older": orakel.code("x", [1, 2, 3, 4, 5]),
    }


def _numbers(_: Toolbox) -> Cases:
    scores = [Fraction(a, b) for b in range(1, 41) for a in range(-4 * b, 5 * b + 1)]
    return {
        "numbers": [[score.numerator, score.denominator, orakel.getal(score)] for score in scores],
    }


PARTS = [list(range(start, start + 5)) for start in (1, 6, 11, 16)]
MIRRORS = [list(range(start, start + 5)) for start in (21, 26, 31, 36)]
KINDS_OF_METING = {
    "zelfde": ["zelfde"] * 4,
    "zelf": ["zelf"] * 4,
    "elkaar": ["elkaar"] * 4,
    "gemengd": ["zelfde", "zelf", "zelfde", "zelf"],
}


def _groups(count: int) -> Cases:
    """So many random groups of each sort, and what the oracle makes of them."""
    seed = random.Random(6)  # noqa: S311
    return {"groups": [_group(seed, kind) for kind in KINDS_OF_METING for _ in range(count)]}


def _group(seed: random.Random, kind: str) -> Cases:
    over, house, three = KINDS_OF_METING[kind], seed.random() < 0.3, seed.random() < 0.3
    known = ["", *(f"Partij {k}" for k in range(seed.randint(0, 2 if kind == "elkaar" else 8)))]
    names = [_typed(seed, seed.choice(known)) for _ in range(seed.randint(1, 40))]
    persons = [[seed.randrange(7) for _ in range(40)] for _ in names]
    found = orakel.parties(names, house=house)
    lines = _lines(found, names, three=three, mutual=kind == "elkaar")
    scores, mirrors = (
        [[_line(persons, line, part, 3 if three else 1) for part in parts] for line in lines]
        for parts in (PARTS, MIRRORS)
    )
    one = len(found) < 2
    columns = list(zip(*scores, strict=True)) if scores else [()] * 4
    return {
        "over": over,
        "huis": house,
        "drie": three,
        "persons": [
            {"naam": f"P{k}", "partij": name, "antwoorden": given, "code": "x"}
            for k, (name, given) in enumerate(zip(names, persons, strict=True))
        ],
        "lines": lines,
        "scores": [[orakel.getal(score) for score in row] for row in scores],
        "mirrors": [[orakel.getal(score) for score in row] for row in mirrors],
        "means": [orakel.getal(_value(*pair, one=one)) for pair in zip(over, columns, strict=True)],
        "spreads": [orakel.getal(_gap(*pair, one=one)) for pair in zip(over, columns, strict=True)],
        "waiting": [len(line) for line in found if three and len(line) < 3],
    }


def _typed(seed: random.Random, name: str) -> str:
    return seed.choice((name, name.upper(), name.lower()))


def _lines(
    found: list[list[int]], names: list[str], *, three: bool, mutual: bool
) -> list[list[int]]:
    """What is shown as one line: a party, or a person where no party has more of them."""
    if three:
        return [line for line in found if len(line) >= 3]
    many = any(len(line) > 1 for line in found)
    return found if many and (mutual or len(found) > 1) else [[k] for k in range(len(names))]


def _line(persons: list[list[int]], line: list[int], part: list[int], least: int) -> orakel.Score:
    return orakel.party((orakel.score(persons[k], part) for k in line), least)


def _value(over: str, column: Sequence[orakel.Score], *, one: bool) -> orakel.Score:
    """What the advice follows: the lowest view of the other; the mean, but not between houses."""
    if over == "elkaar":
        return min((score for score in column if score is not None), default=None)
    return None if over == "zelf" and not one else orakel.together(column)


def _gap(over: str, column: Sequence[orakel.Score], *, one: bool) -> orakel.Score:
    return orakel.spread(column) if over == "zelfde" or (over == "zelf" and one) else None


def _read(name: str) -> Any:
    return yaml.safe_load((ROOT / "tests/search" / name).read_text("utf-8"))


def _search(real: Toolbox) -> Cases:
    entries = [*record_entries(real), *page_entries(ROOT)]
    return {
        "entries": [
            {
                "soort": entry.kind,
                "adres": entry.address,
                "titel": entry.title,
                "kort": entry.summary,
                "kenmerken": dict(zip(FEATURES, entry.features, strict=False)),
            }
            for entry in entries
        ],
        "catalogue": catalogue(real, ROOT),
        "scripts": fetched_scripts(SEARCH),
        "fullText": full_text(real, ROOT),
        "words": _read("taalgevallen.yml"),
        "questions": _read("zoekvragen.yml"),
        "fresh": _read("vragen_open.yml"),
        "same": _read("vouwgevallen.yml")["zoekvragen"],
    }


def _facets(real: Toolbox) -> Cases:
    return {"facets": {facet.naam: [id for id, _ in facet.waarden] for facet in facets(real)}}


def _fitting(real: Toolbox) -> Cases:
    table = yaml.safe_load((ROOT / "tests/js/passend.cases.yml").read_text("utf-8"))
    made = finder.cases(real, table["sentences"])
    return made | {"catalogue": catalogue(real, ROOT), "scripts": fetched_scripts(SEARCH)}


def _plans(real: Toolbox) -> Cases:
    return draaiboeken.cases(real, 40, number=23)


CASES: dict[str, Callable[[Toolbox], Cases]] = {
    "codec.test.js": _results,
    "feiten.test.js": _facets,
    "folding.test.js": lambda _: _read("vouwgevallen.yml"),
    "partijen.test.js": lambda _: _groups(50),
    "passend.test.js": _fitting,
    "plan.test.js": _plans,
    "score.test.js": _numbers,
    "search.test.js": _search,
}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests/js").glob("*.test.js")), ids=lambda path: path.name
)
def test_scripts_reckon_well_without_a_page(path: Path, real: Toolbox, tmp_path: Path) -> None:
    cases, table = tmp_path / "cases.json", path.with_suffix("").with_suffix(".cases.yml")
    made = CASES[path.name](real) if path.name in CASES else {}
    if table.is_file():
        made = yaml.safe_load(table.read_text("utf-8")) | made
    _run_with(path, made, cases)


@pytest.mark.long
def test_200_draaiboeken_are_reckoned_as_the_project_does(real: Toolbox, tmp_path: Path) -> None:
    path = ROOT / "tests/js/plan.test.js"
    _run_with(path, draaiboeken.cases(real, 200, number=2311), tmp_path / "cases.json")


@pytest.mark.long
def test_200_groups_of_each_sort_are_reckoned_as_the_oracle_does(tmp_path: Path) -> None:
    _run_with(ROOT / "tests/js/partijen.test.js", _groups(200), tmp_path / "cases.json")


def _run_with(path: Path, made: Cases, cases: Path) -> None:
    """Run a test in Node with these cases."""
    cases.write_text(json.dumps(made), "utf-8")
    done = _run([str(NODE), str(path), str(cases)])
    assert done.returncode == 0, done.stdout + done.stderr


def _run(command: list[str], folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=LONGEST, check=False
    )


def test_the_scripts_have_sound_types() -> None:
    """One test for both, so that no two workers install at a time."""
    tsc = _npm_tool("tsc")
    for name in ("tsconfig.json", "tsconfig.worker.json"):
        done = _run([tsc, "-p", str(ROOT / name)])
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("most", daily(1, [3, 1000]))
def test_a_formatter_changes_no_word_of_a_record(tmp_path: Path, most: int) -> None:
    """Editors may let theirs run when they save, whatever quotation marks they type."""
    for folder in {path.parent for path in (ROOT / "toolbox").rglob("*.yml")}:
        for path in sorted(folder.glob("*.yml"))[:most]:
            copy = tmp_path / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
    _set_formatter(tmp_path)
    done = _run([_npm_tool("prettier"), "--write", "--log-level=warn", "."], tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    for after in (tmp_path / "toolbox").rglob("*.yml"):
        before = (ROOT / after.relative_to(tmp_path)).read_text("utf-8")
        if after.read_text("utf-8") != before:
            assert _records(after.read_text("utf-8")) == _records(before), after.name


def _set_formatter(project: Path) -> None:
    """The settings of this project; they leave all but records alone."""
    for name in (".prettierrc.json", ".prettierignore"):
        shutil.copy(ROOT / name, project)


def _records(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


def test_a_formatter_changes_nothing_in_a_new_record(real: Toolbox, tmp_path: Path) -> None:
    """Of any kind; one call for all, since most of its time is its start."""
    for kind in KINDS:
        record = tmp_path / f"toolbox/{kind}/proef.yml"
        record.parent.mkdir(parents=True)
        record.write_text(record_text(kind, "Foto's: 'ja' of \"nee\"", real), "utf-8")
    _set_formatter(tmp_path)
    done = _run([_npm_tool("prettier"), "--list-different", "."], tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


def _npm_tool(name: str) -> str:
    """The one of package-lock.json, put in the cache when it is not there yet."""
    lock = (ROOT / "package-lock.json").read_text("utf-8")
    installed = CACHE / "package-lock.json"
    if not installed.is_file() or installed.read_text("utf-8") != lock:
        _install()
    return str(CACHE / "node_modules/.bin" / name)


def _install() -> None:
    """Skips the test where npm or its registry is out of reach; a pipeline must have npm."""
    npm = shutil.which("npm")
    if npm is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("npm is not on this machine")
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / name, CACHE)
    done = _run([npm, "ci"], CACHE)
    if done.returncode:
        (CACHE / "package-lock.json").unlink()
        pytest.skip(f"npm cannot fetch its tools: {done.stderr.strip()[:300]}")


# Scripts that say more than a word themselves: of page.js and begrip.js every page would have to
# carry the words. The others find them in their template.
SPEAKING = {
    "begrip.js",
    "bijeenkomst/plan.js",
    "page.js",
    "zoeken/zoeken.js",
}


def test_what_a_reader_reads_stands_in_a_template() -> None:
    """A text of three words or more, with a capital: no selector, class or word list has one."""
    folder = ROOT / "docs/assets/js"
    said = re.compile(r"""["'`][A-Z][a-z]+,?(?: [a-z]+,?){2}""")
    speaking = set()
    for path in folder.rglob("*.js"):
        code = re.sub(r"(?m)(^|\s)//.*$|^ *\*.*$|/\*\*.*?\*/", "", path.read_text("utf-8"))
        if "vendor" not in path.parts and said.search(code):
            speaking.add(path.relative_to(folder).as_posix())
    assert speaking == SPEAKING


def test_any_is_rare_in_types() -> None:
    """Where `any` is meant its reason stands beside it."""
    scripts = [*ROOT.glob("docs/assets/js/**/*.[jt]s"), *ROOT.glob("macros/theme/*.js")]
    found = [re.findall(r"[{:<|] ?any\b", path.read_text("utf-8")) for path in scripts]
    assert sum(map(len, found)) <= MOST_ANY


def test_the_npm_lock_names_no_address() -> None:
    text = (ROOT / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in text
    assert "://" not in text
