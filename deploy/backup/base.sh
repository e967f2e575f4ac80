#!/bin/sh
# Takes a base backup of the whole server into a new folder in FOLDER, and checks it. With the archived WAL (archive-wal.sh) it can be
# brought to any later moment: see restore-to.sh.
# Usage: DATABASE_URL=postgres://…  base.sh FOLDER      (a user with REPLICATION)
set -eu
folder=${1:?which folder? base.sh FOLDER}
url=${DATABASE_URL:?set DATABASE_URL}
case "$url" in
  *://*:*@* | *password=*)
    echo "base: DATABASE_URL has a password, which other users would see in the list of processes. Put it in ~/.pgpass or PGPASSWORD" >&2
    exit 1
    ;;
esac
umask 077
mkdir -p "$folder"
base="$folder/base-$(date -u +%Y%m%dT%H%M%SZ)"
trap 'rm -rf "$base.part"' EXIT
"${PG_BIN:+$PG_BIN/}pg_basebackup" --pgdata="$base.part" --checkpoint=fast --wal-method=stream --manifest-checksums=SHA256 \
  --dbname="$url"
"${PG_BIN:+$PG_BIN/}pg_verifybackup" --quiet "$base.part"
mv "$base.part" "$base"
echo "$base"
