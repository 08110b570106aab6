// Starts the program under test, waits until it is ready, stops it again.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

export function program() {
  const path = resolve(root, process.env.PEOPLEWORTHY_BIN ?? "target/debug/peopleworthy");
  if (!existsSync(path)) throw new Error(`${path} is not there: run scripts/test browser, or cargo build, first`);
  return path;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

// A data folder of its own and only our own settings: nothing of the developer's environment leaks in.
function surroundings(dataDir, database, more) {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PEOPLEWORTHY_")));
  const url = database === "sqlite" ? {} : { PEOPLEWORTHY_DATABASE_URL: database };
  return { ...own, PEOPLEWORTHY_DATA_DIR: dataDir, ...url, ...more };
}

/** A house: a data folder and a database that commands and servers share. `database` is "sqlite" or a postgres:// address. */
export function house(database) {
  const dataDir = mkdtempSync(join(tmpdir(), "peopleworthy-house-"));
  return { database, dataDir, tearDown: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Runs one command to its end and returns what it printed; throws with all of it when the command could not. */
export async function command(place, args, { env = {} } = {}) {
  const child = spawn(program(), args, {
    cwd: place.dataDir,
    env: surroundings(place.dataDir, place.database, env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let log = "";
  child.stdout.on("data", (bytes) => (out += bytes));
  child.stderr.on("data", (bytes) => (log += bytes));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`peopleworthy ${args.join(" ")} ended with ${code}\n${out}\n${log}`);
  return out;
}

/**
 * Starts a server and waits until /health/ready says 200. `port`: where one stood before; without it any that is free.
 * Gives { url, signIns: [{role, email, password, site, name}], printed(), stop() }.
 */
export async function startApp(place, { args = ["serve"], env = {}, port: at, readyWithin = 120_000 } = {}) {
  const port = at ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(program(), args, {
    // An empty folder of its own: the program has to carry everything it needs.
    cwd: place.dataDir,
    env: surroundings(place.dataDir, place.database, { PEOPLEWORTHY_LISTEN: `127.0.0.1:${port}`, ...env }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let log = "";
  let gone = null;
  child.stdout.on("data", (bytes) => (out += bytes));
  child.stderr.on("data", (bytes) => (log += bytes));
  child.on("exit", (code, signal) => (gone = code ?? signal));
  const last = () => `${out.slice(-2_000)}\n${log.slice(-6_000)}`;

  const stop = async () => {
    if (gone === null) {
      child.kill("SIGTERM");
      await Promise.race([once(child, "exit"), pause(10_000)]);
      if (gone === null) child.kill("SIGKILL");
    }
  };
  process.once("exit", () => gone === null && child.kill("SIGKILL"));

  const until = Date.now() + readyWithin;
  while (!(await isReady(url))) {
    if (gone !== null) throw new Error(`peopleworthy ${args.join(" ")} ended with ${gone} before it was ready\n${last()}`);
    if (Date.now() > until) {
      await stop();
      throw new Error(`peopleworthy ${args.join(" ")} was not ready within ${readyWithin} ms\n${last()}`);
    }
    await pause(50);
  }
  return { url, stop, signIns: readSignIns(out), printed: () => out, log: () => log };
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`)).status === 200;
  } catch {
    return false;
  }
}

// A line of `demo`: sign-in ROLE EMAIL PASSWORD [SITE [NAME OF THE PERSON]]
function readSignIns(printed) {
  return [...printed.matchAll(/^\s*sign-in\s+(\S+)\s+(\S+)\s+(\S+)(?:[ \t]+(\S+))?(?:[ \t]+(.+?))?\s*$/gm)].map(
    ([, role, email, password, site = null, name = null]) => ({ role, email, password, site, name }),
  );
}
