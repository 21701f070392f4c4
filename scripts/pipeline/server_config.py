"""What a host needs besides the pages: headers and redirects, in the language of each host.

nginx and Caddy read a file that comes with every release. Netlify reads _headers and _redirects in
the site itself; Cloudflare reads the same two files. Pages of GitHub and GitLab send no headers of
ours: there the policy is in every page, a moved page is a page, and a moved file stands twice.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.model.problems import Problem
from macros.paper.canvases import CANVASES
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.published_urls import read_moved
from scripts.pipeline.security_headers import csp, headers, read_pins
from scripts.pipeline.site_url import site_path

HOSTS = ("netlify", "pages")
CACHE = "Cache-Control"
HASHED = r"\.[0-9a-f]{8}\.(css|js)$"  # the end of a name that changes with its text
FOREVER = "public, max-age=31536000, immutable"
RECORD = re.compile(r"/(?P<kind>[a-z0-9-]+)/(?P<id>[a-z0-9-]+)/")  # the address of one
SHEETS = ("", *CANVASES.values())  # the ends of the names of its PDFs
CHARSET = '<meta charset="utf-8">'
PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={to}">
<meta name="description" content="De pagina {old} is verhuisd naar {new}">
<title>{old} is verhuisd</title>
</head>
<body><main><h1>Deze pagina is verhuisd</h1>
<p><a href="{to}">Ga naar de nieuwe plek</a></p></main></body>
</html>
"""
NGINX = """# Inside server {{ listen ...; server_name ...; include DIT_BESTAND; }}
{cache}
{moved}
{place}index index.html;
charset utf-8;
charset_types text/css text/javascript application/javascript application/json text/xml;
absolute_redirect off;
server_tokens off;
gzip_static on;
gzip_vary on;
error_page 404 {path}404.html;
{headers}
# An add_header in a location below this would drop all of the above: add none.
{end}"""
MOVED_RULE = "location = {old} {{ absolute_redirect off; return 301 {new}; }}"
CADDY = """# Inside the block of a site: import DIT_BESTAND
{moved}
{open}root * "{root}"
{headers}
@hashed{name} path_regexp `{hashed}`
header @hashed{name} Cache-Control "{forever}"
@other{name} not path_regexp `{hashed}`
header @other{name} Cache-Control "{ask}"
file_server {{
	precompressed gzip
}}
{close}handle_errors {{
	@lost{name} path {path}*
	handle @lost{name} {{
		root * "{root}"
		{headers}
		header Cache-Control "{ask}"
		rewrite * /404.html
		file_server
	}}
}}
"""


def add_redirects(site: BuiltSite, root: Path) -> None:
    """Add a page at every old address, for hosts without redirects; it needs no script."""
    for old, new in read_moved(root)[0].items():
        to = html.escape("../" * old.strip("/").count("/") + "../" + new.lstrip("/"))
        site.pages[f"{old.strip('/')}/index.html"] = PAGE.format(to=to, old=old, new=new)


def write_server(folder: Path, webroot: Path, root: Path, site: Path) -> None:
    """The rules for a web server of one's own, which come with a release; `site` is that site."""
    place = Place(webroot / "live/site", site_path(root))
    fields, moved = headers(root), place.moved(all_moved(root, site))
    folder.mkdir()
    (folder / "nginx.conf").write_text(nginx(fields, moved, place), "utf-8")
    (folder / "Caddyfile").write_text(caddy(fields, moved, place), "utf-8")


def prepare_for(host: str, site: BuiltSite, root: Path) -> list[Problem]:
    """Make a built site ready for a host that takes a folder."""
    moved = all_moved(root, site.folder)
    if host == "pages":
        copy_moved_files(site.folder, moved)
        return put_policy_in_pages(site, csp(read_pins(root)))
    (site.folder / "_headers").write_text(
        netlify_headers(headers(root), hashed_files(site.folder)), "utf-8"
    )
    (site.folder / "_redirects").write_text(netlify_redirects(moved, site_path(root)), "utf-8")
    return []


@dataclass(frozen=True)
class Place:
    """Where a site is: its folder on disk, and its path on the host (/ or /kist/)."""

    folder: Path
    path: str = "/"

    @property
    def name(self) -> str:
        """Its path as a word, so that the rules of two sites on one host keep apart."""
        return re.sub(r"\W", "_", self.path.rstrip("/"))

    def moved(self, redirects: Mapping[str, str]) -> dict[str, str]:
        """The redirects as whole paths on the host."""
        return {self.at(old): self.at(new) for old, new in redirects.items()}

    def at(self, address: str) -> str:
        """An address of the site as a path on the host."""
        return self.path + address.removeprefix("/")


def nginx(fields: Mapping[str, str], moved: Mapping[str, str], place: Place) -> str:
    """A file to include in a server block; below a path it rules that path alone."""
    variable = f"$kist_cache{place.name}"
    cache = (
        f'set {variable} "{fields[CACHE]}";\n'
        f'if ($uri ~ "^{re.escape(place.path)}.*{HASHED}") {{ set {variable} "{FOREVER}"; }}'
    )
    values = dict(fields) | {CACHE: variable}
    lines = "\n".join(f'add_header {name} "{value}" always;' for name, value in values.items())
    start, end, ways = f'root "{place.folder}";\n', "", dict(moved)
    if place.path != "/":
        ways[place.path.rstrip("/")] = place.path
        start, end = f'location ^~ {place.path} {{\nalias "{place.folder}/";\n', "}\n"
    return NGINX.format(
        cache=cache,
        moved="\n".join(MOVED_RULE.format(old=old, new=new) for old, new in ways.items()),
        place=start,
        path=place.path,
        headers=lines,
        end=end,
    )


def caddy(fields: Mapping[str, str], moved: Mapping[str, str], place: Place) -> str:
    """A file to import in a site block; below a path it rules that path alone."""
    lines = [f'\t{name} "{value}"' for name, value in fields.items() if name != CACHE]
    rules = [f"redir {old} {new} permanent" for old, new in moved.items()]
    below = place.path != "/"
    if below:
        rules.append(f"redir {place.path.rstrip('/')} {place.path} permanent")
    return CADDY.format(
        moved="\n".join(rules),
        open=f"handle_path {place.path}* {{\n" if below else "",
        close="}\n" if below else "",
        root=place.folder,
        path=place.path,
        name=place.name,
        headers="\n".join(("header {", *lines, "\t-Server", "}")),
        hashed=HASHED,
        forever=FOREVER,
        ask=fields[CACHE],
    )


def netlify_headers(fields: Mapping[str, str], hashed: Iterable[str] = ()) -> str:
    """The text of _headers.

    Both hosts add up the rules that match a file, so a file may get one rule on its keeping only.
    Without one they ask every time whether it changed: what we want of all other files.
    """
    common = (f"  {name}: {value}\n" for name, value in fields.items() if name != CACHE)
    own = (f"/{name}\n  {CACHE}: {FOREVER}\n" for name in hashed)
    return "".join(["/*\n", *common, *own])


def netlify_redirects(moved: Mapping[str, str], path: str = "/") -> str:
    """The text of _redirects. Below a path the host sees both forms: as asked, and passed on."""
    lines = [f"{old} {path}{new.removeprefix('/')} 301\n" for old, new in moved.items()]
    if path != "/":
        lines += [f"{path}{line.removeprefix('/')}" for line in lines]
    return "".join(lines)


def hashed_files(site: Path) -> list[str]:
    """The files whose name changes with their text: a reader never needs to ask for them again."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(name for name in names if re.search(HASHED, name))


def all_moved(root: Path, site: Path) -> dict[str, str]:
    """Old address -> new address, of pages and of the files that went with them."""
    moved = read_moved(root)[0]
    files: dict[str, str] = {}
    for old, new in moved.items():
        files |= moved_files(old, new, site)
    return moved | {old: new for old, new in files.items() if not (site / old[1:]).exists()}


def moved_files(old: str, new: str, site: Path) -> dict[str, str]:
    """Where the PDFs and the data of a record are now that its page moved.

    A PDF without a successor leads to the new page, so that a reader of an old link finds the rest.
    """
    if not (record := RECORD.fullmatch(old)):
        return {}
    page, target = new.partition("#")[0], RECORD.fullmatch(new.partition("#")[0])
    found = {f"{old}{record['id']}{suffix}.pdf": new for suffix in SHEETS}
    if target:
        names = {suffix: f"{page}{target['id']}{suffix}.pdf" for suffix in SHEETS}
        for suffix, name in names.items():
            if (site / name[1:]).is_file():
                found[f"{old}{record['id']}{suffix}.pdf"] = name
        data = f"/data/{target['kind']}/{target['id']}.json"
        if (site / data[1:]).is_file():
            found[f"/data/{record['kind']}/{record['id']}.json"] = data
    return found


def copy_moved_files(site: Path, moved: Mapping[str, str]) -> None:
    """Put a file at its old address too, for a host that can redirect nothing but a page."""
    for old, new in moved.items():
        if not old.endswith("/") and (site / new[1:]).is_file():
            (site / old[1:]).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site / new[1:], site / old[1:])


def put_policy_in_pages(site: BuiltSite, rules: str) -> list[Problem]:
    """For hosts that send no headers. Not for a folder without a server: there 'self' is nobody."""
    policy = f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{rules}">'
    text = f"{CHARSET} ontbreekt; zonder die regel krijgt de pagina geen veiligheidsregels"
    problems = [Problem(name, 1, text) for name, page in site.pages.items() if CHARSET not in page]
    for name, page in site.pages.items():
        site.pages[name] = page.replace(CHARSET, policy, 1)
    return problems
