"""Makes cases/graph: small graphs as edge lists, with the values networkx gives for them.

Usage: python bench/graph/oracle.py cases/graph   (needs networkx, numpy, scipy)
"""

import json
import sys
from pathlib import Path

import networkx as nx
import numpy as np


def graphs():
    yield "florentine", nx.florentine_families_graph()
    yield "karate", nx.Graph(nx.karate_club_graph().edges())
    yield "les-miserables", nx.Graph(nx.les_miserables_graph().edges())
    yield "two-components", nx.disjoint_union(nx.barbell_graph(5, 3), nx.star_graph(4))
    yield "sparse", nx.Graph(nx.gnm_random_graph(60, 75, seed=1).edges())


def structure(graph):
    largest = graph.subgraph(max(sorted(map(sorted, nx.connected_components(graph))), key=len))
    return {
        "nodes": len(graph),
        "edges": graph.number_of_edges(),
        "components": nx.number_connected_components(graph),
        "largest_component": len(largest),
        "diameter": nx.diameter(largest),
        "mean_distance": nx.average_shortest_path_length(largest),
        "triangles": sum(nx.triangles(graph).values()) // 3,
        "transitivity": nx.transitivity(graph),
        "clustering": nx.average_clustering(graph),
        "assortativity": nx.degree_assortativity_coefficient(graph),
        "max_degree": max(degree for _, degree in graph.degree()),
        "max_core": max(nx.core_number(graph).values()),
        "articulation_points": len(set(nx.articulation_points(graph))),
        "bridges": len(list(nx.bridges(graph))),
    }


def eigenvector(graph):
    members = sorted(max(sorted(map(sorted, nx.connected_components(graph))), key=len))
    values, vectors = np.linalg.eigh(nx.to_numpy_array(graph, nodelist=members, weight=None))
    return dict(zip(members, map(float, np.abs(vectors[:, -1]))))


def values(graph):
    return {
        "structure": structure(graph),
        "betweenness": nx.betweenness_centrality(graph, normalized=False),
        "closeness": nx.closeness_centrality(graph),
        "clustering": nx.clustering(graph),
        "constraint": nx.constraint(graph),
        "core_number": nx.core_number(graph),
        "eigenvector": eigenvector(graph),
        "harmonic": nx.harmonic_centrality(graph),
        "pagerank": nx.pagerank(graph, tol=1e-15, max_iter=10_000),
    }


def main(folder):
    for name, graph in graphs():
        graph = nx.relabel_nodes(graph, {node: str(node) for node in graph})
        edges = sorted(tuple(sorted(edge)) for edge in graph.edges())
        graph = nx.Graph(edges)
        Path(folder, f"{name}.tsv").write_text("".join(f"{a}\t{b}\n" for a, b in edges))
        Path(folder, f"{name}.json").write_text(json.dumps(values(graph), indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
