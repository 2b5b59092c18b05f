// Before the first paint, so that a chosen theme does not flash; a file of its own, since the page allows no inline script.
try {
  const theme = localStorage.getItem("akin-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
