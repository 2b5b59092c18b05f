import { useEffect, useState } from "react";

const SHOWN_MS = 4000;

/** A word of confirmation that goes after a while; empty when there is none. */
export function useMessage(): [message: string, say: (message: string) => void] {
  const [message, setMessage] = useState("");
  useEffect(() => {
    if (message === "") return;
    const timer = setTimeout(() => setMessage(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message]);
  return [message, setMessage];
}
