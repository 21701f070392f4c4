// @ts-check
// The few handles on the page that the interactive parts share.
{
  const SVG = "http://www.w3.org/2000/svg";

  /** @param {Element} node @param {Record<string, any>} attributes @param {(Node | string)[]} children */
  const fill = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  /** An HTML element; text is always text. @param {string} tag @param {Record<string, any>} attributes @param {(Node | string)[]} children */
  const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

  /** An SVG element. @param {string} tag @param {Record<string, any>} attributes @param {(Node | string)[]} children */
  const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  /** Give the reader a file. @param {string} name @param {string | Blob} content @param {string} type */
  const download = (name, content, type = "text/plain") => {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    /** @type {HTMLAnchorElement} */ (el("a", { href: url, download: name })).click();
    setTimeout(() => URL.revokeObjectURL(url), 5000);
  };

  /** The reader's own day as yyyymmdd (toISOString would give yesterday, late at night). @param {Date} day */
  const ymd = (day = new Date()) => String(day.getFullYear() * 10000 + (day.getMonth() + 1) * 100 + day.getDate());

  /** 20261121 -> 21-11-2026. @param {string} text */
  const dag = (text) => `${+text.slice(6)}-${+text.slice(4, 6)}-${text.slice(0, 4)}`;

  const Gk = /** @type {any} */ (globalThis).Gk;
  Object.assign(Gk, { el, svg, download, ymd, dag });
}
