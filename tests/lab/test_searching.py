"""The trial of search engines counts well, and shows no question that nobody asked to see."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.lab.searching.__main__ import main
from scripts.lab.searching.prepare import prepare
from scripts.lab.searching.questions import Question, read_questions, scores
from scripts.lab.searching.trial import Outcome, misses, report

GOOD = Question("wie beslist", "zin", ("situaties/niemand-beslist", "begrippen/mandaat"))


@pytest.mark.parametrize(
    ("found", "place"),
    [
        (["situaties/niemand-beslist/"], 1),
        (["/fasen/", "/situaties/niemand-beslist/index.html"], 2),
        (["begrippen/#mandaat"], 1),
        (["/begrippen/"], 1),  # for an engine that knows pages only
        (["begrippen/#ambitie", "bronnen/"], 99),
    ],
)
def test_an_answer_counts_however_an_engine_writes_its_address(
    found: list[str], place: int
) -> None:
    assert GOOD.place(found) == place


def test_scores_are_counted_for_each_kind_and_together() -> None:
    questions = [GOOD, GOOD, Question("keet", "woord", ("x",))]
    made = scores(questions, [1, 3, 4])
    assert [(kind, score.many, score.first, score.three) for kind, score in made.items()] == [
        ("zin", 2, 50.0, 100.0),
        ("woord", 1, 0.0, 0.0),
        ("samen", 3, pytest.approx(100 / 3), pytest.approx(200 / 3)),
    ]


def test_a_report_shows_no_question_and_the_misses_do() -> None:
    outcome = Outcome(cold=[1.0], warm=[1.0], found=[["fasen/"]])
    assert GOOD.text not in "\n".join(report({"kist": outcome}, [GOOD]))
    assert GOOD.text in "\n".join(misses(outcome, [GOOD]))


def test_without_the_packages_the_command_says_how_to_get_them(tmp_path: Path) -> None:
    (tmp_path / "proef").mkdir()
    with pytest.raises(SystemExit, match="npm install --prefix"):
        prepare(tmp_path / "proef", tmp_path, tmp_path)


def test_a_file_of_questions_is_read_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "vragen.yml"
    path.write_text("- vraag: Hoe dan?\n  soort: zin\n  goed: [fasen/index]\n", "utf-8")
    assert read_questions(path) == [Question("Hoe dan?", "zin", ("fasen",))]


def test_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "toon ook wat wij misten" in capsys.readouterr().out
