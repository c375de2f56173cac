// Asks this browser whether it may show notes, and sends what it answers with the form.
const form = document.getElementById("add-browser");
const said = form.querySelector("[role=status]");
const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

if (!able) {
  form.querySelector("button").hidden = true;
  said.textContent = form.dataset.unable;
}

form.addEventListener("submit", async event => {
  if (form.elements.endpoint.value) return;
  event.preventDefault();
  try {
    if (await Notification.requestPermission() !== "granted") {
      said.textContent = form.dataset.refused;
      return;
    }
    const { endpoint, keys } = (await subscription()).toJSON();
    form.elements.endpoint.value = endpoint;
    form.elements.p256dh.value = keys.p256dh;
    form.elements.auth.value = keys.auth;
    form.requestSubmit();
  } catch {
    said.textContent = form.dataset.failed;
  }
});

// A browser that holds on to another key of ours is asked anew.
async function subscription() {
  const manager = (await navigator.serviceWorker.ready).pushManager;
  const old = await manager.getSubscription();
  if (old) await old.unsubscribe();
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(form.dataset.key) });
}

function bytes(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}
