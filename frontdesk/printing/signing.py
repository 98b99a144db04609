"""What stands beside a line to sign on."""

from frontdesk.domain.thai_dates import format_moment
from frontdesk.services.paper import Signed
from frontdesk.texts import Texts


def signed_words(signed: Signed, texts: Texts) -> str:
    """Say when somebody signed and how, or leave room to write it."""
    if signed.at is None:
        return texts("printing.signed_at")
    how = "signed_by_name" if signed.by_name else "signed_by_pin"
    return texts(f"printing.{how}", moment=format_moment(signed.at, texts.language))
