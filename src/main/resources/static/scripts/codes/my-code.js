// Shows the code that this phone makes itself, a new one every fifteen seconds, with network or without.
import { encodeQR } from "../vendor/qr.js";
import { code, enrol, kept, now } from "./phone.js";

const EVERY = 15_000;
const SVG = "http://www.w3.org/2000/svg";
const box = document.querySelector("[data-code]");

async function begin() {
  const account = box.dataset.code;
  const token = document.querySelector("input[name=_csrf]")?.value;
  const mine = account ? await enrol(account, token) : await kept();
  if (!mine || mine.ends < now(mine)) return;
  box.querySelector("[data-state]").textContent = box.dataset.live;
  await show(mine);
  setInterval(() => show(mine), EVERY);
  setInterval(() => clock(mine), 1000);
  clock(mine);
  stayAwake();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    show(mine);
    stayAwake();
  });
}

async function show(mine) {
  const text = await code(mine);
  const modules = encodeQR(text, "raw", { ecc: "low", border: 4 });
  const path = modules.flatMap((row, y) => row.map((dark, x) => dark && !row[x - 1] ? bar(row, x, y) : "")).join("");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${modules.length} ${modules.length}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", box.dataset.alt);
  svg.dataset.text = text;
  svg.append(drawn("#fff", `M0 0h${modules.length}v${modules.length}H0z`), drawn("#000", path));
  box.querySelector(".codes-qr").replaceChildren(svg);
}

function bar(row, x, y) {
  let width = 1;
  while (row[x + width]) width++;
  return `M${x} ${y}h${width}v1h-${width}z`;
}

function drawn(fill, d) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("fill", fill);
  path.setAttribute("d", d);
  return path;
}

// A picture of the page shows when it was taken.
function clock(mine) {
  const line = box.querySelector("[data-clock]");
  line.hidden = false;
  line.textContent = new Date(now(mine)).toLocaleTimeString("fr", { timeZone: "Africa/Algiers" });
}

function stayAwake() {
  navigator.wakeLock?.request("screen").catch(() => {});
}

if (box && window.crypto?.subtle && window.indexedDB) begin().catch(() => {});
