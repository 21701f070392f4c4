"""The hook takes shortcuts where they give the same bytes, and nowhere else.

tests/commands/test_build.py compares the whole site.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import markdown
import pytest
from jinja2 import Environment

from macros import build_cache
from macros.mkdocs_adapter import set_metadata
from macros.model import PAGE_KINDS, Toolbox

BLOCK = '<div class="kop"><div id="binnen">*tekst*</div>\n<p>&amp; meer</p></div>'
THEME = (
    "<title>{{ page.title | striptags | e }}</title>{{ page.meta.description }}"
    "<link href={{ page.canonical_url }}>{{ page.content }}"
)


def page(name: str, **facts: object) -> SimpleNamespace:
    default: dict[str, Any] = {
        "title": f"Titel {name}",
        "content": f"<h1>{name}</h1>",
        "canonical_url": f"https://x.nl/{name}/",
    }
    default |= {
        "meta": {"description": f"Over &#39;{name}&#39;"},
        "toc": [],
        "parent": None,
        "is_homepage": False,
        "edit_url": None,
    }
    default |= {"previous_page": None, "next_page": None}
    file = SimpleNamespace(src_uri=f"soort/{name}.md")
    return SimpleNamespace(**default | facts, file=file, present_anchor_ids=set())


class Theme:
    """Counts how often it was rendered."""

    def __init__(self, text: str) -> None:
        self.template, self.count = Environment().from_string(text), 0  # noqa: S701 - as the generator makes it

    def render(self, context: dict[str, Any]) -> str:
        self.count += 1
        return self.template.render(context)


def pages_of(theme: Theme, pages: list[Any]) -> list[str]:
    shells = build_cache.Shells(theme.render)
    return [shells.render({"page": one, "base_url": "../.."}) for one in pages]


@pytest.mark.parametrize(
    "text",
    [
        THEME,
        THEME.replace("description }}", "description | e }}"),
        THEME + "{{ page.file.src_uri }}",
    ],
)
def test_a_filled_shell_is_what_the_theme_would_give(text: str) -> None:
    """Also where the theme changes a value, or shows one that no shell knows.

    Then the theme makes the page itself.
    """
    pages = [page(name) for name in ("een", "twee", "drie", "vier", "vijf")]
    assert pages_of(Theme(text), pages) == [Theme(text).render({"page": one}) for one in pages]


def test_the_theme_is_not_rendered_for_every_page() -> None:
    theme = Theme(THEME)
    pages_of(theme, [page(str(number)) for number in range(50)])
    assert theme.count == 3  # the first page, the second both ways


def test_the_pages_of_a_kind_share_a_shell(real: Toolbox) -> None:
    """What the macros tell a page about its record may not set it apart from its kind."""
    for kind in PAGE_KINDS:
        pages = [page(id) for id in real.records[kind]]
        for one, record in zip(pages, real.records[kind].values(), strict=True):
            set_metadata(one, kind, record)
        assert len({build_cache.group_of(one, {"base_url": "../.."}) for one in pages}) == 1, kind


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "Risico's"},
        {"meta": {"hide": ["toc"]}},
        {"next_page": "in het menu"},
        {"content": '<h1>a</h1><td style="x">'},
    ],
)
def test_a_page_unlike_its_group_goes_the_long_way(facts: dict[str, Any]) -> None:
    theme = Theme(THEME)
    pages_of(theme, [*(page(str(number)) for number in range(5)), page("anders", **facts)])
    assert theme.count == 4


def html_of(text: str, one: SimpleNamespace) -> tuple[str, str]:
    """The content of a page, and what Markdown had to read for it."""
    read = build_cache.on_page_markdown(text, page=one)
    return build_cache.on_page_content(
        markdown.markdown(read, extensions=["toc", "attr_list"]), page=one
    ), read


@pytest.mark.parametrize(
    "text",
    [
        f"{BLOCK}\n\n## Kop {{ #kop }}\n\nTekst *schuin*.\n\n"
        f"{BLOCK}\n<p>direct eronder</p>\n\n{BLOCK}",
        f"{BLOCK}\nvervolg\n\n{BLOCK} erachter\n\n- punt\n\n    {BLOCK}\n",
        f"{BLOCK}\n\n<div>\nniet af\n\nzqz0zqz",
        f"<div>\n   \n\ttab</div>\n\n{BLOCK}",
    ],
)
def test_blocks_pass_by_markdown_unchanged(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_cache, "_blocks", build_cache.Blocks())
    html_of(BLOCK, page("eerste"))  # shows that such blocks may be set aside
    assert html_of(text, page("tweede"))[0] == markdown.markdown(
        text, extensions=["toc", "attr_list"]
    )


def test_markdown_does_not_read_what_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_cache, "_blocks", build_cache.Blocks())
    html_of(BLOCK, page("eerste"))
    second = page("tweede")
    assert "kop" not in html_of(f"{BLOCK}\n\nTekst.", second)[1]
    assert second.present_anchor_ids == {"binnen"}  # links to it are not dead


def test_where_markdown_changes_blocks_they_are_not_set_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(build_cache, "_blocks", build_cache.Blocks())
    first = page("eerste")
    build_cache.on_page_markdown(BLOCK, page=first)
    build_cache.on_page_content(BLOCK.replace("&amp;", "&"), page=first)
    assert build_cache.on_page_markdown(BLOCK, page=page("tweede")) == BLOCK


def test_one_page_tells_of_an_element_whether_it_may_pass_by(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also for pages in other folders; an element that no page had yet goes the long way once."""
    monkeypatch.setattr(build_cache, "_blocks", build_cache.Blocks())
    html_of(BLOCK, page("eerste"))
    unseen = f'{BLOCK}\n\n<nav class="letters">\n<a href="#a">A</a>\n</nav>'
    assert html_of(unseen, page("tweede"))[1] == unseen
    assert "<nav" not in html_of(f"{unseen}\n<h3>Kop</h3>\n{BLOCK}", page("derde"))[1]


def test_a_parser_that_is_used_again_knows_nothing_of_the_last_page() -> None:
    settings: dict[str, Any] = {
        "extensions": ["toc", "attr_list", "tables"],
        "extension_configs": {"toc": {"permalink": True}},
    }
    parser = build_cache.reuse_parser(markdown.Markdown)
    for text in (
        "# Kop\n\n## Kop\n\n[a]: https://a.nl\n",
        "# Kop\n\n[a] en <b>x</b>\n\n- een\n",
        "# Kop\n\n| a |\n|---|\n| 1 |\n",
    ):
        assert parser(**settings).convert(text) == markdown.Markdown(**settings).convert(text)
    assert parser(**settings) is parser(**settings)
    assert parser(extensions=[]) is not parser(**settings)
