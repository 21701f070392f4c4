"""What the tests of filled sheets do: type in every field as much as asked, and read it back."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2

from scripts.lab.printing.engine import Engine

# Types in every field of a page. Each text is so long that it takes `share` of the room that its
# place on the sheet has on paper; its words are numbered, so that each can be found again. A text
# has at least one word, unless there is no share at all.
TYPE = """(() => {
  const share = SHARE, element = document.querySelector('gk-invullen');
  const sheet = document.querySelector('.blad');
  const room = (place) => {
    if (!place) return 40;
    const { width, height } = place.getBoundingClientRect();
    return Math.max(1, Math.round(width * height / 105));
  };
  // Two rows more than the sheet has
  for (let k = 0; share && k < 2; k += 1) element.querySelector('[data-doe=rij]')?.click();
  // On a copy with the measures of paper, empty
  const aside = document.createElement('div');
  aside.className = 'proef';
  const copy = sheet.cloneNode(true);
  copy.classList.add('blad--proef');
  copy.querySelectorAll('.blad__tekst, [data-erbij]').forEach((node) => node.remove());
  aside.append(copy);
  sheet.after(aside);
  const rows = [...copy.querySelectorAll('[data-rij]')];
  const place = (field) => {
    const { veld } = field.dataset;
    if (veld) return copy.querySelector(`[data-veld="${CSS.escape(veld)}"]`);
    const all = [...document.querySelectorAll('.invulrij')];
    const row = rows[all.indexOf(field.closest('.invulrij'))];
    const columns = [...copy.querySelectorAll('[data-kolom]')].map((one) => one.dataset.kolom);
    return row?.cells[Math.max(0, columns.indexOf(field.dataset.kolom))];
  };
  const typed = [];
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const fields = [...element.querySelectorAll('[data-veld], [data-kop], [data-kolom]')];
  fields.forEach((field, k) => {
    if (field.tagName === 'INPUT') field.value = share ? '2026-12-01' : '';
    else if (field.tagName === 'SELECT') field.selectedIndex = share ? field.options.length - 1 : 0;
    else {
      const label = letters[Math.floor(k / 26)] + letters[k % 26];
      const size = share ? Math.max(1, Math.floor(share * room(place(field)) / 7)) : 0;
      const words = [...Array(size).keys()].map((n) => `${label}q${n}z`);
      field.value = words.join(' ');
      typed.push(...words);
    }
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  aside.remove();
  return typed;
})()"""


def type_everywhere(engine: Engine, share: float) -> list[str]:
    """The words that were typed in all fields together."""
    words: list[str] = engine.run(TYPE.replace("SHARE", str(share)))
    return words


def words_of(path: Path) -> list[list[str]]:
    """The numbered words on each page of a PDF; a browser may break a word at a line end."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return [
        re.findall(r"[a-z]{2}q\d+z", re.sub(r"[\r\n\ufffe\u00ad]+", "", text)) for text in pages
    ]


def paper_text(path: Path) -> str:
    """All text of a PDF on one line."""
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
