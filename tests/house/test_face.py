import re
from importlib import import_module
from pathlib import Path

import pytest


@pytest.fixture
def commands() -> list[str]:
    return sorted(import_module("sayso.cli").COMMANDS)


def test_every_command_is_in_the_readme(commands: list[str], root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert [name for name in commands if f"sayso {name}" not in readme] == []


def test_every_option_is_in_the_readme(root: Path) -> None:
    options = re.findall(r'add_argument\("(--[a-z-]+)"', (root / "src/sayso/cli.py").read_text(encoding="utf-8"))
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert "--html" in options
    assert [option for option in options if option not in readme] == []


def test_every_make_target_of_the_help_exists_and_is_described(root: Path) -> None:
    text = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):(?!=)", text, re.MULTILINE))
    described = {
        line.split("make ")[1].split()[0].strip('"') for line in text.splitlines() if line.startswith('\t@echo "make ')
    }
    assert targets - described <= {"help", "clean"}
    assert described <= targets
