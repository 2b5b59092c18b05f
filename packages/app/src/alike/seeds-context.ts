import { createContext, use } from "react";

/** How the question is changed. */
export interface SeedActions {
  plus: (id: number) => void;
  minus: (id: number) => void;
}

export const SeedsContext = createContext<SeedActions | null>(null);

export function useSeedActions(): SeedActions {
  const actions = use(SeedsContext);
  if (actions === null) throw new Error("useSeedActions needs a SeedsContext above it.");
  return actions;
}
