"""Loads one growing API by turns with dlt and with Headrace, and compares every result with that of dlt alone.

    python interchange.py HEADRACE [--postgres URL] [--work DIR] [--record FOLDER]

Runs under a Python that has dlt 1.26 with duckdb. Each load is a process of its own with an empty folder of pipelines, as on a machine that has never
seen the pipeline: state and schema come from the destination. Exit code 1 when anything differs. docs/reference/dlt.md shows the result.
"""

import argparse
import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

PIPELINE, DATASET, SOURCE = "shop", "shop_data", "rest_api"
SEQUENCES = {
    "dlt alone": "dddd",
    "dlt, then Headrace": "ddhh",
    "Headrace, then dlt": "hhdd",
    "dlt, Headrace, dlt, Headrace": "dhdh",
    "Headrace, dlt, Headrace, dlt": "hdhd",
    "Headrace alone": "hhhh",
}


def time_of(minutes):
    return f"2026-03-{1 + minutes // 1440:02d}T{minutes // 60 % 24:02d}:{minutes % 60:02d}:00Z"


def order(number, phase):
    """An order as the API shows it in a phase; those that change do so in every phase."""
    changed = number % 5 == phase % 5 or number > Api.orders * (phase - 1)
    since = phase if changed else max(p for p in range(1, phase + 1) if number % 5 == p % 5 or number > Api.orders * (p - 1))
    record = {
        "id": number,
        "updated_at": time_of(since * 1000 + number),
        "customer": {"name": f"Zo\u00eb {number}", "address": {"city": ["Graz", "Porto"][number % 2]}},
        "total": number / 4 if number % 3 else number,
        "paid": number % 2 == 0,
        "note": None,
        "lines": [
            {"sku": f"S-{number}-{line}", "quantity": line + since, "tags": [f"t{tag}" for tag in range(line)]}
            for line in range((number + since) % 4)
        ],
    }
    if since >= 3:
        record["channel"] = "web"
        record["discounts"] = [{"code": f"D{number}", "percent": 2.5}]
    if since >= 4 and number % 7 == 0:
        record["paid"] = "partly"
    return record


def orders(phase, since):
    records = [order(number, phase) for number in range(1, Api.orders * phase + 1)]
    return sorted((r for r in records if r["updated_at"] >= since), key=lambda r: r["updated_at"])


def events(phase, after):
    return [
        {"event_id": number, "kind": ["view", "buy"][number % 2], "at": time_of(number), "payload": [number, number + 1]}
        for number in range(1, Api.events * phase + 1)
        if number >= after
    ]


def regions(phase):
    return [{"code": f"R{n}", "size": n * phase, "parts": [{"part": p} for p in range(n % 3)]} for n in range(1, 5 + phase)]


def notes(phase, parent):
    return [{"note_id": parent * 10 + n, "text": f"{parent}/{n}/{phase}"} for n in range(parent % 3)]


class Api(BaseHTTPRequestHandler):
    """What the API shows depends on the phase; it remembers what was asked."""

    phase, asked, shown, page_size = 1, [], {}, 25
    orders, events = 40, 70  # how many are added in each phase

    def do_GET(self):
        url = urlparse(self.path)
        query = {key: values[0] for key, values in parse_qs(url.query).items()}
        Api.asked.append(self.path)
        records = self.records(url.path.strip("/").split("/"), query)
        page = int(query.get("page", "1"))
        shown = records[(page - 1) * self.page_size : page * self.page_size]
        body = json.dumps({"data": shown, "pages": -(-len(records) // self.page_size)}).encode()
        Api.shown[self.path] = body.decode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def records(self, path, query):
        if path == ["orders"]:
            return orders(Api.phase, query["since"])
        if path == ["events"]:
            return events(Api.phase, int(query["after"]))
        if path == ["regions"]:
            return regions(Api.phase)
        return notes(Api.phase, int(path[1]))

    def log_message(self, *arguments):
        pass


def configuration(url):
    return {
        "client": {
            "base_url": url,
            "paginator": {"type": "page_number", "base_page": 1, "page_param": "page", "total_path": "pages"},
        },
        "resource_defaults": {"endpoint": {"data_selector": "data"}},
        "resources": [
            {
                "name": "orders",
                "primary_key": "id",
                "write_disposition": "merge",
                "endpoint": {
                    "path": "orders",
                    "params": {"since": "{incremental.start_value}"},
                    "incremental": {"cursor_path": "updated_at", "initial_value": "2026-03-01T00:00:00Z"},
                },
            },
            {
                "name": "events",
                "write_disposition": "append",
                "endpoint": {
                    "path": "events",
                    "params": {"after": {"type": "incremental", "cursor_path": "event_id", "initial_value": 0}},
                },
            },
            {"name": "regions", "write_disposition": "replace", "endpoint": {"path": "regions"}},
            {
                "name": "notes",
                "primary_key": "note_id",
                "write_disposition": "merge",
                "include_from_parent": ["id"],
                "endpoint": {"path": "orders/{resources.orders.id}/notes"},
            },
        ],
    }


def load_with_dlt(config, destination, pipelines):
    import dlt
    from dlt.sources.rest_api import rest_api_source

    target = dlt.destinations.postgres(destination) if "://" in destination else dlt.destinations.duckdb(destination)
    pipeline = dlt.pipeline(PIPELINE, destination=target, dataset_name=DATASET, pipelines_dir=pipelines)
    pipeline.run(rest_api_source(json.load(open(config)))).raise_on_failed_jobs()


def run(command, folder, environment):
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{result.stdout[-3000:]}\n{result.stderr[-6000:]}")


def load(tool, headrace, config, destination):
    """One load by one tool, on a machine without local state."""
    with tempfile.TemporaryDirectory() as machine:
        environment = dict(os.environ, HOME=machine, RUNTIME__DLTHUB_TELEMETRY="false")
        if tool == "d":
            command = [sys.executable, os.path.abspath(__file__), "--load", config, destination, machine + "/pipelines"]
        else:
            spec = destination if "://" in destination else "duckdb:" + destination
            command = [headrace, "run", config, "--pipeline", PIPELINE, "--dataset", DATASET, "--destination", spec,
                       "--pipelines-dir", machine + "/pipelines"]  # fmt: skip
        run(command, machine, environment)


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


def difference(expected, found, path=""):
    """The first places where two values differ."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted(set(expected) | set(found)):
            if key not in found or key not in expected:
                yield f"{path}/{key} is {'missing' if key not in found else 'additional: ' + str(found[key])[:200]}"
            else:
                yield from difference(expected[key], found[key], f"{path}/{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, (one, other) in enumerate(zip(expected, found)):
            yield from difference(one, other, f"{path}/{index}")
    elif expected != found:
        yield f"{path}: expected {str(expected)[:200]}, found {str(found)[:200]}"


def play(sequence, headrace, config, destination):
    """All phases by turns. Tells what was asked in each of them, and what stands there after each of them."""
    asked, shots = [], []
    for phase, tool in enumerate(sequence, start=1):
        Api.phase, Api.asked = phase, []
        load(tool, headrace, config, destination)
        asked.append(sorted(Api.asked))
        shots.append(snapshot(destination))
    return asked, shots


def record(arguments, config):
    """Files for a test without dlt: a dataset after two loads by dlt, what the API says then, and what dlt makes of it."""
    Api.phase, Api.shown, Api.orders, Api.events = 1, {}, 4, 5
    destination = os.path.join(arguments.work, "recorded.duckdb")
    load("d", arguments.headrace, config, destination)
    Api.phase = 2
    load("d", arguments.headrace, config, destination)
    with Dataset(destination) as dataset:
        write_lines(arguments.record, "dataset.sql", statements(dataset))
    Api.phase, Api.shown = 3, {}
    load("d", arguments.headrace, config, destination)
    write_lines(arguments.record, "answers.txt", [f"{path}\t{body}" for path, body in sorted(Api.shown.items())])
    write_lines(arguments.record, "shop.json", [json.dumps(configuration("URL"))])
    with Dataset(destination) as dataset:
        write_lines(arguments.record, "expected.txt", expectations(dataset))


def write_lines(folder, name, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in lines))


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


def new_destination(arguments, name):
    if not arguments.postgres:
        return os.path.join(arguments.work, name.replace(",", "").replace(" ", "_").lower() + ".duckdb")
    import psycopg2

    with psycopg2.connect(arguments.postgres) as connection, connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {DATASET} CASCADE; DROP SCHEMA IF EXISTS {DATASET}_staging CASCADE")
    return arguments.postgres


def compare(arguments, config):
    reference, differences = None, 0
    facts = None
    print(f"{'sequence':32}{'requests':>10}  what differs from dlt alone after any of the four loads")
    for name, sequence in SEQUENCES.items():
        asked, shots = play(sequence, arguments.headrace, config, new_destination(arguments, name))
        reference = reference or (asked, shots)
        found = []
        for phase, (one, other) in enumerate(zip(reference[1], shots), start=1):
            facts = list(one)
            for fact in facts:
                expected = [] if fact == "inner consistency" else one[fact]
                found += [f"load {phase}, {fact}{d}" for d in difference(expected, other[fact])]
        found += [f"load {p}, requests: {d}" for p, pair in enumerate(zip(reference[0], asked), start=1)
                  for d in difference(*pair)]  # fmt: skip
        print(f"{name:32}{sum(map(len, asked)):>10}  {'nothing' if not found else str(len(found)) + ' places'}", flush=True)
        for each in found[: arguments.show]:
            print("    " + each)
        differences += len(found)
    print(f"Compared after each load: requests, {', '.join(facts)}.")
    return differences


def arguments_of(parser):
    parser.add_argument("headrace")
    parser.add_argument("--postgres")
    parser.add_argument("--work")
    parser.add_argument("--record")
    parser.add_argument("--show", type=int, default=40)
    return parser.parse_args()


def main():
    if sys.argv[1:2] == ["--load"]:
        return load_with_dlt(*sys.argv[2:])
    arguments = arguments_of(argparse.ArgumentParser(description=__doc__.splitlines()[0]))
    arguments.headrace = os.path.abspath(arguments.headrace)
    arguments.work = arguments.work or tempfile.mkdtemp(prefix="interchange-")
    os.makedirs(arguments.work, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    config = os.path.join(arguments.work, "shop.json")
    with open(config, "w") as file:
        json.dump(configuration(f"http://127.0.0.1:{server.server_address[1]}"), file, indent=2)
    if arguments.record:
        return record(arguments, config)
    differences = compare(arguments, config)
    print("Databases:", arguments.postgres and "only that of the last sequence is there" or arguments.work)
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
