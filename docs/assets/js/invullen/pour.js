// @ts-check
// Typed text in the boxes of a sheet as it is printed: one A4, whatever was typed. Without room all
// stands closer together; of what still does not fit the beginning stands there. Tried on a copy
// with the measures of paper (blad--proef): before printing the page still has those of the screen.
{
  const MOST = 60; // lines in a box: more than a page has
  const CLOSEST = 2; // blad--dicht, and then blad--vol too
  const ROW = ".blad__kopregel, .blad__rij, [data-rij]";
  const SPARE = 8; // pixels beside what says that more follows
  const ROUNDING = 3; // pixels that a line may be longer on paper, as in Firefox

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

  /** How close together all stands. @param {Element} sheet @param {number} close */
  const setClose = (sheet, close) => {
    sheet.classList.toggle("blad--dicht", close > 0);
    sheet.classList.toggle("blad--vol", close > 1);
  };

  /** Whether the foot stands on the paper. @param {HTMLElement} sheet */
  const fits = (sheet) => {
    const padding = parseFloat(getComputedStyle(sheet).paddingBottom);
    const floor = sheet.getBoundingClientRect().bottom - padding;
    const foot = /** @type {Element} */ (sheet.lastElementChild).getBoundingClientRect();
    return foot.bottom <= floor + 1 && sheet.scrollWidth <= sheet.clientWidth;
  };

  /**
   * The box of a text, inside its border, with the height of its lines. It is as high as its row,
   * also where that may have fewer lines than the text.
   * @param {Plek} plek
   */
  const insideOf = ({ node }) => {
    const box = /** @type {Element} */ (node.parentElement);
    const { top, right } = box.getBoundingClientRect();
    const { bottom } = /** @type {Element} */ (box.closest(ROW)).getBoundingClientRect();
    const style = getComputedStyle(box);
    const edge = (/** @type {"Top" | "Right" | "Bottom"} */ side) =>
      parseFloat(style[`padding${side}`]) + parseFloat(style[`border${side}Width`]);
    return {
      top: top + edge("Top"),
      right: right - edge("Right"),
      bottom: bottom - edge("Bottom"),
      height: parseFloat(style.lineHeight),
    };
  };

  /**
   * How many characters of a place stand in so many lines, the last of them with this room left.
   * @param {Plek} plek @param {number} lines @param {number} room
   */
  const reach = (plek, lines, room) => {
    const { node, text } = plek;
    const inside = /** @type {Node} */ (node.firstChild?.firstChild);
    const { top, right, height } = insideOf(plek);
    const range = document.createRange();
    range.setStart(inside, 0);
    const within = (/** @type {number} */ end, /** @type {number} */ spare) => {
      range.setEnd(inside, end);
      const rects = [...range.getClientRects()].filter((rect) => rect.width);
      const numberOf = (/** @type {DOMRect} */ rect) =>
        Math.floor(((rect.top + rect.bottom) / 2 - top) / height);
      const last = Math.max(-1, ...rects.map(numberOf));
      const ends = rects.filter((rect) => numberOf(rect) === last).map((rect) => rect.right);
      return last < lines - 1 || (last === lines - 1 && Math.max(...ends) + spare <= right);
    };
    if (within(text.length, ROUNDING)) return text.length;
    let [low, high] = [0, text.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      [low, high] = within(middle, room) ? [middle, high] : [low, middle];
    }
    // A word that does not stand there whole goes on with the rest, unless nothing else is there.
    const whole = text.slice(0, low + 1).search(/\s\S*$/);
    if (whole > 0) return whole;
    return /[\uD800-\uDBFF]/.test(text[low - 1] ?? "") ? low - 1 : low; // no half of a sign
  };

  /** How wide what says that more follows is. @param {Element} trial @param {string} more */
  const widthOf = (trial, more) => {
    const mark = el("span", { class: "blad__tekst blad__tekst--maat" }, more);
    trial.prepend(mark);
    const { offsetWidth } = mark;
    mark.remove();
    return offsetWidth;
  };

  /** @param {Plek[]} places @param {{k: number, end: number}[]} cuts @param {string} more */
  const shorten = (places, cuts, more) => {
    for (const { k, end } of cuts) {
      const { node, text } = places[k];
      // Without room for a line nothing stands there, not even that more follows.
      node.replaceChildren(...(end ? [typed(text.slice(0, end).trimEnd()), ` ${more}`] : []));
    }
  };

  /** So many lines at most in these rows. @param {HTMLElement[]} rows @param {number} lines */
  const limit = (rows, lines) => {
    for (const { style } of rows) style.setProperty("--blad-regels", String(lines));
  };

  /**
   * The most lines for which something holds.
   * @param {(lines: number) => boolean} holds
   */
  const highest = (holds) => {
    let [low, high] = [0, MOST];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      [low, high] = holds(middle) ? [middle, high] : [low, middle];
    }
    return low;
  };

  /** Whether a text in this row has more lines than it may. @param {Element} row */
  const isCut = (row) => (row.matches("tr") ? all(row, ".blad__tekst") : [row])
    .some((node) => node.scrollHeight > node.clientHeight + 1);

  const linedOf = (/** @type {Element} */ sheet) => all(sheet, ROW);

  /**
   * Give each row as many lines as every row can have, and then a line more to one after the other,
   * until none can have one.
   * @param {HTMLElement} trial
   */
  const share = (trial) => {
    const rows = linedOf(trial);
    const holds = (/** @type {HTMLElement[]} */ some, /** @type {number} */ lines) => {
      limit(some, lines);
      return fits(trial);
    };
    let lines = highest((many) => holds(rows, many));
    limit(rows, lines);
    for (let growing = rows.filter(isCut); growing.length && lines < MOST; lines += 1) {
      growing = growing.filter((row) => {
        const grows = holds([row], lines + 1);
        if (!grows) limit([row], lines);
        return grows && isCut(row);
      });
    }
  };

  /** How many lines its box has room for. @param {Plek} plek */
  const linesOf = (plek) => {
    const { top, bottom, height } = insideOf(plek);
    return Math.floor((bottom - top + 1) / height);
  };

  /**
   * The texts that are cut when the rows share the room: the place, by its number, and how many
   * characters stand there.
   * @param {HTMLElement} trial @param {Plek[]} places @param {string} more
   */
  const cut = (trial, places, more) => {
    share(trial);
    const room = widthOf(trial, more) + SPARE;
    let lines = places.map(linesOf);
    for (const row of linedOf(trial)) row.style.removeProperty("--blad-regels");
    const cutsAt = (/** @type {number[]} */ most) => {
      for (const { node, text } of places) node.replaceChildren(typed(text));
      const cuts = places.flatMap((plek, k) => {
        const end = reach(plek, most[k], room);
        return end < plek.text.length ? [{ k, end }] : [];
      });
      shorten(places, cuts, more);
      return fits(trial) || Math.max(...most) < 1 ? cuts : null;
    };
    let cuts = cutsAt(lines);
    for (; !cuts; cuts = cutsAt(lines)) lines = lines.map((one) => one - 1);
    // Cut texts make other columns in a table, and so room in the boxes.
    const grown = places.map((plek, k) => Math.max(lines[k], linesOf(plek)));
    return cutsAt(grown) ?? cutsAt(lines) ?? cuts;
  };

  /**
   * How much of each text the sheet has room for: all of it, or all of it closer together, or a
   * part of it.
   * @param {HTMLElement} trial @param {Ingevuld} value @param {string} more
   */
  const measure = (trial, value, more) => {
    let extra = Math.max(0, value.rijen.length - all(trial, "[data-rij]").length);
    for (let close = 0; close <= CLOSEST; close += 1) {
      setClose(trial, close);
      fill(trial, value, extra);
      if (fits(trial)) return { extra, cuts: [], close };
    }
    const hasLines = () => {
      limit(linedOf(trial), 1);
      return fits(trial);
    };
    let places = fill(trial, value, extra);
    // Each row has at least a line.
    while (extra && !hasLines()) places = fill(trial, value, extra -= 1);
    return { extra, cuts: cut(trial, places, more), close: CLOSEST };
  };

  /**
   * Put a value on a sheet, as much as it has room for. Gives what does not stand there whole.
   * @param {HTMLElement} sheet @param {Ingevuld} value @param {string} more
   */
  const place = (sheet, value, more) => {
    const trial = /** @type {HTMLElement} */ (sheet.cloneNode(true));
    const room = el("div", { class: "proef", "aria-hidden": "true" }, trial);
    trial.classList.add("blad--proef");
    // As it was before anything was typed, without rows of an earlier time.
    Gk.pour.clear(trial);
    sheet.after(room);
    const seen = trial.offsetHeight;
    const { extra, cuts, close } = seen
      ? measure(trial, value, more)
      : { extra: 0, cuts: [], close: 0 };
    room.remove();
    const places = fill(sheet, value, extra);
    setClose(sheet, close);
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
  };

  Gk.pour = {
    names: (sheet) => all(sheet, "[data-rij]").map(({ dataset }) => dataset.rij ?? ""),
    clear: (sheet) => {
      clear(sheet);
      setClose(sheet, 0);
    },
    onto: (sheet, plan, { velden, rijen }, known, more) => {
      const put = (/** @type {Record<string, string>} */ own) =>
        place(sheet, Gk.filled.onPaper({ velden: { ...own, ...velden }, rijen }, plan), more);
      const rest = put(known);
      const fitting = Object.entries(known).filter(([name]) => velden[name] || !rest.velden[name]);
      return fitting.length < Object.keys(known).length ? put(Object.fromEntries(fitting)) : rest;
    },
  };
}
