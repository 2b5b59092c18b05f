// Preloaded (`node --import`) to run as on a platform that sqlite-vec has no extension for.
import { register } from "node:module";

const hooks = `
  export async function resolve(specifier, context, next) {
    if (/^sqlite-vec-/.test(specifier)) throw new Error("there is no " + specifier);
    return next(specifier, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
