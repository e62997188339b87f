#!/bin/sh
# Makes the pictures of the README: a demo restaurant before the first guest and in full service.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/src/need.sh"

need_checkout
need_home
need_dotnet
need_postgres
need_chromium

export KITCHENDISPLAY_SCREENSHOTS="$root/tests/KitchenDisplay.BrowserTests/Screenshots"
exec dotnet test "$root/tests/KitchenDisplay.BrowserTests" --nologo --filter FullyQualifiedName~Screenshot "$@"
