#!/bin/sh
# Restores a dump into an empty database: all of it, or nothing. Stop every tmm process first.
# Usage: DATABASE_URL=postgres://… restore-dump.sh FILE
set -eu
file=${1:?which dump? restore-dump.sh FILE}
url=${DATABASE_URL:?set DATABASE_URL to an empty database}
case "$url" in
  *://*:*@* | *password=*)
    echo "restore-dump: DATABASE_URL has a password, which other users would see in the list of processes. Put it in ~/.pgpass or PGPASSWORD" >&2
    exit 1
    ;;
esac
psql="${PG_BIN:+$PG_BIN/}psql"
tables=$("$psql" -XAt -v ON_ERROR_STOP=1 -d "$url" -c \
  "select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
if [ "$tables" != 0 ]; then
  echo "restore-dump: this database has $tables tables. Create an empty one, and restore into that" >&2
  exit 1
fi
"${PG_BIN:+$PG_BIN/}pg_restore" --single-transaction --exit-on-error --no-owner --no-privileges --dbname="$url" "$file"
"$psql" -XAt -v ON_ERROR_STOP=1 -d "$url" -c analyze >/dev/null
echo 'Restored. Now: tmm migrate --grant, tmm verify --head FILE, tmm doctor, tmm serve'
