"""`python -m benchmarks [NAME…]`: every benchmark here, or the named ones; exit code 1 where a floor does not hold."""

import sys
from importlib import import_module
from pathlib import Path

__all__ = ["benchmarks", "main"]


def benchmarks() -> list[str]:
    """Return the names of the modules here that offer `main() -> bool` under a floor."""
    here = Path(__file__).parent
    return sorted(path.stem for path in here.glob("*.py") if "\ndef main() -> bool:" in path.read_text("utf-8"))


def main(asked: list[str]) -> int:
    """Run the benchmarks one after another, never two at once: each needs the machine for itself."""
    known = benchmarks()
    if unknown := sorted(set(asked) - set(known)):
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    held = []
    for name in asked or known:
        print(f"\n== {name}")
        held.append(import_module(f"benchmarks.{name}").main())
    return int(not all(held))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
