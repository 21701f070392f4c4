"""How every command ends: with an exit status, and a Dutch line for an error of a file or system.

Only those errors are caught: a mistake in our own code keeps its traceback.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from macros.model.problems import Problem, ToolboxError
from scripts.cli.git_hosts import LINES, PLAIN, line_for

ROOT = Path(__file__).resolve().parents[2]
REASONS = {
    errno.ENOENT: "bestaat niet; kijk of de naam klopt, of zet het terug",
    errno.EACCES: "daar mag je niet bij; kies een andere plek of vraag om toegang",
    errno.EPERM: "daar mag je niet bij; kies een andere plek of vraag om toegang",
    errno.EROFS: "hier kan niets geschreven worden; kies een andere plek",
    errno.ENOTDIR: "een deel van dit pad is een bestand, geen map; kies een andere plek",
    errno.EISDIR: "is een map, geen bestand; geef ook een bestandsnaam",
    errno.EEXIST: "bestaat al; kies een andere naam",
    errno.EBUSY: "is in gebruik; sluit wat het open heeft",
    errno.ENAMETOOLONG: "deze naam is te lang; kort hem in",
    errno.ENOSPC: "de schijf is vol; maak ruimte",
}


def run_command(main: Callable[[list[str]], int]) -> NoReturn:
    """Run a command with the arguments of this process, and end with its exit status."""
    stop_as_with_ctrl_c()
    try:
        status = main(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    except ToolboxError as error:
        status = report_problems(error.problems)
    except (OSError, UnicodeError) as error:
        print(reason(error) if isinstance(error, OSError) else unreadable(error), file=sys.stderr)
        status = 1
    raise SystemExit(status)


def stop_as_with_ctrl_c() -> None:
    """Turn SIGTERM and SIGHUP into KeyboardInterrupt.

    Temporary folders and child processes are then cleaned up, as with Ctrl-C.
    """
    for name in ("SIGTERM", "SIGHUP"):  # Windows knows no SIGHUP
        ending = getattr(signal, name, None)
        if ending and signal.getsignal(ending) is signal.SIG_DFL:  # nohup says to go on
            signal.signal(ending, _stop)


def _stop(ending: int, _: object) -> NoReturn:
    # A process group gets the signal twice; ignore the second so that cleanup can finish.
    signal.signal(ending, signal.SIG_IGN)
    raise KeyboardInterrupt


def report_problems(problems: Iterable[Problem], form: str = PLAIN) -> int:
    """Print problems, in the form of a host of Git; returns 1.

    Lines for people go to standard error; a host reads its commands from standard output.
    """
    listed = list(problems)
    for problem in listed:
        stream = sys.stdout if form in LINES else sys.stderr
        print(line_for(form, problem), file=stream, flush=True)
    print(
        f"{len(listed)} {'fout' if len(listed) == 1 else 'fouten'}; er is niets veranderd.",
        file=sys.stderr,
    )
    return 1


def raise_problems(problems: Iterable[Problem]) -> None:
    """Raise these problems as a ToolboxError, if there are any."""
    if listed := list(problems):
        raise ToolboxError(listed)


def reason(error: OSError) -> str:
    """Where and why the system could not read or write something."""
    if error.errno is None:  # one of ours, with a sentence of our own
        return str(error)
    text = REASONS.get(
        error.errno,
        f"lezen of schrijven lukt niet (code {error.errno}); "
        "kijk of de schijf en de map in orde zijn",
    )
    where = error.filename2 or error.filename
    return text if where is None else str(Problem(_inside(os.fsdecode(where)), 1, text))


def unreadable(error: UnicodeError) -> str:
    """Which file is no text. The error does not name it; the call that read it does."""
    if not isinstance(error, UnicodeDecodeError):
        return "wat je typte heeft een teken dat niet kan; typ het opnieuw"
    readers = (frame.f_locals.get("self") for frame, _ in traceback.walk_tb(error.__traceback__))
    where = next((_inside(path) for path in readers if isinstance(path, Path)), "een bestand")
    line = error.object.count(b"\n", 0, error.start) + 1
    return str(Problem(where, line, "geen geldige UTF-8; sla het bestand op als UTF-8"))


def _inside(path: str | Path) -> str:
    """A path as an editor knows it: from the project."""
    return Path(path).relative_to(ROOT).as_posix() if Path(path).is_relative_to(ROOT) else str(path)
