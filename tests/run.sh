#!/bin/sh
# Runs every test, with everything the tests need. All options go to `dotnet test`, for example --filter LocalPostgres.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/src/need.sh"

# The tests start servers of their own: the restaurant's database is not theirs.
unset ConnectionStrings__Kitchen ConnectionStrings__KitchenOwner

need_checkout
need_home
need_dotnet
need_postgres
need_chromium

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
# One project after the other: the tests that measure time must not compete.
status=0
dotnet test "$root/KitchenDisplay.sln" --nologo -m:1 --logger trx --results-directory "$results" "$@" || status=$?

# count <passed|failed|notExecuted>: over all test projects.
count() {
  find "$results" -name '*.trx' -exec grep -ho "<Counters [^>]*" {} + | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}
total=$(count total)
passed=$(count passed)
failed=$(count failed)
# A build that fails or a run that is aborted has no failed test to show.
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
if [ "$total" -gt $((passed + failed)) ]; then
  echo "$((total - passed - failed)) skipped:"
  find "$results" -name '*.trx' -exec sed -n '/outcome="NotExecuted"/,/<\/UnitTestResult>/ s/.*<Message>\(.*\)<\/Message>.*/  \1/p' {} + | sort -u
fi
echo "$passed passed, $failed failed"
exit "$status"
