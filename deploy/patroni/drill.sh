#!/bin/bash
# A cluster of two nodes on this machine, to rehearse a failover: etcd, Patroni, PostgreSQL and HAProxy, with the files beside this one.
# Usage: drill.sh start FOLDER     starts it, and prints the address of the primary
#        drill.sh kill FOLDER      kills the primary and its Patroni by SIGKILL, as a power cut does
#        drill.sh back FOLDER      starts the killed node again, and waits until it confirms commits
#        drill.sh stop FOLDER
# It takes eight ports from BASE_PORT (default 7100) on. PG_BIN: the folder of PostgreSQL's programs. Not as root: PostgreSQL refuses it.
set -euo pipefail
act=${1:?start, kill, back or stop?} folder=${2:?which folder?}
here=$(cd "$(dirname "$0")" && pwd)
base=${BASE_PORT:-7100}
bin=${PG_BIN:-$(dirname "$(readlink -f "$(command -v pg_ctl)")")}
etcd=127.0.0.1:$base

port_of() { if [ "$1" = a ]; then echo $((base + 2)); else echo $((base + 3)); fi; }
check_of() { if [ "$1" = a ]; then echo $((base + 4)); else echo $((base + 5)); fi; }

run_node() {
  mkdir -p "$folder/$1"
  env -i PATH="$PATH" HOME="$folder" LC_ALL=C.UTF-8 PATRONI_NAME="$1" PATRONI_ETCD3_HOSTS="'$etcd'" \
    PATRONI_RESTAPI_LISTEN="127.0.0.1:$(check_of "$1")" PATRONI_RESTAPI_CONNECT_ADDRESS="127.0.0.1:$(check_of "$1")" \
    PATRONI_POSTGRESQL_LISTEN="127.0.0.1:$(port_of "$1")" PATRONI_POSTGRESQL_CONNECT_ADDRESS="127.0.0.1:$(port_of "$1")" \
    PATRONI_POSTGRESQL_DATA_DIR="$folder/$1/data" PATRONI_POSTGRESQL_BIN_DIR="$bin" PATRONI_POSTGRESQL_PGPASS="$folder/$1/pgpass" \
    PATRONI_SUPERUSER_USERNAME=postgres PATRONI_SUPERUSER_PASSWORD=drill \
    PATRONI_REPLICATION_USERNAME=replicator PATRONI_REPLICATION_PASSWORD=drill \
    setsid patroni "$here/patroni.yml" >>"$folder/$1.log" 2>&1 &
  echo $! >"$folder/$1.pid"
}

# The node that Patroni's answer to this path names, or nothing.
node_with() {
  for node in a b; do
    if curl -sf -o /dev/null "http://127.0.0.1:$(check_of $node)/$1"; then echo $node; fi
  done
}

until_node() {
  for _ in $(seq 120); do
    if [ -n "$(node_with "$1")" ]; then return; fi
    sleep 1
  done
  echo "No node became $1 in two minutes: see the logs in $folder" >&2
  exit 1
}

# Ends a node at once, with all that it started.
kill_node() {
  local server
  server=$(head -1 "$folder/$1/data/postmaster.pid" 2>/dev/null || true)
  kill -KILL -- "-$(cat "$folder/$1.pid")" 2>/dev/null || true
  if [ -n "$server" ]; then
    pkill -KILL -P "$server" || true
    kill -KILL "$server" 2>/dev/null || true
  fi
}

case $act in
  start)
    mkdir -p "$folder"
    etcd --name drill --data-dir "$folder/etcd" --listen-client-urls "http://$etcd" --advertise-client-urls "http://$etcd" \
      --listen-peer-urls "http://127.0.0.1:$((base + 1))" --initial-advertise-peer-urls "http://127.0.0.1:$((base + 1))" \
      --initial-cluster "drill=http://127.0.0.1:$((base + 1))" >"$folder/etcd.log" 2>&1 &
    echo $! >"$folder/etcd.pid"
    run_node a
    until_node primary
    run_node b
    until_node synchronous
    LISTEN=127.0.0.1:$((base + 6)) NODE_A=127.0.0.1:$(port_of a) NODE_B=127.0.0.1:$(port_of b) CHECK_A=$(check_of a) CHECK_B=$(check_of b) \
      haproxy -db -f "$here/haproxy.cfg" >"$folder/haproxy.log" 2>&1 &
    echo $! >"$folder/haproxy.pid"
    # Until its first check of the standby, HAProxy leads there too.
    until grep -q 'is DOWN' "$folder/haproxy.log"; do sleep 0.2; done
    echo "postgres://postgres:drill@127.0.0.1:$((base + 6))/postgres"
    ;;
  kill)
    primary=$(node_with primary)
    kill_node "${primary:?there is no primary}"
    echo "$primary" >"$folder/killed"
    echo "$primary"
    ;;
  back)
    until_node primary
    run_node "$(cat "$folder/killed")"
    until_node synchronous
    node_with primary
    ;;
  stop)
    for node in a b; do kill_node $node; done
    for name in haproxy etcd; do kill "$(cat "$folder/$name.pid")" 2>/dev/null || true; done
    ;;
  *)
    echo "drill.sh: start, kill, back or stop, not $act" >&2
    exit 2
    ;;
esac
