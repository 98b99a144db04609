"""Sentences in the language of the moment, and everything that must follow when it changes."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.languages import Language
from frontdesk.domain.thai_dates import DateStyle, format_date, format_moment
from frontdesk.texts import Texts
from frontdesk.ui.qt_words import QtWords


class Bound(QObject):
    """A sentence on one widget; lives and dies with the widget."""

    def __init__(self, words: "Words", owner: QObject, apply: Callable[[str], None]) -> None:
        super().__init__(owner)
        self._words, self._apply = words, apply
        self._name, self._gaps = "", dict[str, object]()
        words.changed.connect(self.renew)

    def say(self, name: str, /, **gaps: object) -> None:
        """Show another sentence from now on."""
        self._name, self._gaps = name, gaps
        self.renew()

    def renew(self) -> None:
        self._apply(self._words(self._name, **self._gaps))


class Words(QObject):
    """The sentences of the product; calling it gives one. ``changed`` follows a change of language, and of how
    much may be said: on a ``discreet`` screen strangers can read along.
    """

    changed = Signal()

    def __init__(self, language: Language, texts: Texts | None = None, qt_words: QtWords | None = None) -> None:
        super().__init__()
        self._texts = texts or Texts(language)
        self.qt_words, self._discreet = qt_words or QtWords(), False
        self.put_qt_words()

    def __call__(self, name: str, /, **gaps: object) -> str:
        return self._texts(name, **gaps)

    @property
    def language(self) -> Language:
        return self._texts.language

    @property
    def discreet(self) -> bool:
        """Whether the screen faces the counter, so that what it says of people is cut short."""
        return self._discreet

    def set_discreet(self, discreet: bool) -> None:
        if discreet != self._discreet:
            self._discreet = discreet
            self.changed.emit()

    @property
    def texts(self) -> Texts:
        """The catalogue itself, always in the language of the moment."""
        return self._texts

    def set_language(self, language: Language) -> None:
        if language is not self.language:
            self._texts.language = language
            self.put_qt_words()
            self.changed.emit()

    def switch(self) -> None:
        """Change to the other language."""
        self.set_language(Language.EN if self.language is Language.TH else Language.TH)

    def in_language(self, language: Language, name: str, /, **gaps: object) -> str:
        """Return a sentence in a given language, whatever the screen speaks."""
        return Texts(language)(name, **gaps)

    def date(self, value: date, style: DateStyle = DateStyle.NORMAL) -> str:
        """Write a date: 3 พ.ย. 2569 / 3 Nov 2026."""
        return format_date(value, self.language, style)

    def moment(self, value: datetime, style: DateStyle = DateStyle.NORMAL) -> str:
        """Write a date with its time: 3 พ.ย. 2569 · 10:42."""
        return format_moment(value, self.language, style)

    def bind(self, obj: QObject, apply: Callable[[str], None], name: str, /, **gaps: object) -> Bound:
        """Apply a sentence now and after every change of language, as long as ``obj`` lives."""
        bound = Bound(self, obj, apply)
        bound.say(name, **gaps)
        return bound

    def put_qt_words(self) -> None:
        """Let Qt's own words follow this language."""
        self.qt_words.speak(self.language)
