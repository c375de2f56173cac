// At sign-out the rosters that were taken along leave this phone. Deeds that were not sent yet stay, without names, until they are.
document.addEventListener("submit", event => {
  if (!event.target.action?.endsWith("/sign-out") || event.defaultPrevented) return;
  const request = indexedDB.open("day");
  request.onupgradeneeded = () => request.transaction.abort();
  request.onsuccess = () => {
    const base = request.result;
    if (!base.objectStoreNames.contains("kits")) return;
    const work = base.transaction(["kits", "claims"], "readwrite");
    work.objectStore("kits").openCursor().onsuccess = each => {
      const cursor = each.target.result;
      if (!cursor) return;
      const { roster, states, ...bare } = cursor.value;
      if (!bare.kiosk) cursor.update(bare);
      cursor.continue();
    };
    work.objectStore("claims").openCursor().onsuccess = each => {
      const cursor = each.target.result;
      if (!cursor) return;
      if (cursor.value.state === "confirmed") cursor.delete();
      cursor.continue();
    };
  };
});
