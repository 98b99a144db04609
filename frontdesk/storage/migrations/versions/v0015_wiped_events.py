"""Let what was said in the events of a promise be wiped out when its person is erased; nothing else of them changes."""

from alembic import op

revision = "0015"
down_revision = "0014"

_SAME = " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in ("id", "promise_id", "at", "by", "kind"))
_OWED_TO_NOBODY = " AND ".join(f"p.{name} = ''" for name in ("what", "person_id", "person_name", "number", "digits"))
_FOR_NOBODY = "OLD.kind = 'addressed' AND p.for_id = ''"
_ITS_PROMISE = "SELECT 1 FROM promises AS p WHERE p.id = OLD.promise_id"
_ERASED = f"EXISTS ({_ITS_PROMISE} AND (({_OWED_TO_NOBODY}) OR ({_FOR_NOBODY})))"


def upgrade() -> None:
    op.execute("DROP TRIGGER promise_events_no_update")
    op.execute(
        "CREATE TRIGGER promise_events_no_update BEFORE UPDATE ON promise_events "
        f"WHEN NOT coalesce(NEW.detail = '' AND {_SAME} AND {_ERASED}, 0) "
        "BEGIN SELECT RAISE(ABORT, 'promise_events is append-only'); END"
    )
