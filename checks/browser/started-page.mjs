import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Building the page and, where one is missing, starting a server takes a while on a busy machine. */
const START_MS = 240_000;

/** A page as a user starts it: `said` is what it has printed, `url` where it is. `stop` ends it. */
export async function startPage(script, args, env = {}) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [script, '--port', '0', ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const page = {
    said: '',
    url: '',
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${script} does not start: ${page.said}`)), START_MS);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${script} ended with ${code}: ${page.said}`));
    });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      page.said += text;
      page.url = /is ready: (\S+)/.exec(page.said)?.[1] ?? '';
      if (page.url === '') return;
      clearTimeout(timer);
      resolve();
    });
  }).catch(async (error) => {
    await page.stop();
    throw error;
  });
  return page;
}
