#!/bin/sh
# Kills the loading program with kill -9 at three points, lets it go on, and compares what it has
# linked with an undisturbed run. Usage: bench/kill-loading.sh [FOLDER_OF_FILES]
# Without a folder it invents a district. YIMEN names another way of starting the program.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
yimen=${YIMEN:-$here/yimen}
work=$(mktemp -d)
loader=
trap 'test -z "$loader" || kill -9 "$loader" 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

export LC_ALL=C.UTF-8
if [ $# -gt 0 ]; then
  files=$1
else
  "$yimen" generate "$work/district" --households 4000 --seed 11 >/dev/null 2>&1
  files=$work/district/files
fi

links() { # HOME: what is linked there, as a digest
  YIMEN_HOME=$1 "$yimen" export links "$work/links.csv" >/dev/null
  sha256sum <"$work/links.csv" | cut -c1-64
}

at_file() { # PROGRESS: how many files were written when it was last told; -1 before the first
  sed -n 's|.*关联 文件 \([0-9]*\)/.*|\1|p' "$1" 2>/dev/null | tail -n 1 | grep . || echo -1
}

YIMEN_HOME=$work/undisturbed "$yimen" load "$files" >"$work/undisturbed.table" 2>/dev/null
expected=$(links "$work/undisturbed")
echo "undisturbed    $expected"

# The progress line says which file is being written; the points are the first, a middle, a late one.
result=0
for point in 0 7 15; do
  home=$work/killed-$point
  mkdir -p "$home"
  YIMEN_HOME=$home "$yimen" load "$files" >/dev/null 2>"$home/progress" &
  loader=$!
  until [ "$(at_file "$home/progress")" -ge "$point" ]; do
    kill -0 "$loader" 2>/dev/null || { echo "the loader ended before file $point"; break; }
    sleep 0.02
  done
  kill -9 "$loader" 2>/dev/null || true
  wait "$loader" 2>/dev/null || true
  loader=
  YIMEN_HOME=$home "$yimen" load "$files" >"$home/table" 2>/dev/null
  actual=$(links "$home")
  if [ "$actual" = "$expected" ] && cmp -s "$home/table" "$work/undisturbed.table"; then
    echo "killed at $point    the same"
  else
    echo "killed at $point    DIFFERENT $actual"
    result=1
  fi
done
exit $result
