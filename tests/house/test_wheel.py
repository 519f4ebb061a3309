import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile


def test_the_wheel_brings_the_word_lists_and_templates(root: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(build, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(ZipFile(wheel).namelist())
    ours = [path for path in (root / "src").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [path.name for path in ours if path.relative_to(root / "src").as_posix() not in inside] == []
    assert any(name.endswith(".toml") for name in inside)
