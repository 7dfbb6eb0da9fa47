"""Prints our timings beside the peers' with their ratio: table.py FILE OURS THEIRS (both JSON texts)."""

import json
import sys


def seconds(cell):
    if cell is None:
        return None, "–"
    if "over" in cell:
        return None, f"> {cell['over']} s"
    return cell["seconds"], f"{cell['seconds']:.4f}"


def main():
    path, ours, theirs = sys.argv[1:4]
    ours, theirs = json.loads(ours), json.loads(theirs)
    (mine,) = ours.values()
    peers = sorted(theirs)
    print(f"\n{path}\n{'indicator':<22}{'comity s':>12}" + "".join(f"{p:>14}{'ratio':>9}" for p in peers))
    for indicator in sorted(mine):
        own, shown = seconds(mine[indicator])
        line = f"{indicator:<22}{shown:>12}"
        for peer in peers:
            time, text = seconds(theirs[peer].get(indicator))
            ratio = f"{time / own:.0f}x" if own and time else "–"
            line += f"{text:>14}{ratio:>9}"
        print(line)


main()
