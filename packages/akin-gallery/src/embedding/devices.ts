/** Where a network may be computed; `auto` is `cpu` until another has been measured to be faster. */
export const DEVICES = ["auto", "cpu", "webgpu", "cuda", "coreml", "dml"] as const;
