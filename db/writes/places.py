"""The table of divisions, filled from the list that comes with the code."""

from datetime import date

from sqlalchemy import Connection, delete, insert

from db import divisions
from db.models import Division
from db.rows import Row, table_of


def fill_divisions(connection: Connection) -> None:
    """Write all divisions anew, each with the days between which it can have been valid and the code that stands for it today."""
    table = table_of(Division)
    connection.execute(delete(table))
    connection.execute(insert(table), [_row(row) for row in divisions.all_current(former=True)])


def _row(row: divisions.Division) -> Row:
    return {
        "code": row.code,
        "name": row.name,
        "short_name": row.short_name,
        "level": row.level,
        "valid_from": None if row.began == date.min else row.began,
        "valid_to": None if row.ended == date.max else row.ended,
        "successor": divisions.today(row),
        "path": [above.name for above in divisions.parents(row)] + [row.name],
    }
