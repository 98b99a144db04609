"""Who may sign in, in the database."""

from sqlalchemy import ColumnElement, Connection, select

from frontdesk.domain.staff import PinRecord, Staff

from .rows import row_of, upsert
from .tables import staff as table
from .tables import staff_pins


class SqlStaff:
    """Implements the port ``StaffRegister``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, staff_id: str) -> Staff | None:
        return self._one(table.c.id == staff_id)

    def by_code(self, code: str) -> Staff | None:
        return self._one(table.c.code == code)

    def all(self) -> list[Staff]:
        rows = self._connection.execute(select(table).order_by(table.c.name, table.c.id))
        return [Staff(**row._asdict()) for row in rows]

    def save(self, staff: Staff) -> None:
        self._connection.execute(upsert(table).values(row_of(staff, table)))

    def pin(self, staff_id: str) -> PinRecord | None:
        columns = staff_pins.c
        query = select(columns.pin_hash, columns.failures, columns.locked_until, columns.digits)
        row = self._connection.execute(query.where(columns.staff_id == staff_id)).first()
        return None if row is None else PinRecord(*row)

    def set_pin(self, staff_id: str, record: PinRecord) -> None:
        row = row_of(record, staff_pins) | {"staff_id": staff_id}
        self._connection.execute(upsert(staff_pins).values(row))

    def _one(self, condition: ColumnElement[bool]) -> Staff | None:
        row = self._connection.execute(select(table).where(condition)).first()
        return None if row is None else Staff(**row._asdict())
