/** What a text encoder is told of some words; their vectors are averaged, as CLIP's authors do. */
export const PROMPTS = ["{}", "a photo of {}.", "a close-up photo of {}.", "a bright photo of {}."];
