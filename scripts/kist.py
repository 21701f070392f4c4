"""The entry point: `python3 scripts/kist.py COMMAND`; COMMANDS below lists the commands.

Needs only Python 3.11: the first call makes .venv and installs the locked packages, with checksums;
later calls start at once. The work itself is in the modules beside this file and in macros/.
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN = ("requirements.txt",)  # what builds the site
DEV = (*RUN, "requirements-dev.txt")  # and what checks it
COMMANDS = {  # command: (lock files, module, what it does)
    "serve": (
        RUN,
        "scripts.serve",
        "toon de site op http://127.0.0.1:8000, ook na elke wijziging; "
        "--port N voor een andere poort",
    ),
    "build": (RUN, "scripts.build", "bouw de site in site/, of met --out MAP ergens anders"),
    "test": (
        DEV,
        "scripts.test",
        "eerst check, dan code, site en browser; --all neemt ook de lange proeven mee",
    ),
    "check": (RUN, "scripts.check", "controleer records en pagina's, in een paar tellen"),
    "sheets": (
        DEV,
        "scripts.sheets",
        "print alle bladen van de gebouwde site in twee browsers en meet ze",
    ),
    "new": (RUN, "scripts.new", 'maak een record en pagina: new instrument "Titel"'),
    "hernoem": (
        RUN,
        "scripts.rename",
        "geef een record een andere id, overal: hernoem instrument oude-id nieuwe-id",
    ),
    "schema": (RUN, "scripts.schema", "schrijf toolbox/schema/ opnieuw; --check vergelijkt alleen"),
    "zip": (RUN, "scripts.zip", "pak de gebouwde site in, om te lezen uit een map zonder netwerk"),
    "audit": (DEV, "scripts.audit", "toets alle pagina's van de gebouwde site op toegankelijkheid"),
    "bench": (
        RUN,
        "scripts.bench",
        "meet wat bouwen kost, naast Hugo en Material: bench 50 500 2000",
    ),
    "publish": (
        RUN,
        "scripts.publish",
        "zet een nieuwe versie live: publish WEBROOT; terug met --back",
    ),
    "links": (
        RUN,
        "scripts.links",
        "bewaak de adressen: links check, update of outside",
    ),
    "preview": (
        DEV,
        "scripts.preview",
        "toon wat anders wordt dan in een andere versie: preview main",
    ),
    "lock": (DEV, "scripts.lock", "leg de versies van de pakketten opnieuw vast"),
}
QUIET = {
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}


def main(arguments: list[str]) -> int:
    """Run one command with the rest of the arguments; returns its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        return usage()
    locks, module, _ = COMMANDS[arguments[0]]
    try:
        prepare(locks)
    except (subprocess.CalledProcessError, OSError) as error:
        cause = (
            f"pip stopt met code {error.returncode}"
            if isinstance(error, subprocess.CalledProcessError)
            else f"kijk naar {error.filename}"
        )
        print(f"De omgeving klaarzetten lukt niet: {cause}.", file=sys.stderr)
        print(
            "Is er een netwerk? Op Debian en Ubuntu is ook het pakket python3-venv nodig.",
            file=sys.stderr,
        )
        return 1
    return run([str(PYTHON), "-m", module, *arguments[1:]])


def run(command: list[str]) -> int:
    """Run a command in a child process and pass SIGTERM on to it, or a server would go on."""
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | QUIET) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        return process.wait()


def usage() -> int:
    """Print the commands; 2 is the exit status for a wrong call."""
    print("Gebruik: python3 scripts/kist.py OPDRACHT\n", file=sys.stderr)
    for name, (_, _, text) in COMMANDS.items():
        print(f"  {name:8}{text}", file=sys.stderr)
    return 2


def prepare(locks: tuple[str, ...]) -> None:
    """Make .venv and install the locked packages, unless done for these locks and this Python."""
    python = VENV / ".python"
    if not (python.is_file() and python.read_text() == sys.version and PYTHON.is_file()):
        print("Ik maak een omgeving in .venv. Dat hoeft maar één keer.", flush=True)
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
        python.write_text(sys.version)
    wanted = {
        VENV / f".{lock}": hashlib.sha256((ROOT / lock).read_bytes()).hexdigest() for lock in locks
    }
    if all(stamp.is_file() and stamp.read_text() == digest for stamp, digest in wanted.items()):
        return
    print(f"Ik installeer {' en '.join(locks)}. Dat duurt even.", flush=True)
    pip = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "-qq",
        "--disable-pip-version-check",
        "--require-hashes",
        "--only-binary=:all:",
    ]
    subprocess.run(
        [*pip, *(part for lock in locks for part in ("-r", str(ROOT / lock)))], check=True
    )
    for stamp, digest in wanted.items():
        stamp.write_text(digest)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - said before a newer syntax fails
        raise SystemExit("Python 3.11 of nieuwer is nodig.")
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
