"""Same input, same output, byte for byte: in every form, whatever the order in which a set happens to stand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "harbour-fire"


def printed(seed: int, *words: str) -> bytes:
    path = os.pathsep.join(part for part in (str(ROOT / "src"), os.environ.get("PYTHONPATH", "")) if part)
    env = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-m", "sayso", *words, str(EXAMPLE)]
    done = subprocess.run(command, capture_output=True, check=False, env=env, timeout=120)  # noqa: S603 - our own program
    assert done.returncode == 1, done.stderr.decode()  # one report of the example is broken on purpose
    return done.stdout


@pytest.mark.parametrize(
    "words",
    [("claims",), ("lineage",), *(("brief", "--format", form) for form in ("terminal", "json", "html", "markdown"))],
    ids=" ".join,
)
def test_hash_seeds_change_no_byte(words: tuple[str, ...]) -> None:
    first, second = printed(1, *words), printed(4242, *words)
    assert first
    assert first == second
