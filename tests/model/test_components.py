"""A component is one entry, with the files that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from macros.model.components import (
    COMPONENTS,
    EVERY_PAGE,
    FETCHED_SCRIPTS,
    SEARCH,
    fetched_scripts,
    joined_scripts,
    scripts_of,
    scripts_of_every_page,
)
from macros.reading.macro_calls import macro_arguments
from scripts.pipeline.check_html import TAGS
from tests.conftest import ROOT

ASSETS = ROOT / "docs/assets"


def templates_of(name: str) -> Iterator[str]:
    """The text of a template and of those that it includes."""
    text = (ROOT / f"macros/pages/templates/{name}.html").read_text("utf-8")
    yield text
    for included in re.findall(r'{% include "(\w+)\.html" %}', text):
        yield from templates_of(included)


@pytest.mark.parametrize("macro", COMPONENTS)
def test_a_component_has_the_files_that_its_entry_names(macro: str) -> None:
    component = COMPONENTS[macro]
    assert f"<{component.element}" in "".join(templates_of(macro))
    for script in scripts_of(component):
        assert (ASSETS / f"js/{script}.js").is_file()
    own = (ASSETS / f"js/{component.script}.js").read_text("utf-8")
    assert f'customElements.define("{component.element}"' in own
    for style in filter(None, (component.style, component.late_style)):
        assert (ASSETS / f"css/{style}.css").is_file()


@pytest.mark.parametrize("macro", COMPONENTS)
def test_a_component_may_be_called_and_its_element_may_stand_on_a_page(macro: str) -> None:
    assert macro in macro_arguments(None)
    assert COMPONENTS[macro].element in TAGS


def test_scripts_are_loaded_after_what_they_need() -> None:
    scripts = scripts_of(COMPONENTS["scan"])
    assert len(scripts) == len(set(scripts))
    assert scripts.index("files") < scripts.index("paneel") < scripts.index("meten/meting")


@pytest.mark.parametrize("script", FETCHED_SCRIPTS)
def test_what_is_fetched_is_one_file_with_what_it_needs(script: str) -> None:
    scripts = fetched_scripts(script)
    assert all((ASSETS / f"js/{name}.js").is_file() for name in scripts)
    assert joined_scripts()[script] == scripts


def fetched_by(macro: str) -> list[str]:
    """The scripts that a component names to fetch later."""
    return re.findall(r"""scripts\(["']([\w/-]+)""", "".join(templates_of(macro)))


def test_scripts_that_are_fetched_are_named_where_they_are_needed() -> None:
    named = {script for macro in COMPONENTS for script in fetched_by(macro)}
    assert set(FETCHED_SCRIPTS) - named == set()


@pytest.mark.parametrize("macro", COMPONENTS)
def test_a_component_fetches_nothing_that_it_has(macro: str) -> None:
    """But the search is one file for every page, also for one that already filters."""
    fetched = fetched_by(macro)
    assert set(fetched) <= set(FETCHED_SCRIPTS)
    for script in set(fetched) - {SEARCH}:
        assert not set(fetched_scripts(script)) & set(scripts_of(COMPONENTS[macro]))


@pytest.mark.parametrize("macro", COMPONENTS)
def test_no_page_loads_again_what_every_page_loads(macro: str) -> None:
    everywhere = scripts_of_every_page()
    assert everywhere[-1] == EVERY_PAGE
    assert not set(everywhere) & set(scripts_of(COMPONENTS[macro]))
