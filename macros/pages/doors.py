"""The ways in for a reader or an editor who wants to change something of the site."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from macros.pages.code_host import CodeHost

EXPLAINED = "meeschrijven/#3-stel-een-vraag"  # what to do when the site knows no other way


@dataclass(frozen=True)
class Doors:
    """The doors of one site. `contact` is a web or mail address, of which mailto: may be absent."""

    host: CodeHost = field(default_factory=CodeHost)
    contact: str = ""

    @property
    def mail(self) -> str:
        """The mail address of the contact; '' when that is no mail address."""
        address = self.contact.strip().removeprefix("mailto:")
        return address if "@" in address and ":" not in address else ""

    @property
    def web(self) -> str:
        """The web address of the contact; '' when that is no web address."""
        address = self.contact.strip()
        return address if address.startswith("https://") else ""

    def report(self, title: str, page: str) -> str:
        """Where a reader says that this page has a fault; '' when the site knows no way.

        With a contact no account is needed, so that goes first.
        """
        subject = f"Klopt hier iets niet? {title}"
        if self.mail:
            body = f"Pagina: {page}\r\n\r\nWat klopt er niet?\r\n"  # RFC 6068
            query = urlencode({"subject": subject, "body": body}, quote_via=quote)
            return f"mailto:{quote(self.mail, safe='@+')}?{query}"
        return self.web or self.host.report(subject, page)
