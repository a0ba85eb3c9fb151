"""A weather service on this machine that answers as a test says: right, late, half, without end, something else."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

DAYS = ["2026-12-30", "2026-12-31", "2027-01-01"]
"""Over New Year."""
UNITS = {
    "time": "iso8601", "weather_code": "wmo code", "temperature_2m_max": "°C", "temperature_2m_min": "°C",
    "precipitation_sum": "mm", "snowfall_sum": "cm", "wind_gusts_10m_max": "m/s",
}  # fmt: skip


def right(**daily: Any) -> dict[str, Any]:
    """What Open-Meteo answers to what is asked; `daily`: other columns."""
    columns = {
        "time": DAYS, "weather_code": [61, 65, 3], "temperature_2m_max": [12.4, 15.5, 9.0],
        "temperature_2m_min": [3.6, 11.0, -2.5], "precipitation_sum": [4.2, 63.0, 0.0], "snowfall_sum": [0.0, 0.0, 0.0],
        "wind_gusts_10m_max": [8.1, 17.2, 3.0],
    }  # fmt: skip
    return {"latitude": 31.23, "timezone": "Asia/Shanghai", "daily_units": UNITS, "daily": {**columns, **daily}}


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """An answer of a server."""
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers, "", "")
    return "\r\n".join(lines).encode() + body


def answer(said: object) -> bytes:
    """An answer in JSON."""
    return http(json.dumps(said).encode(), "200 OK", "Content-Type: application/json")


@contextmanager
def serving(reply: bytes, *, late_s: float = 0.0, dripping: bool = False) -> Iterator[tuple[str, list[bytes]]]:
    """Serve one reply to whoever asks; gives the address, and what was asked.

    `late_s`: after how long; `dripping`: byte by byte, without end.
    """
    asked: list[bytes] = []
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.02)

        def serve() -> None:
            while not done.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                connection.settimeout(1)
                with connection:
                    asked.append(connection.recv(8192))
                    done.wait(late_s)
                    try:
                        connection.sendall(reply)
                        while dripping and not done.wait(0.01):
                            connection.sendall(b" ")
                    except OSError:
                        pass

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}", asked
        finally:
            done.set()
            thread.join()
