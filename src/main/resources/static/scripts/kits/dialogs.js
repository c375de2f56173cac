// Dialogs that close by their own buttons, keep the screen awake while they are full, and a question before a deed.
import { byId } from "./words.js";

export function open(id, closed = () => {}) {
  const dialog = byId(id);
  let awake;
  navigator.wakeLock?.request("screen").then(lock => { awake = lock; }).catch(() => {});
  dialog.onclose = () => { awake?.release(); closed(); };
  dialog.onclick = event => { if (event.target.closest("[data-close]")) dialog.close(); };
  dialog.showModal();
  return dialog;
}

export const sure = (words, yes) => new Promise(done => {
  byId("sure-words").textContent = words;
  byId("sure-yes").textContent = yes;
  const dialog = open("sure-dialog", () => done(false));
  byId("sure-yes").onclick = () => { done(true); dialog.close(); };
});
