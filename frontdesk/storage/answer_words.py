"""What using answers taught, in the database: facts by contact, their sums by word, decisions."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, delete, func, insert, literal, select
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from frontdesk.domain.answer_use import LEAST_SHARE, Fact, Mark, MarkKind, Suggestion, WordUse, weight_of

from .rows import chunks, put, row_of, upsert
from .tables import answer_facts, answer_marks, answer_words, articles, meta, names

_RULES = "learning"


ALL = ""
"""Stands for the code in the row that sums up a word over all answers."""


def _strongest() -> Select[tuple[str, str, int, float, float, datetime]]:
    """Select for each word its sum and the few answers with a share of it worth naming."""
    sums, one = answer_words.alias("sums"), answer_words
    wanted: BindParameter[Any] = bindparam("words", expanding=True)
    strong = (one.c.word == sums.c.word) & (one.c.weight >= sums.c.weight * LEAST_SHARE) & (one.c.code != ALL)
    columns = (sums.c.word, articles.c.id, one.c.uses, one.c.weight, sums.c.weight.label("total"), one.c.last_at)
    return (
        select(*columns)
        .select_from(sums)
        .outerjoin(one, strong)
        .outerjoin(articles, (articles.c.code == one.c.code) & ~articles.c.archived)
        .where(sums.c.word.in_(wanted), sums.c.code == ALL)
    )


_STRONGEST = _strongest()


class SqlAnswerWords:
    """Implements the port ``AnswerWords``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, facts: Iterable[Fact]) -> None:
        taken = list(facts)
        for part in chunks(taken):
            put(self._connection, insert(answer_facts), [row_of(one, answer_facts) for one in part])
        put(self._connection, _counting(), _counted(one for one in taken if not one.missed))

    def known(self, contact_ids: Sequence[str]) -> set[str]:
        query = select(answer_facts.c.contact_id).where(answer_facts.c.contact_id.in_(contact_ids))
        return set(self._connection.scalars(query.distinct()))

    def take_back(self, contact_id: str) -> None:
        of_contact = answer_facts.c.contact_id == contact_id
        pairs = select(answer_facts.c.words, answer_facts.c.code).where(of_contact, ~answer_facts.c.missed)
        taught = self._connection.execute(pairs).all()
        self._connection.execute(delete(answer_facts).where(of_contact))
        for word, code in taught:
            self._count_anew(word, code)
        self._sum_up({word for word, _ in taught})

    def strongest(self, words: Sequence[str]) -> list[WordUse]:
        rows = self._connection.execute(_STRONGEST, {"words": words}).all()
        return [
            WordUse(row.word, row.id or "", row.uses or 0, row.weight or 0.0, row.total, row.last_at) for row in rows
        ]

    def of_article(self, article_id: str, code: str) -> list[WordUse]:
        one, sums = answer_words, answer_words.alias()
        query = select(one.c.word, one.c.uses, one.c.weight, sums.c.weight, one.c.last_at).where(one.c.code == code)
        query = query.join(sums, (sums.c.word == one.c.word) & (sums.c.code == ALL))
        rows = self._connection.execute(query.order_by(one.c.weight.desc(), one.c.word))
        return [WordUse(word, article_id, *rest) for word, *rest in rows]

    def missed(self, code: str = "") -> dict[str, list[Suggestion]]:
        at, one = answer_facts.c.at, answer_facts
        last = func.max(at, type_=at.type)
        query = select(one.c.code, one.c.words, func.count(), last).where(one.c.missed)
        query = query.where(one.c.code == code) if code else query
        found: dict[str, list[Suggestion]] = {}
        for key, words, times, last_at in self._connection.execute(query.group_by(one.c.code, one.c.words)):
            found.setdefault(key, []).append(Suggestion(words, times, last_at))
        return found

    def mark(self, mark: Mark) -> None:
        self._connection.execute(insert(answer_marks).values(row_of(mark, answer_marks)))

    def marks(self, codes: Iterable[str]) -> list[Mark]:
        query = select(*(c for c in answer_marks.columns if c.name != "id")).order_by(answer_marks.c.id)
        parts = (self._connection.execute(query.where(answer_marks.c.code.in_(part))) for part in chunks(codes))
        return [Mark(MarkKind(row.kind), row.code, row.words, row.by, row.at) for part in parts for row in part]

    def forget(self, code: str) -> None:
        facts = delete(answer_facts).where(answer_facts.c.code == code, ~answer_facts.c.missed)
        self._connection.execute(facts)
        of_answer = answer_words.c.code == code
        words = set(self._connection.scalars(select(answer_words.c.word).where(of_answer)))
        self._connection.execute(delete(answer_words).where(of_answer))
        self._sum_up(words)

    def clear(self) -> None:
        for table in (answer_facts, answer_words):
            self._connection.execute(delete(table))

    def names_on_file(self, keys: Iterable[str]) -> set[str]:
        parts = (select(names.c.key).where(names.c.kind.in_(("given", "family", "romanised")), names.c.key.in_(part))
                 for part in chunks(keys))  # fmt: skip
        return {key for query in parts for key in self._connection.scalars(query)}

    def rules(self) -> str:
        return self._connection.execute(select(meta.c.value).where(meta.c.name == _RULES)).scalar() or ""

    def set_rules(self, rules: str) -> None:
        self._connection.execute(upsert(meta).values(name=_RULES, value=rules))

    def _count_anew(self, word: str, code: str) -> None:
        """Sum up one word of one answer from the facts."""
        one = answer_facts
        query = select(one.c.at).where(~one.c.missed, one.c.code == code, one.c.words == word)
        days = self._connection.scalars(query.order_by(one.c.at, one.c.contact_id)).all()
        pair = (answer_words.c.word == word, answer_words.c.code == code)
        self._connection.execute(delete(answer_words).where(*pair))
        if days:
            weight = sum(weight_of(at.date()) for at in days)
            row = {"word": word, "code": code, "uses": len(days), "weight": weight, "last_at": days[-1]}
            self._connection.execute(insert(answer_words).values(row))

    def _sum_up(self, words: Iterable[str]) -> None:
        """Sum up words over all answers from what they count for each."""
        one, rest = answer_words, ("uses", "weight", "last_at")
        sums = (func.sum(one.c.uses), func.sum(one.c.weight), func.max(one.c.last_at))
        for part in chunks(sorted(words)):
            self._connection.execute(delete(one).where(one.c.word.in_(part), one.c.code == ALL))
            summed = select(one.c.word, literal(ALL), *sums).where(one.c.word.in_(part)).group_by(one.c.word)
            self._connection.execute(insert(one).from_select(["word", "code", *rest], summed))


def _counting() -> Insert:
    """Add one use to a word of an answer."""
    new = sqlite_insert(answer_words)
    old, fresh = answer_words.c, new.excluded
    return new.on_conflict_do_update(
        index_elements=["word", "code"],
        set_={
            "uses": old.uses + fresh.uses,
            "weight": old.weight + fresh.weight,
            "last_at": func.max(old.last_at, fresh.last_at, type_=old.last_at.type),
        },
    )


def _counted(facts: Iterable[Fact]) -> list[dict[str, object]]:
    """Sum up facts by word and answer, and by word."""
    sums: dict[tuple[str, str], tuple[int, float, datetime]] = {}
    for fact in facts:
        for code in (fact.code, ALL):
            uses, weight, last = sums.get((fact.words, code), (0, 0.0, fact.at))
            sums[fact.words, code] = uses + 1, weight + weight_of(fact.at.date()), max(last, fact.at)
    return [
        {"word": word, "code": code, "uses": uses, "weight": weight, "last_at": last}
        for (word, code), (uses, weight, last) in sums.items()
    ]
