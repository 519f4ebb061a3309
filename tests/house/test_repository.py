import re
import tomllib
from pathlib import Path

# Joined here from halves, so that this file does not name what no file may name.
FORBIDDEN = re.compile(
    "|".join(
        [
            r"(?<![\w.])/(?:ro" + "ot|ho" + "me|wo" + r"rk|Users)/",
            "pypi" + r"\.org",
            "pythonho" + r"sted\.org",
            "registry" + r"\.npmjs",
            r"--(?:extra-)?ind" + "ex-url",
            r"\bwork" + r"tree\b",
            r"\bcla" + r"ude\b|\banth" + "ropic",
        ]
    ),
    re.IGNORECASE,
)
NO_TEXT = {".png", ".jpg", ".woff2", ".ico"}


def test_no_file_names_the_place_where_it_was_made(tracked: list[Path], root: Path) -> None:
    found = []
    for path in tracked:
        if path.suffix in NO_TEXT:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [(path.relative_to(root).as_posix(), hit.group()) for hit in FORBIDDEN.finditer(text)]
    assert found == []


def test_no_file_is_large(tracked: list[Path], root: Path) -> None:
    assert [path.relative_to(root).as_posix() for path in tracked if path.stat().st_size > 1_500_000] == []


def test_the_lock_file_holds_every_package_with_its_hash(root: Path) -> None:
    entries = re.split(r"\n(?=\S)", (root / "requirements.lock").read_text(encoding="utf-8").strip())
    assert [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_lock_file_holds_every_dependency_that_the_project_names(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    locked = {
        line.split("==")[0].lower()
        for line in (root / "requirements.lock").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    plain = {re.split(r"[<>=!~\[; ]", name)[0].lower().replace("_", "-") for name in named}
    assert sorted(plain - locked) == []


def test_the_change_log_tells_of_this_version(root: Path) -> None:
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    entry = re.search(
        rf"^## \[{re.escape(version)}\].*?(?=^## |\Z)",
        (root / "CHANGELOG.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    assert entry is not None
    assert re.search(r"^- \w", entry.group(), re.MULTILINE)


def test_the_architecture_page_names_every_package(root: Path) -> None:
    page = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {path.parent.relative_to(root / "src/sayso") for path in (root / "src/sayso").rglob("__init__.py")}
    first = sorted(
        {folder.parts[0] for folder in folders if folder.parts}
        | {f"stages/{f.parts[1]}" for f in folders if len(f.parts) > 1 and f.parts[0] == "stages"}
    )
    assert [name for name in first if f"{name.split('/')[-1]}/" not in page] == []
