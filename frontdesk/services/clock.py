"""The real time."""

from datetime import UTC, date, datetime, timedelta, timezone

SITE_ZONE = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thailand keeps one offset the whole year."""


class SystemClock:
    """The computer's clock, in UTC, with dates as Thailand counts them."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now().astimezone(SITE_ZONE).date()
