// The door of a session: the camera, and arrivals that are sent again under their own key until the platform has answered.
import { scan } from "../kits/scanner.js";

const app = document.getElementById("app");
const AGAIN = 4000;

if (app) {
  const result = document.getElementById("result");
  const video = document.getElementById("video");
  const button = document.getElementById("scan");
  const typed = document.getElementById("typed");
  const token = typed.elements._csrf.value;
  const queue = [];
  let sending = false;
  let stop = null;

  const say = (words, look) => {
    result.hidden = false;
    result.className = "trainings-result" + (look ? " trainings-" + look : "");
    result.textContent = words;
  };

  async function send() {
    if (sending) return;
    sending = true;
    while (queue.length) {
      const { key, code, at } = queue[0];
      try {
        const answer = await fetch(`/api/trainings/sessions/${app.dataset.session}/arrivals`, {
          method: "POST",
          headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
          body: JSON.stringify({ key, code, ago: Math.round(performance.now() - at) }),
        });
        if (answer.status >= 500) throw new Error("later");
        queue.shift();
        if (!answer.ok) { location.reload(); return; }
        told(await answer.json());
      } catch {
        say(app.dataset.waits, "waits");
        setTimeout(() => { sending = false; send(); }, AGAIN);
        return;
      }
    }
    sending = false;
  }

  function told({ outcome, done, words }) {
    say(words, done ? "" : "refused");
    navigator.vibrate?.(done ? 60 : [60, 60, 60]);
    if (outcome === "came") {
      const came = document.getElementById("came");
      came.textContent = String(Number(came.textContent.replace(/\D/g, "")) + 1);
    }
  }

  function arrive(code) {
    queue.push({ key: crypto.randomUUID(), code, at: performance.now() });
    send();
  }

  button.onclick = async () => {
    if (stop) { stop(); stop = null; video.hidden = true; return; }
    video.hidden = false;
    stop = await scan(video, app.dataset.reader, arrive).catch(() => {
      video.hidden = true;
      say(app.dataset.noCamera, "refused");
      return null;
    });
  };

  typed.onsubmit = event => {
    event.preventDefault();
    const code = typed.elements.code.value.trim();
    if (code) arrive(code);
    typed.elements.code.value = "";
  };
  addEventListener("online", () => send());
}
