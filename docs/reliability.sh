#!/usr/bin/env bash
# Writes docs/reliability.md from docs/reliability.yaml and the reports of the suites that were run before.
# Fails when a test of the table did not run or did not pass; the soak (mvn verify -Psoak) may be left out.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q -Dfast test -pl app -am -Dtest=ReliabilityTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dreliability.write=true
