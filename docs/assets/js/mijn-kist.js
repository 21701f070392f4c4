// @ts-check
// <gk-kist>: the kists of a reader: choose, order, plan, share and print.
{
  class MijnKist extends Paneel {
    key = "kisten";
    anchor = "kist";
    fileKinds = ["gk-kist"];
  }

  customElements.define("gk-kist", MijnKist);
}
