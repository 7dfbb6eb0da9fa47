"""Times networkx, igraph and networkit on an edge list and prints seconds per indicator as JSON.

Usage: python bench/graph/peers.py FILE [SMALLER]   (needs networkx, igraph, networkit, numpy, scipy)

Each cell runs in a process of its own and is stopped after a minute; `figure` is the sum of the
indicator's values, so that agreement can be checked beside speed. Reading the file is not timed.
SMALLER is what this program printed of a smaller graph: cells that took over a minute there are
not tried again.
"""

import json
import multiprocessing
import statistics
import sys
import time

LIMIT = 60


def read(file):
    rows = [line.rstrip("\n").split("\t") for line in open(file, encoding="utf-8")]
    names = sorted({name for row in rows for name in row})
    number = {name: at for at, name in enumerate(names)}
    pairs = ((number[a], number[b]) for a, b in rows if a != b)
    return len(names), sorted({(min(a, b), max(a, b)) for a, b in pairs})


def networkx_cells(size, edges):
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(edges)

    def construction():
        made = nx.Graph()
        made.add_nodes_from(range(size))
        made.add_edges_from(edges)
        return made.number_of_edges()

    def largest():
        return graph.subgraph(max(nx.connected_components(graph), key=len))

    return {
        "construction": construction,
        "components": lambda: nx.number_connected_components(graph),
        "degree": lambda: sum(dict(graph.degree()).values()),
        "triangles": lambda: sum(nx.triangles(graph).values()) / 3,
        "transitivity": lambda: nx.transitivity(graph),
        "clustering": lambda: sum(nx.clustering(graph).values()),
        "assortativity": lambda: nx.degree_assortativity_coefficient(graph),
        "core_number": lambda: sum(nx.core_number(graph).values()),
        "articulation_points": lambda: len(set(nx.articulation_points(graph))),
        "bridges": lambda: len(list(nx.bridges(graph))),
        "pagerank": lambda: sum(nx.pagerank(graph, tol=1e-12, max_iter=1000).values()),
        "eigenvector": lambda: sum(nx.eigenvector_centrality_numpy(largest()).values()),
        "constraint": lambda: sum(nx.constraint(graph).values()),
        "effective_size": lambda: sum(nx.effective_size(graph).values()),
        "diameter": lambda: nx.diameter(largest(), usebounds=True),
        "closeness": lambda: sum(nx.closeness_centrality(graph).values()),
        "harmonic": lambda: sum(nx.harmonic_centrality(graph).values()),
        "efficiency": lambda: nx.global_efficiency(graph),
        "structure": lambda: nx.average_shortest_path_length(largest()),
        "betweenness": lambda: sum(nx.betweenness_centrality(graph, normalized=False).values()),
        "edge_betweenness": lambda: sum(nx.edge_betweenness_centrality(graph, normalized=False).values()),
    }


def igraph_cells(size, edges):
    import igraph
    import numpy

    graph = igraph.Graph(n=size, edges=edges)
    giant = graph.connected_components().giant

    def eigenvector():
        found = numpy.array(giant().eigenvector_centrality())
        return float((found / numpy.linalg.norm(found)).sum())

    def closeness():
        parts = graph.connected_components()
        sizes = numpy.array(parts.sizes())[numpy.array(parts.membership)]
        found = numpy.nan_to_num(numpy.array(graph.closeness()))
        return float((found * (sizes - 1) / (size - 1)).sum())

    return {
        "construction": lambda: igraph.Graph(n=size, edges=edges).ecount(),
        "components": lambda: len(graph.connected_components()),
        "degree": lambda: sum(graph.degree()),
        "triangles": lambda: len(graph.list_triangles()),
        "transitivity": lambda: graph.transitivity_undirected(),
        "clustering": lambda: sum(graph.transitivity_local_undirected(mode="zero")),
        "assortativity": lambda: graph.assortativity_degree(directed=False),
        "core_number": lambda: sum(graph.coreness()),
        "articulation_points": lambda: len(graph.articulation_points()),
        "bridges": lambda: len(graph.bridges()),
        "pagerank": lambda: sum(graph.pagerank()),
        "eigenvector": eigenvector,
        "constraint": lambda: sum(value for value in graph.constraint() if value == value),
        "leiden": lambda: graph.community_leiden("modularity", n_iterations=-1).modularity,
        "diameter": lambda: giant().diameter(),
        "closeness": closeness,
        "harmonic": lambda: sum(graph.harmonic_centrality(normalized=False)),
        "structure": lambda: giant().average_path_length(),
        "betweenness": lambda: sum(graph.betweenness()),
        "edge_betweenness": lambda: sum(graph.edge_betweenness()),
    }


def networkit_cells(size, edges):
    import networkit as nk
    import numpy

    def build():
        ends = numpy.array(edges, dtype=numpy.uint64)
        return nk.graph.GraphFromCoo((ends[:, 0], ends[:, 1]), n=size)

    graph = build()
    graph.indexEdges()

    def leiden():
        found = nk.community.ParallelLeiden(graph, 10).run().getPartition()
        return nk.community.Modularity().getQuality(found, graph)

    def edge_betweenness():
        return sum(nk.centrality.Betweenness(graph, computeEdgeCentrality=True).run().edgeScores()) / 2

    variant = nk.centrality.ClosenessVariant.GENERALIZED
    return {
        "construction": lambda: build().numberOfEdges(),
        "components": lambda: nk.components.ConnectedComponents(graph).run().numberOfComponents(),
        "clustering": lambda: sum(nk.centrality.LocalClusteringCoefficient(graph).run().scores()),
        "core_number": lambda: sum(nk.centrality.CoreDecomposition(graph).run().scores()),
        "pagerank": lambda: sum(nk.centrality.PageRank(graph, 0.85, 1e-12).run().scores()),
        "eigenvector": lambda: sum(nk.centrality.EigenvectorCentrality(graph, 1e-10).run().scores()),
        "leiden": leiden,
        "diameter": lambda: nk.distance.Diameter(graph, nk.distance.DiameterAlgo.EXACT).run().getDiameter()[0],
        "closeness": lambda: sum(nk.centrality.Closeness(graph, True, variant).run().scores()),
        "harmonic": lambda: sum(nk.centrality.HarmonicCloseness(graph, False).run().scores()),
        "betweenness": lambda: sum(nk.centrality.Betweenness(graph).run().scores()) / 2,
        "edge_betweenness": edge_betweenness,
    }


LIBRARIES = {"networkx": networkx_cells, "igraph": igraph_cells, "networkit": networkit_cells}


def run_cell(library, name, size, edges, sender):
    cell = LIBRARIES[library](size, edges)[name]
    sender.send("ready")
    seconds, begun = [], time.perf_counter()
    while len(seconds) < 5 and time.perf_counter() - begun < 4:
        start = time.perf_counter()
        figure = cell()
        seconds.append(time.perf_counter() - start)
    sender.send({"seconds": statistics.median(seconds), "figure": float(figure)})


def timed(library, name, size, edges):
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=run_cell, args=(library, name, size, edges, sender))
    child.start()
    sender.close()
    try:
        receiver.recv()
        result = receiver.recv() if receiver.poll(LIMIT) else {"over": LIMIT}
    except EOFError:
        result = {"failed": True}
    child.terminate()
    child.join()
    print(f"{library} {name}: {result}", file=sys.stderr, flush=True)
    return result


def main(file, smaller="{}"):
    size, edges = read(file)
    hopeless = {
        (library, name)
        for library, cells in json.loads(smaller).items()
        for name, cell in cells.items()
        if "over" in cell
    }
    path = [(0, 1), (1, 2)]
    names = {}
    for library in LIBRARIES:
        receiver, sender = multiprocessing.Pipe(duplex=False)
        lister = multiprocessing.Process(target=lambda: sender.send(list(LIBRARIES[library](3, path))))
        lister.start()
        names[library] = receiver.recv()
        lister.join()
    results = {
        library: {
            name: {"over": LIMIT} if (library, name) in hopeless else timed(library, name, size, edges)
            for name in cells
        }
        for library, cells in names.items()
    }
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    main(*sys.argv[1:])
