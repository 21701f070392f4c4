"""What is typed is what is read, and what is not plain data is refused with its line."""

from __future__ import annotations

import pytest

from macros.model.problems import ToolboxError
from macros.reading.yaml import MAX_BYTES, decode, parse

AS_TYPED = [
    "no",
    "on",
    "nee",
    "12:30",
    "1:30",
    "010",
    "060",
    "2026-01-02",
    "1_000",
    "0x1F",
    "0o7",
    "1e3",
    "+31612345678",
    "=",
    "1.",
    "True",
]


@pytest.mark.parametrize("written", AS_TYPED)
def test_text_stays_text(written: str) -> None:
    assert parse(f"veld: {written}\n", "x.yml")[0] == {"veld": written}


@pytest.mark.parametrize(
    ("written", "value"),
    [("true", True), ("60", 60), ("-3", -3), ("2.5", 2.5), ("~", None), ("", None), ("'60'", "60")],
)
def test_core_values(written: str, value: object) -> None:
    assert parse(f"veld: {written}\n", "x.yml")[0] == {"veld": value}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "a: dit veld staat er twee keer"),
        ("a: &x 1\n", 1, "begint hoort tussen aanhalingstekens"),
        ("a: *x\n", 1, "begint hoort tussen aanhalingstekens"),
        ("a: 1\nb: !!python/name:os.system x\n", 2, "met ! begint"),
        ("a: 1\n---\nb: 2\n", 2, "één record per bestand"),
        ("? [a]\n: b\n", 1, "een veldnaam moet gewone tekst zijn"),
        ("true: 1\n", 1, "een veldnaam moet gewone tekst zijn"),
        ("- a\n", 1, "moet uit velden bestaan"),
        ("", 1, "het bestand is leeg"),
        ("a: b: c\n", 1, "dubbele punt in de zin"),
        ("a:\n\t- b\n", 2, "spaties"),
        ("a: 'b\n", 1, "niet gesloten"),
        ("a: [b\n", 1, "niet gesloten"),
        ("a: " + "[" * 200_000, 1, "dieper dan"),
        ("a:\n" + "  - b\n" * 6000, 4998, "meer dan 5000 onderdelen"),
    ],
)
def test_refused_with_line_and_advice(text: str, line: int, words: str) -> None:
    with pytest.raises(ToolboxError) as caught:
        parse(text, "x.yml")
    (problem,) = caught.value.problems
    assert (problem.line, words in problem.text) == (line, True), problem


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("a: caf\xe9\n".encode("latin-1"), "niet opgeslagen als UTF-8"),
        ("a: b\n".encode("utf-16"), "niet opgeslagen als UTF-8"),
        ("a: x\u202ey\n".encode(), "U+202E"),
        ("a: x\u200fy\n".encode(), "U+200F"),
        (b"a: x\x00y\n", "U+0000"),
        (b"x" * (MAX_BYTES + 1), "de grens is 64 kB"),
    ],
)
def test_bytes_that_hide_something_are_refused(raw: bytes, words: str) -> None:
    with pytest.raises(ToolboxError, match=words.replace("+", r"\+")):
        decode(raw, "x.yml")


def test_files_of_windows_just_work() -> None:
    assert parse(decode(b"\xef\xbb\xbfa: caf\xc3\xa9\r\nb: 2\r\n", "x.yml"), "x.yml")[0] == {
        "a": "café",
        "b": 2,
    }


def test_accents_are_composed() -> None:
    assert decode("cafe\u0301".encode(), "x.yml") == "café"


def test_spaces_and_breaks_that_nobody_sees_are_mended() -> None:
    assert decode("a:\u00a0x\u200by\u00ad\ufeff\u202fz".encode(), "x.yml") == "a: xy z"
