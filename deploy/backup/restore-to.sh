#!/bin/sh
# Prepares a new data folder from a base backup and the archived WAL. Start PostgreSQL on it: it recovers to TIME, or to the end of the
# archive, and then opens. Stop every tmm process first.
# Usage: restore-to.sh BASE ARCHIVE DATA [TIME]      TIME such as '2026-11-30 10:41:00+00'
set -eu
base=${1:?which base backup?} archive=${2:?where is the archived WAL?} data=${3:?which new data folder?} time=${4:-}
umask 077
if [ -e "$data" ] && [ -n "$(ls -A "$data")" ]; then
  echo "restore-to: $data is not empty. Move it away first: it may have what no backup has" >&2
  exit 1
fi
case "$archive$time" in *"'"*) echo "restore-to: no quotes in ARCHIVE or TIME" >&2; exit 1 ;; esac
"${PG_BIN:+$PG_BIN/}pg_verifybackup" --quiet "$base"
mkdir -p "$data"
chmod 700 "$data"
cp -R "$base/." "$data"
{
  echo "restore_command = 'cp \"$archive/%f\" \"%p\"'"
  echo "recovery_target_action = 'promote'"
  if [ -n "$time" ]; then echo "recovery_target_time = '$time'"; fi
} >> "$data/postgresql.auto.conf"
touch "$data/recovery.signal"
echo "Ready: start PostgreSQL on $data. Then: tmm verify --head FILE, tmm doctor, tmm serve"
