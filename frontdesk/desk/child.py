"""Work in a process of its own, so that the station that asks goes on undisturbed."""

import asyncio
import sys


async def run(module: str, *values: str) -> bool:
    """Run a module with some values; return whether its work was done."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", module, *values,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        return await process.wait() == 0
    except asyncio.CancelledError:
        process.kill()
        raise
