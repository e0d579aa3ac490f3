#!/usr/bin/env bash
# Runs what the documents promise to those who subscribe and watch, against a demo started here: kcat, Python, Java, Kafka Connect,
# curl, a real Prometheus with our rules, and the names of metrics that rules, dashboard and documents speak of. Skips no tool: what
# is missing fails. Needs a built tree and Maven Central for the Connect worker; about two minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
fail() { printf 'recipes: %s\n' "$*" >&2; tail -n 5 "$work"/*.log >&2; exit 1; }
python=${RECIPES_PYTHON:-/usr/bin/python3} # the one Debian's python3-confluent-kafka belongs to
for tool in kcat curl java mvn prometheus promtool "$python"; do command -v "$tool" >/dev/null || fail "no $tool"; done

promtool check config docker/prometheus.yml >/dev/null
promtool test rules docker/alerts.test.yml >/dev/null

export VISITWATCH_NO_BUILD=1
./visitwatch demo --json --data "$work/data" >"$work/alerts.json" 2>"$work/demo.log" &
pids+=($!)
for _ in $(seq 240); do
  if grep -q '"change"' "$work/alerts.json"; then break; fi
  kill -0 "${pids[0]}" || fail "the demo ended"
  sleep 0.5
done
ready=$(grep -o 'Kafka at .*' "$work/demo.log" | head -1) || fail "the demo told no address"
kafka=$(sed -E 's/Kafka at ([^,]+),.*/\1/' <<<"$ready")
api=$(sed -E 's/.*API at (.*)/\1/' <<<"$ready")

kcat -b "$kafka" -t visitwatch.alerts.v1 -C -X isolation.level=read_committed -o beginning -c 1 -f '%k %h %s\n' >"$work/kcat.log"
grep -q 'ce_type=io.visitwatch.alert.v1.*"change"' "$work/kcat.log" || fail "kcat saw no alert with its headers"

# The trace of an alert began at an article.
trace=$(grep -o 'traceparent=00-[0-9a-f]*' "$work/kcat.log") || fail "the alert carries no traceparent"
kcat -b "$kafka" -t visitwatch.articles.v1 -C -e -q -X isolation.level=read_committed -o beginning -f '%h\n' >"$work/traces.log"
grep -qF "$trace" "$work/traces.log" || fail "no article began the alert's trace"

# The Python of the README, ended after its first alert.
awk '/^```$/ {on = 0} on {print} /^```python$/ {on = 1}' README.md | sed "s/127.0.0.1:9092/$kafka/" >"$work/recipe.py"
PYTHONUNBUFFERED=1 timeout 60 "$python" "$work/recipe.py" 2>"$work/python.log" | head -1 >"$work/python.json" || true
grep -q '"change"' "$work/python.json" || fail "the Python recipe printed no alert"

# Waits until a file holds a pattern: FILE PATTERN SECONDS.
seen() {
  for _ in $(seq $(($3 * 2))); do
    if grep -q "$2" "$1" 2>/dev/null; then return 0; fi
    sleep 0.5
  done
  return 1
}

# Shell completion as a shell asks for it after `visitwatch topics d`.
./visitwatch completion >"$work/completion"
completed=$(bash -c 'source "$1"; COMP_LINE="visitwatch topics d" COMP_POINT=19 COMP_WORDS=(visitwatch topics d) COMP_CWORD=2
_complete_visitwatch visitwatch d topics; echo "${COMPREPLY[@]}"' completion "$work/completion" 2>/dev/null) # not asked by a shell, it warns
[ "$completed" = "describe diff" ] || fail "the shell completes 'topics d' to '$completed'"

# The Java of the README, as one source file, in a group of its own.
{
  printf 'import %s;\n' java.time.Duration java.util.List java.util.Map org.apache.kafka.clients.consumer.KafkaConsumer \
    org.apache.kafka.common.serialization.StringDeserializer
  printf 'class Recipe {\n    public static void main(String[] arguments) {\n'
  awk '/^```$/ {on = 0} on {print} /^```java$/ {on = 1}' README.md | sed -e "s/127.0.0.1:9092/$kafka/" -e 's/"desk"/"desk-java"/'
  printf '    }\n}\n'
} >"$work/Recipe.java"
java -Xmx128m -cp 'app/target/lib/*' "$work/Recipe.java" >"$work/java.json" 2>"$work/java.log" &
recipe=$!
pids+=("$recipe")
seen "$work/java.json" '"change"' 60 || fail "the Java recipe printed no alert"
kill "$recipe"

# Kafka Connect's file sink with the files we ship, once as they are and once with the converter their comment speaks of: the class
# that connect-standalone.sh starts, on the libraries it starts it with.
mvn -q -B -ntp -f docker/connect/pom.xml dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/connect" >"$work/mvn.log"
mkdir "$work/plugin"
mv "$work"/connect/connect-file-*.jar "$work/plugin/"
sed -e "s/127.0.0.1:9092/$kafka/" -e "s#=/tmp/#=$work/#" -e "s#^plugin.path=.*#plugin.path=$work/plugin#" -e 's/:8083/:0/' \
  docker/connect/worker.properties >"$work/worker.properties"
sed "s#=/tmp/#=$work/#" docker/connect/alerts-file.properties >"$work/sink.properties"
sed -e 's/^name=.*/&-json/' -e 's/\.txt$/.jsonl/' -e 's/^#   \(value.converter=\)/\1/' "$work/sink.properties" >"$work/sink-json.properties"
java -Xmx256m -cp "$work/connect/*" org.apache.kafka.connect.cli.ConnectStandalone "$work/worker.properties" "$work/sink.properties" \
  "$work/sink-json.properties" >"$work/connect.log" 2>&1 &
worker=$!
pids+=("$worker")
seen "$work/visitwatch-alerts.txt" '{.*change=NEW_VISIT' 90 || fail "Kafka Connect wrote no alert"
for _ in $(seq 60); do
  kcat -b "$kafka" -t visitwatch.alerts.v1 -C -e -q -X isolation.level=read_committed -o beginning | sort >"$work/alerts.topic"
  sort "$work/visitwatch-alerts.jsonl" >"$work/alerts.sunk"
  if cmp -s "$work/alerts.topic" "$work/alerts.sunk"; then same=1; break; fi
  sleep 0.5
done
[ -n "${same:-}" ] || fail "Kafka Connect wrote other alerts than the topic holds"
sunk=$(wc -l <"$work/alerts.sunk")
kill "$worker"

timeout 20 curl -sN -H 'Accept: text/event-stream' -H 'Last-Event-ID: 0:0' "$api/api/v1/stream/alerts" | head -5 >"$work/sse.log" || true
grep -q '^data:.*"change"' "$work/sse.log" || fail "curl got no server-sent alert"

# Every metric that rules, dashboard and documents name is one that a running service serves; the demo has no receivers.
curl -s "$api/metrics" >"$work/metrics.log"
names=$(grep -ohE '\b(visitwatch_[a-z_]+|kafka_(stream|consumer)_[a-z_]+|jvm_memory_[a-z_]+|process_cpu_usage)\b' \
  docker/alerts.rules.yml docker/grafana/visitwatch.json docs/operations.md | grep -vE '^visitwatch_(outbox|notify)_' | sort -u)
for name in $names; do grep -qE "^${name}[{ ]" "$work/metrics.log" || fail "no metric $name in /metrics"; done

# A real Prometheus takes our rules and scrapes the demo.
sed -e '/^scrape_configs/,$d' -e 's/15s/1s/' docker/prometheus.yml >"$work/prometheus.yml"
printf 'scrape_configs:\n  - job_name: visitwatch\n    static_configs:\n      - targets: ["%s"]\n' "${api#http://}" >>"$work/prometheus.yml"
cp docker/alerts.rules.yml "$work/"
port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
prometheus --config.file="$work/prometheus.yml" --storage.tsdb.path="$work/tsdb" --web.listen-address="127.0.0.1:$port" \
  >"$work/prometheus.log" 2>&1 &
pids+=($!)
query() { curl -s --data-urlencode "query=$1" "http://127.0.0.1:$port/api/v1/query"; }
for _ in $(seq 60); do
  if query 'sum(visitwatch_ingest_articles_total) > 0' 2>/dev/null | grep -q '"value"'; then scraped=1; break; fi
  sleep 0.5
done
[ -n "${scraped:-}" ] || fail "Prometheus scraped no article"
curl -s "http://127.0.0.1:$port/api/v1/rules" | grep -q VisitwatchFallsBehind || fail "Prometheus took no rules"
echo "recipes: kcat, Python, Java, Kafka Connect ($sunk alerts), curl, shell completion, $(wc -w <<<"$names") metric names and Prometheus are as documented"
