#!/bin/sh
# Makes the roles that `tmm migrate --grant` gives their rights, with a password for the service. The image runs it once, on a new volume.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$SERVICE_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role tmm_service login password :'password';
create role tmm_read login;
SQL
