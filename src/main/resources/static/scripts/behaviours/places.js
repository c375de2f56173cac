// Loads the communes of the wilaya that was chosen, so that the commune is picked instead of typed.
for (const place of document.querySelectorAll("[data-place]")) {
  const wilaya = place.querySelector("select");
  wilaya.addEventListener("change", async () => {
    const before = wilaya.closest(".place").querySelectorAll(".input")[1];
    const answer = wilaya.value && await fetch(place.dataset.place + "?wilaya=" + encodeURIComponent(wilaya.value)).catch(() => null);
    const communes = answer?.ok ? await answer.json() : [];
    const select = document.createElement(communes.length ? "select" : "input");
    for (const { name, value } of before.attributes) if (name !== "value" && name !== "dir") select.setAttribute(name, value);
    if (communes.length) {
      select.add(new Option(before.dataset.empty, ""));
      for (const { code, name } of communes) select.add(new Option(name, code));
    }
    before.replaceWith(select);
  });
}
