"use strict";
// Links quotes and records; the page says the same without it.
for (const sheet of document.querySelectorAll(".sheet")) {
  const marks = [...sheet.querySelectorAll("mark")];
  const tags = [...sheet.querySelectorAll(".text .tag")];
  const cards = [...sheet.querySelectorAll(".card")];
  const claimsOf = (mark) => mark.dataset.claims.trim().split(" ");
  const records = sheet.querySelector(".records");

  const light = (claims) => {
    const lit = new Set(claims);
    for (const mark of marks) mark.classList.toggle("on", claimsOf(mark).some((c) => lit.has(c)));
    for (const tag of tags) tag.classList.toggle("on", lit.has(tag.dataset.claim));
    for (const card of cards) card.classList.toggle("on", lit.has(card.id));
  };
  const reveal = (claim) => {
    const card = cards.find((c) => c.id === claim);
    // Only the list beside the text moves: the reader's place in the text stays.
    if (card && records.scrollHeight > records.clientHeight) {
      const offset = card.getBoundingClientRect().top - records.getBoundingClientRect().top;
      records.scrollTo({ top: records.scrollTop + offset - 40, behavior: "smooth" });
    }
  };
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => { light(claimsOf(mark)); reveal(claimsOf(mark)[0]); });
    mark.addEventListener("mouseleave", () => light([]));
    mark.addEventListener("click", () => {
      const card = cards.find((c) => c.id === claimsOf(mark)[0]);
      if (card && !card.hidden) { card.scrollIntoView({ block: "nearest", behavior: "smooth" }); card.focus({ preventScroll: true }); }
    });
  }
  for (const tag of tags) {
    tag.addEventListener("mouseenter", () => { light([tag.dataset.claim]); reveal(tag.dataset.claim); });
    tag.addEventListener("mouseleave", () => light([]));
  }
  for (const card of cards) {
    const show = () => light([card.id]);
    const go = () => {
      const quote = marks.find((m) => claimsOf(m).includes(card.id));
      if (quote) quote.scrollIntoView({ block: "center", behavior: "smooth" });
    };
    card.addEventListener("mouseenter", show);
    card.addEventListener("mouseleave", () => light([]));
    card.addEventListener("focus", show);
    card.addEventListener("blur", () => light([]));
    card.addEventListener("click", (event) => { if (!event.target.closest("details, a")) go(); });
    card.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target === card) go(); });
  }
  const buttons = [...sheet.querySelectorAll(".legend button")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const only = button.getAttribute("aria-pressed") === "true" ? null : button.dataset.kind;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other.dataset.kind === only));
      for (const card of cards) card.hidden = only !== null && card.dataset.kind !== only;
      for (const mark of marks) mark.classList.toggle("dim", only !== null && !mark.dataset.kinds.split(" ").includes(only));
      for (const tag of tags) tag.classList.toggle("dim", only !== null && !tag.classList.contains("k-" + only));
    });
  }
}
