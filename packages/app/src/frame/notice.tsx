import type { ReactNode } from "react";
import { strings } from "../strings.js";
import styles from "./notice.module.css";

interface NoticeProps {
  title: string;
  children?: ReactNode;
  onRetry?: () => void;
  /** Another thing to do. */
  action?: { label: string; onClick: () => void };
}

/** What happened, and what one can do. */
export function Notice({ title, children, onRetry, action }: NoticeProps) {
  return (
    <div className={styles.notice} role="status">
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className={styles.hint}>{children}</p>}
      {onRetry !== undefined && (
        <button type="button" className={styles.action} onClick={onRetry}>
          {strings.tryAgain}
        </button>
      )}
      {action !== undefined && (
        <button type="button" className={styles.action} onClick={action.onClick}>
          {action.label}
        </button>
      )}
    </div>
  );
}
