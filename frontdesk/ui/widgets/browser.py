"""Text with simple markup that comes from data: it can reach no file and no network."""

from typing import Any

from markdown_it import MarkdownIt
from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from frontdesk.domain.segmentation import with_breaks, without_breaks
from frontdesk.ui.kit import Kit

INDENT, REMEMBERED = 24, 20
SAFE_LINKS = ("https", "tel", "mailto", "kb")


class SafeBrowser(QTextBrowser):
    """Shows Markdown. Links only ask (``link_asked``), pictures and raw HTML are not shown."""

    link_asked = Signal(QUrl)

    def __init__(self, kit: Kit, name: str, style: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self._style, self._source = kit, style, ""
        self._made: dict[str, str] = {}
        self._markdown = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._on_anchor)
        kit.words.bind(self, self.setAccessibleName, name)
        kit.theme.changed.connect(self._render)

    def set_markdown(self, text: str) -> None:
        """Show a text; Thai lines break between words."""
        if text != self._source:
            self._source = text
            self._render()

    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002 - Qt's own name
        """Load nothing, whatever a document asks for."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is seen, without the invisible breaks."""
        data = QMimeData()
        data.setText(without_breaks(self.textCursor().selection().toPlainText()))
        return data

    def _render(self) -> None:
        theme = self.kit.theme
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(theme.px(INDENT))
        self.document().setDefaultFont(theme.font(self._style))
        self.document().setDefaultStyleSheet(f"a {{ color: {theme.color('accent').name()} }}")
        self.setHtml(self._html(self._source))
        self._space_lines(theme.line(self._style))

    def _html(self, source: str) -> str:
        """Return a text as HTML; while somebody types, the same few come again and again."""
        html = self._made.pop(source, None)
        if html is None:
            html = self._markdown.render(with_breaks(source))
        self._made[source] = html
        if len(self._made) > REMEMBERED:
            del self._made[next(iter(self._made))]
        return html

    def _space_lines(self, line: int) -> None:
        """Give every line the same distance, since a style sheet cannot."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setTopMargin(0)
        block.setBottomMargin(0)
        cursor.mergeBlockFormat(block)

    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() in SAFE_LINKS:
            self.link_asked.emit(url)
