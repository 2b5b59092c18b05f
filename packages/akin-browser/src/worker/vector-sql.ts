/** A script of its own, which is fetched when a statement first names vectors: searches do without SQL over them. */
export { registerModule } from "../vec0/register-module.js";
