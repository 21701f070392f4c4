// @ts-check
// Typed text in the boxes of a sheet as it is printed: one A4, whatever was typed. Of what does not
// fit the beginning stands there. Tried on a copy with the measures of paper (blad--proef): before
// printing the page still has those of the screen.
{
  const MOST = 60; // lines in a box: more than a page has

  const SPARE = 8; // pixels beside what says that more follows
  const ROUNDING = 3; // pixels that a line may be longer on paper, as in Firefox

  /** @typedef {{vak: number, cel: number}} Regels lines at most in a box, in a cell of a table */
  /** @typedef {{node: HTMLElement, text: string, veld?: string, rij?: number}} Plek */

  const { el, typed } = Gk.dom;

  /** @param {Element} root @param {string} selector */
  const all = (root, selector) =>
    /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

  /** The rows of the table, and as many more. @param {Element} sheet @param {number} extra */
  const rowsOf = (sheet, extra) => {
    const rows = /** @type {HTMLTableRowElement[]} */ (all(sheet, "[data-rij]"));
    for (let more = rows.length && extra; more > 0; more -= 1) {
      const last = rows[rows.length - 1];
      const row = /** @type {HTMLTableRowElement} */ (last.cloneNode(true));
      row.querySelector("th")?.replaceWith(el("td"));
      Object.assign(row.dataset, { rij: "", erbij: "" });
      last.after(row);
      rows.push(row);
    }
    return rows;
  };

  /** Of the columns of its table. @param {Element} sheet */
  const titlesOf = (sheet) => all(sheet, "[data-kolom]").map(({ dataset }) => dataset.kolom ?? "");

  /** @param {Element} sheet */
  const clear = (sheet) => {
    for (const node of all(sheet, "[data-erbij], .blad__tekst")) node.remove();
    sheet.classList.remove("blad--ingevuld");
  };

  /**
   * Put all texts in their places. Row k of the value stands in row k of the sheet.
   * @param {Element} sheet @param {Ingevuld} value @param {number} extra rows more than it has
   */
  const fill = (sheet, { velden, rijen }, extra) => {
    clear(sheet);
    /** @type {Plek[]} */
    const places = [];
    /** @param {Element} box @param {string} text @param {{veld?: string, rij?: number}} what */
    const put = (box, text, what) => {
      if (!text) return;
      const node = el("span", { class: "blad__tekst" }, typed(text));
      box.append(node);
      places.push({ node, text, ...what });
    };
    for (const box of all(sheet, "[data-veld]")) {
      const veld = box.dataset.veld ?? "";
      put(box, velden[veld] ?? "", { veld });
    }
    const titles = titlesOf(sheet);
    rowsOf(sheet, extra).forEach((row, rij) => {
      const { kop, cellen } = rijen[rij] ?? { kop: "", cellen: {} };
      [...row.cells].forEach((cell, k) =>
        put(cell, (k ? cellen[titles[k]] : !row.dataset.rij && kop) || "", { rij }));
    });
    sheet.classList.toggle("blad--ingevuld", places.length > 0);
    return places;
  };

  /** Whether the foot stands on the paper. @param {HTMLElement} sheet */
  const fits = (sheet) => {
    const padding = parseFloat(getComputedStyle(sheet).paddingBottom);
    const floor = sheet.getBoundingClientRect().bottom - padding;
    const foot = /** @type {Element} */ (sheet.lastElementChild).getBoundingClientRect();
    return foot.bottom <= floor + 1 && sheet.scrollWidth <= sheet.clientWidth;
  };

  /**
   * How many characters of a place stand in so many lines, the last of them with this room left.
   * @param {Plek} plek @param {number} lines @param {number} room
   */
  const reach = ({ node, text }, lines, room) => {
    const inside = /** @type {Node} */ (node.firstChild?.firstChild);
    const { top, width } = node.getBoundingClientRect();
    const height = parseFloat(getComputedStyle(node).lineHeight);
    const range = document.createRange();
    range.setStart(inside, 0);
    const within = (/** @type {number} */ end, /** @type {number} */ spare) => {
      range.setEnd(inside, end);
      const rects = [...range.getClientRects()].filter((rect) => rect.width);
      const lineOf = (/** @type {DOMRect} */ rect) =>
        Math.floor(((rect.top + rect.bottom) / 2 - top) / height);
      const last = Math.max(-1, ...rects.map(lineOf));
      const ends = rects.filter((rect) => lineOf(rect) === last);
      const used = Math.max(...ends.map(({ right }) => right)) -
        Math.min(...ends.map(({ left }) => left));
      return last < lines - 1 || (last === lines - 1 && used + spare <= width);
    };
    if (within(text.length, ROUNDING)) return text.length;
    let [low, high] = [0, text.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      [low, high] = within(middle, room) ? [middle, high] : [low, middle];
    }
    // A word that does not stand there whole goes on with the rest, unless nothing else is there.
    const whole = text.slice(0, low + 1).search(/\s\S*$/);
    return whole > 0 ? whole : low;
  };

  /**
   * The texts that were cut: the place, by its number, and how many characters stand there.
   * @param {HTMLElement} trial @param {Plek[]} places @param {Regels} most @param {string} more
   */
  const cut = (trial, places, most, more) => {
    const mark = el("span", { class: "blad__tekst blad__tekst--maat" }, more);
    trial.prepend(mark);
    const room = mark.offsetWidth + SPARE;
    mark.remove();
    return places.flatMap((plek, k) => {
      const head = plek.node.parentElement?.closest(".blad__kopregel");
      const lines = head ? 1 : plek.veld ? most.vak : most.cel;
      const end = reach(plek, lines, room);
      return end < plek.text.length ? [{ k, end }] : [];
    });
  };

  /** @param {Plek[]} places @param {{k: number, end: number}[]} cuts @param {string} more */
  const shorten = (places, cuts, more) => {
    for (const { k, end } of cuts) {
      const { node, text } = places[k];
      // Without room for a line nothing stands there, not even that more follows.
      node.replaceChildren(...(end ? [typed(text.slice(0, end).trimEnd()), ` ${more}`] : []));
    }
  };

  /** @param {HTMLElement} trial @param {Regels} most */
  const level = (trial, { vak, cel }) => {
    trial.style.setProperty("--blad-vakregels", String(vak));
    trial.style.setProperty("--blad-celregels", String(cel));
    return fits(trial);
  };

  /**
   * The most lines for which something holds, from `least` on.
   * @param {(lines: number) => boolean} holds
   */
  const highest = (holds, least = 0) => {
    if (holds(MOST)) return MOST;
    let [low, high] = [least, MOST];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      [low, high] = holds(middle) ? [middle, high] : [low, middle];
    }
    return low;
  };

  /**
   * How much of each text the sheet has room for: as many lines for each as can be, and then more
   * in the boxes, which share what is left.
   * @param {HTMLElement} trial @param {Ingevuld} value @param {string} more
   */
  const measure = (trial, value, more) => {
    let extra = Math.max(0, value.rijen.length - all(trial, "[data-rij]").length);
    fill(trial, value, extra);
    // A full sheet stands closer together, so that each box has at least a line.
    trial.classList.toggle("blad--dicht", !level(trial, { vak: 1, cel: 1 }));
    while (extra && !level(trial, { vak: 1, cel: 1 })) fill(trial, value, extra -= 1);
    let cel = highest((lines) => level(trial, { vak: lines, cel: lines }));
    let vak = highest((lines) => level(trial, { vak: lines, cel }), cel);
    for (;;) {
      const places = fill(trial, value, extra);
      const cuts = cut(trial, places, { vak, cel }, more);
      shorten(places, cuts, more);
      const close = trial.classList.contains("blad--dicht");
      if (!vak || level(trial, { vak: MOST, cel: MOST })) return { extra, cuts, close };
      vak -= 1;
      cel = Math.min(cel, vak);
    }
  };

  Gk.pour = {
    names: (sheet) => all(sheet, "[data-rij]").map(({ dataset }) => dataset.rij ?? ""),
    clear: (sheet) => {
      clear(sheet);
      sheet.classList.remove("blad--dicht");
    },
    onto: (sheet, value, more) => {
      const trial = /** @type {HTMLElement} */ (sheet.cloneNode(true));
      const room = el("div", { class: "proef", "aria-hidden": "true" }, trial);
      trial.classList.add("blad--proef");
      // As it was before anything was typed, without rows of an earlier time.
      Gk.pour.clear(trial);
      sheet.after(room);
      const seen = trial.offsetHeight;
      const { extra, cuts, close } = seen
        ? measure(trial, value, more)
        : { extra: 0, cuts: [], close: false };
      room.remove();
      const places = fill(sheet, value, extra);
      sheet.classList.toggle("blad--dicht", close);
      shorten(places, cuts, more);
      const partly = new Set(cuts.map(({ k }) => places[k].rij));
      const stands = new Set(places.filter((_, k) => !cuts.some((one) => one.k === k))
        .map(({ veld }) => veld));
      const rows = all(sheet, "[data-rij]").length;
      const known = new Set(titlesOf(sheet));
      const isLapsed = (/** @type {Invulrij} */ { cellen }) =>
        Object.keys(cellen).some((titel) => !known.has(titel));
      return {
        velden: Object.fromEntries(Object.entries(value.velden)
          .filter(([veld]) => !stands.has(veld))),
        rijen: value.rijen.filter((row, k) =>
          !Gk.filled.isEmptyRow(row) && (k >= rows || partly.has(k) || isLapsed(row))),
      };
    },
  };
}
