#!/usr/bin/env python3
"""First alerts per true visit: ALERTS.jsonl of a replay and the labels. Prints JSON."""
import collections
import json
import sys


def rows(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def main():
    visit_of = {r["id"]: r["visit_id"] for r in rows(sys.argv[2]) if r["label"] != "neg"}
    told = collections.defaultdict(set)
    for alert in rows(sys.argv[1]):
        if alert["change"] == "NEW_VISIT":
            for source in alert["visit"]["sources"]:
                if source["articleId"] in visit_of:
                    told[visit_of[source["articleId"]]].add(alert["id"])
    first = sum(len(alerts) for alerts in told.values())
    print(json.dumps({"visits": len(told), "first": first, "per_visit": first / max(1, len(told))}))


if __name__ == "__main__":
    main()
