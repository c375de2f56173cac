// Keeps the shell of the pages on the phone and shows a page of ours when the network is gone. Pages themselves are never kept: they may be personal.
// SHELL and VERSION stand above, written by the server.
const OFFLINE = "/offline";

self.addEventListener("install", event => {
  event.waitUntil(caches.open(VERSION).then(cache => cache.addAll([...SHELL, OFFLINE])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", event => {
  event.waitUntil(caches.keys().then(names => Promise.all(names.filter(name => name !== VERSION).map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("fetch", event => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, request, url));
  else if (SHELL.includes(url.pathname)) event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)));
});

async function page(event, request, url) {
  try {
    const answer = await fetch(request);
    if (url.searchParams.has("lang")) event.waitUntil(caches.open(VERSION).then(cache => cache.add(OFFLINE)));
    return answer;
  } catch {
    return await caches.match(OFFLINE) ?? Response.error();
  }
}
