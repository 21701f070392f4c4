"""The word list of OpenTaal, of which an entry is read when a word asks for it.

The package that knows how words are made reads all 180,000 first. That would cost each `check` that
meets a new word seconds, and as long again to forget them.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from spylls.hunspell.algo.lookup import Lookup
from spylls.hunspell.data.aff import Aff
from spylls.hunspell.data.dic import Dic
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.aff import Context
from spylls.hunspell.readers.file_reader import ZipReader

SPECIAL = ("\\", "\t", ":")  # of lines in which the stem does not end at the first slash


def open_words(path: Path, name: str) -> Lookup:
    """Says whether a word is right; `name` is that of the two files in the ZIP file."""
    with ZipFile(path) as packed:
        aff, context = read_aff(ZipReader(packed.open(f"{name}.aff")))
        text = packed.read(f"{name}.dic").decode(context.encoding)
    return Lookup(aff, _Entries(text, aff, context))


class _Entries:
    """What the package asks of its own list of words."""

    has_flag = Dic.has_flag

    def __init__(self, text: str, aff: Aff, context: Context) -> None:
        self._aff, self._context = aff, context
        self._lines: dict[str, str] = {}  # stem -> its lines
        self._with_capitals: dict[str, list[str]] = defaultdict(list)  # in small letters -> stems
        self._found: dict[str, list[Any]] = {}
        for line in text.split("\n")[1:]:  # the first says how many there are
            self._add(line.strip())

    def _add(self, line: str) -> None:
        stem = line.partition("/")[0]
        if any(sign in line for sign in SPECIAL):
            stem = self._read(line)[0].stem
        self._lines[stem] = f"{self._lines[stem]}\n{line}" if stem in self._lines else line
        if stem != stem.lower():
            for small in self._aff.casing.lower(stem):
                self._with_capitals[small].append(stem)

    def _read(self, lines: str) -> list[Any]:
        numbered = enumerate(lines.split("\n"), 2)
        return list(read_dic(numbered, aff=self._aff, context=self._context).words)

    def homonyms(self, stem: str, *, ignorecase: bool = False) -> list[Any]:
        """The entries with this stem, or whose stem has these letters and capitals."""
        stems = self._with_capitals.get(stem, []) if ignorecase else [stem]
        return [entry for one in stems for entry in self._of(one)]

    def _of(self, stem: str) -> list[Any]:
        if stem not in self._lines:
            return []
        if stem not in self._found:
            self._found[stem] = self._read(self._lines[stem])
        return self._found[stem]
