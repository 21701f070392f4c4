"""A kind is one entry: a new one needs no other change, and a forgotten part is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.model import KINDS, PAGE_KINDS, Kind
from macros.model.fields import field_names
from macros.model.kennis import Kaart
from tests.conftest import EXAMPLES, ROOT
from tests.helpers.project import rewrite, run

TEMPLATES = ROOT / "macros/pages/templates"
MODEL = '''
from macros.model.base import Kort, Record
from pydantic import Field


class Proef(Record):
    """Een proef."""

    wens: Kort = Field(title="Wens", description="Wat je wilt")

    @property
    def kort(self) -> str:
        return self.wens
'''
ENTRY = '    "proeven": Kind(Proef, "proef", "proef", search_words=("wens",)),\n'


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_kind_has_its_template_and_its_example(kind: str) -> None:
    assert (TEMPLATES / f"{KINDS[kind].macro}.html").is_file()
    assert list((EXAMPLES / "toolbox" / kind).glob("*.yml"))
    assert list((EXAMPLES / "docs" / kind).glob("*.md"))


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_page_shows_fields_that_others_have(kind: str) -> None:
    """A misspelt one would be listed twice: by the template and by hoort_bij()."""
    for name in KINDS[kind].shown_backward:
        other, _, field = name.partition(".")
        assert field in field_names(KINDS[other].model)


def test_an_entry_that_names_a_field_the_model_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="Kaart has no field kleur"):
        Kind(Kaart, "kaart", "kaart", search_words=("kleur",))


def test_a_new_kind_is_an_entry_a_model_a_template_and_a_record(small: Path) -> None:
    """It gets its page, its entry in the search and its data; nothing else was changed."""
    kinds = small / "macros/model/kinds.py"
    (small / "macros/model/proeven.py").write_text(MODEL, "utf-8")
    rewrite(
        kinds, r"^from macros\.model\.verhalen", "from macros.model.proeven import Proef\n\\g<0>"
    )
    rewrite(kinds, r"^KINDS: .*\n", f"\\g<0>{ENTRY}")
    template = '<h1>{{ record.titel }}</h1>\n<p class="wens">{{ record.wens }}</p>\n'
    (small / "macros/pages/templates/proef.html").write_text(template, "utf-8")
    for folder in ("toolbox/proeven", "docs/proeven"):
        (small / folder).mkdir()
    (small / "toolbox/proeven/eerste.yml").write_text(
        "titel: Eerste\nwens: Dat het lukt\n", "utf-8"
    )
    page = '{{ proef("eerste") }}\n\n{{ hoort_bij() }}\n'
    (small / "docs/proeven/eerste.md").write_text(page, "utf-8")
    done = run(small, "-m", "scripts.schema")
    assert done.returncode == 0, done.stderr
    done = run(small, "-m", "scripts.build", KIST_PDF="nee")
    assert done.returncode == 0, done.stderr
    assert (
        '<p class="wens">Dat het lukt</p>' in (small / "site/proeven/eerste/index.html").read_text()
    )
    found = json.loads((small / "site/zoeken/titels.json").read_text("utf-8"))
    assert found["proeven/eerste/"] == "Eerste"
    data = json.loads((small / "site/data/proeven/eerste.json").read_text("utf-8"))
    assert data["record"] == {
        "titel": "Eerste",
        "status": "concept",
        "zoekwoorden": [],
        "wens": "Dat het lukt",
    }
