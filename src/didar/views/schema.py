"""The shape of a record as JSON Schema, made from `records.py`; `make schema` writes it into docs."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from didar.records import Record

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `didar read --format json` prints on each line."""
    (schema,), definitions = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    whole = {"$schema": _DRAFT, "title": "Didar record, version 1", **schema, "$defs": definitions}
    # Through JSON, in which the defaults that are tuples are lists.
    return dict(json.loads(json.dumps(whole)))


if __name__ == "__main__":
    print(json.dumps(record_schema(), ensure_ascii=False, indent=1))
