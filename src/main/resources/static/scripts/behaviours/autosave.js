// Stores a server draft when a field is left: form[data-autosave="address"] is posted in the background and says so.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  let changed = false;
  const said = document.createElement("p");
  said.className = "saved";
  said.setAttribute("role", "status");
  form.append(said);
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("focusout", async () => {
    if (!changed) return;
    changed = false;
    const body = new FormData(form);
    [...body.entries()].forEach(([name, value]) => { if (value instanceof File) body.delete(name); });
    const answer = await fetch(form.dataset.autosave || form.action, { method: "POST", body: new URLSearchParams(body) }).catch(() => null);
    if (answer?.ok) said.textContent = document.body.dataset.saved;
    else changed = true;
  });
}
