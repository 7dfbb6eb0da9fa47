"""Prints our figures beside the peers': table.py LINE... (each a line of JSON, ours first)."""

import json
import sys

FILES = ("messy1000", "cldr1000")


def main(ours, *theirs):
    ours, peers = json.loads(ours), [json.loads(line) for line in theirs]
    print(
        f"\n{'single names, country given':<46}{'messy':>7}{'cldr':>7}{'names/s':>10}{'ratio':>8}"
        f"{'a quarter':>11}{'p50 ms':>9}{'p99 ms':>9}{'ready s':>9}{'MiB':>6}"
    )
    for one in [ours, *peers]:
        quarter, whole = one["messy1000"]
        ratio = ours["messy1000"][1]["per_second"] / whole["per_second"]
        print(
            f"{one['who']:<46}"
            + "".join(f"{one[file][1]['top1']:>7.3f}" for file in FILES)
            + f"{whole['per_second']:>10.1f}{ratio:>7.0f}x{quarter['per_second']:>11.1f}"
            f"{whole['p50_ms']:>9.3f}{whole['p99_ms']:>9.3f}{one['ready_s']:>9.4f}{one['resident_mib']:>6.0f}"
        )
    print("messy, cldr: share of first answers that are right. Speed: names of messy1000, all and a quarter of them;")
    print("processor seconds on one core; ratio: our speed over theirs.")


main(*sys.argv[1:])
