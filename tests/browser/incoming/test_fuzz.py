"""Whatever comes in by link, file or storage: it is taken, or refused in one Dutch sentence.

No script error, ever.

`KIST_FUZZ=10000` tries that many of each, as in tests/reading/test_any_input.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.helpers import orakel
from tests.helpers.fuzz import FUZZ
from tests.helpers.meting import REFUSALS, SHORT, TOGETHER, person

PLACES = 12
MEETING = "const meting = document.querySelector('gk-meting');"
DECODE = f"""(text) => {{ {MEETING}
  const {{ scan }} = meting.deelnemers;
  try {{
    const {{ rondes, fouten }} = Gk.codes.find(text, scan);
    const codes = rondes.flat();
    if (!codes.length) return meting.sentence(fouten[0].reden);
    return codes.map((code) => Gk.codec.decode(code, scan).antwoorden); }}
  catch (error) {{ return error.constructor === Error ? meting.sentence(error.message) : String(error); }} }}"""
ROUND = f"""([answers, naam]) => {{ {MEETING}
  const code = Gk.codec.encode({{ scan: meting.id, versie: meting.deelnemers.scan.aantallen.length, datum: '20261122', naam, antwoorden: answers }});
  const {{ antwoorden, naam: terug, code: weer }} = Gk.codec.decode(code, meting.deelnemers.scan);
  return [antwoorden, terug === Gk.codec.nameOf(naam), code === weer]; }}"""
IMPORT = f"""async (text) => {{ {MEETING}
  localStorage.clear(); meting.load(); window.fouten = []; window.confirm = () => true;
  await meting.readFiles({{ files: [new File([text], 'x.json')], value: '' }});
  meting.draw();
  return window.fouten; }}"""
STORED = """([key, text]) => {
  window.fouten = [];
  localStorage.setItem(key, text);
  dispatchEvent(new StorageEvent('storage', { key }));
  return window.fouten; }"""
WATCH = "addEventListener('error', ({ message }) => (window.fouten ??= []).push(message))"

ANSWERS = st.lists(st.integers(1, 6), min_size=PLACES, max_size=PLACES)
NAMES = st.text(max_size=50)
CODES = st.builds(lambda answers, naam: orakel.code(SHORT, answers, naam[:20]), ANSWERS, NAMES)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 99)
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | CODES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
FIELDS = [
    "scan",
    "soort",
    "codes",
    "rondes",
    "acties",
    "mijn",
    "datum",
    "partners",
    "naam",
    "punten",
    "volgende",
    "opslag",
    "versie",
]


def shaped(**known: Any) -> st.SearchStrategy[str]:
    """JSON that looks like ours: fields that we read, holding anything."""
    loose = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=6)
    return (
        st.builds(lambda fields: json.dumps(fields | known), loose)
        | st.builds(json.dumps, VALUES)
        | st.text(max_size=60)
    )


@pytest.fixture(
    scope="module",
    params=[f"scans/{SHORT}/", "verbeteragenda/", "checklists/fase-verkennen-klaar/"],
)
def anywhere(
    request: pytest.FixtureRequest, browser: Browser, address: str
) -> Iterator[tuple[Page, str]]:
    yield from opened(browser, address, request.param)


@pytest.fixture(scope="module")
def meting(browser: Browser, address: str) -> Iterator[Page]:
    for page, _ in opened(browser, address, f"scans/{SHORT}/"):
        page.evaluate(TOGETHER)
        yield page


def opened(browser: Browser, address: str, path: str) -> Iterator[tuple[Page, str]]:
    page = person(browser, address + path)
    page.evaluate(WATCH)
    yield page, path
    page.context.close()


@FUZZ
@given(
    text=st.text(max_size=80)
    | CODES
    | st.builds(
        lambda code, at, put: code[:at] + put + code[at + 1 :],
        CODES,
        st.integers(0, 60),
        st.text(max_size=3),
    )
)
def test_any_code_is_read_or_refused(meting: Page, text: str) -> None:
    said = meting.evaluate(DECODE, text)
    if isinstance(said, str):
        assert said in REFUSALS
    else:
        assert all(len(answers) == PLACES and set(answers) <= set(range(7)) for answers in said)


@FUZZ
@given(answers=st.lists(st.integers(0, 6), min_size=PLACES, max_size=PLACES), naam=NAMES)
def test_a_result_comes_back_as_it_went(meting: Page, answers: list[int], naam: str) -> None:
    assert meting.evaluate(ROUND, [answers, naam]) == [answers, True, True]


@FUZZ
@given(text=shaped(soort="gk-scan", scan=SHORT) | shaped(soort="gk-reeks", scan=SHORT) | shaped())
def test_any_file_is_read_or_refused(meting: Page, text: str) -> None:
    assert meting.evaluate(IMPORT, text) == []


@FUZZ
@given(text=shaped(opslag=1) | shaped())
def test_any_stored_value_is_read_or_left(anywhere: tuple[Page, str], text: str) -> None:
    page, path = anywhere
    key = {
        "scans": f"gk.scan.{SHORT}",
        "verbeteragenda": "gk.verbeteragenda",
        "checklists": f"gk.checklist.{path.split('/')[1]}",
    }[path.split("/")[0]]
    assert page.evaluate(STORED, [key, text]) == []
