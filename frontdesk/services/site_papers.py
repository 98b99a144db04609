"""What is the same on every paper of a site: its name, its logo, when the paper must be destroyed."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from frontdesk.domain.languages import Language

from .clock import SITE_ZONE
from .paper import Letterhead, Paper
from .repositories import Repositories

KEEP_DAYS = 365
"""How long a paper may be kept where nobody says otherwise."""


def site_paper(
    repos: Repositories, language: Language, logo: Path, as_of: datetime | None, *,
    keep_days: int = KEEP_DAYS, full_numbers: bool = False, chain_head: str | None = None,
) -> Paper:  # fmt: skip
    """Return what a paper of this site bears. ``logo`` is a file that may be missing; ``chain_head`` that of the record
    when the paper was signed, by default the present one."""
    site, head = repos.site.get(), repos.chain.head()
    present = head.printed if head.count else ""
    name = site.name_en if language is Language.EN and site.name_en else site.name
    return Paper(
        language, Letterhead(name, logo=logo if logo.is_file() else None), as_of,
        destroy_by=as_of.astimezone(SITE_ZONE).date() + timedelta(days=keep_days) if as_of else None,
        full_numbers=full_numbers, chain_head=present if chain_head is None else chain_head,
    )  # fmt: skip


def start_of(day: date | None) -> datetime | None:
    """Return when a day begins at the site, in UTC."""
    return datetime.combine(day, time.min, SITE_ZONE).astimezone(UTC) if day else None


def end_of(day: date | None) -> datetime | None:
    """Return when a day is over at the site, in UTC."""
    return start_of(day + timedelta(days=1)) if day else None
