"""The arguments of a command, with help and errors in Dutch; argparse itself speaks English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from typing import NoReturn

REPLIES = {  # what argparse says -> what an editor reads; the first that fits
    r"the following arguments are required: (.+)": "dit ontbreekt: {0}",
    r"unrecognized arguments: (.+)": "dit ken ik niet: {0}",
    r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)": (
        "{0}: {1} kan niet; kies uit {2}"
    ),
    r"argument (.+?): expected .+": "achter {0} hoort nog iets",
    r"argument (.+?): ignored explicit argument (.+)": "achter {0} hoort niets, ook niet {1}",
    r"argument (.+?): (.+)": "{0}: {1}",
}


class Arguments(argparse.ArgumentParser):
    """What one command of kist.py takes."""

    def __init__(self, command: str, does: str) -> None:
        super().__init__(
            prog=f"python3 scripts/kist.py {command}",
            description=does,
            formatter_class=Explanation,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title, self._optionals.title = "wat je invult", "wat erbij mag"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the call; its exit status is 2, as in kist.py."""
        self.exit(2, f"{_dutch(message)}\n{self.format_usage()}")


class Explanation(argparse.HelpFormatter):
    """The lay-out of an explanation."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[object],
        prefix: str | None = None,
    ) -> None:
        shown = "gebruik: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, shown)  # type: ignore[arg-type]


def whole(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number between two others."""

    def read(text: str) -> int:
        if not re.fullmatch("-?[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(
                f"'{text}' kan niet; geef een heel getal van {least} tot en met {most}"
            )
        return int(text)

    return read


def _dutch(message: str) -> str:
    found = (
        (re.fullmatch(pattern, message, re.DOTALL), reply) for pattern, reply in REPLIES.items()
    )
    return next(
        (reply.format(*match.groups()) for match, reply in found if match),
        f"deze opdracht kan niet: {message}",
    )
