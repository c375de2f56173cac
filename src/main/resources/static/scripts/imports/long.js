// A long table is sent as the bare body, with how far the sending has come. Without this script the form itself takes files of up to ten megabytes.
const form = document.querySelector("form[data-long-kind]");

form?.addEventListener("submit", event => {
  const kind = new FormData(form).get("kind");
  const file = form.elements.file.files[0];
  if (kind !== form.dataset.longKind || !file) return;
  event.preventDefault();
  const bar = form.querySelector("progress");
  const said = form.querySelector("[data-long-said]");
  const button = form.querySelector("button");
  const request = new XMLHttpRequest();
  const asked = new URLSearchParams({ kind, name: file.name, organization: form.elements.organization?.value ?? "" });
  const end = text => {
    bar.hidden = true;
    button.disabled = false;
    said.textContent = text;
    said.hidden = false;
  };
  request.open("POST", "/imports/file?" + asked);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("X-CSRF-TOKEN", form.elements._csrf.value);
  request.upload.addEventListener("progress", sent => { if (sent.lengthComputable) bar.value = sent.loaded / sent.total; });
  request.addEventListener("load", () => request.status === 200 ? location.assign(request.responseText) : end(request.status === 422 ? request.responseText : form.dataset.longFailed));
  request.addEventListener("error", () => end(form.dataset.longFailed));
  bar.value = 0;
  bar.hidden = false;
  said.hidden = true;
  button.disabled = true;
  request.send(file);
});
