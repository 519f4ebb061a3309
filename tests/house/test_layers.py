import subprocess
import sys
from pathlib import Path

from tests.house.source import Module


def test_the_import_contracts_hold(root: Path) -> None:
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([command, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_product_knows_nothing_of_its_measures(product: list[Module]) -> None:
    assert [m.name for m in product if "import evals" in m.source or "from evals" in m.source] == []
    assert [m.name for m in product if "../shared" in m.source or "SAYSO_SHARED" in m.source] == []
