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

  const held = document.getElementById("further");
  const further = held ? JSON.parse(held.textContent) : [];

  const made = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  };

  const within = (node, ...children) => {
    node.append(...children);
    return node;
  };

  const evidenceOf = (row) => {
    const quote = made("blockquote");
    quote.lang = "ar";
    quote.dir = "rtl";
    for (const [text, mark] of row.quote || []) quote.append(mark ? made("mark", mark, text) : text);
    const source = within(made("p", "source"), made("bdi", "", row.outlet || ""));
    const title = made("bdi", "", row.title || row.url || "");
    if (row.url && /^https?:/.test(row.url)) {
      const link = within(made("a"), title);
      link.href = row.url;
      link.rel = "noopener noreferrer external";
      source.append(" · ", link);
    } else if (row.title) source.append(" · ", title);
    return [quote, source];
  };

  const rowOf = (row, words) => {
    const parts = ["day", "what", "where", "lost", "grade"].map((name) =>
      made(name === "day" ? "time" : "span", name === "day" ? "" : name, words[name]));
    const details = within(made("details"), within(made("summary"), ...parts), made("p", "facts", words.facts));
    if (row.quote) details.append(...evidenceOf(row));
    if (words.more) details.append(made("p", "more", words.more));
    const item = within(made("li", "event-row further"), details);
    Object.assign(item.dataset, row.facets);
    return item;
  };

  const listFurther = (edition) => {
    const list = edition.querySelector(".rows");
    if (!further.length || list.querySelector(".further")) return;
    list.append(...further.map((row) => rowOf(row, row.words[edition.lang])));
  };

  const showRows = (edition, query) => {
    const wanted = parse(query);
    listFurther(edition);
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
    edition.querySelector(".rows").classList.toggle("whole", wanted.length === 0);
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
    // A number that leads to a section leads to its table.
    const number = target.closest("a.n[href^='#']:not([data-rows])");
    const table = number && document.getElementById(number.hash.slice(1))?.querySelector("details.behind");
    if (table) table.open = true;
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
    for (const details of document.querySelectorAll("details.behind, details.apart")) details.open = true;
  });

  if (editions.length > 1) showLanguage(editions[0].lang);
  const asked = location.hash.match(/^#(ar|en)$/);
  if (asked) {
    showLanguage(asked[1]);
    scrollTo(0, 0);
  }
})();
