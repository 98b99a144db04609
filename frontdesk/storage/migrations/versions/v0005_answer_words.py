"""What callers typed before an answer was used is kept with it, and the words are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _text(name: str, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, primary_key=key, server_default=None if key else "")


def _time(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def upgrade() -> None:
    op.add_column("contact_articles", _text("words"))
    op.add_column("contact_articles", sa.Column("missed", sa.Text, nullable=False, server_default="[]"))
    _facts()
    _words()
    _marks()


def _facts() -> None:
    op.create_table(
        "answer_facts",
        sa.Column("contact_id", sa.String(36), sa.ForeignKey("contacts.id"), primary_key=True, nullable=False),
        _text("code", key=True),
        sa.Column("missed", sa.Boolean, primary_key=True, nullable=False),
        _text("words", key=True),
        _time("at"),
    )
    op.create_index("ix_answer_facts_words", "answer_facts", ["missed", "code", "words", "at"])


def _words() -> None:
    op.create_table(
        "answer_words",
        _text("word", key=True),
        _text("code", key=True),
        sa.Column("uses", sa.Integer, nullable=False, server_default="0"),
        sa.Column("weight", sa.Float, nullable=False),
        _time("last_at"),
    )
    op.create_index("ix_answer_words_weight", "answer_words", ["word", "weight"])
    op.create_index("ix_answer_words_code", "answer_words", ["code", "weight"])


def _marks() -> None:
    op.create_table(
        "answer_marks",
        sa.Column("id", sa.Integer, primary_key=True),
        *(_text(name) for name in ("kind", "code", "words", "by")),
        _time("at"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_answer_marks_code", "answer_marks", ["code", "kind"])
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER answer_marks_no_{act.lower()} BEFORE {act} ON answer_marks "
            "BEGIN SELECT RAISE(ABORT, 'answer_marks is append-only'); END"
        )
