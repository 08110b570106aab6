# What the tests need beside Rust and a C compiler, and how it gets here. Sourced by scripts/test.
# shellcheck shell=bash

# Everything by its name, for whoever has to install it by hand.
what_to_install() {
  cat >&2 <<'LIST'
What the tests need:
  Rust with cargo, rustfmt and clippy (see rust-version in Cargo.toml) and a C compiler
  PostgreSQL 13 or newer, the server programs (initdb, pg_ctl) and createdb   Debian: postgresql
  Chromium or Google Chrome, best of all their headless shell                 Debian: chromium-headless-shell
  Node.js 18 or newer, with npm                                               Debian: nodejs npm
  strace                                                                      Debian: strace
  the modules of tests/browser                                                (cd tests/browser && npm ci)
LIST
}

stop_because() {
  printf '%s\n' "$1" >&2
  what_to_install
  exit 1
}

# A fresh login shell finds cargo by itself; a shell without a profile (CI, cron) may not.
find_cargo() {
  if ! command -v cargo >/dev/null && [ -x "$HOME/.cargo/bin/cargo" ]; then
    PATH="$HOME/.cargo/bin:$PATH"
  fi
}

need_rust() {
  command -v cargo >/dev/null || stop_because 'There is no cargo here.'
  cargo fmt --version >/dev/null 2>&1 || stop_because 'cargo fmt is missing (rustup component add rustfmt).'
  cargo clippy --version >/dev/null 2>&1 || stop_because 'cargo clippy is missing (rustup component add clippy).'
  command -v cc >/dev/null || command -v gcc >/dev/null || command -v clang >/dev/null ||
    stop_because 'There is no C compiler here.'
}

# The folder with the newest PostgreSQL's server programs. Debian keeps them off the PATH.
postgres_programs() {
  local newest
  newest=$(find /usr/lib/postgresql /usr/pgsql-* -maxdepth 3 -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1 || true)
  if [ -n "$newest" ]; then
    dirname "$newest"
  elif command -v initdb >/dev/null; then
    dirname "$(command -v initdb)"
  else
    return 1
  fi
}

HEADLESS_SHELLS='chromium-headless-shell chrome-headless-shell'

chromium_program() {
  local name
  if [ -n "${PEOPLEWORTHY_TEST_CHROMIUM:-}" ]; then
    printf '%s\n' "$PEOPLEWORTHY_TEST_CHROMIUM"
    return 0
  fi
  for name in $HEADLESS_SHELLS chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name"; then return 0; fi
  done
  return 1
}

# A whole Chromium draws windows that nobody looks at, and takes two and a half times the processor that its headless shell takes
# for the same tests. It does where the shell cannot be had.
want_headless_shell() {
  case $(basename "$(chromium_program)") in chromium | chromium-browser) ;; *) return 0 ;; esac
  if [ -n "${PEOPLEWORTHY_TEST_CHROMIUM:-}" ]; then return 0; fi
  (install_packages chromium-headless-shell) || printf 'The whole Chromium, which is here, does as well.\n'
}

node_is_new_enough() {
  command -v node >/dev/null && [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 18')" = true ]
}

# Names of the Debian packages that this machine lacks, one a line.
missing_packages() {
  postgres_programs >/dev/null || echo postgresql
  chromium_program >/dev/null || echo chromium-headless-shell
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  command -v strace >/dev/null || echo strace
}

# Before the stages begin: inside one, standard input is closed and nobody could type a password.
ask_for_sudo() {
  if [ "$(id -u)" -eq 0 ] || [ ! -t 0 ] || ! command -v sudo >/dev/null; then return 0; fi
  if [ -n "$(missing_packages)" ]; then sudo -v || true; fi
}

need_packages() {
  local missing
  mapfile -t missing < <(missing_packages)
  if [ "${#missing[@]}" -gt 0 ]; then install_packages "${missing[@]}"; fi
  # A Node.js that is there but too old was put there by somebody: theirs to replace, not ours.
  node_is_new_enough || stop_because "Node.js $(node --version) is too old for the browser tests."
  mapfile -t missing < <(missing_packages)
  if [ "${#missing[@]}" -gt 0 ]; then stop_because "Still missing after installing: ${missing[*]}"; fi
  want_headless_shell
  printf 'PostgreSQL: %s\n' "$("$(postgres_programs)/postgres" --version)"
  printf 'Chromium:   %s\n' "$(chromium_program)"
  printf 'Node.js:    %s, npm %s\n' "$(node --version)" "$(npm --version 2>/dev/null)"
}

install_packages() {
  local as_root=()
  # Only Debian itself: on a derivative the same names may be something else (Ubuntu's chromium is a snap).
  if ! grep -qs '^ID=debian$' /etc/os-release || ! command -v apt-get >/dev/null; then
    stop_because "Missing: $*. This is not Debian, so please install it yourself."
  fi
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop_because "Missing: $*. Neither root nor sudo, so it cannot be installed here."
    # Standard input is closed in a stage: sudo has to go without a question, or not at all.
    sudo -n true 2>/dev/null ||
      stop_because "Missing: $*. sudo wants a password; by hand: sudo apt-get install --no-install-recommends $*"
    as_root=(sudo -n)
  fi
  printf "Installing from Debian's packages: %s\n" "$*"
  # Lists may be old or not there at all in a fresh image; the lock may be held by an automatic upgrade.
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 update >/dev/null ||
    stop_because 'apt-get update failed.'
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
    install --no-install-recommends "$@" || stop_because "apt-get could not install: $*"
}

# npm ci throws the folder away and fetches it again: only when the lock file is not the one that is installed.
need_browser_modules() {
  local here=tests/browser
  if cmp -s "$here/package-lock.json" "$here/node_modules/.installed-from"; then return 0; fi
  printf 'Installing from the npm registry: '
  node -p 'Object.entries(require("./tests/browser/package.json").dependencies).map((d) => d.join(" ")).join(", ")'
  (cd "$here" && npm ci --no-audit --no-fund --ignore-scripts) || stop_because 'npm ci failed in tests/browser.'
  cp "$here/package-lock.json" "$here/node_modules/.installed-from"
}
