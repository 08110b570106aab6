# A throw-away PostgreSQL for one test run. Sourced by scripts/test.
# shellcheck shell=bash

cluster=""

# PostgreSQL refuses to run as root, so root lends it the user that Debian's package made.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    runuser -u postgres -- "$@"
  else
    "$@"
  fi
}

# A folder in memory if there is plenty of that, else one on the disk. Where a container has little, /dev/shm is small.
memory_folder() {
  local room memory
  room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)
  memory=$(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo 2>/dev/null)
  if [ -w /dev/shm ] && [ "${room:-0}" -gt 8000000 ] && [ "${memory:-0}" -gt 10000000 ]; then echo /dev/shm; else echo /tmp; fi
}

# Starts a cluster in a temporary folder below a folder (/tmp if none is given) and exports PEOPLEWORTHY_TEST_POSTGRES, a
# superuser's address under which tests create databases of their own: postgres://postgres:…@127.0.0.1:PORT/
cluster_start() {
  local programs secret port tries
  programs=$(postgres_programs) || stop_because 'PostgreSQL is missing: run scripts/test needs.'
  # Not in TMPDIR: that may lie in a home folder which the user postgres cannot enter.
  cluster=$(mktemp -d "${1:-/tmp}/peopleworthy-postgres.XXXXXXXX")
  secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$secret" >"$cluster/secret"
  if [ "$(id -u)" -eq 0 ]; then chown -R postgres: "$cluster"; fi
  # md5, because for a password kept as SCRAM each connection hashes it 4,096 times, and the tests make thousands.
  (
    cd "$cluster"
    as_postgres "$programs/initdb" --pgdata=data --username=postgres --auth=md5 --pwfile=secret \
      --encoding=UTF8 --locale=C >initdb.log 2>&1 || { cat initdb.log && exit 1; }
  ) || stop_because 'initdb failed.'
  # fsync stays on, although everything here is thrown away in the end: the tests that kill the server at random and
  # count what is left must meet the engine that users run. In memory it costs nothing.
  cat >>"$cluster/data/postgresql.conf" <<'CONF'
fsync = on
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
log_min_messages = warning
CONF
  # A random port below the range that Linux hands out itself. Taken already: the next one.
  for tries in 1 2 3 4 5 6 7 8 9 10; do
    port=$((20000 + RANDOM % 12000))
    if (cd "$cluster" && as_postgres "$programs/pg_ctl" --pgdata=data --silent --wait --timeout=60 --log=server.log \
      --options="-p $port" start </dev/null >start.log 2>&1); then
      export PEOPLEWORTHY_TEST_POSTGRES="postgres://postgres:$secret@127.0.0.1:$port/"
      printf '\n== a throw-away PostgreSQL on 127.0.0.1:%d in %s\n' "$port" "$cluster"
      return 0
    fi
    grep -qs 'could not bind' "$cluster/server.log" || break
    [ "$tries" -lt 10 ] && : >"$cluster/server.log"
  done
  cat "$cluster/start.log" "$cluster/server.log" >&2 || true
  stop_because 'The throw-away PostgreSQL did not start.'
}

# Immediate: nothing in it is worth a checkpoint.
cluster_stop() {
  if [ -z "$cluster" ]; then return 0; fi
  unset PEOPLEWORTHY_TEST_POSTGRES
  if [ -f "$cluster/data/postmaster.pid" ]; then
    (cd "$cluster" && as_postgres "$(postgres_programs)/pg_ctl" --pgdata=data --silent --mode=immediate --wait stop) ||
      printf 'The throw-away PostgreSQL in %s did not stop.\n' "$cluster" >&2
  fi
  rm -rf "$cluster"
  cluster=""
}
