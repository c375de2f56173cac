// A volunteer opened the site's changing code: keeps when and which, says what is saved where, and sends it when there is a network.
import { all, get, newKey, put, remove } from "./store.js";
import { fromText } from "./bytes.js";
import { byId, day, say, time, why as reason } from "./words.js";

const FORGET_AFTER = 30 * 24 * 3600 * 1000;

const opened = location.hash.slice(1);
// The code is used once: it does not stay in the address or the history.
if (opened) history.replaceState(null, "", "/here");

const site = code => {
  try {
    return new DataView(fromText(code).buffer).getBigUint64(0).toString();
  } catch {
    return null;
  }
};

async function keep(leaving, at) {
  await put("claims", { key: newKey(), code: opened, site: site(opened), at, leaving, state: "kept" });
  navigator.storage?.persist?.();
  await show();
  send();
}

async function show() {
  const claims = (await all("claims")).sort((a, b) => b.at - a.at).slice(0, 10);
  byId("claims").replaceChildren(...claims.map(claim => {
    const item = byId("claim").content.firstElementChild.cloneNode(true);
    const [name, why, pill] = item.children;
    name.textContent = claim.title ?? say(claim.leaving ? "here.left" : "here.came");
    why.textContent = [claim.title ? say(claim.leaving ? "here.left" : "here.came") : "", day(claim.at), time(claim.at),
      reason(claim.why)].filter(Boolean).join(" · ");
    const bad = claim.state === "confirmed" && !["done", "already"].includes(claim.outcome);
    pill.textContent = bad ? say("state." + claim.outcome) : say("state." + claim.state);
    pill.classList.add(bad ? "pill-error" : claim.state === "confirmed" ? "pill-done" : "pill-waiting");
    return item;
  }));
  const waits = claims.some(claim => claim.state !== "confirmed");
  byId("where").hidden = byId("send-box").hidden = !waits;
  byId("none").hidden = claims.length > 0 || Boolean(opened);
}

async function send() {
  const waiting = (await all("claims")).filter(claim => claim.state !== "confirmed");
  if (!waiting.length) return;
  try {
    const session = await (await fetch("/api/session")).json();
    byId("sign-in").hidden = session.signedIn;
    if (!session.signedIn) return;
    for (const claim of waiting) await put("claims", { ...claim, state: "sent" });
    await show();
    const answer = await fetch("/api/arrivals", { method: "POST", headers: { "Content-Type": "application/json", [session.header]: session.token },
      body: JSON.stringify({ sentAt: Date.now(), claims: waiting.map(({ key, code, at, leaving }) => ({ key, code, at, leaving })) }), signal: AbortSignal.timeout(30_000) });
    if (!answer.ok) throw new Error(answer.status);
    for (const told of await answer.json()) {
      const claim = await get("claims", told.outcome.key);
      await put("claims", { ...claim, state: "confirmed", outcome: told.outcome.outcome, why: told.outcome.code, title: told.title });
    }
  } catch {
    for (const claim of waiting) await put("claims", { ...claim, state: "kept" });
  }
  await show();
}

async function tidy() {
  for (const claim of await all("claims")) if (claim.state === "confirmed" && Date.now() - claim.at > FORGET_AFTER) await remove("claims", claim.key);
}

if (opened) {
  const at = Date.now();
  const before = (await all("claims")).some(claim => claim.site === site(opened) && at - claim.at < 24 * 3600 * 1000);
  if (before) {
    byId("ask").hidden = false;
    for (const [id, leaving] of [["come", false], ["leave", true]]) byId(id).onclick = () => { byId("ask").hidden = true; keep(leaving, at); };
  } else {
    await keep(false, at);
  }
}
await tidy();
await show();
send();
byId("send").onclick = send;
addEventListener("online", send);
