// Asks where the visitor is only when the button is pressed, and puts it, rounded to about a kilometre, into the address.
document.addEventListener("click", event => {
  const button = event.target.closest("[data-near]");
  if (!button || !navigator.geolocation) return;
  button.disabled = true;
  navigator.geolocation.getCurrentPosition(place => {
    const query = new URLSearchParams(location.search);
    query.delete("page");
    query.set("lat", place.coords.latitude.toFixed(2));
    query.set("lon", place.coords.longitude.toFixed(2));
    if (button.dataset.nearSort) query.set("sort", button.dataset.nearSort);
    location.href = (button.dataset.near || location.pathname) + "?" + query;
  }, () => { button.disabled = false; }, { maximumAge: 600000, timeout: 15000 });
});
