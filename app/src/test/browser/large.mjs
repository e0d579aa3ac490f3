// The dashboard over a store of ten thousand visits in 24 years, made by a generator of the tests.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Starts it; ready when it says so. */
export async function startLarge(home, folder, visits) {
  const classes = process.env.LARGE_CLASSPATH
    || [join(home, 'app/target/test-classes'), join(home, 'app/target/classes'), join(home, 'app/target/lib/*')].join(':');
  const child = spawn('java', ['-XX:+UseSerialGC', '-Xmx512m', '-cp', classes, 'io.visitwatch.app.web.LargeDashboard', '0',
    String(visits), folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', chunk => { log += chunk; });
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the large store did not start:\n${log}`)), 60_000);
    child.stdout.on('data', chunk => {
      log += chunk;
      const ready = /ready (\S+)/.exec(log);
      if (ready) { clearTimeout(timer); resolve(ready[1]); }
    });
    child.once('exit', code => { clearTimeout(timer); reject(new Error(`the large store ended (${code}):\n${log}`)); });
  });
  return { url, stop: () => new Promise(resolve => { child.once('exit', resolve); child.stdin.end(); }) };
}

/** Milliseconds to the first contentful paint of each of `rounds` visits to `address`. */
export async function paints(page, address, rounds) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    await page.goto('about:blank');
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    times.push(Math.round(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime)));
  }
  return times;
}

/** The longest task, in milliseconds, while the timeline is zoomed from 24 years to a week and back, by keys. */
export async function longestWhileZooming(page, address) {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => {
    window.long = [];
    new PerformanceObserver(list => list.getEntries().forEach(e => window.long.push(e.duration))).observe({ entryTypes: ['longtask'] });
  });
  for (const [key, zoom] of [['+', '5y'], ['+', 'year'], ['+', 'quarter'], ['+', 'month'], ['+', 'week'], ['-', 'month'],
    ['-', 'quarter'], ['-', 'year'], ['-', '5y'], ['-', '24y']]) {
    await page.keyboard.press(key);
    await page.waitForFunction(z => location.href.includes(`zoom=${z}`) && !document.getElementById('content').hasAttribute('aria-busy'), zoom);
  }
  return Math.round(Math.max(0, ...await page.evaluate(() => window.long)));
}
