// Says when the network is gone, holds forms back until it returns, and lets the browser keep the shell of the pages.
const words = document.body.dataset;
const line = document.createElement("div");
line.className = "notice notice-offline network";
line.setAttribute("role", "status");
line.hidden = true;
document.body.prepend(line);

function show(text) {
  line.hidden = !text;
  line.textContent = text;
}

addEventListener("offline", () => show(words.offline));
addEventListener("online", () => show(""));
if (!navigator.onLine) show(words.offline);
document.addEventListener("submit", event => {
  if (navigator.onLine || event.target.hasAttribute("data-local")) return;
  event.preventDefault();
  show(words.notSent);
}, true);
if (navigator.serviceWorker) {
  navigator.serviceWorker.register("/service-worker.js");
  const tell = said => navigator.serviceWorker.ready.then(registration => registration.active.postMessage(said));
  if (localStorage.language !== words.language) tell({ language: localStorage.language = words.language });
  if (words.keep) {
    tell({ keep: words.keep });
    addEventListener("load", () => {
      const files = performance.getEntriesByType("resource").map(file => new URL(file.name)).filter(file => file.origin === location.origin);
      tell({ shown: location.pathname, files: files.map(file => file.pathname) });
    });
  }
  document.addEventListener("submit", event => {
    if (/\/sign-(out|in\/code)$/.test(event.target.getAttribute("action")?.split("?")[0]) && !event.defaultPrevented) {
      tell({ forget: true });
      indexedDB.deleteDatabase("codes");
    }
  });
}
