"""Links and codes as they arrive: wrapped, encoded, broken, typed over and damaged, by a seed."""

from __future__ import annotations

import base64
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from tests.helpers import orakel

SCAN, COUNT, PARTS = "reflectiescan", 30, 5
PAGE = "https://kist.example.nl/"
NAMES = (
    "",
    "Bouw B.V.",
    "Jan & Zn.",
    "van der Berg",
    "Ørsted",
    "O'Neil (Zn)",
    "40% korting",
    "a+b~c",
    "👷🏽‍♀️ keet",
    "TNO",
    "Gemeente 's-Hertogenbosch",
)
# What has no checksum: the ids of a page tell what is whole.
OTHERS = {
    "vinkjes": "checklists/goed-overleg/#vinkjes=goed-overleg.nodig.juiste-mensen~d.wie-beslist~n",
    "actie": "verbeteragenda/#actie=reflectiescan.ambitie.laag",
    "filters": "instrumenten/?fase=verkennen&fase=delen&soort=scan&minuten=30",
}
Change = Callable[[str, random.Random], str]


@dataclass(frozen=True)
class Arrival:
    """One link or code as it arrives: by which way, what was sent, and whether it is whole."""

    way: str
    kind: str
    text: str
    sent: str
    whole: bool

    @property
    def payload(self) -> str:
        """What a page must make of it: the code, or all behind the name in the link."""
        if self.kind == "scan":
            return self.sent
        return self.sent.split("?")[1] if self.kind == "filters" else self.sent.split("=")[1]


def _encoded(link: str) -> str:
    return quote(link, safe="")


def _starred(link: str) -> str:
    """Proofpoint 3: a star for a sign, the signs in base64 at the end."""
    odd = re.compile(r"[#%~&']")
    signs = "".join(odd.findall(link)).encode()
    kept = base64.urlsafe_b64encode(signs).decode().rstrip("=")
    return f"https://urldefense.com/v3/__{odd.sub('*', link)}__;{kept}!!HXCx!gS3R$"


def _dashed(link: str) -> str:
    """Proofpoint 2: - for %, _ for /."""
    signs = _encoded(link).replace("-", "%2D").replace("_", "%5F").replace("%2F", "_")
    return f"https://urldefense.proofpoint.com/v2/url?u={signs.replace('%', '-')}&d=DwMFaQ&c=Vx"


def _soft(link: str, rng: random.Random) -> str:
    """The source of a mail: = is =3D, and lines end in a lone =."""
    signs = link.replace("=", "=3D")
    at = rng.randrange(20, 76)
    while signs[at - 2 : at].count("=") or signs[at - 1 : at + 2].count("="):
        at += 1
    return f"{signs[:at]}=\r\n{signs[at:]}"


def _broken(link: str, rng: random.Random, mark: str = "") -> str:
    """Lines of the width of a mail."""
    width = rng.randrange(30, 70)
    lines = [link[at : at + width] for at in range(0, len(link), width)]
    return f"{mark}Hoi,\n{mark}" + f"\n{mark}".join(lines) + f"\n{mark}Groet"


def _strewn(link: str, rng: random.Random) -> str:
    for sign in rng.sample("\u200b\u00ad\u2060\ufeff\u200e", 3):
        at = rng.randrange(len(link))
        link = link[:at] + sign + link[at:]
    return link


BEHIND = (
    " Groet, Jan",
    "&utm_source=teams",
    "?fbclid=a1",
    ").",
    '"',
    "%20",
    "%22",
    "*",
    "\n--\nJan",
)
FILTERS = ("Proofpoint 2", "Proofpoint 3", "Sophos (base64)")
# Ways that leave a link whole.
WAYS: Mapping[str, Change] = {
    "bare": lambda link, _: link,
    "text behind it": lambda link, rng: link + rng.choice(BEHIND),
    "text around it": lambda link, rng: f"Zie ({link}), {rng.choice(('Jan', '06-00000000'))}.",
    "Outlook Safe Links": lambda link, rng: (
        f"https://eur0{rng.randrange(1, 9)}.safelinks.protection.outlook.com/"
        f"?url={_encoded(link)}&{rng.choice(('', 'amp;'))}data=05%7C02&reserved=0"
    ),
    "wrapped twice": lambda link, _: (
        f"https://www.google.com/url?q={_encoded('https://l.example/?u=' + _encoded(link))}&sa=D"
    ),
    "Barracuda, Trend Micro, Cisco": lambda link, rng: rng.choice(
        (
            "https://linkprotect.cudasvc.com/url?a={}&c=E,1",
            "https://x-ctp.trendmicro.com/wis/clicktime/v1/query?url={}&umid=1",
            "https://secure-web.cisco.com/1ab/{}",
        )
    ).format(_encoded(link)),
    "Proofpoint 2": lambda link, _: _dashed(link),
    "Proofpoint 3": lambda link, _: _starred(link),
    "Sophos (base64)": lambda link, _: (
        "https://eu.protection.sophos.com?d=example.nl&u="
        f"{base64.b64encode(link.encode()).decode()}&i=N"
    ),
    "%23 for #": lambda link, _: link.replace("#", "%23"),
    "percent-decoded": lambda link, _: unquote(link),
    "source of a mail": _soft,
    "broken lines": _broken,
    "quoted mail": lambda link, rng: _broken(link, rng, "> > "),
    "HTML signs": lambda link, _: link.replace("&", "&amp;").replace("#", "&#35;") + "&lt;/a&gt;",
    "Markdown and Slack": lambda link, rng: rng.choice(
        ("[x]({})", "<{}|x>", "<{}>", "**{}**")
    ).format(link),
    "invisible signs": _strewn,
}


def _stop(sign: str) -> Change:
    return lambda code, _: sign.join(code.split("."))


# Ways of a hand: of a code on paper.
HANDS: Mapping[str, Change] = {
    "typed: a capital": lambda code, _: code[0].upper() + code[1:],
    "typed: O for 0, l and I for 1": lambda code, rng: (
        "".join(
            rng.choice({"0": "0O", "1": "1lI"}.get(sign, sign)) for sign in code.rsplit(".", 2)[0]
        )
        + "."
        + ".".join(code.rsplit(".", 2)[1:])
    ),
    "typed: a comma for a point": _stop(", "),
    "typed: a dash for a point": _stop(" – "),
    "typed: a space for a point": _stop(" "),
    "typed: a capital checksum": lambda code, _: code[:-3] + code[-3:].upper(),
}


def _changed(code: str, rng: random.Random) -> str:
    at = rng.randrange(len(code))
    sign = rng.choice("abcXYZ0126789")
    return rng.choice((code[:at] + sign + code[at + 1 :], code[:at] + sign + code[at:]))


def _swapped(code: str, rng: random.Random) -> str:
    at = rng.randrange(len(code) - 1)
    return code[:at] + code[at + 1] + code[at] + code[at + 2 :]


def _shortened(code: str, rng: random.Random, most: int) -> str:
    at = rng.randrange(len(code) - most)
    return code[:at] + code[at + rng.randrange(1, most + 1) :]


# What takes something away that nobody can put back.
DAMAGES: Mapping[str, Change] = {
    "damaged: cut off": lambda code, rng: code[: rng.randrange(len(SCAN) + 10, len(code) - 1)],
    "damaged: a sign gone": lambda code, rng: _shortened(code, rng, 1),
    "damaged: a piece gone": lambda code, rng: _shortened(code, rng, 8),
    "damaged: a wrong sign": _changed,
    "damaged: two signs swapped": _swapped,
}


def arrivals(count: int, seed: int) -> list[Arrival]:
    """As many as asked, each way about as often."""
    rng = random.Random(seed)  # noqa: S311
    ways = [*WAYS, *HANDS, *DAMAGES]
    return [_arrival(ways[k % len(ways)], rng) for k in range(count)]


def _arrival(way: str, rng: random.Random) -> Arrival:
    code = orakel.code(SCAN, [rng.randrange(1, 7) for _ in range(COUNT)], rng.choice(NAMES))
    link = f"{PAGE}scans/{SCAN}/#scan={code}"
    if way in HANDS:
        return Arrival(way, "scan", HANDS[way](_paper(code), rng), code, whole=True)
    if way in DAMAGES:
        hurt = DAMAGES[way](code, rng)
        text = (
            hurt if rng.random() < 0.3 else WAYS[rng.choice([*WAYS])](link.replace(code, hurt), rng)
        )
        return Arrival(way, "scan", text, code, whole=code in hurt)
    kind = rng.choice(("scan", "scan", "code", *OTHERS))
    if kind in OTHERS:
        sent = PAGE + OTHERS[kind]
        return Arrival(way, kind, WAYS[way](sent, rng), sent, whole=True)
    # A filter wraps what is an address.
    sent = code if kind == "code" and way not in FILTERS else link
    return Arrival(way, "scan", WAYS[way](sent, rng), code, whole=True)


def _paper(code: str) -> str:
    """A code as a sheet shows it: a digit an answer, in groups."""
    head, day, packed, *rest = code.split(".")
    digits = "".join(f"{orakel.ALPHABET.index(sign):02o}" for sign in packed)
    size = COUNT // PARTS
    groups = " ".join(digits[at : at + size] for at in range(0, COUNT, size))
    return ".".join((head, day, f" {groups} ", *rest))
