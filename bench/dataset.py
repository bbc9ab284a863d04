"""What stands in a dataset of dlt's layout: for comparisons, and as SQL and queries for a test without dlt."""

import base64
import json
import zlib

DATASET = "shop_data"


class Dataset:
    """What stands in the database, as the comparison needs it."""

    def __init__(self, destination):
        if "://" in destination:
            import psycopg2

            self.connection = psycopg2.connect(destination)
            self.cursor = self.connection.cursor()
        else:
            import duckdb

            self.connection = duckdb.connect(destination, read_only=True)
            self.cursor = self.connection

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.connection.close()

    def rows(self, sql):
        self.cursor.execute(sql)
        return self.cursor.fetchall()

    def columns(self):
        found = {}
        for table, column, kind, nullable in self.rows(
            "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
            f"WHERE table_schema = '{DATASET}' ORDER BY table_name, ordinal_position"
        ):
            found.setdefault(table, []).append((column, kind, nullable))
        return found

    def values(self, table, columns):
        """The rows of a table by what the user knows of them; links between rows become the parents' values."""
        own = [c for c, _, _ in columns if not c.startswith("_dlt_") or c == "_dlt_list_idx"]
        listed = ", ".join(f't."{c}"' for c in own)
        if "_dlt_parent_id" not in [c for c, _, _ in columns]:
            return sorted(self.rows(f"SELECT {listed} FROM {DATASET}.{table} t"), key=repr)
        parent = table.rsplit("__", 1)[0]
        return sorted(
            self.rows(
                f"SELECT {listed}, {self.key(parent, 'p')} FROM {DATASET}.{table} t "
                f"LEFT JOIN {DATASET}.{parent} p ON p._dlt_id = t._dlt_parent_id"
            ),
            key=repr,
        )

    def key(self, table, alias):
        keys = {"orders": "id", "events": "event_id", "regions": "code", "orders__lines": "sku"}
        return f'{alias}."{keys[table]}"'

    def versions(self):
        return self.rows(
            "SELECT version, engine_version, schema_name, version_hash, schema "
            f"FROM {DATASET}._dlt_version ORDER BY inserted_at, version"
        )

    def loads(self):
        return self.rows(
            f"SELECT load_id, schema_name, status, schema_version_hash FROM {DATASET}._dlt_loads ORDER BY load_id"
        )

    def states(self):
        rows = self.rows(
            "SELECT version, engine_version, pipeline_name, state, version_hash, _dlt_load_id "
            f"FROM {DATASET}._dlt_pipeline_state ORDER BY _dlt_load_id"
        )
        return [row[:3] + (json.loads(zlib.decompress(base64.b64decode(row[3]))),) + row[4:] for row in rows]

    def broken(self):
        """Facts of the layout that must hold whoever wrote it; the list of those that do not."""
        problems = []
        columns = self.columns()
        loads = {row[0] for row in self.loads()}
        for table, described in columns.items():
            names = [c for c, _, _ in described]
            if table.startswith("_dlt_"):
                continue
            if self.rows(f"SELECT count(*) - count(DISTINCT _dlt_id) FROM {DATASET}.{table}")[0][0]:
                problems.append(f"{table}: _dlt_id twice")
            if "_dlt_load_id" in names:
                used = {row[0] for row in self.rows(f"SELECT DISTINCT _dlt_load_id FROM {DATASET}.{table}")}
                problems += [f"{table}: load {unknown} is not in _dlt_loads" for unknown in used - loads]
            for link, target in (("_dlt_parent_id", table.rsplit("__", 1)[0]), ("_dlt_root_id", table.split("__")[0])):
                if link in names and self.rows(
                    f"SELECT count(*) FROM {DATASET}.{table} t WHERE NOT EXISTS "
                    f"(SELECT 1 FROM {DATASET}.{target} p WHERE p._dlt_id = t.{link})"
                )[0][0]:
                    problems.append(f"{table}: {link} leads nowhere")
        return problems + self.broken_versions() + self.broken_states()

    def broken_versions(self):
        """Each stored schema must be one that dlt reads and whose hash dlt finds again."""
        from dlt.common.schema import Schema
        from dlt.common.schema.utils import generate_version_hash

        problems = []
        versions = self.versions()
        for version, engine, name, stored_hash, text in versions:
            document = json.loads(text)
            if (version, engine, name, stored_hash) != (
                document["version"], document["engine_version"], document["name"], document["version_hash"],
            ):  # fmt: skip
                problems.append(f"_dlt_version {version}: row and document differ")
            if generate_version_hash(document) != stored_hash:
                problems.append(f"_dlt_version {version}: dlt finds another hash")
            schema = Schema.from_stored_schema(document)
            if schema.stored_version_hash != stored_hash or schema.is_modified:
                problems.append(f"_dlt_version {version}: dlt changes it when reading")
        numbers = [row[0] for row in versions]
        if numbers != sorted(set(numbers)):
            problems.append(f"_dlt_version: versions do not rise: {numbers}")
        unknown = {row[3] for row in self.loads()} - {row[3] for row in versions}
        return problems + [f"_dlt_loads: schema {each} is not in _dlt_version" for each in unknown]

    def broken_states(self):
        from dlt.pipeline.state_sync import generate_pipeline_state_version_hash

        problems = []
        states = self.states()
        for version, engine, name, state, stored_hash, _ in states:
            if (version, engine) != (state["_state_version"], state["_state_engine_version"]):
                problems.append(f"_dlt_pipeline_state {version}: row and state differ")
            if generate_pipeline_state_version_hash(state) != stored_hash:
                problems.append(f"_dlt_pipeline_state {version}: dlt finds another hash")
        numbers = [row[0] for row in states]
        if numbers != sorted(set(numbers)):
            problems.append(f"_dlt_pipeline_state: versions do not rise: {numbers}")
        return problems


def snapshot(destination):
    with Dataset(destination) as dataset:
        return facts_of(dataset)


def facts_of(dataset):
    columns = dataset.columns()
    tables = {t: dataset.values(t, c) for t, c in columns.items() if not t.startswith("_dlt_")}
    schema = json.loads(dataset.versions()[-1][4])
    state = dataset.states()[-1][3]
    return {
        "rows": tables,
        "columns and types": {t: sorted(c) for t, c in columns.items()},
        "order of columns": {t: [name for name, _, _ in c] for t, c in columns.items()},
        "tables in the schema": {t: table_facts(v) for t, v in schema["tables"].items()},
        "settings, normalisers": {k: schema[k] for k in ("engine_version", "name", "settings", "normalizers")},
        "state of resources": state["sources"],
        "state otherwise": {k: v for k, v in state.items() if k not in ("sources", "_state_version", "_version_hash")},
        "loads": [(row[1], row[2]) for row in dataset.loads()],
        "inner consistency": dataset.broken(),
    }


def table_facts(table):
    """A table of the schema document without texts for people."""
    facts = {k: v for k, v in table.items() if k not in ("columns", "description")}
    facts["columns"] = {
        name: {k: v for k, v in column.items() if k != "description"} for name, column in table["columns"].items()
    }
    return facts


def statements(dataset):
    """The dataset as SQL, one statement a line."""
    yield f"CREATE SCHEMA {DATASET}"
    for table, columns in dataset.columns().items():
        listed = ", ".join(f'"{name}" {kind}{" NOT NULL" if null == "NO" else ""}' for name, kind, null in columns)
        yield f'CREATE TABLE {DATASET}."{table}" ({listed})'
        for row in dataset.rows(f'SELECT * FROM {DATASET}."{table}" ORDER BY ALL'):
            values = ", ".join("NULL" if v is None else "'" + str(v).replace("'", "''") + "'" for v in row)
            yield f'INSERT INTO {DATASET}."{table}" VALUES ({values})'


def expectations(dataset):
    """Queries, each after a question mark, and the rows that answer them."""
    queries = [
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
        f"WHERE table_schema = '{DATASET}' ORDER BY table_name, ordinal_position",
        f"SELECT count(*), min(status), max(status), count(DISTINCT schema_version_hash) FROM {DATASET}._dlt_loads",
        f"SELECT version, engine_version, schema_name, version_hash FROM {DATASET}._dlt_version ORDER BY version",
        f"SELECT version, engine_version, pipeline_name, version_hash FROM {DATASET}._dlt_pipeline_state ORDER BY version",
    ]
    for table, columns in dataset.columns().items():
        own = [(name, kind) for name, kind, _ in columns if not name.startswith("_dlt_")]
        if not table.startswith("_dlt_"):
            listed = ["timezone('UTC', " + f'"{name}")' if "ZONE" in kind else f'"{name}"' for name, kind in own]
            texts = ", ".join(f"CAST({each} AS VARCHAR)" for each in listed)
            queries.append(f"SELECT {texts} FROM {DATASET}.{table} ORDER BY ALL")
    for query in queries:
        yield "? " + query
        for row in dataset.rows(query):
            yield "|".join("null" if value is None else str(value) for value in row)
