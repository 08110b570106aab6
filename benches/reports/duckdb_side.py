"""The same SQL in DuckDB: over what PostgreSQL gave out, put into tables of its own memory first, which is not timed.

python3 duckdb_side.py FOLDER TIMES: reads FOLDER/{note,note_recipient,conversation}.csv and FOLDER/{house,site}.sql,
and writes how long each took in seconds, every time, and what it told, as JSON."""

import json
import sys
import time
from pathlib import Path

import duckdb

# Keys are sixteen bytes there. A UUID is the same here, and faster than a text.
TABLES = {
    "note": {
        "id": "UUID", "site_id": "UUID", "relayed_by_id": "UUID", "source": "VARCHAR", "state": "VARCHAR",
        "flags": "VARCHAR", "sent_at": "BIGINT",
    },
    "note_recipient": {
        "note_id": "UUID", "person_id": "UUID", "site_id": "UUID", "sent_at": "BIGINT", "read_at": "BIGINT",
        "is_withdrawn": "BOOLEAN",
    },
    "conversation": {
        "site_id": "UUID", "state": "VARCHAR", "flags": "VARCHAR", "source_name": "VARCHAR", "sent_at": "BIGINT",
        "answered_at": "BIGINT", "closed_at": "BIGINT",
    },
}


def load(conn, folder, table, columns):
    read = {name: "VARCHAR" if kind == "UUID" else kind for name, kind in columns.items()}
    # "\x0a…" is how PostgreSQL writes bytes.
    taken = [
        f"CAST(substr({name}, 3) AS UUID) AS {name}" if kind == "UUID" else name for name, kind in columns.items()
    ]
    conn.execute(
        f"CREATE TABLE {table} AS SELECT {', '.join(taken)} FROM read_csv(?, header = true, columns = {read},"
        " allow_quoted_nulls = false)",
        [str(folder / f"{table}.csv")],
    )


def main():
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    conn = duckdb.connect(":memory:")
    for table, columns in TABLES.items():
        load(conn, folder, table, columns)
    told = {}
    for page in ("house", "site"):
        statement = (folder / f"{page}.sql").read_text()
        seconds = []
        for _ in range(times):
            began = time.perf_counter()
            rows = conn.execute(statement).fetchall()
            seconds.append(time.perf_counter() - began)
        told[page] = {"seconds": seconds, "rows": [[str(unit), *rest] for unit, *rest in rows]}
    json.dump(told, sys.stdout)


main()
