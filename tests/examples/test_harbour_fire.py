import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2] / "examples"
FOLDER = ROOT / "harbour-fire"
FACTS = json.loads((ROOT / "harbour-fire.json").read_text("utf-8"))


def report_ids() -> set[str]:
    lines = (FOLDER / "07-wire.jsonl").read_text("utf-8").splitlines()
    return {path.stem for path in FOLDER.iterdir()} | {json.loads(line)["id"] for line in lines}


def test_every_fact_names_a_report_of_the_event() -> None:
    named = {link[side] for link in FACTS["lineage"] for side in "ab"}
    named |= {report for pair in FACTS["siblings"] for report in pair} | set(FACTS["unreadable"])
    named |= {warning["report"] for warning in FACTS["warnings"]}
    assert named <= report_ids()


def test_the_folder_mixes_formats_and_holds_fourteen_reports_or_more() -> None:
    assert {path.suffix for path in FOLDER.iterdir()} == {".txt", ".html", ".md", ".eml", ".jsonl"}
    assert len(report_ids()) >= 14


def test_outlets_stand_on_reserved_domains_alone() -> None:
    for path in FOLDER.iterdir():
        for line in path.read_text("utf-8", "replace").splitlines():
            for address in line.split("https://")[1:]:
                host = re.match(r"[\w.-]*", address)[0]
                assert host.endswith(".example") or host == "schema.org", (path.name, host)
