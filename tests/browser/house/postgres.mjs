// Databases of their own on the server that scripts/test started.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { promisify } from "node:util";

const call = promisify(execFile);

function serverAddress() {
  const address = process.env.PEOPLEWORTHY_TEST_POSTGRES;
  if (!address) {
    throw new Error(
      "PEOPLEWORTHY_TEST_POSTGRES is not set: run scripts/test, or set it to a superuser's address of a PostgreSQL " +
        "that tests may create databases on, such as postgres://postgres:secret@127.0.0.1:5432/",
    );
  }
  return new URL(address);
}

// The client programs on the PATH, or where Debian keeps those that come with the server.
function clientProgram(name) {
  const base = "/usr/lib/postgresql";
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => `${base}/${version}/bin/${name}`).find((path) => existsSync(path));
  return found ?? name;
}

/** A new empty database: { url, drop() }. */
export async function newDatabase() {
  const server = serverAddress();
  const name = `browser_${randomBytes(6).toString("hex")}`;
  const maintenance = new URL(server);
  maintenance.pathname = "/postgres";
  const url = new URL(server);
  url.pathname = `/${name}`;
  await call(clientProgram("createdb"), [`--maintenance-db=${maintenance.href}`, name]);
  const drop = () => call(clientProgram("dropdb"), ["--force", "--if-exists", `--maintenance-db=${maintenance.href}`, name]);
  return { url: url.href, name, maintenance: maintenance.href, drop };
}

/** Statements, run one after the other. */
export const sql = (address, ...lines) =>
  call(clientProgram("psql"), ["--no-psqlrc", "--quiet", "-v", "ON_ERROR_STOP=1", ...lines.flatMap((line) => ["-c", line]), address]);

/** Takes a table away under the running program; what comes back puts it back. */
export async function breakTable({ url }, table) {
  await sql(url, `alter table ${table} rename to ${table}_away`);
  return () => sql(url, `alter table ${table}_away rename to ${table}`);
}

/** Lets nobody into the database and ends who is in; what comes back opens it again. */
export async function lockOut({ name, maintenance }) {
  const end = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`;
  await sql(maintenance, `alter database ${name} with allow_connections false`, end);
  return () => sql(maintenance, `alter database ${name} with allow_connections true`);
}
