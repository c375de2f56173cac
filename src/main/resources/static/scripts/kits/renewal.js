// Offers a new version of the pages, and never changes it under unsent work.
export async function renewing(button, mayRenew) {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration) return;
  const offer = () => { button.hidden = !registration.waiting; };
  offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  button.onclick = () => {
    if (!mayRenew() || !registration.waiting) return;
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage({ renew: true });
  };
}
