"""An element that goes takes its listeners along; one that is put back reacts once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from macros.model.components import COMPONENTS
from tests.helpers.meting import done, fill, person

# Counts what a reader's action leads to, whoever listens: something is stored, or the address changes.
COUNT = """() => {
  window.count = 0;
  for (const [place, name] of [[Storage.prototype, 'setItem'], [history, 'pushState']]) {
    const real = place[name];
    place[name] = function (...given) { window.count += 1; return real.apply(this, given); };
  }
}"""
MOVE = """(tag) => {
  const element = document.querySelector(tag);
  const place = element.parentElement;
  for (let k = 0; k < 3; k += 1) { element.remove(); place.append(element); }
  element.connectedCallback();
}"""
REMOVE = "(tag) => { window.gone = document.querySelector(tag); gone.remove(); }"
# What used to be heard outside the element; whatever still listens would draw or store.
NEWS = """() => {
  window.count = 0;
  const heard = [];
  for (const name of ['load', 'readHash', 'takeAnswers', 'typeAnswer', 'readAddress']) {
    if (gone[name]) gone[name] = () => heard.push(name);
  }
  dispatchEvent(new StorageEvent('storage', { key: null }));
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  dispatchEvent(new HashChangeEvent('hashchange'));
  dispatchEvent(new PopStateEvent('popstate'));
  const field = document.querySelector('.stellingen input') ?? document.body;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true }));
  return [heard, window.count];
}"""
PLACES = [
    ("gk-meting", "scans/vertrouwensmeting/", ".stellingen [name=v1][value='4']"),
    ("gk-agenda", "verbeteragenda/", "[data-doe=nieuw]"),
    ("gk-checklist", "checklists/belangen-compleet/", "[data-punt] input[type=checkbox]"),
    ("gk-invullen", "instrumenten/besluitkaart/", None),
    ("gk-gegevens", "gegevens/", None),
    ("gk-kist", "mijn-kist/", "[data-doe=pauze]"),
    ("gk-leiden", "leiden/", None),
    ("gk-verslag", "verslag/", None),
    ("gk-kopie", "over/zonder-netwerk/", None),
    ("gk-zoeker", "instrumenten/", "gk-zoeker input[type=checkbox]"),
]


def test_every_component_is_tried() -> None:
    assert {tag for tag, *_ in PLACES} == {one.element for one in COMPONENTS.values()}


@pytest.mark.parametrize(("tag", "page", "control"), PLACES, ids=[tag for tag, *_ in PLACES])
def test_an_element_put_back_reacts_once_and_one_that_is_gone_not(
    browser: Browser, address: str, tag: str, page: str, control: str | None
) -> None:
    opened = person(browser, address + page)
    opened.evaluate(COUNT)
    opened.evaluate(MOVE, tag)
    if control:
        opened.evaluate("() => { window.count = 0; }")
        opened.locator(control).first.evaluate("(node) => node.click()")
        assert opened.evaluate("window.count") == 1
    opened.evaluate(REMOVE, tag)
    assert opened.evaluate(NEWS) == [[], 0]
    done(opened)


def test_what_could_not_be_stored_is_there_after_a_move(browser: Browser, address: str) -> None:
    page = person(browser, f"{address}scans/vertrouwensmeting/")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw Error(); }; }")
    fill(page, [4] * 12)
    page.evaluate(MOVE, "gk-meting")
    expect(page.locator(".voortgang [role=status]")).to_have_text("12 van 12 beantwoord")
    done(page)
