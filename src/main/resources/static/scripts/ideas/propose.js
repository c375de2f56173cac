// While a title is typed: what is like it. For a place that needs hands: where the visitor is, asked only when the button is pressed.
const form = document.querySelector(".ideas-form");
const like = document.getElementById("similar");
const PAUSE = 450;

if (form && like?.dataset.similar) {
  let waiting = 0;
  let asked = "";
  const seen = new Set();
  const ask = async () => {
    const kind = form.querySelector("[name=kind]:checked")?.value ?? "";
    const query = new URLSearchParams({ title: form.elements.title.value, kind, wilaya: kind === "improvement" ? "" : form.elements.wilaya.value });
    if (form.elements.title.value.trim().length < 5 || query.toString() === asked) return;
    asked = query.toString();
    const answer = await fetch(like.dataset.similar + "?" + query).catch(() => null);
    if (!answer?.ok || asked !== query.toString()) return;
    like.innerHTML = await answer.text();
    const shown = like.querySelector("[name=seen]");
    if (!shown) return;
    shown.value.split(",").forEach(id => seen.add(id));
    shown.value = [...seen].join(",");
  };
  form.addEventListener("input", event => {
    if (!["title", "kind", "wilaya"].includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
}

const here = document.querySelector("[data-spot]");
const off = document.querySelector("[data-spot-off]");
const said = document.getElementById("spot-said");

if (form && here && navigator.geolocation) {
  const set = (lat, lon, words) => {
    form.elements.lat.value = lat;
    form.elements.lon.value = lon;
    said.textContent = words;
    off.hidden = lat === "";
  };
  off.hidden = form.elements.lat.value === "";
  off.addEventListener("click", () => set("", "", ""));
  here.addEventListener("click", () => {
    here.disabled = true;
    navigator.geolocation.getCurrentPosition(place => {
      here.disabled = false;
      set(place.coords.latitude.toFixed(5), place.coords.longitude.toFixed(5), here.dataset.found);
    }, () => {
      here.disabled = false;
      said.textContent = here.dataset.none;
    }, { enableHighAccuracy: true, maximumAge: 60000, timeout: 20000 });
  });
}
