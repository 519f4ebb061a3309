import subprocess
from pathlib import Path

import pytest

from tests.house.source import ROOT, Module


def _modules(folder: str) -> list[Module]:
    return [Module(path) for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def product() -> list[Module]:
    """The modules that users get."""
    return _modules("src")


@pytest.fixture(scope="session")
def everything(product: list[Module]) -> list[Module]:
    """The modules that we keep: the product, its measures and its tests."""
    return [*product, *_modules("evals"), *_modules("benchmarks"), *_modules("tests")]


@pytest.fixture(scope="session")
def tracked() -> list[Path]:
    """All files that the repository holds, or would hold after the next commit."""
    asked = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(asked, capture_output=True, text=True, check=True).stdout  # noqa: S603 - a fixed command
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("git does not tell which files are the repository's (an unpacked archive)")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]
