// SPDX-License-Identifier: Apache-2.0
// Elements. Whatever a log says becomes text in a <bdi> of its own, with what is not to be seen made
// visible; nothing is ever parsed as markup.

const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;
const TEXT_MAX = 2000; // UTF-16 units of one text that are shown

/** An element with its attributes, and children that are nodes or our own words; null is left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(attribute, value);
    else if (value !== null && value !== false) element.setAttribute(attribute, value === true ? "" : value);
  }
  element.append(...present(children));
  return element;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== "");
}

/** The same for attributes, which are not seen as markup either. */
export function visible(text) {
  return String(text).slice(0, TEXT_MAX).replace(CONTROL, (c) => `U+${hexOf(c)}`);
}

function hexOf(c) {
  return c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

/** What the log says: isolated from the direction of what stands around it, controls visible. */
export function said(text, attributes = {}) {
  const whole = String(text);
  const shown = whole.length > TEXT_MAX ? whole.slice(0, TEXT_MAX) + "…" : whole;
  const parts = [];
  let at = 0;
  for (const match of shown.matchAll(CONTROL)) {
    parts.push(shown.slice(at, match.index), el("span", { class: "control" }, `U+${hexOf(match[0])}`));
    at = match.index + match[0].length;
  }
  return el("bdi", attributes, ...parts, shown.slice(at));
}

/** The same in the manner of names and keys. */
export function code(text) {
  return said(text, { class: "code" });
}

/** A list in a line, with commas. */
export function list(items, make) {
  return items.map((each, n) => [n ? ", " : null, make(each)]);
}

/** A line of less weight. */
export function small(...children) {
  return el("div", { class: "small soft" }, ...children);
}

/**
 * A table that scrolls by itself where the page is narrow, or with `stack` becomes a list there.
 *
 * Heads are {text, number}; the caption is for those who do not see the heading above it.
 */
export function table(caption, heads, rows, { stack = false } = {}) {
  const column = ({ text, number }) => el("th", { scope: "col", class: number ? "number" : null }, text);
  const head = el("tr", {}, heads.map(column));
  const body = el("tbody");
  const made = el("table", { role: "table", class: stack ? "stack" : null },
    el("caption", { class: "unseen" }, visible(caption)), el("thead", {}, head), body);
  const add = (more) => body.append(...more.map((row) => labelled(row, heads)));
  add(rows);
  const region = { class: "scroll", tabindex: "0", role: "region", "aria-label": visible(caption) };
  return Object.assign(el("div", region, made), { add });
}

/** The row, each cell with its head, as it is read where the table is a list. */
function labelled(row, heads) {
  row.setAttribute("role", "row");
  [...row.cells].forEach((cell, n) => {
    cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
    cell.setAttribute("data-label", heads[n]?.text ?? "");
  });
  return row;
}

/** A part that is made when it is opened, since a log may have thousands. */
export function opened(summary, make) {
  const inside = el("div", { class: "inside" });
  const toggle = () => {
    if (details.open && !inside.hasChildNodes()) inside.append(...present([make()]));
  };
  const details = el("details", { toggle }, el("summary", {}, summary), inside);
  return details;
}

/** So many at first, and a button for more; `add` puts what is made where it belongs. */
export function paged(all, make, { first, more, add }) {
  let shown = 0;
  const button = el("button", { type: "button", click: () => show(first * 4) });
  const show = (count) => {
    add(all.slice(shown, shown + count).map(make));
    shown += count;
    button.textContent = more(Math.max(0, all.length - shown));
    button.hidden = shown >= all.length;
  };
  show(first);
  return button;
}

/** The same for a list of parts. */
export function pagedList(all, make, options) {
  const into = el("div");
  return [into, paged(all, make, { ...options, add: (parts) => into.append(...parts) })];
}
