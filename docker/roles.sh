#!/bin/bash
# Run once, by the postgres image, on an empty volume: the database, its owner (migrations, maintenance) and the app's role.
set -euo pipefail

# psql reads the passwords from the environment and quotes them: they stand on no command line.
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
\getenv owner_password KITCHEN_OWNER_PASSWORD
\getenv app_password KITCHEN_PASSWORD
create role kitchen_owner login createdb password :'owner_password';
create role kitchen login password :'app_password';
grant pg_monitor, pg_signal_backend to kitchen_owner;
create database kitchen owner kitchen_owner;
\connect kitchen
create extension if not exists pg_stat_statements;
alter default privileges for role kitchen_owner in schema public grant select, insert, update, delete on tables to kitchen;
alter default privileges for role kitchen_owner in schema public grant usage, select, update on sequences to kitchen;
SQL
