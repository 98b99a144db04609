"""What the record of an answer says: who stands behind it, when it is due, what became of it."""

from datetime import date

from frontdesk.domain.answer_use import LIFT, LearnedWord
from frontdesk.domain.thai_dates import format_date, format_moment
from frontdesk.services.clock import SITE_ZONE
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.pages.answers.answer_file import AnswerFile, Change
from frontdesk.ui.pages.answers.record_lines import Line
from frontdesk.ui.words import Words

MOST_CHANGES, MOST_LEARNED = 3, 4


def record(file: AnswerFile, words: Words) -> tuple[Line, ...]:
    """Return where an answer belongs and who answers for it."""
    article, detail, language = file.article, file.detail, words.language
    values = (
        ("code", article.code),
        ("category", article.category),
        ("department", detail.department.shown(language)),
        ("owner", detail.owner.shown(language)),
        ("deputy", file.deputy.shown(language)),
        ("keywords", " · ".join(article.keywords)),
    )
    return tuple((words(f"answers.part_{name}"), value) for name, value in values)


def trust(file: AnswerFile, words: Words) -> tuple[Line, ...]:
    """Return who verified an answer and when it has to be looked at again."""
    article = file.article
    verified = " · ".join(
        filter(None, (_day(article.verified_on, words), file.detail.verified_by.shown(words.language)))
    )
    used = words("answers.used", count=file.detail.uses or 0)
    return (
        (words("answers.verified"), verified or words("desk.not_verified")),
        (words("answers.part_review_by"), _day(article.review_by, words)),
        (words("answers.part_pinned"), words("answers.pinned") if article.pinned else ""),
        (words("answers.usage"), used),
    )


def changes(file: AnswerFile, words: Words) -> tuple[Line, ...]:
    """Return the newest steps of the history: when, by whom, and what was changed."""
    lines = tuple((_when(change, words), _what(change, file, words)) for change in file.changes[:MOST_CHANGES])
    more = len(file.changes) - MOST_CHANGES
    return (*lines, (words("answers.earlier"), words("answers.used", count=more))) if more > 0 else lines


def learned(file: AnswerFile, words: Words) -> tuple[Line, ...]:
    """Return the words that lead to an answer by use: how often, when last, how far they lift it."""
    lessons, more = file.lessons, len(file.lessons.words) - MOST_LEARNED
    lines = [(row.word, _how_well(row, words)) for row in lessons.words[:MOST_LEARNED]]
    if more > 0:
        lines.append((words("answers.more_learned"), words("answers.words", count=more)))
    if lessons.reset is not None:
        one = file.staff.get(lessons.reset.by)
        who = staff_name(words, one) if one else lessons.reset.by
        lines.append((words("answers.reset_on"), f"{format_moment(lessons.reset.at, words.language)} · {who}"))
    return tuple(lines)


def _how_well(row: LearnedWord, words: Words) -> str:
    last = _day(row.last_at.astimezone(SITE_ZONE).date(), words)
    lift = round(100 * LIFT * row.strength)
    effect = words("answers.lifts", percent=lift) if lift else words("answers.lifts_nothing")
    return " · ".join((words("answers.used", count=row.uses), words("answers.last_used", day=last), effect))


def _day(day: date | None, words: Words) -> str:
    return format_date(day, words.language) if day else ""


def _when(change: Change, words: Words) -> str:
    return format_moment(change.at, words.language)


def _what(change: Change, file: AnswerFile, words: Words) -> str:
    one = file.staff.get(change.by)
    who = staff_name(words, one) if one else change.by
    fields = ", ".join(words(f"answers.part_{name}") for name in change.fields)
    return words("answers.change", who=who, fields=fields) if fields else who
