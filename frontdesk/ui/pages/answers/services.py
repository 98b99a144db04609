"""What the answers page needs of the services."""

from typing import Protocol

from frontdesk.services.answer_use import AnswerUse
from frontdesk.ui.pages.desk.services import DeskServices


class AnswersServices(DeskServices, Protocol):
    """The part of ``app.Desk`` that this page works with."""

    @property
    def answer_use(self) -> AnswerUse: ...
