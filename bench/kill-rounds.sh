#!/bin/sh
# Kills program and database by kill -9 in turn while people write, looks for every acknowledged
# write after each round, and prints what was lost or doubled and the seconds until ready.
# Usage: bench/kill-rounds.sh [ROUNDS]
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$here"
exec "${MVN:-mvn}" -B -q -pl app -am verify \
  -Dyimen.kill.rounds="${1:-50}" -Dit.test=KillRoundsIT -Dtest=NoUnitTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
  -Dyimen.web.skip=true -Dspotless.check.skip=true
