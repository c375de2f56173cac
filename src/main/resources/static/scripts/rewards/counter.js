// The counter: the camera fills the code in; a form is sent once, and sent again with the same key while the network does not answer. Without this script
// the forms go as forms do.
const box = document.querySelector("[data-counter]");
const form = box.querySelector("form[data-once]");
const line = box.querySelector("[data-state]");
const PATIENCE = 10_000;
const WAIT = 2_000;

function say(text, waits = false) {
  line.hidden = !text;
  line.textContent = text;
  line.classList.toggle("rewards-waits", waits);
}

let sending = false;

// The key makes sending again harmless: what was done stays done, and is answered the same.
form.addEventListener("submit", async event => {
  event.preventDefault();
  if (sending) return;
  sending = true;
  const body = new URLSearchParams(new FormData(form));
  const button = form.querySelector("button");
  button.disabled = true;
  say(box.dataset.sending);
  for (;;) {
    try {
      const answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status >= 500) throw new Error(answer.status);
      await show(answer);
      return;
    } catch {
      say(box.dataset.again, true);
      await new Promise(done => setTimeout(done, WAIT));
    }
  }
});

// A refusal (422) is shown as the page that it is; else the page that the answer led to.
async function show(answer) {
  if (answer.redirected) {
    location.replace(answer.url);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.title = page.title;
  const problem = page.querySelector("#code-problem");
  const field = form.querySelector("#code");
  if (!field || !problem) {
    location.reload();
    return;
  }
  form.querySelector("#code-problem")?.remove();
  field.before(problem);
  field.setAttribute("aria-invalid", "true");
  field.focus();
  field.select();
  form.elements.key.value = crypto.randomUUID();
  form.querySelector("button").disabled = false;
  say("");
  sending = false;
}

const start = box.querySelector("[data-scan]");
if (start && navigator.mediaDevices?.getUserMedia) {
  const { scan } = await import("../kits/scanner.js");
  const video = box.querySelector("video");
  const end = box.querySelector("[data-stop]");
  let stop = null;
  const shown = on => {
    video.hidden = end.hidden = !on;
    start.hidden = on;
  };
  shown(false);
  end.onclick = () => {
    stop?.();
    shown(false);
  };
  start.onclick = async () => {
    shown(true);
    try {
      stop = await scan(video, box.dataset.reader, text => {
        if (sending) return;
        stop?.();
        shown(false);
        form.elements.code.value = text;
        form.requestSubmit();
      });
    } catch {
      shown(false);
      say(box.dataset.camera, true);
    }
  };
}
