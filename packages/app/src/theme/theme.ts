import { remember } from "../remember.js";

/** What the visitor has chosen; `system` follows the system. */
export type Theme = "system" | "light" | "dark";

/** Also in `public/theme.js`, which sets the theme before the first paint. */
const KEY = "akin-theme";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };

export function nextTheme(theme: Theme): Theme {
  return NEXT[theme];
}

export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Shows a theme and remembers it for the next visit. */
export function chooseTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  remember(KEY, theme === "system" ? null : theme);
}
