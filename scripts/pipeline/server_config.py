"""What a host needs besides the pages: headers and redirects, in the language of each host.

nginx and Caddy read a file that comes with every release. Netlify and Cloudflare read _headers and
_redirects in the site itself. Pages of GitHub and GitLab send no headers of ours: there the policy
is in every page, and a moved page is a page.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path

from macros.model.problems import Problem
from scripts.pipeline.built_site import BuiltSite
from scripts.pipeline.published_urls import read_moved
from scripts.pipeline.security_headers import csp, headers, read_pins

HOSTS = ("netlify", "cloudflare", "pages")
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
root "{root}";
index index.html;
charset utf-8;
charset_types text/css text/javascript application/javascript application/json text/xml;
absolute_redirect off;
server_tokens off;
gzip_static on;
gzip_vary on;
error_page 404 /404.html;
{headers}
# An add_header in a location would drop all of the above: add none.
{redirects}
"""
CADDY = """# Inside the block of a site: import DIT_BESTAND
root * "{root}"
{headers}
{redirects}
file_server {{
	precompressed gzip
}}
handle_errors {{
	{headers}
	rewrite * /404.html
	file_server
}}
"""


def add_redirects(site: BuiltSite, root: Path) -> None:
    """Add a page at every old address, for hosts without redirects; it needs no script."""
    for old, new in read_moved(root)[0].items():
        to = html.escape("../" * old.strip("/").count("/") + "../" + new.lstrip("/"))
        site.pages[f"{old.strip('/')}/index.html"] = PAGE.format(to=to, old=old, new=new)


def write_server(folder: Path, webroot: Path, root: Path) -> None:
    """The rules for a web server of one's own, which come with a release."""
    fields, moved, site = headers(root), read_moved(root)[0], webroot / "live/site"
    folder.mkdir()
    (folder / "nginx.conf").write_text(nginx(fields, moved, site), "utf-8")
    (folder / "Caddyfile").write_text(caddy(fields, moved, site), "utf-8")


def prepare_for(host: str, site: BuiltSite, root: Path) -> list[Problem]:
    """Make a built site ready for a host that takes a folder."""
    if host == "pages":
        return put_policy_in_pages(site, csp(read_pins(root)))
    (site.folder / "_headers").write_text(cloud_headers(headers(root)), "utf-8")
    (site.folder / "_redirects").write_text(cloud_redirects(read_moved(root)[0]), "utf-8")
    return []


def nginx(fields: Mapping[str, str], moved: Mapping[str, str], site: Path) -> str:
    """A file to include in a server block."""
    lines = "\n".join(f'add_header {name} "{value}" always;' for name, value in fields.items())
    rules = "\n".join(f"location = {old} {{ return 301 {new}; }}" for old, new in moved.items())
    return NGINX.format(root=site, headers=lines, redirects=rules)


def caddy(fields: Mapping[str, str], moved: Mapping[str, str], site: Path) -> str:
    """A file to import in a site block."""
    block = "\n".join(
        ("header {", *(f'\t{name} "{value}"' for name, value in fields.items()), "\t-Server", "}")
    )
    return CADDY.format(
        root=site,
        headers=block,
        redirects="\n".join(f"redir {old} {new} permanent" for old, new in moved.items()),
    )


def cloud_headers(fields: Mapping[str, str]) -> str:
    """_headers, for Netlify and Cloudflare."""
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in fields.items())])


def cloud_redirects(moved: Mapping[str, str]) -> str:
    """_redirects, for Netlify and Cloudflare."""
    return "".join(f"{old} {new} 301\n" for old, new in moved.items())


def put_policy_in_pages(site: BuiltSite, rules: str) -> list[Problem]:
    """For hosts that send no headers. Not for a folder without a server: there 'self' is nobody."""
    policy = f'{CHARSET}<meta http-equiv="Content-Security-Policy" content="{rules}">'
    text = f"{CHARSET} ontbreekt; zonder die regel krijgt de pagina geen veiligheidsregels"
    problems = [Problem(name, 1, text) for name, page in site.pages.items() if CHARSET not in page]
    for name, page in site.pages.items():
        site.pages[name] = page.replace(CHARSET, policy, 1)
    return problems
