"""python3 opened.py FOLDER: what e2e/downloads.mjs saved, opened in other programs, beside what the pages show."""

import csv
import json
import sys
import zipfile
from pathlib import Path

import geopandas
import networkx
import openpyxl


def ends(rows):
    """Ties, and the places that they name; a network has no point, and is no place."""
    rows = list(rows)
    named = {row[f"id_{end}"] for row in rows for end in "ab" if row[f"lat_{end}"] not in ("", None)}
    return len(rows), len(named)


def from_csv(folder, _):
    with open(folder / "ties.csv", newline="", encoding="utf-8") as file:
        return ends(csv.DictReader(file))


def from_json(folder, _):
    view = json.loads((folder / "ties.json").read_text(encoding="utf-8"))
    return len(view["ties"]), len(view["places"])


def from_openpyxl(folder, _):
    rows = openpyxl.load_workbook(folder / "ties.xlsx", read_only=True)["Ties"].iter_rows(values_only=True)
    head = next(rows)
    return ends(dict(zip(head, row)) for row in rows)


def from_geopandas(folder, _):
    frame = geopandas.read_file(folder / "ties.geojson")
    assert frame.geometry.is_valid.all(), "a shape that is none"
    # A tie has a state, a place has none.
    is_tie = frame["state"].notna()
    return int(is_tie.sum()), int((~is_tie & (frame.geom_type == "Point")).sum())


def from_networkx(folder, is_members):
    graph = networkx.read_gexf(folder / "ties.gexf")
    # The network itself is a node too.
    return graph.number_of_edges(), graph.number_of_nodes() - int(is_members)


def from_archive(folder, _):
    """Each file in it is the file of the same name beside it."""
    with zipfile.ZipFile(folder / "data.zip") as archive:
        inside = {Path(name).name: archive.read(name) for name in archive.namelist()}
    for file in folder.glob("ties.*"):
        assert inside[file.name] == file.read_bytes(), f"{file.name} differs in the archive"
    return ends(csv.DictReader(inside["ties.csv"].decode("utf-8").splitlines()))


READERS = {
    "csv": from_csv,
    "json": from_json,
    "openpyxl": from_openpyxl,
    "geopandas": from_geopandas,
    "networkx": from_networkx,
    "zip": from_archive,
}


def main(folder):
    print("look".ljust(16), "page".rjust(14), *(name.rjust(14) for name in READERS))
    wrong = 0
    for look in sorted(path for path in folder.iterdir() if path.is_dir()):
        page = json.loads((look / "shown.json").read_text())
        shown = (page["ties"], page["places"])
        opened = [read(look, page["isMembers"]) for read in READERS.values()]
        wrong += sum(counts != shown for counts in opened)
        cells = [f"{ties} / {places}".rjust(14) for ties, places in [shown, *opened]]
        print(look.name.ljust(16), *cells)
    print("ties / places;", f"{wrong} differ from the page" if wrong else "all as the page shows them")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
