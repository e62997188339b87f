#!/bin/sh
# Writes docker/.env with random passwords, readable by its owner only. An existing one stays: the database's volume knows its passwords.
set -eu

env_file="$(dirname "$0")/.env"
if [ -e "$env_file" ]; then
  echo "$env_file is there already and stays as it is."
  exit 0
fi

password() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

umask 077
cat >"$env_file" <<ENV
POSTGRES_PASSWORD=$(password)
KITCHEN_OWNER_PASSWORD=$(password)
KITCHEN_PASSWORD=$(password)
ENV
echo "Wrote $env_file."
