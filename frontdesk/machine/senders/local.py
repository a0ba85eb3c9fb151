"""Handing a text over on this machine: a file in a folder, or a program that reads it on standard input."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

from frontdesk.domain.messages.delivery import RECEIPT_LIMIT, Answer, Delivery, Parcel
from frontdesk.domain.values.text import clean_line

Json = dict[str, object]


def as_object(parcel: Parcel) -> Json:
    """Return what is handed over; a program tells by the numbers whether it has had it before."""
    return {
        "numbers": list(parcel.numbers),
        "phone": parcel.phone,
        "name": parcel.name,
        "purpose": parcel.purpose,
        "text": parcel.text,
        "at": parcel.at,
    }


def into_folder(folder: Path, parcel: Parcel) -> Delivery:
    """Put a text into a folder as a file that is there whole or not at all; only its owner can read it."""
    name = f"message-{'-'.join(map(str, parcel.numbers[:4])) or 'test'}-{parcel.at:x}"
    building, file = folder / f".{name}.part", folder / f"{name}.json"
    try:
        descriptor = os.open(building, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as writing:
            json.dump(as_object(parcel), writing, ensure_ascii=False)
            writing.flush()
            os.fsync(writing.fileno())
        building.replace(file)
    except OSError as error:
        return Delivery(Answer.LATER, clean_line(error.strerror or type(error).__name__, RECEIPT_LIMIT))
    return Delivery(Answer.SENT, file.name)


async def to_program(program: str, parcel: Parcel, *, within_s: float) -> Delivery:
    """Run a program with one JSON object on its standard input: it has sent it where it ends with 0, in time."""
    none = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            program, stdin=asyncio.subprocess.PIPE, stdout=none, stderr=none, start_new_session=True
        )
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        return Delivery(Answer.LATER, clean_line(detail, RECEIPT_LIMIT))
    said = json.dumps(as_object(parcel), ensure_ascii=False).encode()
    try:
        async with asyncio.timeout(within_s):
            await process.communicate(said)
    except TimeoutError:
        # With whatever it has begun.
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        return Delivery(Answer.UNCERTAIN, "no end in time")
    code = process.returncode
    return Delivery(Answer.SENT if code == 0 else Answer.LATER, f"exit {code}")
