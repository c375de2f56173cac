#!/bin/sh
# The role in which pages run: it gets its rights from the platform after each migration.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v password="$PAGES_PASSWORD" <<'SQL'
create role pages login password :'password';
SQL
