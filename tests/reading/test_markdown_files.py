"""A page may call our macros with fixed text, and nothing else runs while the site is built."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.reading.markdown_files import has_only_macro_calls
from macros.reading.source_pages import read_page, read_pages
from scripts.cli.errors import ROOT


def judge(tmp_path: Path, text: str, name: str = "x.md") -> list[str]:
    (tmp_path / "docs").mkdir(exist_ok=True)
    (tmp_path / "docs" / name).write_text(text, "utf-8")
    return [str(problem) for problem in read_pages(tmp_path).problems]


@pytest.mark.parametrize(
    "text",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ kaarten('a').x }}",
        "{{ 'A' * 9 }}",
        "{{ kaarten('a') | safe }}",
        "{% for x in y %}{% endfor %}",
        "{% include '/etc/passwd' %}",
        "{{ kaarten(naam) }}",
        "{{ kaarten(*a) }}",
        "{{ config }}",
        "{{ a",
        "{## weg ##}",
        "{{ " + "(" * 5000,
        "Zie {{ kaarten('a') }} hier.",
        "  {{ kaarten('a') }}",
        "---\ntemplate: x.html\n---\n# X",
        "---\nhide: ['<b>']\n---\n# X",
        "---\nhide: !!python/name:os.system\n---\n# X",
        "---\nhide: [toc]\n# niet gesloten",
        "titel: los",
        "x" * 5000,
        " " * 60 + "diep",
        "[" * 80,
        "<!-- open",
        "a\u202eb",
    ],
)
def test_refused_with_file_and_line(tmp_path: Path, text: str) -> None:
    found = judge(tmp_path, text)
    assert found
    assert all(line.startswith("docs/x.md:") for line in found)


@pytest.mark.parametrize(
    "text",
    [
        "# X\n\n{{ kaarten('a', soort='b') }}\n",
        "## Kop {#anker}\n",
        "---\nhide: [toc]\n---\n\n# X\n",
        "<!-- gewone opmerking -->\n",
        "- [x](y.md) tekst\n",
    ],
)
def test_passes(tmp_path: Path, text: str) -> None:
    assert judge(tmp_path, text) == []


@pytest.mark.parametrize("name", ["Boos.md", "a b.md", "x.html", "x.js", "x.MD"])
def test_files_that_do_not_belong_in_docs(tmp_path: Path, name: str) -> None:
    assert judge(tmp_path, "# X\n", name)


def test_names_that_collide_on_windows(tmp_path: Path) -> None:
    judge(tmp_path, "# X\n", "zelfde.md")
    if (tmp_path / "docs/Zelfde.md").exists():
        pytest.skip("dit bestandssysteem maakt geen verschil tussen hoofdletters en kleine letters")
    assert any("botst" in line for line in judge(tmp_path, "# X\n", "Zelfde.md"))


@pytest.mark.skipif(os.name == "nt", reason="symbolische links vragen op Windows rechten")
def test_a_linked_folder_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/koppeling").symlink_to(tmp_path)
    assert any("symbolische link" in line for line in judge(tmp_path, "# X\n"))


def test_a_drawing_with_a_script(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script></svg>'
    assert judge(tmp_path, svg, "boos.svg") == [
        "docs/boos.svg:2: de tekening bevat een script of een verwijzing naar buiten; haal die weg"
    ]


def test_the_short_way_finds_what_the_parser_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted((ROOT / "docs").rglob("*.md"))
    short = [read_page(ROOT, path) for path in paths]
    monkeypatch.setattr("macros.reading.markdown_files.has_only_macro_calls", lambda _: False)
    assert [read_page(ROOT, path) for path in paths] == short
    assert any(page and page.calls for page, _ in short)
    assert not [problem for _, problems in short for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "{{ a('b').c }}",
        "{{ a('b') }}{% x %}",
        "{{ a('b', c) }}",
        "{{ a('b\\'c') }}",
        "{{ A('b') }}",
        "{{ a('b') }}\n{##",
        "{{ a(,) }}",
    ],
)
def test_what_is_no_plain_call_goes_the_long_way(text: str) -> None:
    assert not has_only_macro_calls(text)
