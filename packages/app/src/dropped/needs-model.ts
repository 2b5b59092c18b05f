/** The gallery's model has to be loaded before the page can look at pictures. */
export class NeedsModel extends Error {
  override name = "NeedsModel";
}
