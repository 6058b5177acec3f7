#!/bin/sh
# Times screening, every compact trace stored, against plain COPY of the rows that it wrote, in turn
# in one run. Usage: bench/screening.sh [FOLDER_OF_FILES | HOUSEHOLDS]
# Without a folder it invents a district of 14,000 households.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
case "${1:-}" in
  '') what= ;;
  *[!0-9]*) what="-Dyimen.measure.files=$(CDPATH='' cd -- "$1" && pwd -P)" ;;
  *) what="-Dyimen.measure.households=$1" ;;
esac
cd "$here"
exec mvn -B -q -pl app -am test -Dtest=MeasureScreening -DargLine="-Xmx900m -XX:+UseParallelGC $what" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true
