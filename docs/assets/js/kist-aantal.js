// @ts-check
// On every page: how many sheets the kist in use holds. The buttons on cards are in in-kist.js.
{
  const count = document.querySelector(".mijnkist__aantal");

  function draw() {
    const sheets = (Gk.kisten.current()?.blokken ?? []).filter(({ blad }) => blad);
    if (count) count.textContent = String(sheets.length || "");
  }

  for (const event of ["storage", "pageshow", "gk-kist"]) addEventListener(event, draw);
  draw();
}
