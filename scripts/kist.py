"""The entry point: `python3 scripts/kist.py COMMAND`; COMMANDS below lists the commands.

Needs only Python 3.11: the first call makes .venv and installs the locked packages, with checksums;
later calls start at once. The work itself is in the modules beside this file and in macros/.
"""

from __future__ import annotations

import configparser
import errno
import hashlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN_LOCK, DEV_LOCK = "requirements.txt", "requirements-dev.txt"
RUN = (RUN_LOCK,)  # what builds the site
DEV = (RUN_LOCK, DEV_LOCK)  # and what checks it
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
    "PYTHONNOUSERSITE": "1",
}
ALOUD = ("serve", "test", "bench")  # commands that say themselves how far they are
PATIENCE, PAUSE = 5, 10  # seconds of silence before the first sign of life, and between two
# Settings of pip that say how to reach the packages; others would install them elsewhere
REGISTRY = frozenset(
    "index-url extra-index-url find-links no-index trusted-host cert client-cert proxy timeout"
    " default-timeout".split()
)
ELSEWHERE = "zet het project in een map van jezelf, of vraag om toegang"
# What pip and venv print -> what an editor can do about it; the first that is found
CAUSES = {
    r"No space left|Errno 28|[Dd]isk quota": "de schijf is vol; maak ruimte",
    r"Read-only file system|Errno 30": f"hier kan niets geschreven worden; {ELSEWHERE}",
    r"Permission denied|Access is denied|Errno 13\b": f"hier mag je niet schrijven; {ELSEWHERE}",
    r"ensurepip|No module named '?(?:pip|venv)": (
        "Python mist een deel; installeer op Debian of Ubuntu het pakket python3-venv,"
        " en elders Python opnieuw van python.org"
    ),
    r"CERTIFICATE_VERIFY|SSLError|certificate verify": (
        "het certificaat van het netwerk klopt niet; vraag je systeembeheer om de instelling"
        " 'cert' van pip"
    ),
    r"ProxyError|Proxy Authentication": "de proxy weigert; vraag je systeembeheer",
    r"40[137] (?:Client )?Error|Unauthorized|Forbidden": (
        "het pakketregister laat je niet toe; vraag je systeembeheer"
    ),
    r"DO NOT MATCH THE HASHES": (
        "een pakket is niet wat het moet zijn; probeer een ander netwerk, of vraag je systeembeheer"
    ),
    r"NewConnectionError|ConnectTimeout|ReadTimeout|Max retries|establish a new connection"
    r"|Name or service|getaddrinfo|unreachable|onnection (?:refused|reset|aborted|broken)"
    r"|IncompleteRead|RemoteDisconnected": (
        "er is geen netwerk, of het pakketregister antwoordt niet; probeer het later opnieuw"
    ),
    r"No matching distribution|Could not find a version": (
        f"het pakketregister heeft niet wat Python {sys.version_info[0]}.{sys.version_info[1]}"
        " nodig heeft; probeer Python 3.11, 3.12 of 3.13"
    ),
}
CODES = {
    errno.ENOSPC: "No space left",
    errno.EROFS: "Read-only file system",
    errno.EACCES: "Permission denied",
    errno.EPERM: "Permission denied",
}


class SetupError(Exception):
    """Why .venv cannot be made, in Dutch."""


def main(arguments: list[str]) -> int:
    """Run one command with the rest of the arguments; returns its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        return usage()
    locks, module, _ = COMMANDS[arguments[0]]
    try:
        prepare(locks)
    except (subprocess.CalledProcessError, OSError, SetupError) as error:
        print(f"De omgeving klaarzetten lukt niet: {cause(error)}.", file=sys.stderr)
        return 1
    return run([str(PYTHON), "-m", module, *arguments[1:]], aloud=arguments[0] in ALOUD)


def run(command: list[str], aloud: bool = True) -> int:
    """Run a command in a child process and pass SIGTERM on to it, or a server would go on."""
    with subprocess.Popen(command, cwd=ROOT, env=own_environment()) as process:
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        return process.wait() if aloud else wait(process)


def wait(process: subprocess.Popen[bytes]) -> int:
    """Wait for a process, and say now and then that it still works."""
    started, pause = time.monotonic(), PATIENCE
    while True:
        try:
            return process.wait(pause)
        except subprocess.TimeoutExpired:
            seconds = time.monotonic() - started
            print(f"Nog bezig, {seconds:.0f} seconden.", file=sys.stderr, flush=True)
            pause = PAUSE


def own_environment() -> dict[str, str]:
    """The environment of a command: Python settings of the machine are for other programs."""
    return {name: value for name, value in os.environ.items() if name[:6] != "PYTHON"} | QUIET


def usage() -> int:
    """Print the commands; 2 is the exit status for a wrong call."""
    print("Gebruik: python3 scripts/kist.py OPDRACHT\n", file=sys.stderr)
    for name, (_, _, text) in COMMANDS.items():
        print(f"  {name:8}{text}", file=sys.stderr)
    return 2


def cause(error: Exception) -> str:
    """What stands in the way, and what to do; the last words of pip when we do not know it."""
    if isinstance(error, SetupError):
        return str(error)
    if isinstance(error, OSError):
        return known_cause(CODES.get(error.errno or 0, "")) or f"kijk naar {error.filename}"
    output = getattr(error, "output", None) or b""
    text = output.decode(errors="replace") if isinstance(output, bytes) else str(output)
    last = text.strip().rpartition("\n")[2]
    said = f" en zegt: {last}" if last else ""
    return known_cause(text) or f"pip stopt met code {getattr(error, 'returncode', 1)}{said}"


def known_cause(text: str) -> str:
    """The advice for what pip or venv printed; '' when it is new to us."""
    return next((advice for known, advice in CAUSES.items() if re.search(known, text)), "")


def prepare(locks: tuple[str, ...]) -> None:
    """Make .venv and install the locked packages, unless done for these locks and this Python."""
    python = VENV / ".python"
    wanted = {
        VENV / f".{lock}": hashlib.sha256((ROOT / lock).read_bytes()).hexdigest() for lock in locks
    }
    if not (_says(python, sys.version) and PYTHON.is_file()):
        check_owner()
        print("Ik maak een omgeving in .venv. Dat hoeft maar één keer.", flush=True)
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
        python.write_text(sys.version)
    if all(_says(stamp, digest) for stamp, digest in wanted.items()):
        return
    check_owner()
    print(f"Ik installeer {' en '.join(locks)}. Dat duurt even.", flush=True)
    install(locks)
    for stamp, digest in wanted.items():
        stamp.write_text(digest)


def _says(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text() == text


def check_owner() -> None:
    """SetupError when .venv is there and of somebody else."""
    if VENV.exists() and not os.access(VENV, os.W_OK):
        raise SetupError(
            "de map .venv is van een andere gebruiker of alleen te lezen; haal haar weg,"
            " of zet het project in een map van jezelf"
        )


def install(locks: tuple[str, ...]) -> None:
    """Have pip install these locks; CalledProcessError holds what it said when it cannot."""
    options = "-q --disable-pip-version-check --no-input --no-user --retries 2".split()
    pip = [str(PYTHON), "-m", "pip", "install", *options, "--require-hashes", "--only-binary=:all:"]
    command = [*pip, *(part for lock in locks for part in ("-r", str(ROOT / lock)))]
    with tempfile.TemporaryFile() as output:
        with subprocess.Popen(
            command, env=pip_environment(), stdout=output, stderr=subprocess.STDOUT
        ) as process:
            code = wait(process)
        if code:
            output.seek(0)
            raise subprocess.CalledProcessError(code, command, output.read())


def pip_environment() -> dict[str, str]:
    """The environment for pip: of the settings of the machine only how to reach the packages."""
    settings: dict[str, str] = {}
    for path in pip_files():
        parser = configparser.RawConfigParser(strict=False)
        try:
            parser.read(path, "utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue
        for section in ("global", "install"):
            for key, value in parser.items(section) if parser.has_section(section) else ():
                settings[key.replace("_", "-")] = value
    chosen = {
        f"PIP_{key.upper().replace('-', '_')}": value
        for key, value in settings.items()
        if key in REGISTRY
    }
    own = {
        name: value
        for name, value in own_environment().items()
        if name[:4] != "PIP_" or name[4:].lower().replace("_", "-") in REGISTRY
    }
    return {**chosen, **own, "PIP_CONFIG_FILE": os.devnull}


def pip_files() -> list[str]:
    """The files with settings of pip on this machine, the most important last."""
    command = [str(PYTHON), "-m", "pip", "config", "debug"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    named = os.environ.get("PIP_CONFIG_FILE", "")
    found = re.findall(r"^\s*(.+), exists: True\s*$", said, re.MULTILINE)
    return [*(path for path in found if path != named), *([named] if named in found else [])]


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - said before a newer syntax fails
        raise SystemExit(
            "Python 3.11 of nieuwer is nodig; dit is Python "
            f"{sys.version_info[0]}.{sys.version_info[1]} ({sys.executable})."
        )
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
