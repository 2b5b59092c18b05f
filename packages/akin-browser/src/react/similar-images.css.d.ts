// TypeScript 6 and later resolve imports that are for their effects only; a style sheet gives nothing.
export {};
