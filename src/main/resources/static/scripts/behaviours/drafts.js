// Keeps what is typed in form[data-draft] on this device until it is sent and has arrived; brings it back after a reload or a lost network.
const words = document.body.dataset;
const key = form => "draft:" + form.dataset.draft + ":" + location.pathname;
const kept = field => field.name && field.name !== "_csrf" && !["hidden", "password", "file", "submit"].includes(field.type)
  && field.autocomplete !== "one-time-code";
const week = 7 * 24 * 3600 * 1000;

function read(form) {
  return [...form.elements].filter(kept).map(f => [f.name, f.value, f.type === "checkbox" || f.type === "radio" ? f.checked : null]);
}

function write(form, fields) {
  for (const [name, value, checked] of fields) {
    const same = [...form.elements].filter(f => f.name === name && kept(f));
    const field = checked === null ? same[0] : same.find(f => f.value === value);
    if (!field) continue;
    if (checked === null) field.value = value;
    else field.checked = checked;
  }
}

function tell(form, drop) {
  const notice = document.createElement("p");
  notice.className = "saved";
  notice.setAttribute("role", "status");
  notice.textContent = words.draftBack;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-quiet button-small";
  button.textContent = words.draftDrop;
  button.onclick = () => { drop(); notice.remove(); };
  notice.append(button);
  form.prepend(notice);
}

for (const name of Object.keys(localStorage)) {
  if (!name.startsWith("draft:")) continue;
  const draft = JSON.parse(localStorage[name]);
  const arrived = draft.sent && !words.unreachable && !document.querySelector(".error-summary");
  if (arrived || Date.now() - draft.at > week) localStorage.removeItem(name);
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  const first = read(form);
  const draft = localStorage[key(form)];
  if (draft && !document.querySelector(".error-summary")) {
    const fields = JSON.parse(draft).fields;
    if (JSON.stringify(fields) !== JSON.stringify(first)) {
      write(form, fields);
      tell(form, () => { localStorage.removeItem(key(form)); write(form, first); });
    }
  }
  const keep = sent => { localStorage[key(form)] = JSON.stringify({ at: Date.now(), sent, fields: read(form) }); };
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", event => { if (!event.defaultPrevented) keep(true); });
}

document.addEventListener("submit", event => {
  if (!event.target.action?.endsWith("/sign-out")) return;
  Object.keys(localStorage).filter(name => name.startsWith("draft:")).forEach(name => localStorage.removeItem(name));
});
