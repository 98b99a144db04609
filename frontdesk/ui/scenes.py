"""Drives the real window to a page and a state, and takes its picture."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.services.demo import RECEPTIONIST
from frontdesk.ui.gate_scenes import gate_steps
from frontdesk.ui.screenshot import save_picture
from frontdesk.ui.window_options import WindowOptions
from frontdesk.ui.workplace import Workplace

CALLER, WAITING = "081-234-5678", "089-765-4471"
QUERIES = {Language.TH: "บัตรหาย", Language.EN: "lost card"}
CORRECTED = {Language.TH: "[y9iskp", Language.EN: "สนหะ แฟพก"}
NARROWED = {Language.TH: "#บัตร หาย", Language.EN: "#บัตร lost card"}
NOTHING = {Language.TH: "โดรนถ่ายภาพ", Language.EN: "pet grooming"}
GUESSED = {Language.TH: "สมบัด หายทุก", Language.EN: "Sombat Haitook"}
PASSED_ON = {Language.TH: "บัตรทองหาย สิทธิหมดอายุ", Language.EN: "gold card lost"}
UNKNOWN = {Language.TH: "ที่จอดรถชั้นใต้ดินชาร์จรถไฟฟ้าได้ไหม", Language.EN: "EV charging ชาร์จรถ"}
SOMEBODY = {Language.TH: "สุดา ใจดี", Language.EN: "Suda Jaidee"}
REPORT = "report"
"""The one state of other pages than the desk: the log, or what is handed over, on paper beside it."""
SOMEBODYS_CODE = "P-0001"
USUAL_SIZE = (1366, 768)
LOOK_MS, PATIENCE_MS = 25, 30_000

Step = tuple[Callable[[], object], Callable[[], bool]]


class Scene(QObject):
    """Takes one step, waits until the window shows it, takes the next.

    ``done`` carries the ``DeskError`` that stood in the way, or None.
    """

    done = Signal(object)

    def __init__(self, place: Workplace, options: WindowOptions, file: Path) -> None:
        super().__init__(place)
        self._place, self._options, self._file = place, options, file
        self._steps: Iterator[Step] = iter(self._plan())
        self._ready: Callable[[], bool] = bool
        self._settled, self._left = False, PATIENCE_MS
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Show the window off the screen and start."""
        self._place.window.resize(*(self._options.size or USUAL_SIZE))
        self._place.window.show()
        self._timer.start(LOOK_MS)
        self._next()

    def _plan(self) -> list[Step]:
        place = self._place
        if self._options.page == "sign-in":
            return [(place.ask_who, _at_once)]
        steps: list[Step] = [(self._sign_in, self._listed)]
        page = self._options.page or "desk"
        page = "log" if self._options.state == REPORT and page == "desk" else page
        if page == "desk":
            return steps + self._states()[self._options.state]
        if page == "evacuation":
            return [*steps, (place.window.evacuation_asked.emit, lambda: place.pages.alarm.page.session.begun_here)]
        steps.append((lambda: place.window.open_page(page), _at_once))
        if page == "hand-over":
            steps.append((lambda: None, lambda: place.pages.hand_over.board is not None))
        if self._options.state == REPORT:
            steps.append(self._with_paper(page))
        if self._options.page == "promises":
            steps.append((place.pages.promises.refresh, lambda: bool(place.pages.promises.list.items)))
        if self._options.page == "supervise":
            steps.append((lambda: None, lambda: place.pages.supervise.found is not None))
        if page == "visitors":
            steps.extend(gate_steps(place.pages.gate, self._options.state, place.kit.words.language))
        if self._options.page == "people":
            steps.append((self._find_somebody, self._somebody_found))
        return steps

    def _with_paper(self, page: str) -> Step:
        """Show the paper beside its page."""
        pages = self._place.pages
        beside, ask = {
            "hand-over": (pages.hand_over_and_paper, pages.hand_over.print),
            "supervise": (pages.supervise_and_paper, pages.supervise.print),
        }.get(page, (pages.log_and_report, pages.log_and_report.open_report))
        return ask, lambda: beside.pane.sheet.image is not None

    def _states(self) -> dict[str, list[Step]]:
        """The states of the desk, each as the steps that lead to it."""
        desk = self._place.pages.desk
        waiting: Step = (self._park_one, lambda: bool(desk.session.waiting))
        ringing: Step = (lambda: desk.session.set_number(CALLER), lambda: bool(desk.caller.guess))
        known: Step = (desk.caller.confirm, lambda: desk.caller.state.card is not None)
        asked: Step = (lambda: self._type(QUERIES), self._answered)
        answer = [waiting, ringing, known, asked]
        return {
            "empty": [],
            "ringing": [waiting, ringing],
            "answer": answer,
            "corrected": [*answer[:-1], (lambda: self._type(CORRECTED), self._answered)],
            "literal": [
                (lambda: self._type(CORRECTED), lambda: desk.results.complete),
                (desk.box.take_literally, lambda: desk.results.complete),
            ],
            "narrowed": [(lambda: self._type(NARROWED), self._answered)],
            "nothing": [*answer[:-1], (lambda: self._type(NOTHING), lambda: desk.results.complete)],
            "noted": [
                (lambda: self._type(NOTHING), lambda: desk.results.complete),
                (self._note_gap, lambda: desk.view.strip.unanswered.isVisible()),
            ],
            "guess": [(lambda: self._type(GUESSED), lambda: desk.results.complete)],
            "gap": [
                *answer[:-1],
                (lambda: self._type(UNKNOWN), lambda: desk.results.complete),
                (desk.gap.ask, lambda: bool(desk.view.gap.due.text()) and desk.view.gap.similar.similar.count > 0),
            ],
            "transfer": [
                *answer[:-1],
                (lambda: self._type(PASSED_ON), self._answered),
                (desk.transfer.ask, lambda: desk.transfer.preview.receiver is not None),
            ],
            "finish": [*answer, (lambda: self._use_and_finish(), lambda: desk.view.strip.live)],
        }

    def _note_gap(self) -> None:
        """Leave the note that there was no answer, with the contact strip back in its place."""
        self._place.pages.desk.gap.ask()
        self._place.pages.desk.gap.leave()

    def _sign_in(self) -> None:
        staff = self._place.services.security.by_code(RECEPTIONIST)
        if staff is None:
            raise DeskError("picture_needs_demo")
        language = self._place.kit.words.language
        self._place.sign_in(staff)
        self._place.kit.words.set_language(language)

    def _listed(self) -> bool:
        return len(self._place.pages.desk.results.titles.quick) > 0

    def _park_one(self) -> None:
        desk = self._place.pages.desk
        desk.session.set_number(WAITING)
        desk.next_contact()

    def _type(self, words: dict[Language, str]) -> None:
        self._place.pages.desk.box.set_text(words[self._place.kit.words.language])

    def _find_somebody(self) -> None:
        self._place.pages.people.pane.box.setText(SOMEBODY[self._place.kit.words.language])

    def _somebody_found(self) -> bool:
        file = self._place.pages.people.card.file
        return file is not None and file.card.person.code == SOMEBODYS_CODE

    def _answered(self) -> bool:
        desk = self._place.pages.desk
        return desk.results.complete and desk.reader.detail is not None

    def _use_and_finish(self) -> None:
        desk = self._place.pages.desk
        desk.box.use_current()
        desk.contact.begin_finish()

    def _look(self) -> None:
        self._left -= LOOK_MS
        if self._left <= 0:
            self._finish(DeskError("picture_not_ready", name=self._file.name))
        elif self._ready() and not self._settled:
            self._settled = True
            self._place.tasks.run(_nothing, lambda _: QTimer.singleShot(4 * LOOK_MS, self._next))

    def _next(self) -> None:
        step = next(self._steps, None)
        act, self._ready = step or (self._save, bool)
        try:
            act()
        except DeskError as error:
            self._finish(error)
        self._settled = step is None

    def _save(self) -> None:
        width, height = self._options.size or USUAL_SIZE
        save_picture(self._place.window, self._file, width, height, self._options.scale)
        self._leave_no_trace()

    def _leave_no_trace(self) -> None:
        """Drop the drafts that the scene began, so that the next picture finds the desk as it was."""
        session, log = self._place.pages.desk.session, self._place.services.contact_log
        begun = [draft.id for draft in (*session.waiting, session.draft) if draft is not None]
        session.close()

        def drop() -> None:
            for draft_id in begun:
                log.drop_draft(draft_id)

        self._place.tasks.run(drop, lambda _: self._finish(None))

    def _finish(self, error: DeskError | None) -> None:
        self._timer.stop()
        self.done.emit(error)


def _at_once() -> bool:
    return True


def _nothing() -> None:
    """A job whose end tells that everything asked before has been read."""
