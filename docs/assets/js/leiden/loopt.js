// @ts-check
// Whether what is led still goes on: nobody stopped it, and its clock was seen less than a day ago.
{
  const DAY = 864e5; // ms

  Gk.loopt = ({ gestopt, laatst }) => gestopt === 0 && Date.now() - Number(laatst) < DAY;
}
