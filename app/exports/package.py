"""datapackage.json: what the exported files are and what their columns hold (https://specs.frictionlessdata.io)."""

import json
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from app.exports.table import Column, Preset


def write(
    name: str, project_id: str, version: str, files: Mapping[str, Sequence[Column]], out: BinaryIO, preset: Preset
) -> None:
    """Describe the files, whose columns are given by their names."""
    described = {
        "profile": "tabular-data-package",
        "name": project_id.lower(),
        "title": name,
        "sources": [{"title": f"Counterclaim {version}"}],
        "resources": [_resource(path, columns, preset) for path, columns in files.items()],
    }
    out.write(json.dumps(described, ensure_ascii=False, indent=2).encode() + b"\n")


def _resource(path: str, columns: Sequence[Column], preset: Preset) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": path.removesuffix(".csv"),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n" if preset is Preset.EXCEL else "\n"},
        "schema": {
            "fields": [{"name": column.name, "type": "number" if column.number else "string"} for column in columns],
            "missingValues": [""],
        },
    }
