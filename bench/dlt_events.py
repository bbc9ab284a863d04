"""Loads the events API with dlt: URL PER_PAGE DATABASE PIPELINES_DIR default|best.

default is dlt as it comes; best is what its documentation on performance advises for a load like this one.
"""

import os
import sys

import dlt
from dlt.sources.rest_api import rest_api_source

url, per_page, database, pipelines_dir, settings = sys.argv[1:]
file_format = None
if settings == "best":
    # Parquet in the place of text that is inserted, fewer and larger writes, and files that both cores normalise.
    file_format = "parquet"
    os.environ["DATA_WRITER__BUFFER_MAX_ITEMS"] = "50000"
    os.environ["SOURCES__DATA_WRITER__FILE_MAX_ITEMS"] = "50000"
    os.environ["NORMALIZE__WORKERS"] = str(os.cpu_count())


def run():
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
    pipeline.run(source, loader_file_format=file_format).raise_on_failed_jobs()


# Workers that are spawned read this file, too.
if __name__ == "__main__":
    run()
