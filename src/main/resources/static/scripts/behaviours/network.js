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
  if (navigator.onLine) return;
  event.preventDefault();
  show(words.notSent);
}, true);
navigator.serviceWorker?.register("/service-worker.js");
