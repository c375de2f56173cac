// Keeps on the phone what works without network: the shell of the pages, a page that says so in each language, and the parts that a page asked for
// (the same for everybody). Pages come from the network; of people's own pages only those of KEPT.own stay, until sign-out.
// KEPT and VERSION stand above, written by the server; a new version is a new cache, filled before it is used.
const OFFLINE = "/offline";
const CHOICES = "choices";
const OWN = "own";
const FINGERPRINTED = /\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", event => event.waitUntil(install()));
self.addEventListener("activate", event => event.waitUntil(activate()));
self.addEventListener("message", event => event.waitUntil(hear(event.data)));
self.addEventListener("fetch", event => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, request, url));
  else if (FINGERPRINTED.test(url.pathname)) event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)));
});
self.addEventListener("push", event => event.waitUntil(show(event.data)));
self.addEventListener("notificationclick", event => event.waitUntil(open(event.notification)));

async function install() {
  const cache = await caches.open(VERSION);
  await cache.addAll(KEPT.shell);
  await keepPage(cache, OFFLINE);
  for (const part of KEPT.parts) if (await chosen("part-" + part.name)) await keepPart(part);
  if (!await dayIsOpen()) await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => ![VERSION, CHOICES, OWN].includes(name)).map(name => caches.delete(name)));
  await self.clients.claim();
}

// A page that works on a day's deeds is not changed under somebody's hands: it asks for the new version itself.
async function dayIsOpen() {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return open.some(client => KEPT.parts.some(part => new RegExp(part.match).test(new URL(client.url).pathname)));
}

async function hear(said) {
  if (said.language) await choose("language", said.language);
  if (said.keep) {
    const part = KEPT.parts.find(part => part.name === said.keep);
    if (part) await keepPart(part);
  }
  if (KEPT.own.includes(said.shown)) await keepOwn(said.shown, said.files);
  if (said.forget) await caches.delete(OWN);
  if (said.renew) await self.skipWaiting();
}

async function keepPart(part) {
  const cache = await caches.open(VERSION);
  if (!await cache.match(part.page + "?lang=" + KEPT.languages[0])) {
    await cache.addAll(part.assets);
    await keepPage(cache, part.page);
  }
  await choose("part-" + part.name, "kept");
}

// In every language, as anybody sees it: no cookies go out, none come back.
async function keepPage(cache, path) {
  await Promise.all(KEPT.languages.map(async language => {
    const address = path + "?lang=" + language;
    const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
    if (!answer.ok || answer.redirected) throw new Error(address + " " + answer.status);
    await cache.put(address, answer);
  }));
}

// A person's own page that is open, with the files that it loaded.
async function keepOwn(path, files) {
  const cache = await caches.open(OWN);
  for (const file of files) if (FINGERPRINTED.test(file) && !await caches.match(file)) await cache.add(file);
  if (await cache.match(path)) return;
  const answer = await fetch(path);
  if (answer.ok && !answer.redirected) await cache.put(path, answer);
}

async function page(event, request, url) {
  const asked = url.searchParams.get("lang");
  const part = KEPT.parts.find(part => new RegExp(part.match).test(url.pathname));
  if (asked) await choose("language", asked);
  if (part) {
    const kept = await inLanguage(part.page);
    if (kept) return kept;
  }
  try {
    const answer = await fetch(request);
    if (KEPT.own.includes(url.pathname) && answer.ok && !answer.redirected) {
      const copy = answer.clone();
      event.waitUntil(caches.open(OWN).then(cache => cache.put(url.pathname, copy)));
    }
    return answer;
  } catch {
    const own = KEPT.own.includes(url.pathname) ? await (await caches.open(OWN)).match(url.pathname) : null;
    return own ?? await inLanguage(OFFLINE) ?? Response.error();
  }
}

async function inLanguage(path) {
  const cache = await caches.open(VERSION);
  const wanted = await chosen("language") ?? self.navigator.language.slice(0, 2);
  return await cache.match(path + "?lang=" + wanted) ?? await cache.match(path + "?lang=" + KEPT.languages[0]);
}

async function chosen(name) {
  return await (await (await caches.open(CHOICES)).match("/choices/" + name))?.text();
}

async function choose(name, value) {
  await (await caches.open(CHOICES)).put("/choices/" + name, new Response(value));
}

// A note in the reader's language, as the server wrote it. A browser may take away the right to notes from whoever shows none, so an unreadable one is shown too.
async function show(data) {
  let note = {};
  try {
    note = data.json();
  } catch {
    // Nothing that could be shown.
  }
  const icon = KEPT.icon;
  await self.registration.showNotification(note.title ?? KEPT.name, { body: note.body, lang: note.lang, dir: note.dir ?? "auto", tag: note.tag, icon, badge: icon, data: { link: note.link ?? "/inbox" } });
}

// Only ever a page of ours: an open one that shows it already, else a new one.
async function open(notification) {
  notification.close();
  const url = new URL(notification.data?.link ?? "/inbox", location.origin);
  if (url.origin !== location.origin) return;
  const windows = await self.clients.matchAll({ type: "window" });
  const there = windows.find(client => client.url === url.href);
  await (there ? there.focus() : self.clients.openWindow(url.href));
}
