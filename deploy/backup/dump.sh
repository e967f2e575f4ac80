#!/bin/sh
# Dumps the database into FOLDER, readable by its owner alone, and deletes dumps that are older than KEEP_DAYS (35).
# The keys are not in it: without TMM_MASTER_KEYS from your safe nobody can read codes and addresses, you included.
# Usage: DATABASE_URL=postgres://… dump.sh FOLDER
set -eu
folder=${1:?which folder? dump.sh FOLDER}
url=${DATABASE_URL:?set DATABASE_URL}
case "$url" in
  *://*:*@* | *password=*)
    echo "dump: DATABASE_URL has a password, which other users would see in the list of processes. Put it in ~/.pgpass or PGPASSWORD" >&2
    exit 1
    ;;
esac
umask 077
mkdir -p "$folder"
file="$folder/tmm-$(date -u +%Y%m%dT%H%M%SZ).dump"
# A part of a dump never has the name of a whole one.
trap 'rm -f "$file.part"' EXIT
"${PG_BIN:+$PG_BIN/}pg_dump" --format=custom --no-owner --file="$file.part" --dbname="$url"
"${PG_BIN:+$PG_BIN/}pg_restore" --list "$file.part" >/dev/null
sync "$file.part"
mv "$file.part" "$file"
find "$folder" -maxdepth 1 -name 'tmm-*.dump' -mtime "+${KEEP_DAYS:-35}" -delete
echo "$file"
