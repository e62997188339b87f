#!/bin/sh
# Starts KitchenDisplay with everything it needs. All options go to the app: see --help.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/src/need.sh"

need_checkout
need_home
need_dotnet
# Whoever names a database, or only asks what there is, needs none of ours.
case " $* " in
  *" --help "* | *" -h "* | *" --health "*) ;;
  *) env | grep -q '^ConnectionStrings__Kitchen' || need_postgres ;;
esac

say "Building KitchenDisplay ..."
if ! words=$(dotnet build "$root/src/KitchenDisplay.Web" -c Release -v quiet --nologo 2>&1); then
  say "$words"
  refuse "KitchenDisplay could not be built: see above."
fi

exec dotnet "$root/src/KitchenDisplay.Web/bin/Release/net10.0/KitchenDisplay.Web.dll" "$@"
