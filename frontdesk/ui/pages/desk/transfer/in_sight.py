"""What the list says about a transfer: the best answer for the words, and whom of the directory somebody chose."""

from frontdesk.domain.articles import Article
from frontdesk.domain.inner_number import LISTED
from frontdesk.ui.pages.desk.results_list import ResultsList
from frontdesk.ui.pages.desk.row_builder import Listing
from frontdesk.ui.pages.desk.rows import AnswerRow, PersonRow, ShortRow


def answer_in_sight(rows: ResultsList, listing: Listing) -> Article | None:
    """Return the answer that is selected, else the first of those that hold what was asked."""
    match rows.current_row():
        case AnswerRow(answer=answer):
            return answer.article
        case ShortRow(article=article) if rows.picked:
            return article
        case _:
            exact = () if listing.near or not listing.query.strip() else rows.rows
            return next((row.answer.article for row in exact if isinstance(row, AnswerRow)), None)


def chosen_receiver(rows: ResultsList) -> str:
    """Return the id of the one of the directory who is selected, or nothing."""
    row = rows.current_row()
    return row.match.person.id if isinstance(row, PersonRow) and row.match.person.kind in LISTED else ""
