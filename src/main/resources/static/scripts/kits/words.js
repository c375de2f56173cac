// The words of the page, as the server wrote them into it.
const words = JSON.parse(document.getElementById("words").textContent);

export const say = (key, ...parts) => (words[key] ?? key).replace(/\{(\d)\}/g, (whole, index) => parts[index] ?? whole);

// Why, where there are words for it.
export const why = code => code && words["why." + code] ? say("why." + code) : "";

const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Africa/Algiers", hour: "2-digit", minute: "2-digit" });
const calendar = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: "Africa/Algiers", weekday: "long", day: "numeric", month: "long", numberingSystem: "latn" });

export const time = at => clock.format(at);
export const day = at => calendar.format(at);
export const byId = id => document.getElementById(id);

// The address of the page: /organizations/3/desk/shifts/7/kit
export const place = () => {
  const [, organization, shift] = /^\/organizations\/(\d+)\/desk\/shifts\/(\d+)\//.exec(location.pathname) ?? [];
  return { organization: Number(organization), shift: Number(shift) };
};
