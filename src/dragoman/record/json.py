"""Reports to JSON and back, and the schema of that JSON."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.errors import BadInput
from dragoman.record.report import Report

__all__ = ["report_from_json", "report_to_json", "schema"]

_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Report)


def report_to_json(report: Report, *, indent: int = 0) -> str:
    """Return the report as one JSON object, keys sorted; `indent` 0 is one line."""
    encoded = _ENCODER.encode(report)
    return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()


def report_from_json(data: str | bytes) -> Report:
    """Return the report of a JSON object; raises BadInput naming the field that is wrong."""
    try:
        return _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"not a coded report: {error}") from error


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a coded report."""
    made = msgspec.json.schema(Report)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
