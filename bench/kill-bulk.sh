#!/bin/sh
# Confirms many applications in one job, kills the program by kill -9 in the middle, starts it again
# and counts decisions, steps, audit entries and signatures. Usage: bench/kill-bulk.sh [APPLICATIONS]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$here"
exec "${MVN:-mvn}" -B -q -pl app -am verify \
  -Dyimen.bulk.cases="${1:-5000}" -Dit.test=KilledBulkIT -Dtest=NoUnitTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dyimen.web.skip=true -Dspotless.check.skip=true
