// Keeps a page live, adds keys and the reader's own time. Every page is whole without it.
'use strict';
(() => {
  const body = document.body;
  const words = body.dataset;
  document.documentElement.classList.add('scripted');

  // The reader's own time beside Baghdad's, where they differ.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const page = document.documentElement.lang;
  const language = { kmr: 'ku', ar: 'ar-IQ-u-nu-arab', ckb: 'ckb-IQ-u-nu-arab', fa: 'fa-u-ca-gregory', en: 'en-GB' }[page] || page;
  const part = (when, timeZone, options) => new Intl.DateTimeFormat(language, { timeZone, ...options }).format(when);
  const day = (when, timeZone) => part(when, timeZone, { day: 'numeric', month: 'short' });
  const clock = (when, timeZone) => part(when, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  function localTimes(root) {
    root.querySelectorAll('time[datetime]').forEach(time => {
      const when = new Date(time.dateTime);
      if (time.dataset.done || Number.isNaN(when.getTime())) return;
      time.dataset.done = '1';
      if (clock(when, zone) === clock(when, 'Asia/Baghdad')) return;
      const own = day(when, zone) === day(when, 'Asia/Baghdad') ? clock(when, zone) : `${day(when, zone)} ${clock(when, zone)}`;
      const local = document.createElement('span');
      local.className = 'local';
      local.textContent = ` (${own} ${words.yours})`;
      time.after(local);
    });
  }
  localTimes(document);

  // Where the system has no pictures of flags it draws boxes: the codes of the countries stand there instead.
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (pen) {
    pen.font = '20px sans-serif';
    pen.fillText('\u{1F1EE}\u{1F1F6}', 0, 20);
    const drawn = pen.getImageData(0, 0, 40, 30).data;
    let coloured = false;
    for (let i = 0; i < drawn.length && !coloured; i += 4) coloured = drawn[i] !== drawn[i + 1] || drawn[i + 1] !== drawn[i + 2];
    if (!coloured) document.documentElement.classList.add('no-flags');
  }

  // What changed since the reader last looked, by the versions this browser saw then. Marks stay for a while after a look,
  // so that a page loaded again still shows them.
  const memory = 'visitwatch.seen';
  const LOOK = 600000;
  function sinceLastLook() {
    const line = document.getElementById('since');
    if (!line || [...new URLSearchParams(location.search).keys()].some(name => name !== 'lang')) return;
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(memory)); } catch { /* no memory allowed: nothing is marked */ }
    const now = Date.now();
    const before = kept && (now - kept.at > LOOK ? kept.seen : kept.before);
    const cards = [...document.querySelectorAll('#content .visit')];
    const seen = Object.fromEntries(cards.map(card => [card.id, card.dataset.version]));
    if (before) {
      const changed = cards.filter(card => before[card.id] !== card.dataset.version);
      changed.forEach(card => card.classList.add('fresh'));
      line.textContent = changed.length ? line.dataset.words.replace('#', changed.length.toLocaleString(language)) : '';
    }
    try { localStorage.setItem(memory, JSON.stringify({ at: now, seen, before: before || seen })); } catch { /* as above */ }
  }
  sinceLastLook();

  // Content is fetched as the same page and put in the place of the old one; focus and marks of what is new are kept.
  let running = null;
  let stepping = false; // the reader's own step is under way: what is live waits for it
  async function refresh(address, push) {
    if (stepping && !push) { soon(); return; }
    if (running) running.abort();
    stepping = push;
    const mine = running = new AbortController();
    const content = document.getElementById('content');
    content.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('content');
      if (!answer.ok || !fresh) return;
      const versions = new Map([...content.querySelectorAll('[data-version]')].map(e => [e.id, e.dataset.version]));
      const focused = document.activeElement && document.activeElement.closest('[id]');
      const href = document.activeElement && document.activeElement.getAttribute('href');
      const key = document.activeElement && document.activeElement.dataset.key;
      const within = content.contains(document.activeElement);
      localTimes(fresh);
      content.replaceChildren(...fresh.childNodes);
      if (!push) content.querySelectorAll('[data-version]').forEach(e => {
        if (versions.get(e.id) !== e.dataset.version) e.classList.add('fresh');
      });
      sinceLastLook();
      if (within && key) content.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
      else if (within && focused && focused.id !== 'content') {
        const again = document.getElementById(focused.id);
        const target = again && ([...again.querySelectorAll('a')].find(a => a.getAttribute('href') === href) || again);
        if (target) target.focus({ preventScroll: true });
      }
      document.title = page.title;
      if (push) history.pushState(null, '', address);
    } catch (e) {
      if (e.name !== 'AbortError') lost();
    } finally {
      if (running === mine) { running = null; stepping = false; content.removeAttribute('aria-busy'); }
    }
  }

  // The live stream: goes on after the last event seen, says when it is away and when it is back.
  const stream = document.getElementById('stream');
  const live = document.getElementById('live');
  let position = words.position || null;
  let source = null;
  let away = false;
  let wait = 1000;
  let due = 0;
  function soon() {
    clearTimeout(due);
    due = setTimeout(() => refresh(location.href, false), 300);
  }
  function lost() {
    if (!words.live) return;
    if (!away) { away = true; live.textContent = words.disconnected; }
    stream.textContent = words.disconnected;
    stream.className = 'stream lost';
  }
  function connect() {
    const address = new URL('/api/v1/stream/alerts', location.href);
    const asked = new URLSearchParams(location.search);
    for (const name of ['country', 'status', 'watch', 'visitor', 'confirmed']) {
      if (asked.get(name)) address.searchParams.set(name, asked.get(name));
    }
    if (position) address.searchParams.set('lastEventId', position);
    source = new EventSource(address);
    source.addEventListener('open', () => {
      wait = 1000;
      stream.textContent = `● ${words.connected}`;
      stream.className = 'stream';
      if (away) { away = false; live.textContent = words.again; soon(); }
      else if (!position) soon();
    });
    source.addEventListener('alert', event => {
      position = event.lastEventId || position;
      const alert = JSON.parse(event.data);
      live.textContent = `${words.changed}: ${alert.summary}`;
      soon();
    });
    source.addEventListener('error', () => {
      // A new connection each time: a browser's own retry would repeat the position the page was made with.
      source.close();
      lost();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 15000);
    });
  }
  if (words.live) connect();

  // Links that only change what the page shows are followed without leaving it.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-swap]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      refresh(link.href, true);
    }
    const bar = event.target.closest('[data-href]');
    if (bar) location.href = bar.dataset.href;
    const chart = event.target.closest('svg[data-zoom]');
    if (chart) nearer(chart, event.clientX);
    if (event.target.closest('[data-help]')) help();
  });
  addEventListener('popstate', () => refresh(location.href, false));

  // A click on a chart of many visits goes nearer to the day under it.
  function nearer(chart, x) {
    const box = chart.getBoundingClientRect();
    const left = Number(chart.dataset.left);
    const share = ((x - box.left) / box.width - left) / (1 - left);
    if (share < 0) return;
    const day = new Date(chart.dataset.start);
    day.setUTCDate(day.getUTCDate() + Math.round(share * chart.dataset.days));
    const span = chart.dataset.zoom.includes('zoom=year') ? 183 : 46;
    day.setUTCDate(day.getUTCDate() + span);
    refresh(chart.dataset.zoom.replace('DAY', day.toISOString().slice(0, 10)), true);
  }

  function help() {
    const dialog = document.getElementById('help');
    if (dialog.open) dialog.close(); else dialog.showModal();
  }
  function move(step) {
    const items = [...document.querySelectorAll('#content .visit, #content tbody tr')].filter(e => e.querySelector('a'));
    if (!items.length) return;
    const at = items.findIndex(e => e.contains(document.activeElement));
    const next = items[Math.max(0, Math.min(items.length - 1, at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step))];
    next.querySelector('a').focus();
    next.scrollIntoView({ block: 'nearest' });
  }
  const names = { '=': '+', '−': '-', ArrowLeft: 'left', ArrowRight: 'right' };
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, select, textarea')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (document.querySelector('dialog[open]') && event.key !== '?') return;
    const key = names[event.key] || event.key;
    if (key === '/') { event.preventDefault(); document.getElementById('search').focus(); }
    else if (key === '?') { event.preventDefault(); help(); }
    else if (key === 'j') move(1);
    else if (key === 'k') move(-1);
    else if (key === 'o') document.activeElement.closest('.visit, tbody tr')?.querySelector('a')?.click();
    else {
      const link = document.querySelector(`#content [data-key="${CSS.escape(key)}"]`);
      if (link) { event.preventDefault(); link.click(); }
    }
  });
})();
