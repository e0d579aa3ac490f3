// The running demo, started and stopped like a user does.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A free port on loopback. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the demo on a data folder and a port; ready when its API answers. */
export async function startDemo(home, data, port) {
  const child = spawn(`${home}/visitwatch`, ['demo', '--data', data, '--api-port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', chunk => { log += chunk; });
  child.stderr.on('data', chunk => { log += chunk; });
  let ended = null;
  child.once('exit', code => { ended = code ?? 'signal'; });
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + 60_000;
  for (;;) {
    if (ended !== null) throw new Error(`the demo ended (${ended}):\n${log}`);
    if (Date.now() > end) throw new Error(`the demo did not answer at ${url}:\n${log}`);
    try {
      if ((await fetch(`${url}/livez`)).ok) break;
    } catch { /* not listening yet */ }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return {
    url,
    log: () => log,
    stop: () => new Promise(resolve => {
      if (ended !== null) { resolve(); return; }
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    }),
  };
}
