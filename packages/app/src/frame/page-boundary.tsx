import { Component, type ReactNode } from "react";
import { strings } from "../strings.js";
import { Notice } from "./notice.js";

/** A page whose code can't be fetched, or that fails, leaves the rest of the app usable. */
export class PageBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main>
        {/* A module that failed once is not asked for again by the same page. */}
        <Notice title={strings.pageFailed} onRetry={() => location.reload()} />
      </main>
    );
  }
}
