"""Behind the page guard: plain calls are answered, and nothing else of Jinja gets anywhere."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment
from jinja2.exceptions import TemplateError

from macros.mkdocs_adapter import use_sandbox

MACROS = {"kaart": lambda name: f"<b>{name}</b>", "hoort_bij": lambda: "## Hoort bij"}


def locked() -> Environment:
    jinja = Environment()  # noqa: S701 - as the plugin makes it
    conf: dict[str, object] = {"extra": {}}
    env = SimpleNamespace(env=jinja, conf=conf, macros=MACROS, variables={"config": "geheim"})
    use_sandbox(env)
    closed: Environment = vars(env)["_env"]  # where the plugin keeps it
    return closed


@pytest.mark.parametrize(
    "page",
    [
        '{{ kaart("a") }}\n\ntekst { #kop }\n\n{{ hoort_bij() }}\n',
        "x\n{{kaart('b')}}  \n\n",
        '{{ kaart("a, b") }}',
        "tekst\n\n",
        "",
    ],
)
def test_a_call_is_answered_as_jinja_would(page: str) -> None:
    jinja = Environment(comment_start_string="{##", comment_end_string="##}")  # noqa: S701
    jinja.globals.update(MACROS)
    assert locked().from_string(page).render(kist=True) == jinja.from_string(page).render()


@pytest.mark.parametrize(
    "page",
    [
        "{{ kaart.__globals__.x() }}",
        "{{ cycler.__init__ }}",
        '{{ weg("a") }}',
        "{{ config.x }}",
        '{{ kaart("a".x()) }}',
    ],
)
def test_anything_else_meets_the_sandbox(page: str) -> None:
    with pytest.raises(TemplateError):
        locked().from_string(page).render(kist=True)
