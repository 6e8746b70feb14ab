"""Pages that are not there, on hosts that show something for them: each host is asked once for a path that cannot be there (domain note 4.11)."""

import re
import secrets
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from crawler.blocked import Obstacle
from crawler.ledger import Ledger
from db.models import SiteState

ASK_AGAIN = timedelta(days=90)
"""Sites move to other systems; what a host shows for missing pages is then another page."""
HOME_PATH = re.compile(r"/?(?:(?:index|default|main)\.(?:s?html?|jsp|aspx?|php))?", re.IGNORECASE)
SHOWN = Obstacle(SiteState.SOFT_404, "shows what this site shows, with status 200, for any page that is not there")
LED_HOME = Obstacle(SiteState.SOFT_404, "leads to the home page")


class AbsentPages:
    """What one site shows for pages that are not there."""

    def __init__(self, ledger: Ledger, site_id: int, home: str) -> None:
        """Reads what earlier visits found out."""
        self._ledger, self._site_id, self._home = ledger, site_id, home
        self._host = urlsplit(home).hostname or ""
        known = ledger.absent_pages(site_id)
        self._asked = known.get(self._host, (None, None))[1]
        self._digests = {digest for digest, _ in known.values() if digest}

    def question(self) -> str | None:
        """An address that cannot be there, to be asked for; None where the host was asked in the last 90 days."""
        if self._asked is not None and datetime.now(UTC) - self._asked < ASK_AGAIN:
            return None
        return urljoin(self._home, f"/{secrets.token_hex(12)}.html")

    def answered(self, status: int, digest: str) -> None:
        """Write down what came: its payload digest where the status says that all is well."""
        shown = digest if status == 200 else None
        self._digests |= {shown} if shown else set()
        self._ledger.note_absent(self._site_id, self._host, shown)

    def obstacle(self, asked: str, arrived: str, status: int, digest: str) -> Obstacle | None:
        """What an answer is that is none: the page for missing pages, or the home page where another was asked for."""
        if status != 200 or _is_home(asked):  # some sites show their home page for what is missing; where it was asked for, it is what it is
            return None
        if _is_home(arrived):
            return LED_HOME
        return SHOWN if digest in self._digests else None


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return HOME_PATH.fullmatch(parts.path) is not None and not parts.query
