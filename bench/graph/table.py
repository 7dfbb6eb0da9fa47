"""Prints our timings beside the peers' with their ratio, and how ours grow with the graph.

Usage: table.py FILE OURS THEIRS [FILE OURS THEIRS …]   (OURS and THEIRS are JSON texts; the smallest graph first)
"""

import json
import statistics
import sys


def seconds(cell):
    if cell is None or "failed" in cell:
        return None, "–"
    if "over" in cell:
        return None, f"> {cell['over']} s"
    return cell["seconds"], f"{cell['seconds']:.4f}"


def times(theirs, own):
    """How many times slower they are; at least so many where they were stopped."""
    if theirs is None or not own:
        return None
    return theirs.get("seconds", theirs.get("over", 0)) / own or None


def print_table(path, mine, theirs):
    peers = sorted(theirs)
    print(f"\n{path}\n{'indicator':<22}{'comity s':>12}" + "".join(f"{p:>14}{'ratio':>9}" for p in peers))
    ratios = {peer: [] for peer in peers}
    slower = []
    for indicator in sorted(mine):
        own, shown = seconds(mine[indicator])
        line = f"{indicator:<22}{shown:>12}"
        best = []
        for peer in peers:
            cell = theirs[peer].get(indicator)
            _, text = seconds(cell)
            ratio = times(cell, own)
            line += f"{text:>14}{f'{ratio:.1f}x' if ratio else '–':>9}"
            if ratio:
                ratios[peer].append(ratio)
                best.append(ratio)
        if best and min(best) < 1:
            slower.append(f"{indicator} ({min(best):.2f}x)")
        print(line)
    print(f"all of ours: {sum(seconds(cell)[0] or 60 for cell in mine.values()):.2f} s")
    print("median ratio: " + ", ".join(f"{p} {statistics.median(r):.0f}x" for p, r in ratios.items() if r))
    print("slower than the best of the others: " + (", ".join(slower) or "none"))


def print_growth(files, ours):
    print("\ngrowth of ours, seconds\n" + f"{'indicator':<22}" + "".join(f"{file:>16}" for file in files))
    for indicator in sorted(ours[0]):
        print(f"{indicator:<22}" + "".join(f"{seconds(mine.get(indicator))[1]:>16}" for mine in ours))


def main():
    given = sys.argv[1:]
    files, ours = given[0::3], [json.loads(text)["comity"] for text in given[1::3]]
    for file, mine, theirs in zip(files, ours, given[2::3]):
        print_table(file, mine, json.loads(theirs))
    print_growth([f"graph {at + 1}" for at in range(len(files))], ours)


main()
