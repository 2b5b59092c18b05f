import { useState } from "react";
import { Icon } from "../icons/icon.js";
import { IconButton } from "../icons/icon-button.js";
import { strings } from "../strings.js";
import { chooseTheme, currentTheme, nextTheme } from "./theme.js";

export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  const change = () => {
    const next = nextTheme(theme);
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <IconButton label={strings.theme[theme]} onClick={change}>
      <Icon name={theme} />
    </IconButton>
  );
}
