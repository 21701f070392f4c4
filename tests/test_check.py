"""Files that were judged by the process before are not judged again; a changed file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import check
from macros.model.problems import ToolboxError


@pytest.fixture
def judged(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that another process has judged, which left its proof."""
    check.open_toolbox(project)
    for name, value in check.proof_of_judging(project).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(check, "_OPENED", {})
    return project


def test_what_was_judged_is_only_read(judged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(check, "check_language")  # so judging would end in an error
    assert check.open_toolbox(judged).records["instrumenten"]


def test_a_change_after_judging_is_judged(judged: Path) -> None:
    (judged / "docs/index.md").write_text("# Start\n\n{{ onzin() }}\n", "utf-8")
    with pytest.raises(ToolboxError, match="onzin"):
        check.open_toolbox(judged)
