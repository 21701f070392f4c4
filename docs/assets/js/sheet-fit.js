// @ts-check
// Keeps a sheet on one A4, also where a browser makes letters larger or words longer: then it is
// laid out on larger paper and printed smaller (print.css). On every page with a sheet, and with
// the printed set of a kist.
{
  const SMALLEST = 50; // percent; what is smaller cannot be read

  const sheets = () => /** @type {HTMLElement[]} */ (
    [...document.querySelectorAll("[data-gk-past]:not(.blad--lang)")]
  ).filter(({ offsetHeight }) => offsetHeight);

  /** @param {HTMLElement} sheet */
  const fits = (sheet) => {
    const foot = /** @type {HTMLElement} */ (sheet.lastElementChild);
    const floor = sheet.clientHeight - parseFloat(getComputedStyle(sheet).paddingBottom);
    const end = foot.offsetTop + foot.offsetHeight;
    return end <= floor + 1 && sheet.scrollWidth <= sheet.clientWidth;
  };

  /** @param {HTMLElement} sheet */
  const fit = (sheet) => {
    sheet.classList.remove("blad--ruim");
    for (let size = 98; !fits(sheet) && size >= SMALLEST; size -= 2) {
      sheet.classList.add("blad--ruim");
      sheet.style.setProperty("--blad-maat", String(size / 100));
    }
  };

  /** The media of these rules, at any depth. @param {any} list @returns {MediaList[]} */
  const mediaOf = (list) => {
    try {
      return [...list.cssRules ?? []]
        .flatMap((rule) => (rule.media ? [rule.media] : mediaOf(rule)));
    } catch {
      return []; // in a folder Chromium lets no script read the styles
    }
  };

  // Before printing the styles of the screen still count, so those of paper take their place.
  addEventListener("beforeprint", () => {
    const media = [...document.styleSheets].flatMap(mediaOf);
    if (!media.length) return;
    const before = media.map(({ mediaText }) => mediaText);
    for (const list of media) {
      if (list.mediaText.includes("print")) list.mediaText = "all";
      else if (list.mediaText.includes("screen")) list.mediaText = "not all";
    }
    sheets().forEach(fit);
    media.forEach((list, k) => { list.mediaText = before[k]; });
  });

  // The sheet as it will be printed: it can no longer be changed, and the page says so.
  matchMedia("print").addEventListener("change", ({ matches }) => {
    const news = document.querySelector("[data-gk-krap]");
    if (matches) news?.toggleAttribute("hidden", sheets().every(fits));
  });
}
