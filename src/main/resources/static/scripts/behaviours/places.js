// Loads the communes of the wilaya that was chosen, so that the commune is picked instead of typed.
const language = document.body.dataset.language;
for (const place of document.querySelectorAll("[data-place]")) {
  const wilaya = place.querySelector("select");
  const load = async () => {
    const before = place.querySelectorAll(".input")[1];
    const answer = wilaya.value && await fetch(place.dataset.place + encodeURIComponent(wilaya.value) + "/communes").catch(() => null);
    const communes = (answer?.ok ? await answer.json() : []).map(commune => [commune[language] ?? (language === "en" ? commune.fr : null) ?? commune.ar, commune.code]);
    communes.sort((one, other) => one[0].localeCompare(other[0], document.documentElement.lang));
    const field = document.createElement(communes.length ? "select" : "input");
    for (const { name, value } of before.attributes) if (name !== "value" && name !== "dir") field.setAttribute(name, value);
    if (communes.length) {
      field.add(new Option(before.dataset.empty, ""));
      for (const [name, code] of communes) field.add(new Option(name, code, false, name === before.value || code === before.value));
    }
    before.replaceWith(field);
  };
  wilaya.addEventListener("change", load);
  if (wilaya.value && place.querySelectorAll(".input")[1].tagName === "INPUT") load();
}
