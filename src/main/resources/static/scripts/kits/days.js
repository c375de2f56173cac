// The shifts that are on this phone, with what is not sent yet; sends it when there is a network.
import { finished, keptKits } from "./kit.js";
import { byId, day, say, time } from "./words.js";

function line(kit) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const { organization, id, title, from, to } = kit.shift;
  link.href = `/organizations/${organization}/desk/shifts/${id}/${kit.kept.kiosk ? "kiosk" : "kit"}`;
  link.dir = "auto";
  link.textContent = title;
  const facts = document.createElement("p");
  facts.className = "small quiet";
  const unsent = kit.unsent().length;
  facts.textContent = [day(from), say("when", time(from), time(to)), say(unsent ? "days.unsent" : "days.sent", unsent)].join(" · ");
  item.className = "card";
  item.append(link, facts);
  return item;
}

async function show() {
  const kept = await keptKits();
  kept.filter(kit => !kit.kept.roster).forEach(finished);
  const kits = kept.filter(kit => kit.kept.roster);
  byId("days").replaceChildren(...kits.map(line));
  byId("none").hidden = kits.length > 0;
  return kits;
}

const kits = await show();
await Promise.all(kits.filter(kit => kit.unsent().length).map(kit => kit.send()));
if (kits.length) show();
