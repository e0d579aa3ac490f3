#!/usr/bin/env bash
# Measures detect on a labelled corpus and writes the tables of docs/quality.md to stdout.
# Usage: docs/quality.sh [CORPUS_DIR]   (default ../shared/corpus; it holds dev.docs.jsonl, dev.gold.jsonl, score.py, baseline.py)
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=${1:-../shared/corpus}
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
./visitwatch detect "$corpus/dev.docs.jsonl" "$work/pred.jsonl" >&2
python3 "$corpus/baseline.py" --docs "$corpus/dev.docs.jsonl" --kind iraq-roles --out "$work/base.jsonl"
for by in set lang; do
    for p in pred base; do
        python3 "$corpus/score.py" --pred "$work/$p.jsonl" --gold "$corpus/dev.gold.jsonl" --by $by --json > "$work/$p.$by.json"
    done
done
python3 - "$work" <<'PY'
import json, sys
w = sys.argv[1]
for by in ("set", "lang"):
    p, b = (json.load(open(f"{w}/{k}.{by}.json")) for k in ("pred", "base"))
    print(f"| {by} | visits | precision | recall | F1 | naive F1 | visitors F1 | status | place | clusters |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name, r in [("all", p)] + sorted(p["by"].items()):
        naive = b if name == "all" else b["by"][name]
        a = r["alert"]
        print(f"| {name} | {r['positives']} of {r['items']} | {a['precision']:.2f} | {a['recall']:.2f} | {a['f1']:.2f} | {naive['alert']['f1']:.2f} "
              f"| {r['visitors']['f1']:.2f} | {r['status_accuracy']:.2f} | {r['place_accuracy']:.2f} | {r['clusters_alerted']['f1']:.2f} |")
    print()
PY
