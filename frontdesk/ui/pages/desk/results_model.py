"""The rows of the list as Qt sees them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from frontdesk.domain.people import Person
from frontdesk.ui.alike_words import new_person_words
from frontdesk.ui.contact_words import matter_word
from frontdesk.ui.pages.desk.counted import counted
from frontdesk.ui.pages.desk.rows import (
    AnswerRow,
    CaptionRow,
    ContactRow,
    DueRow,
    MoreRow,
    NewPersonRow,
    NumberRow,
    PersonRow,
    Row,
    ShortRow,
    SpaceRow,
    TryRow,
    selectable,
)
from frontdesk.ui.promise_words import due_word, what_word
from frontdesk.ui.words import Words

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class ResultsModel(QAbstractListModel):
    """Holds the rows; every change replaces them all, for they are few."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows. Nothing is told to the view if they are the same."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def place_of(self, key: tuple[str, str]) -> int:
        """Return where a row stands, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return spoken_row(self._words, row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and selectable(self._rows[index.row()]):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def spoken_row(words: Words, row: Row) -> str:
    """Say a row in words, as a screen reader reads it."""
    match row:
        case CaptionRow():
            return words(row.name, count=row.count)
        case AnswerRow(answer=answer):
            article = answer.article
            pinned = words("desk.pinned_answer") if article.pinned else ""
            parts = (article.say or article.say_en, article.title or article.title_en, article.department, pinned)
            place = words("desk.row_answer", number=row.number, total=row.total)
            return ", ".join((place, *(part for part in parts if part)))
        case ShortRow(article=article):
            return article.title or article.title_en
        case DueRow(promise=promise, now=now):
            return f"{what_word(words, promise)}, {due_word(words, promise, now)}"
        case MoreRow():
            return counted(words, "desk.more", row.count)
        case PersonRow(match=match):
            return _spoken_person(words, match.person, match.guess)
        case NumberRow():
            return words("desk.use_number")
        case ContactRow(match=match):
            return ", ".join(filter(None, (match.contact.person_name, matter_word(words, match.contact))))
        case NewPersonRow(new=new):
            return words("new_person.spoken", who=new_person_words(new, words))
        case SpaceRow():
            return ""
        case TryRow():
            return words("desk.try_word", word=row.word, count=row.count)


def _spoken_person(words: Words, person: Person, guess: bool) -> str:
    name = person.name or person.organisation
    return words("desk.row_guess", who=name) if guess else name
