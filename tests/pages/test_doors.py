"""Every reader can say that something is wrong, with or without an account."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from macros.pages.code_host import CodeHost
from macros.pages.doors import Doors

HOST = CodeHost("https://host/repo/edit/main/{path}")


@pytest.mark.parametrize("contact", ["kist@example.nl", "mailto:kist@example.nl"])
def test_a_contact_gets_a_mail_that_names_the_page(contact: str) -> None:
    parts = urlsplit(Doors(HOST, contact).report("Wie & wat?", "https://x/wie/"))
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "kist@example.nl")
    query = parse_qs(parts.query)
    assert query["subject"] == ["Klopt hier iets niet? Wie & wat?"]
    assert "Pagina: https://x/wie/\r\n" in query["body"][0]


@pytest.mark.parametrize(
    ("doors", "start"),
    [
        (Doors(HOST, "https://example.nl/contact"), "https://example.nl/contact"),
        (Doors(HOST), "https://host/repo/issues/new?"),
        (Doors(HOST, "tel:112"), "https://host/repo/issues/new?"),  # no page may link to it
        (Doors(HOST, "javascript:a@b"), "https://host/repo/issues/new?"),
        (Doors(), ""),
    ],
)
def test_another_way_where_there_is_no_mail(doors: Doors, start: str) -> None:
    address = doors.report("Titel", "https://x/")
    assert address.startswith(start)
    assert bool(address) is bool(start)
