/** What ../kernel-code.ts must hold. */
export function kernelCode(): Promise<string>;
