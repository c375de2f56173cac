// The site's changing code, as big as the screen: signed by this phone's key, new every ten seconds, opened by volunteers with their own phones.
import { encodeQR } from "../vendor/qr.js";
import { sign, toText } from "./bytes.js";

const STEP = 10;

async function address(kit) {
  const code = new DataView(new ArrayBuffer(76));
  code.setBigUint64(0, BigInt(kit.id));
  code.setUint32(8, Math.floor(kit.now() / 1000 / STEP));
  const signature = new Uint8Array(await sign(kit.kept.pair, code.buffer.slice(0, 12)));
  signature.forEach((byte, i) => code.setUint8(12 + i, byte));
  return location.origin + "/here#" + toText(code.buffer);
}

async function draw(svg, kit) {
  const text = await address(kit);
  const modules = encodeQR(text, "raw", { ecc: "low", border: 4 });
  const path = modules.flatMap((line, y) => line.map((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : "")).join("");
  svg.setAttribute("viewBox", `0 0 ${modules.length} ${modules.length}`);
  svg.innerHTML = `<path fill="#fff" d="M0 0h${modules.length}v${modules.length}H0z"/><path fill="#000" d="${path}"/>`;
  svg.dataset.address = text;
}

// Shows it until stopped; returns how to stop.
export function show(svg, kit) {
  let timer;
  const again = async () => {
    await draw(svg, kit);
    timer = setTimeout(again, 1000 * STEP - kit.now() % (1000 * STEP) + 50);
  };
  again();
  return () => clearTimeout(timer);
}
