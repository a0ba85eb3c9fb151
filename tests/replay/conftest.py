import argparse
import csv
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

ZONE = ZoneInfo("Asia/Shanghai")

Sweep = Callable[[Path, str], dict[str, object]]


@pytest.fixture
def options(tmp_path: Path) -> Callable[..., argparse.Namespace]:
    def make(file: Path, **given: object) -> argparse.Namespace:
        named = {"date": "2026-03-02", "speed": None, "database": None, "json": True, "by": None, "operation": None}
        return argparse.Namespace(file=str(file), **{**named, **given})

    return make


@pytest.fixture
def write_log(tmp_path: Path) -> Callable[..., Path]:
    def write(*lines: str, header: str = "plate,arrived,received,left,received_by", encoding: str = "utf-8") -> Path:
        path = tmp_path / "log.csv"
        path.write_bytes("\n".join((header, *lines, "")).encode(encoding))
        return path

    return write


@pytest.fixture
def sweep() -> Sweep:
    """What a log's rows say by themselves: written apart from the program, on plain seconds."""

    def seconds(cell: str, day: str) -> int | None:
        return int(datetime.fromisoformat(f"{day}T{cell}").replace(tzinfo=ZONE).timestamp()) if cell else None

    def iso(at: int | None) -> str | None:
        return None if at is None else datetime.fromtimestamp(at, ZONE).isoformat()

    def look(path: Path, day: str) -> dict[str, object]:
        with path.open(encoding="utf-8-sig") as file:
            rows: list[dict[str, Any]] = [
                {
                    "car": row.get("plate") or f"苏A{row['customer']:0>5}",
                    **{name: seconds(row[name], day) for name in ("arrived", "received", "left")},
                }
                for row in csv.DictReader(file)
            ]
        last = max(at for row in rows for at in (row["arrived"], row["received"], row["left"]) if isinstance(at, int))
        found: list[tuple[str, str | None, int, int | None]] = []
        for row in rows:
            came = row["arrived"]
            assert isinstance(came, int)
            for kind, limit, ended in (
                ("over_stay", 1200, row["left"]),
                ("late_reception", 60, row["received"] if row["received"] is not None else row["left"]),
            ):
                if (last if ended is None else ended) > came + limit:
                    found.append((kind, row["car"], came + limit, ended))
        moves = [(row["left"], -1) for row in rows if row["left"] not in (None, row["arrived"])]
        moves += [(row["arrived"], 1) for row in rows if row["left"] != row["arrived"]]
        count, peak = 0, 0
        since: Any = None
        for at, change in sorted(moves):
            count += change
            peak = max(peak, count)
            if count == 4 and change == 1:
                since = at
            elif count == 3 and change == -1:
                found.append(("over_count", None, since, at))
                since = None
        if since is not None:
            found.append(("over_count", None, since, None))
        names = ("kind", "plate", "crossed_at", "cleared_at")
        escalations = [dict(zip(names, (k, p, iso(c), iso(e)), strict=True)) for k, p, c, e in found]
        return {"visits": len(rows), "peak_count": peak, "escalations": escalations}

    return look
