#!/usr/bin/env python3
"""Compares the figures of the quality gates with their floors; exits 1 below a floor. Lowering a floor is a visible act."""
import json
import re
import sys

# Figure -> floor. A floor stands a little under the figure last reached, see docs/quality.md.
FLOORS = {
    "seeds alert F1": 1.0,
    "seeds visitors F1": 1.0,
    "seeds status": 1.0,
    "seeds place": 1.0,
    "seeds clusters (alerted)": 1.0,
    "dev alert F1": 0.92,
    "dev visitors F1": 0.85,
    "dev status": 0.93,
    "dev place": 0.93,
    "dev clusters (alerted)": 0.95,
    "article text F1": 0.975,
    "feed cases, every point": 0.99,
}

# Figure -> ceiling: what must not be exceeded.
CEILINGS = {
    "dev first alerts per visit": 1.05,
}


def figures(work):
    for name in ("seeds", "dev"):
        with open(f"{work}/{name}.json", encoding="utf-8") as f:
            score = json.load(f)
        score = score.get("all", score)
        yield f"{name} alert F1", score["alert"]["f1"]
        yield f"{name} visitors F1", score["visitors"]["f1"]
        yield f"{name} status", score["status_accuracy"]
        yield f"{name} place", score["place_accuracy"]
        yield f"{name} clusters (alerted)", score["clusters_alerted"]["f1"]
    with open(f"{work}/first.json", encoding="utf-8") as f:
        yield "dev first alerts per visit", json.load(f)["per_visit"]
    with open(f"{work}/extract.txt", encoding="utf-8") as f:
        yield "article text F1", float(re.search(r"F1 ([0-9.]+)", f.read()).group(1))
    with open(f"{work}/feeds.json", encoding="utf-8") as f:
        good, count = json.load(f)["TOTAL"]["all"]
    yield "feed cases, every point", good / count


def main():
    below = 0
    for name, value in figures(sys.argv[1]):
        floor = FLOORS.get(name)
        ceiling = CEILINGS.get(name)
        bad = (floor is not None and value < floor) or (ceiling is not None and value > ceiling)
        below += bad
        print(f"{name:28} {value:.4f}  floor {'-' if floor is None else floor}"
              f"{'' if ceiling is None else f' ceiling {ceiling}'}{'  OUT OF BOUNDS' if bad else ''}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
