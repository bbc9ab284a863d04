"""Loads the events API with dlt, as its users would: URL PER_PAGE DATABASE PIPELINES_DIR."""

import sys

import dlt
from dlt.sources.rest_api import rest_api_source

url, per_page, database, pipelines_dir = sys.argv[1:]
source = rest_api_source(
    {
        "client": {
            "base_url": url,
            "paginator": {
                "type": "page_number",
                "base_page": 1,
                "page_param": "page",
                "total_path": "total_pages",
            },
        },
        "resources": [
            {
                "name": "events",
                "write_disposition": "append",
                "endpoint": {"path": "events", "params": {"per_page": int(per_page)}, "data_selector": "data"},
            }
        ],
    }
)
pipeline = dlt.pipeline(
    "bench",
    destination=dlt.destinations.duckdb(database),
    dataset_name="bench_data",
    pipelines_dir=pipelines_dir,
)
pipeline.run(source).raise_on_failed_jobs()
