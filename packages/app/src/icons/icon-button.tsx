import type { ReactNode } from "react";
import styles from "./icon-button.module.css";

interface IconButtonProps {
  /** What the button does; also shown on hover. */
  label: string;
  onClick: () => void;
  children: ReactNode;
  className?: string | undefined;
  /** For a button that switches something on and off. */
  pressed?: boolean | undefined;
  /** For a button that opens a menu. */
  expanded?: boolean | undefined;
}

export function IconButton({
  label,
  onClick,
  children,
  className,
  pressed,
  expanded,
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.button} ${className ?? ""}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
