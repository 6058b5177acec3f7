#!/bin/sh
# Times Spark with two threads against the same batch form without it, in turn in one run, after both
# gave the same answers. Usage: bench/spark.sh [HOUSEHOLDS [ROUNDS]]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$here"
exec mvn -B -q -pl batch -am test -Dtest=MeasureSpark -Dyimen.measure.households="${1:-200000}" \
  -Dyimen.measure.rounds="${2:-5}" -Dyimen.spark.memory=4g \
  -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true
