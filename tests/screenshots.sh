#!/bin/sh
# Makes the pictures of the README from a demo restaurant in full service.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export KITCHENDISPLAY_SCREENSHOTS="$here/KitchenDisplay.BrowserTests/Screenshots"
mkdir -p "$KITCHENDISPLAY_SCREENSHOTS"
exec dotnet test "$here/KitchenDisplay.BrowserTests" --nologo --filter FullyQualifiedName~Screenshot "$@"
