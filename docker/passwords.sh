#!/bin/sh
# Writes docker/.env with random passwords and the keys of the house, readable by its owner only. An existing one stays: the database's volume knows its passwords.
set -eu

env_file="$(dirname "$0")/.env"
password() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
keys() { head -c 64 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

if [ -e "$env_file" ]; then
  # From before there were PINs.
  grep -q '^KITCHENDISPLAY_KEYS=' "$env_file" || echo "KITCHENDISPLAY_KEYS=$(keys)" >>"$env_file"
  echo "$env_file is there already; what it holds stays as it is."
  exit 0
fi

umask 077
cat >"$env_file" <<ENV
POSTGRES_PASSWORD=$(password)
KITCHEN_OWNER_PASSWORD=$(password)
KITCHEN_PASSWORD=$(password)
KITCHENDISPLAY_KEYS=$(keys)
ENV
echo "Wrote $env_file."
