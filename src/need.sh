# What the run scripts share: finding what KitchenDisplay needs, and installing it with the system's package manager.
# Sourced by src/run.sh, tests/run.sh and .ci/run, which set $root to the checkout.

oldest_postgres=15

say() { printf '%s\n' "$*" >&2; }

refuse() {
  say "$*"
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# The .NET tools keep things in the home folder and give up without one.
need_home() {
  [ -n "${HOME:-}" ] || ! has getent || HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
  export HOME
  if [ -z "${HOME:-}" ] || [ ! -d "$HOME" ] || [ ! -w "$HOME" ]; then
    HOME="$root/artifacts/home"
    say "There is no home folder to write to: $HOME takes its place."
    mkdir -p "$HOME"
  fi
}

# Everything is built inside the checkout.
need_checkout() {
  for folder in "$root" "$root"/src/* "$root"/src/*/bin "$root"/src/*/obj "$root"/tests/* "$root"/tests/*/bin "$root"/tests/*/obj; do
    if [ -d "$folder" ] && [ ! -w "$folder" ]; then
      refuse "The user $(id -un) may not write to $folder, where KitchenDisplay is built: start this as the user who owns the checkout, or copy it to a folder of your own."
    fi
  done
}

need_dotnet() {
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_UI_LANGUAGE=en DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK=true
  # No build server stays behind when the script has ended.
  export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
  for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/lib64/dotnet /usr/local/share/dotnet; do
    has dotnet || [ ! -x "$folder/dotnet" ] || PATH="$folder:$PATH"
  done
  if ! has dotnet || ! dotnet --list-sdks | grep -q '^10\.'; then
    refuse "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 (or the package dotnet-sdk-10.0, where your system has it), then start this again."
  fi
}

# The same places in which the app looks.
postgres_folders() {
  if [ -n "${KITCHENDISPLAY_POSTGRES:-}" ]; then
    printf '%s\n' "$KITCHENDISPLAY_POSTGRES"
    return
  fi
  printf '%s\n' "$PATH" | tr ':' '\n'
  for folder in /usr/lib/postgresql/*/bin /usr/lib/postgresql*/bin /usr/libexec/postgresql* /usr/pgsql-*/bin \
    /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin /Library/PostgreSQL/*/bin; do
    printf '%s\n' "$folder"
  done
  ! has pg_config || pg_config --bindir
}

# The newest major version of the server on this machine; nothing when there is none.
postgres_version() {
  postgres_folders | while read -r folder; do
    if [ -x "$folder/postgres" ] && [ -x "$folder/initdb" ]; then
      "$folder/postgres" --version | sed -n 's/.*(PostgreSQL) \([0-9]*\).*/\1/p'
    fi
  done | sort -n | tail -n 1
}

need_postgres() {
  found=$(postgres_version)
  if [ "${found:-0}" -lt "$oldest_postgres" ] && [ -z "${KITCHENDISPLAY_POSTGRES:-}" ]; then
    install_package "PostgreSQL's server" "$(package_of postgres)"
    found=$(postgres_version)
  fi
  if [ -z "$found" ]; then
    refuse "There is no PostgreSQL server in ${KITCHENDISPLAY_POSTGRES:-the usual places}: install PostgreSQL $oldest_postgres or later, or name the folder of its programs in KITCHENDISPLAY_POSTGRES."
  elif [ "$found" -lt "$oldest_postgres" ]; then
    refuse "PostgreSQL $found is too old: install version $oldest_postgres or later from https://www.postgresql.org/download/, or name the folder of its programs in KITCHENDISPLAY_POSTGRES."
  fi
}

has_chromium() { has chromium || has chromium-browser || has google-chrome; }

need_chromium() {
  has_chromium || install_package "Chromium" "$(package_of chromium)"
  has_chromium || refuse "Chromium is still missing: install it, and see to it that the PATH leads to it."
}

package_manager() {
  for manager in apt-get dnf zypper pacman apk brew; do
    ! has "$manager" || { printf '%s\n' "$manager"; return; }
  done
}

package_of() {
  case "$1 $(package_manager)" in
    "postgres dnf" | "postgres zypper") echo postgresql-server ;;
    "postgres brew") echo postgresql@17 ;;
    postgres*) echo postgresql ;;
    "chromium brew") echo "--cask chromium" ;;
    chromium*) echo chromium ;;
  esac
}

# install_package <what it is> <package>
install_package() {
  manager=$(package_manager)
  [ -n "$manager" ] || refuse "$1 is missing, and this system has no package manager that is known here: install it, then start this again."
  say "$1 is missing: installing the package $2 with $manager."
  case $manager in
    apt-get) install_on_debian "$2" ;;
    dnf) as_root dnf install -y "$2" ;;
    zypper) as_root zypper --non-interactive install "$2" ;;
    pacman) as_root pacman -S --noconfirm --needed "$2" ;;
    apk) as_root apk add "$2" ;;
    # shellcheck disable=SC2086 # "--cask chromium" is two words.
    brew) brew install $2 ;;
  esac >&2 || refuse "$1 could not be installed: see above, or install it by hand, then start this again."
}

# Debian's package makes a cluster of its own and runs it at once. Nobody asked for that one, so it is told not to, this once.
install_on_debian() {
  as_root sh -c '
    quiet=/etc/postgresql-common/createcluster.d/kitchendisplay.conf
    trap "rm -f $quiet" EXIT
    mkdir -p "${quiet%/*}"
    echo "create_main_cluster = false" > "$quiet"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"
  ' sh "$1"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif has sudo; then
    say "This needs the rights of root: sudo may ask for your password."
    sudo "$@"
  else
    say "This needs the rights of root, and there is no sudo: let root run it, or start this script as root."
    return 1
  fi
}
