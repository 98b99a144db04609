"""What a person sees on the desk."""

from frontdesk.ui.pages.desk.rows import AnswerRow
from tests.ui.desk.conftest import AtDesk


def codes(at_desk: AtDesk) -> list[str]:
    """Return the codes of the answers listed, in order."""
    return [row.answer.article.code for row in at_desk.page.view.list.rows if isinstance(row, AnswerRow)]


def caller(at_desk: AtDesk) -> tuple[str, bool]:
    """Return whose card is shown, and whether they are only looked at."""
    state = at_desk.page.caller.state
    return (state.card.person.id if state.card else "", state.preview)
