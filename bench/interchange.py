"""Loads one growing API by turns with dlt and with Headrace, and compares every result with that of dlt alone.

    python interchange.py HEADRACE [--postgres URL] [--work DIR] [--record FOLDER]

Runs under a Python that has dlt 1.26 with duckdb. Each load is a process of its own with an empty folder of pipelines, as on a machine that has never
seen the pipeline: state and schema come from the destination. Exit code 1 when anything differs. docs/reference/dlt.md shows the result.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import ThreadingHTTPServer

from dataset import DATASET, Dataset, expectations, snapshot, statements
from growing_api import Api, configuration

PIPELINE = "shop"
SEQUENCES = {
    "dlt alone": "dddd",
    "dlt, then Headrace": "ddhh",
    "Headrace, then dlt": "hhdd",
    "dlt, Headrace, dlt, Headrace": "dhdh",
    "Headrace, dlt, Headrace, dlt": "hdhd",
    "Headrace alone": "hhhh",
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
