"""A shop's API that grows from phase to phase, and the configuration that loads it."""

import json
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlparse


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
