#!/bin/sh
# The restore drill: restores a dump into a server of its own, which it makes for it and throws away, and verifies what it restored.
# It touches nothing else, so run it each week, by cron or a systemd timer. Exit status 0: the backup can be restored and verifies.
# Usage: TMM_MASTER_KEYS=… drill.sh DUMP [HEAD]      HEAD: a file with the heads that you keep outside
# TMM names another program than this checkout's, with its words if it has some: TMM='npx tweet-my-money'.
set -eu
dump=${1:?which dump? drill.sh DUMP [HEAD]} head=${2:-}
here=$(cd "$(dirname "$0")" && pwd)
run_tmm() {
  # Only TMM is split into words: this checkout may lie in a folder with a blank in its name.
  if [ -n "${TMM:-}" ]; then $TMM "$@"; else "$here/../../bin/tmm" "$@"; fi
}
bin=${PG_BIN:+$PG_BIN/}
work=$(mktemp -d)
finish() {
  if [ -f "$work/data/postmaster.pid" ]; then "${bin}pg_ctl" -D "$work/data" -m immediate -w stop >/dev/null 2>&1 || true; fi
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM
"${bin}initdb" -D "$work/data" -U tmm --auth=trust --encoding=UTF8 --no-locale --no-sync >/dev/null
# On a socket in a folder that only this user reaches, without a port.
"${bin}pg_ctl" -D "$work/data" -w -l "$work/log" -o "-c listen_addresses='' -k '$work' -c fsync=off" start >/dev/null
DATABASE_URL="postgres://tmm@/postgres?host=$work"
export DATABASE_URL
"$here/restore-dump.sh" "$dump" >/dev/null
echo "Restored $dump"
# The restored database may be older than this program. The drill's copy is migrated, as after a real loss.
run_tmm migrate
if [ -n "$head" ]; then run_tmm verify --head "$head"; else run_tmm verify; fi
echo 'The drill passed'
