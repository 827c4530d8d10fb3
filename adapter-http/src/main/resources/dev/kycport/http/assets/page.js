// Countdowns, and one submission a form. The page is complete without this file.
"use strict";
for (const place of document.querySelectorAll("[data-seconds]")) {
  const end = Date.now() + Number(place.dataset.seconds) * 1000;
  const shown = place.querySelector("b");
  const timer = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    if (shown) shown.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    if (left > 0) return;
    clearInterval(timer);
    if ("hide" in place.dataset) place.hidden = true;
    if ("reload" in place.dataset) location.replace(location.pathname);
  }, 500);
}
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", event => {
  if (event.persisted) location.reload();
});
