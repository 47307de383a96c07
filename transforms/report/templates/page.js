"use strict";
(() => {
  const root = document.documentElement;
  const editions = [...document.querySelectorAll(".edition")];

  const showLanguage = (code) => {
    for (const edition of editions) edition.hidden = edition.lang !== code;
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-current", String(button.dataset.language === code));
    }
    const edition = editions.find((one) => one.lang === code);
    root.lang = code;
    root.dir = edition ? edition.dir : root.dir;
    document.title = edition && edition.dataset.title ? edition.dataset.title : document.title;
  };

  const parse = (query) =>
    query.split("&").filter(Boolean).map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1).split("|")];
    });

  const showRows = (edition, query) => {
    const wanted = parse(query);
    const rows = [...edition.querySelectorAll(".event-row")];
    let shown = 0;
    for (const row of rows) {
      const fits = wanted.every(([facet, values]) =>
        (row.dataset[facet] || "").split("|").some((value) => values.includes(value)));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
      const details = row.querySelector("details");
      if (details) details.open = false;
    }
    const bar = edition.querySelector(".filter");
    bar.hidden = wanted.length === 0;
    const digits = (n) => edition.lang === "ar" ? n.toLocaleString("ar-u-nu-arab") : n.toLocaleString("en");
    const text = bar.dataset.text.replace("{shown}", digits(shown)).replace("{all}", digits(rows.length));
    bar.querySelector(".filter-text").textContent = text;
    const only = rows.filter((row) => !row.hidden);
    if (only.length === 1 && only[0].querySelector("details")) only[0].querySelector("details").open = true;
  };

  document.addEventListener("click", (click) => {
    const target = click.target instanceof Element ? click.target : null;
    if (!target) return;
    const language = target.closest("[data-language]");
    if (language) {
      click.preventDefault();
      showLanguage(language.dataset.language);
      return;
    }
    const link = target.closest("[data-rows]");
    if (!link) return;
    click.preventDefault();
    const edition = link.closest(".edition");
    showRows(edition, link.dataset.rows);
    const section = edition.querySelector(".all-events");
    section.scrollIntoView();
    section.querySelector("h2").focus({ preventScroll: true });
  });

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details.behind")) details.open = true;
  });

  if (editions.length > 1) showLanguage(editions[0].lang);
  const asked = location.hash.match(/^#(ar|en)$/);
  if (asked) {
    showLanguage(asked[1]);
    scrollTo(0, 0);
  }
})();
